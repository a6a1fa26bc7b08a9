"""What of the open board goes on paper: a worksheet, the student's board, or the course's key."""

from collections.abc import Iterable, Mapping, Sequence

from studyapp.domain.boards.answer_key import AnswerKey
from studyapp.domain.boards.board import Zone, new_board
from studyapp.domain.boards.marking import Finding, FindingKind
from studyapp.domain.boards.signs import by_need
from studyapp.domain.boards.way_words import WAYS, without, zone_name
from studyapp.domain.boards.ways import Way
from studyapp.domain.messages import N_, message
from studyapp.errors import BoardError
from studyapp.rendering.paper_board import PaperBoard, PaperCard, PaperNote, PaperZone, Shape
from studyapp.services.boards.board_session import BoardSession, Offer
from studyapp.services.boards.paper import KEPT_BACK, Form, Origin, Paper, Say, date_of, themes_of

NO_KEY = N_("A ranking has no key: what counts is how one defends its top and its bottom.")
_EITHER = N_("These overlap in time, may change places, and are right either way: {places}.")
_CUT = N_("Cut the cards out along the dashed lines.")
_ON_PAPER = {
    Way.SORT: N_(
        "Lay the cards where they belong, or write them there. Not every card need belong "
        "to either side."
    ),
    Way.ORDER: N_("Lay the cards in order, or write them there."),
    Way.RANK: N_("Lay a card in each box, or write it there, then say why."),
}
_ANY_ON_PAPER = N_("Lay the cards where they belong, or write them there.")


