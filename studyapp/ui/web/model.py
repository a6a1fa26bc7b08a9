"""The one model of the web's two views: what is drawn, what is chosen, what marking said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studyapp.domain.boards import web as webs
from studyapp.domain.boards.hints import Hint
from studyapp.domain.boards.web import Drawn, Pair, Point, Relation, Web, WebStep
from studyapp.domain.boards.web_layout import Spacing, laid_out
from studyapp.domain.course import Factor
from studyapp.domain.messages import Message
from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from studyapp.domain.boards.marking_web import LinkFinding
    from studyapp.domain.pages import ThemeEntry
    from studyapp.services.boards.web_session import WebSession


class WebModel(QObject):
    """Passes on what the person does to the session, and says what has changed since.

    `changed` carries a `WebStep`; `web_opened` means that nothing is as it was; `chosen_changed`
    that another card or link is the current one; `refused` carries a sentence for the person.
    """

    web_opened = Signal()
    changed = Signal(object)
    checked = Signal()
    chosen_changed = Signal()
    link_begun = Signal(str)
    link_drawn = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without a web."""
        super().__init__(parent)
        self._session: WebSession | None = None
        self.web = Web("")
        self.tray: tuple[str, ...] = ()
        self._findings: dict[Pair, LinkFinding] = {}
        self.current = ""
        self.link: Pair | None = None
        self.selected: frozenset[str] = frozenset()
        self.cause = ""

    def open(self, session: WebSession, about: str) -> None:
        """Open the web of a topic or a teacher's task."""
        self._session = session
        session.open(about)
        self._begin()

    @property
    def session(self) -> WebSession | None:
        """The session that is open."""
        return self._session

    def reopen(self, act: Callable[[WebSession], object]) -> bool:
        """Do what opens another web of the same topic; return whether it was not refused."""
        with Saying(self.refused.emit):
            if self._session:
                act(self._session)
                self._begin()
                return True
        return False

    def close(self) -> None:
        """Show no web."""
        self._session = None
        self._begin()

    def _begin(self) -> None:
        self.current, self.link, self.cause, self.selected = "", None, "", frozenset()
        self._take_in()
        self.web_opened.emit()

    @property
    def read_only(self) -> bool:
        """Say whether nothing that is done is kept."""
        return self._session is not None and self._session.read_only

    @property
    def gives_hints(self) -> bool:
        """Say whether the web may be hinted at: a teacher's task can forbid it."""
        return self._session is None or self._session.help.hints

    @property
    def is_open(self) -> bool:
        """Say whether there is a web."""
        return self._session is not None

    def factor(self, name: str) -> Factor:
        """Return a factor; one that the student wrote has nothing but its words."""
        assert self._session is not None
        return self._session.factor(name)

    def themes(self, name: str) -> tuple[ThemeEntry, ...]:
        """Return the themes of a factor."""
        known: Mapping[str, ThemeEntry] = self._session.themes if self._session else {}
        return tuple(known[theme] for theme in self.factor(name).themes if theme in known)

    def found(self, typed: str) -> tuple[str, ...]:
        """Return the cards of the tray that have what is typed in their titles."""
        return self._session.found(typed) if self._session and typed else self.tray

    def finding(self, pair: Pair) -> LinkFinding | None:
        """Return what marking said of a link, as long as it says what it said then."""
        return self._findings.get(pair)

    @property
    def findings(self) -> tuple[LinkFinding, ...]:
        """What marking said, without what was changed since."""
        return tuple(self._findings.values())

    @property
    def remarks(self) -> tuple[Message, ...]:
        """What marking said of the whole, until something was changed."""
        return self._session.remarks if self._session else ()

    @property
    def called_in(self) -> int:
        """How many cards the last check called in for recall."""
        return len(self._session.called_in) if self._session else 0

    @property
    def can_undo(self) -> bool:
        """Say whether there is a step to take back."""
        return self._session is not None and self._session.can_undo

    @property
    def can_redo(self) -> bool:
        """Say whether there is a step to do again."""
        return self._session is not None and self._session.can_redo

    def choose(self, card: str, others: Iterable[str] = ()) -> None:
        """Make a card the current one, alone or together with others."""
        self._choose(card, None, frozenset((card, *others)) if card else frozenset(others))

    def choose_link(self, pair: Pair | None) -> None:
        """Make a link the current one."""
        self._choose(self.current, pair, frozenset())

    def _choose(self, card: str, pair: Pair | None, selected: frozenset[str]) -> None:
        if (card, pair, selected) != (self.current, self.link, self.selected):
            self.current, self.link, self.selected = card, pair, selected
            self.chosen_changed.emit()

    def place(self, spots: Mapping[str, Point]) -> bool:
        """Lay cards where they shall lie; say whether they do."""
        return self.do(webs.place(self.web, spots))

    def take_off(self, names: Iterable[str]) -> bool:
        """Put cards back into the tray, and their links with them; own ones are gone."""
        return self.do(webs.take_off(self.web, names))

    def write(self, text: str, at: Point, name: str = "") -> bool:
        """Put a card of the student's own there, or change its words, and make it current."""
        if self._session is None or not text.strip():
            return False
        name = name or self._session.new_name()
        done = self.do(webs.write(self.web, name, text.strip(), at))
        if done:
            self.choose(name)
        return done

    def begin_link(self, card: str) -> None:
        """Remember a card as the cause of the link that is drawn next; "" forgets it."""
        if card in self.web.cards or not card:
            self.cause = card
            self.link_begun.emit(card)

    def draw(self, pair: Pair) -> bool:
        """Draw a link, or make the one that is there the current one."""
        self.begin_link("")
        if pair[0] == pair[1] or not self.web.cards.keys() >= set(pair):
            return False
        done = pair in self.web.links or self.do(webs.draw(self.web, pair, Drawn()))
        if done:
            self.choose_link(pair)
            self.link_drawn.emit()
        return done

    def describe(self, pair: Pair, relation: Relation, because: str) -> bool:
        """Say of a drawn link what kind it is, and why it holds."""
        drawn = self.web.links[pair]
        wanted = drawn._replace(relation=relation, because=because)
        return self.do(webs.draw(self.web, pair, wanted))

    def move_label(self, pair: Pair, label: Point) -> bool:
        """Put the words of a link clear of what they hide."""
        return self.do(webs.draw(self.web, pair, self.web.links[pair]._replace(label=label)))

    def erase(self, pair: Pair) -> bool:
        """Take a link away."""
        return self.do(webs.erase(self.web, pair))

    def turn(self, pair: Pair) -> bool:
        """Turn a link round."""
        done = self.do(webs.turn(self.web, pair))
        if done:
            self.choose_link(pair[::-1])
        return done

    def lay_out(self, spacing: Spacing, widest: int) -> bool:
        """Lay out all cards of the web by their links, causes above consequences."""
        return self.place(laid_out(tuple(self.web.cards), self.web.links, spacing, widest))

    def do(self, step: WebStep) -> bool:
        """Do a step; say whether it was done, or changes nothing."""
        session = self._session
        return session is not None and self._change(lambda: session.do(step))

    def undo(self) -> None:
        """Take the last step back."""
        if self._session and self.can_undo:
            self._change(self._session.undo)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        if self._session and self.can_redo:
            self._change(self._session.redo)

    def check(self) -> bool:
        """Have the web marked; return whether it was."""
        if self._session is None:
            return False
        with Saying(self.refused.emit):
            self._session.check()
            self._take_in()
            self.checked.emit()
            return True
        return False

    def hint(self) -> Hint | None:
        """Return the next hint, or None if nothing is to mend; KnownError if it is not kept."""
        return self._session.hint() if self._session else None

    def _change(self, act: Callable[[], object]) -> bool:
        before = self.web
        with Saying(self.refused.emit):
            act()
            self._take_in()
            step = difference(before, self.web)
            if step.changes:
                lost = self._let_go_of_what_is_gone()
                # The views' rows are those of the web before until they hear of the step.
                self.changed.emit(step)
                if lost:
                    self.chosen_changed.emit()
            return True
        return False

    def _let_go_of_what_is_gone(self) -> bool:
        """Choose nothing that is not there any more; say whether something was."""
        before = (self.current, self.link, self.selected)
        known = {*self.web.cards, *self.tray}
        self.link = self.link if self.link in self.web.links else None
        self.current = self.current if self.current in known else ""
        self.selected &= known
        if self.cause not in self.web.cards:
            self.cause = ""
        return before != (self.current, self.link, self.selected)

    def _take_in(self) -> None:
        """Keep what the session shows now: views ask for it a card at a time."""
        session = self._session
        self.web = session.web if session else Web("")
        self.tray = session.tray if session else ()
        self._findings = {each.pair: each for each in session.findings} if session else {}


def difference(before: Web, after: Web) -> WebStep:
    """Return what is another in one web than in the one before."""
    cards = {
        name: (before.cards.get(name), after.cards.get(name))
        for name in {**before.cards, **after.cards}
        if before.cards.get(name) != after.cards.get(name)
    }
    links = {
        pair: (before.links.get(pair), after.links.get(pair))
        for pair in {**before.links, **after.links}
        if before.links.get(pair) != after.links.get(pair)
    }
    return WebStep(cards, links)
