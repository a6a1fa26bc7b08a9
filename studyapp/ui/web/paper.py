"""What of the open web goes on paper: a worksheet, the student's web, or the course's key."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from PySide6.QtCore import QT_TRANSLATE_NOOP

from studyapp.domain.board import Zone, new_board
from studyapp.domain.course import Factor
from studyapp.domain.marking import FindingKind
from studyapp.domain.marking_web import LinkFinding
from studyapp.domain.ways import Way
from studyapp.domain.web import Drawn, Pair, Point, Relation
from studyapp.domain.web_key import WebKey
from studyapp.errors import BoardError
from studyapp.rendering.paper_board import (
    PaperBoard,
    PaperCard,
    PaperLink,
    PaperNote,
    PaperWeb,
    Shape,
)
from studyapp.services.web_session import WebSession
from studyapp.ui.board import marks
from studyapp.ui.board.paper import KEPT_BACK, Form, Origin, form_name, mark_of, themes_of, words_of
from studyapp.ui.board.wording import WAYS, date_of
from studyapp.ui.board.wording import tr as board_tr
from studyapp.ui.tokens import CARD_HEIGHT, CARD_WIDTH
from studyapp.ui.translation import sentence
from studyapp.ui.web import wording
from studyapp.ui.web.model import WebModel
from studyapp.ui.web.wording import tr

_ON_PAPER = str(
    QT_TRANSLATE_NOOP(
        "web",
        "Draw an arrow from each cause to what it led to and number it. Then write down why, under "
        "its number.",
    )
)
_KINDS = {
    Relation.LONG: str(QT_TRANSLATE_NOOP("web", "long-term cause")),
    Relation.SHORT: str(QT_TRANSLATE_NOOP("web", "short-term cause")),
    Relation.TRIGGER: str(QT_TRANSLATE_NOOP("web", "trigger")),
}
_SIZE = Point(CARD_WIDTH, CARD_HEIGHT)
_LED_TO = str(QT_TRANSLATE_NOOP("web", "led to"))
_BECAUSE = str(QT_TRANSLATE_NOOP("web", "because"))


class WebPaper:
    """Makes papers of the web that a session has open, and a model shows."""

    def __init__(self, session: WebSession, model: WebModel, origin: Origin) -> None:
        """Draw the web of `session`, which `model` has open; `origin` stands at the foot."""
        self._session, self._model, self._origin = session, model, origin

    def make(self, form: Form) -> PaperBoard:
        """Return the web in some form."""
        makers = {Form.WORKSHEET: self.worksheet, Form.MINE: self.mine, Form.KEY: self.key}
        return makers[form]()

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
            instruction=f"{board.instruction} {tr(_ON_PAPER)}",
            fields=(board_tr("Name"), board_tr("Date")),
            gaps=(tr(_LED_TO), tr(_BECAUSE)),
        )

    def mine(self) -> PaperBoard:
        """Return the web as it lies, with what was found of it if it was checked."""
        web, found = self._model.web, {each.pair: each for each in self._model.findings}
        drawn = tuple(
            _link(number, pair, said, found[pair].kind if pair in found else None)
            for number, (pair, said) in enumerate(web.links.items(), 1)
        )
        spots = {name: card.at for name, card in web.cards.items()}
        notes = [
            self._note(number, pair, said, found.get(pair))
            for number, (pair, said) in enumerate(web.links.items(), 1)
        ]
        lacking = [self._not_drawn(each) for each in found.values() if each.pair not in web.links]
        board = self._board(Form.MINE, PaperWeb(self._cards(web.cards), drawn, spots, _SIZE))
        return board._replace(
            notes_title=board_tr("What was found") if found else tr("The links"),
            notes=(*notes, *lacking),
            remarks=tuple(sentence(remark) for remark in self._model.remarks),
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
        drawn = tuple(_link(at, pair, said, argued.get(pair)) for at, (pair, said) in numbered)
        notes = (
            PaperNote(
                self._titles(pair, said),
                _because(said),
                mark_of(argued[pair]) if pair in argued else None,
                at,
            )
            for at, (pair, said) in numbered
        )
        return self._board(Form.KEY, PaperWeb(self._cards(web.cards), drawn))._replace(
            notes_title=board_tr("Why"), notes=tuple(notes)
        )

    @cached_property
    def _key(self) -> WebKey:
        return self._session.answer_key()

    def _board(self, form: Form, web: PaperWeb) -> PaperBoard:
        words, about, task = WAYS[Way.WEB], self._session.about, self._session.teacher_task
        return PaperBoard(
            f"{form_name(form, Way.WEB)} · {board_tr(words.name)}",
            task.title if task else about.title,
            about.title if task else "",
            (task and task.instruction) or board_tr(words.question),
            Shape.WEB,
            (),
            words_of(self._origin),
            web=web,
        )

    def _cards(self, names: Iterable[str]) -> Mapping[str, PaperCard]:
        return {name: self._card(self._model.factor(name)) for name in names}

    def _card(self, known: Factor) -> PaperCard:
        return PaperCard(known.title, date_of(known), themes_of(self._model.themes(known.id)))

    def _note(self, number: int, pair: Pair, said: Drawn, found: LinkFinding | None) -> PaperNote:
        lines = (_because(said), wording.found_in_words(found) if found else "")
        mark = mark_of(found.kind) if found else None
        return PaperNote(self._titles(pair, said), "\n".join(filter(None, lines)), mark, number)

    def _not_drawn(self, found: LinkFinding) -> PaperNote:
        title = wording.pair_in_words(self._model, found.pair)
        return PaperNote(title, wording.found_in_words(found), mark_of(found.kind))

    def _titles(self, pair: Pair, said: Drawn) -> str:
        """Return cause and consequence, and of which kind their link is."""
        title = wording.pair_in_words(self._model, pair)
        kind = _KINDS.get(said.relation)
        return f"{title} · {tr(kind)}" if kind else title


def _because(said: Drawn) -> str:
    return tr("Because {reason}").format(reason=said.because) if said.because else ""


def _link(number: int, pair: Pair, said: Drawn, kind: FindingKind | None) -> PaperLink:
    """Return a line with its number, and the sign and colour of its mark."""
    if kind is None:
        return PaperLink(pair, said.relation, str(number))
    sign, colour = marks.MARKS[kind].sign, mark_of(kind).colour
    return PaperLink(pair, said.relation, f"{number} {sign}", colour)
