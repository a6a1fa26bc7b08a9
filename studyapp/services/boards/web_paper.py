"""What of the open web goes on paper: a worksheet, the student's web, or the course's key."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from studyapp.domain.boards.board import Zone, new_board
from studyapp.domain.boards.marking import FindingKind
from studyapp.domain.boards.marking_web import LinkFinding
from studyapp.domain.boards.signs import SIGNS
from studyapp.domain.boards.way_words import WAYS
from studyapp.domain.boards.ways import Way
from studyapp.domain.boards.web import Drawn, Pair, Relation
from studyapp.domain.boards.web_key import WebKey
from studyapp.domain.course import Factor
from studyapp.domain.messages import N_
from studyapp.errors import BoardError
from studyapp.rendering.paper_board import (
    PaperBoard,
    PaperCard,
    PaperLink,
    PaperNote,
    PaperWeb,
    Shape,
)
from studyapp.services.boards.paper import KEPT_BACK, Form, Origin, Paper, Say, date_of, themes_of
from studyapp.services.boards.web_session import WebSession

_ON_PAPER = N_(
    "Draw an arrow from each cause to what it led to and number it. Then write down why, under "
    "its number."
)
_KINDS = {
    Relation.LONG: N_("long-term cause"),
    Relation.SHORT: N_("short-term cause"),
    Relation.TRIGGER: N_("trigger"),
}
_LED_TO = N_("led to")
_BECAUSE = N_("because")


class WebPaper(Paper):
    """Makes papers of the web that a session has open."""

    def __init__(self, session: WebSession, say: Say, origin: Origin) -> None:
        """Draw the web of `session`, with texts from `say`; `origin` stands at the foot."""
        super().__init__(say, origin)
        self._session = session

    def why_no_key(self) -> str:
        """Return why there is no key to the web, as a template, or ""."""
        return "" if self._session.help.reasons else KEPT_BACK

    def worksheet(self) -> PaperBoard:
        """Return the cards in rows, and sentences to fill in for what is drawn between them."""
        # Neighbours in the course would give links away.
        mixed = new_board(self._session.web.about, self._session.offered).zones[Zone.TRAY]
        board = self._board(Form.WORKSHEET, PaperWeb(self._cards(mixed)))
        return board._replace(
            is_blank=True,
            instruction=f"{board.instruction} {self._tr(_ON_PAPER)}",
            fields=(self._tr(N_("Name")), self._tr(N_("Date"))),
            gaps=(self._tr(_LED_TO), self._tr(_BECAUSE)),
        )

    def mine(self) -> PaperBoard:
        """Return the web as it lies, with what was found of it if it was checked."""
        web, found = self._session.web, {each.pair: each for each in self._session.findings}
        drawn = tuple(
            self._link(number, pair, said, found[pair].kind if pair in found else None)
            for number, (pair, said) in enumerate(web.links.items(), 1)
        )
        spots = {name: card.at for name, card in web.cards.items()}
        notes = [
            self._note(number, pair, said, found.get(pair))
            for number, (pair, said) in enumerate(web.links.items(), 1)
        ]
        lacking = [self._not_drawn(each) for each in found.values() if each.pair not in web.links]
        board = self._board(Form.MINE, PaperWeb(self._cards(web.cards), drawn, spots))
        return board._replace(
            notes_title=self._tr(N_("What was found")) if found else self._tr(N_("The links")),
            notes=(*notes, *lacking),
            remarks=tuple(self._say(remark) for remark in self._session.remarks),
        )

    def key(self) -> PaperBoard:
        """Return the links that the course has between the cards; marked is what can be argued.

        BoardError if a task keeps it back.
        """
        if why_none := self.why_no_key():
            raise BoardError(why_none)
        web = self._key.web
        argued = {
            pair: found.kind
            for pair, found in self._key.findings
            if found.kind is FindingKind.DEFENSIBLE
        }
        numbered = list(enumerate(web.links.items(), 1))
        drawn = tuple(self._link(at, pair, said, argued.get(pair)) for at, (pair, said) in numbered)
        notes = (
            PaperNote(
                self._titles(pair, said),
                self._because(said),
                self._mark(argued[pair]) if pair in argued else None,
                at,
            )
            for at, (pair, said) in numbered
        )
        return self._board(Form.KEY, PaperWeb(self._cards(web.cards), drawn))._replace(
            notes_title=self._tr(N_("Why")), notes=tuple(notes)
        )

    @cached_property
    def _key(self) -> WebKey:
        return self._session.answer_key()

    def _board(self, form: Form, web: PaperWeb) -> PaperBoard:
        words, about, task = WAYS[Way.WEB], self._session.about, self._session.teacher_task
        return PaperBoard(
            self._kind(form, Way.WEB, words.name),
            task.title if task else about.title,
            about.title if task else "",
            (task and task.instruction) or self._tr(words.question),
            Shape.WEB,
            (),
            self._words(),
            web=web,
        )

    def _cards(self, names: Iterable[str]) -> Mapping[str, PaperCard]:
        return {name: self._card(self._session.factor(name)) for name in names}

    def _card(self, known: Factor) -> PaperCard:
        return PaperCard(known.title, date_of(known), themes_of(known, self._session.themes))

    def _note(self, number: int, pair: Pair, said: Drawn, found: LinkFinding | None) -> PaperNote:
        lines = (self._because(said), self._said(found) if found else "")
        mark = self._mark(found.kind) if found else None
        return PaperNote(self._titles(pair, said), "\n".join(filter(None, lines)), mark, number)

    def _not_drawn(self, found: LinkFinding) -> PaperNote:
        title = self._pair(found.pair)
        return PaperNote(title, self._said(found), self._mark(found.kind))

    def _titles(self, pair: Pair, said: Drawn) -> str:
        """Return cause and consequence, and of which kind their link is."""
        title = self._pair(pair)
        kind = _KINDS.get(said.relation)
        return f"{title} · {self._tr(kind)}" if kind else title

    def _pair(self, pair: Pair) -> str:
        return " → ".join(self._session.factor(name).title for name in pair)

    def _because(self, said: Drawn) -> str:
        return self._tr(N_("Because {reason}"), reason=said.because) if said.because else ""

    def _said(self, found: LinkFinding) -> str:
        return " ".join(map(self._say, found.said))

    def _link(self, number: int, pair: Pair, said: Drawn, kind: FindingKind | None) -> PaperLink:
        """Return a line with its number, and the sign and ink of its mark."""
        if kind is None:
            return PaperLink(pair, said.relation, str(number))
        label = f"{number} {SIGNS[kind].shape}"
        return PaperLink(pair, said.relation, label, self._mark(kind).colour)