class BoardPaper(Paper):
    """Makes papers of the board that a session has open."""

    def __init__(self, session: BoardSession, say: Say, origin: Origin) -> None:
        """Draw the board of `session`, with texts from `say`; `origin` stands at the foot."""
        super().__init__(say, origin)
        self._session = session

    def worksheet(self) -> PaperBoard:
        """Return the board with nothing on it, and its cards to be cut out."""
        task = self._session.task
        tray = new_board(task.about, task.offered).zones[Zone.TRAY]
        cards = (self._card(factor, hides=task.way) for factor in tray)
        zones = tuple(self._zone(zone, ()) for zone in task.zones)
        return self._board(Form.WORKSHEET, zones)._replace(
            is_blank=True,
            instruction=f"{self._question()} {self._tr(_ON_PAPER.get(task.way, _ANY_ON_PAPER))}",
            fields=(self._tr(N_("Name")), self._tr(N_("Date"))),
            questions=self._to_answer(),
            loose=PaperZone(self._tr(_CUT), tuple(cards)),
        )

    def mine(self) -> PaperBoard:
        """Return the board as it lies, with what was found of it if it was checked."""
        found = {finding.factor: finding for finding in self._session.findings}
        hides = self._session.task.way
        cards = {
            zone: tuple(
                self._card(factor, found.get(factor), None if factor in found else hides)
                for factor in factors
            )
            for zone, factors in self._session.board.zones.items()
        }
        tray = PaperZone(self._tr(N_("Still in the tray")), cards[Zone.TRAY])
        ordered = by_need(found.values())
        return self._board(Form.MINE, self._zones(cards))._replace(
            loose=tray,
            notes_title=self._tr(N_("What was found")) if found else self._own_title(),
            notes=(*self._defended(), *(self._note(each) for each in ordered)),
            remarks=tuple(self._say(remark) for remark in self._session.remarks),
        )

    def key(self) -> PaperBoard:
        """Return the board as the course would lay it; BoardError if it has no opinion."""
        key = self._session.answer_key()
        why_none = self.why_no_key()
        if key is None or why_none:
            raise BoardError(why_none)
        argued = {found.factor: found for found in key.findings if _is_argued(found)}
        cards = {
            zone: tuple(self._card(factor, argued.get(factor)) for factor in factors)
            for zone, factors in key.board.zones.items()
        }
        return self._board(Form.KEY, self._zones(cards))._replace(
            loose=PaperZone(self._tr(N_("Belongs nowhere here")), cards[Zone.TRAY]),
            notes_title=self._tr(N_("Why")),
            notes=tuple(self._reason(finding) for finding in key.findings),
            remarks=self._either(key),
        )

    def _either(self, key: AnswerKey) -> tuple[str, ...]:
        """Return which places of an order may be changed with each other, if any may."""
        others = {place: [b for a, b in key.either if a == place] for place, _ in key.either}
        if not others:
            return ()
        words = N_("{place} with {others}")
        pairs = (
            self._say(message(words, place=place, others=in_runs(after)))
            for place, after in others.items()
        )
        return (self._say(message(_EITHER, places="; ".join(pairs))),)

    def why_no_key(self) -> str:
        """Return why there is no key to the board, as a template, or ""."""
        if not self._session.help.reasons:
            return KEPT_BACK
        return "" if self._session.answer_key() else NO_KEY

    def _board(self, form: Form, zones: tuple[PaperZone, ...]) -> PaperBoard:
        way, about = self._session.task.way, self._session.about
        task = self._session.teacher_task
        return PaperBoard(
            self._kind(form, way, WAYS[way].name),
            task.title if task else about.title,
            _dated(about) if task else str(about.date or ""),
            self._question(),
            shape_of(way, zones),
            zones,
            self._words(),
        )

    def _question(self) -> str:
        task = self._session.teacher_task
        return (task and task.instruction) or self._tr(WAYS[self._session.task.way].question)

    def _zones(self, cards: Mapping[Zone, tuple[PaperCard, ...]]) -> tuple[PaperZone, ...]:
        return tuple(self._zone(zone, cards[zone]) for zone in self._session.task.zones)

    def _zone(self, zone: Zone, cards: Sequence[PaperCard]) -> PaperZone:
        room = self._session.task.rooms.get(zone, 0)
        return PaperZone(self._name(zone), tuple(cards), room)

    def _name(self, zone: Zone) -> str:
        return self._say(zone_name(zone, self._session.task.rooms, self._session.themes))

    def _card(
        self, factor: str, found: Finding | None = None, hides: Way | None = None
    ) -> PaperCard:
        """Return a card; a way of working hides what it asks for."""
        known = self._session.factors[factor]
        return PaperCard(
            known.title,
            "" if hides is Way.ORDER else date_of(known),
            () if hides is Way.THEME else themes_of(known, self._session.themes),
            self._mark(found.kind) if found else None,
        )

    def _note(self, found: Finding) -> PaperNote:
        title = self._session.factors[found.factor].title
        return PaperNote(title, self._say(found.reason), self._mark(found.kind))

    def _reason(self, found: Finding) -> PaperNote:
        """Return why the key puts a card there: a mark only where there is more than one view."""
        note = self._note(found)
        return note if _is_argued(found) else note._replace(mark=None)

    def _to_answer(self) -> tuple[str, ...]:
        """Return what a worksheet asks in words."""
        way = self._session.task.way
        if way is Way.WHAT_IF:
            return (self._say(without(self._session.about.title)),)
        ends = (
            self._tr(N_("Why did the top one weigh most?")),
            self._tr(N_("Why the bottom one least?")),
        )
        return ends if way is Way.RANK else ()

    def _own_title(self) -> str:
        """Return what stands above the student's own words, if there are any."""
        if not self._defended():
            return ""
        is_what_if = self._session.task.way is Way.WHAT_IF
        return self._tr(N_("In your own words")) if is_what_if else self._tr(N_("Why"))

    def _defended(self) -> tuple[PaperNote, ...]:
        """Return the student's own words: of a ranking, on its places from the top down."""
        if self._session.task.way is Way.WHAT_IF:
            about = self._session.about
            said = self._session.defences.get(about.id, "")
            return (PaperNote(self._say(without(about.title)), said),) if said else ()
        placed = self._placed()
        texts = {name: self._session.defences.get(name, "") for name in placed}
        titles = self._session.factors
        return tuple(PaperNote(titles[name].title, text) for name, text in texts.items() if text)

    def _placed(self) -> Iterable[str]:
        zones = self._session.board.zones
        return (name for zone in self._session.task.zones for name in zones[zone])


def shape_of(way: Way, zones: Sequence[PaperZone]) -> Shape:
    """Return how the zones of a way of working lie on paper."""
    if way is Way.RANK:
        return Shape.DIAMOND
    return Shape.LIST if len(zones) == 1 else Shape.COLUMNS


def in_runs(places: Sequence[int]) -> str:
    """Return rising numbers with runs of three or more as one: "2, 4–9"."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    told = ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run) for run in runs)
    return ", ".join(each for run in told for each in run)


def _is_argued(found: Finding) -> bool:
    return found.kind is FindingKind.DEFENSIBLE


def _dated(about: Offer) -> str:
    return f"{about.title}, {about.date}" if about.date else about.title
