"""A web out of its log: what it began with, and the steps that were done, undone and redone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from studyapp.domain.boards import web as webs
from studyapp.domain.boards.history import Steps
from studyapp.domain.boards.marking_web import WebMarking
from studyapp.domain.boards.web import Card, Drawn, Pair, Point, Relation, Web, WebStep
from studyapp.domain.log import LogEntry
from studyapp.services.boards.board_log import REDO, UNDO

STEP = "web-step"


class Done(NamedTuple):
    """A step, and the key of the entry that logged it."""

    key: str
    step: WebStep


class WebState(NamedTuple):
    """How a web stands, and what its last check found of the links that say the same still.

    `own_names` are the student's own cards that are or ever were on the web; `checked` is what was
    marked last, with all that was found of it.
    """

    web: Web
    history: Steps[Done] = Steps()
    own_names: frozenset[str] = frozenset()
    marking: WebMarking = WebMarking()
    checked: tuple[Web, WebMarking] | None = None

    def after(self, step: WebStep, history: Steps[Done]) -> WebState:
        """Return the state after a step, whose history is the one given."""
        own = self.own_names.union(filter(webs.is_own, step.cards))
        web, marking = webs.apply(self.web, step), _still_held(self.marking, step)
        if self.checked and _is_as_marked(web, self.checked[0]):
            marking = self.checked[1]
        return self._replace(web=web, history=history, own_names=own, marking=marking)

    def marked(self, marking: WebMarking) -> WebState:
        """Return the state after a check."""
        return self._replace(marking=marking, checked=(self.web, marking))

    def done(self, key: str, step: WebStep) -> WebState:
        """Return the state after a new step, which the entry with that key logged."""
        return self.after(step, self.history.after(Done(key, step)))


def begun(about: str, start: Mapping[str, object], offered: Collection[str]) -> WebState:
    """Return a web about something as it begins: empty, or as what it is a copy of was then."""
    empty = Web(about)
    web = webs.apply(empty, step_of(empty, start, offered))
    return WebState(web, own_names=frozenset(filter(webs.is_own, web.cards)))


def replayed(state: WebState, entry: LogEntry, offered: Collection[str]) -> WebState:
    """Return the state after a logged step, undo or redo; other entries change nothing."""
    if entry.type == STEP:
        return state.done(entry.key, step_of(state.web, entry.payload, offered))
    if entry.type in (UNDO, REDO):
        return _with_cursor(state, entry.type == UNDO, entry.payload.get("of"))
    return state


def payload_of(step: WebStep) -> dict[str, object]:
    """Return a step as it is logged: what is there afterwards, by id."""
    cards = {
        name: [*after.at, after.text] if after else None for name, (_, after) in step.cards.items()
    }
    links = [
        [*pair, after.relation.value, after.because, *after.label] if after else [*pair]
        for pair, (_, after) in step.links.items()
    ]
    return {"cards": cards, "links": links}


def step_of(web: Web, payload: Mapping[str, object], offered: Collection[str]) -> WebStep:
    """Return a logged step as one from this web; what this edition does not know is left out."""
    cards, links = payload.get("cards"), payload.get("links")
    known = {*offered, *web.cards}
    placed = {
        name: (web.cards.get(name), card)
        for name, card in _read_cards(cards if isinstance(cards, dict) else {})
        if name in known or webs.is_own(name)
    }
    # Links that another machine drew meanwhile to a card that is taken off here go with it.
    gone = [name for name, (_, after) in placed.items() if after is None]
    drawn: dict[Pair, tuple[Drawn | None, Drawn | None]] = {
        pair: (web.links[pair], None) for name in gone for pair in web.links_at(name)
    }
    for pair, link in _read_links(links if isinstance(links, list) else ()):
        drawn[pair] = (web.links.get(pair), link)
    return WebStep(placed, drawn)


def _with_cursor(state: WebState, back: bool, key: object) -> WebState:
    """Take a step back, or do it again, wherever it stands in the history of two machines."""
    turn = state.history.take_back if back else state.history.do_again
    found, history = turn(lambda done: done.key == key)
    if found is None:
        return state
    return state.after(found.step.inverse() if back else found.step, history)


def _still_held(marking: WebMarking, step: WebStep) -> WebMarking:
    """Let go of what was found of links that are others now; moving a card changes none."""
    gone = {name for name, ends in step.cards.items() if None in ends}
    pairs = {pair for pair, (was, now) in step.links.items() if not _says_the_same(was, now)}
    if not gone and not pairs:
        return marking
    pairs |= {pair[::-1] for pair in pairs}
    kept = (each for each in marking.findings if each.pair not in pairs)
    # What was said of the whole no longer holds.
    return WebMarking(tuple(each for each in kept if not gone.intersection(each.pair)))


def _is_as_marked(web: Web, then: Web) -> bool:
    """Say whether a web has the links and the cards of another, wherever they lie."""
    drawn, before = ({pair: link[:2] for pair, link in each.links.items()} for each in (web, then))
    said, once = ({name: card.text for name, card in each.cards.items()} for each in (web, then))
    return drawn == before and said == once


def _says_the_same(one: Drawn | None, other: Drawn | None) -> bool:
    return one is not None and other is not None and one[:2] == other[:2]


def _read_cards(cards: Mapping[str, object]) -> Iterator[tuple[str, Card | None]]:
    for name, told in cards.items():
        match told:
            case None:
                yield name, None
            case [int(x), int(y), str(text)]:
                yield name, Card(Point(x, y), text)


def _read_links(links: Iterable[object]) -> Iterator[tuple[Pair, Drawn | None]]:
    relations = {each.value: each for each in Relation}
    for told in links:
        match told:
            case [str(cause), str(consequence)]:
                yield (cause, consequence), None
            case [str(cause), str(consequence), str(relation), str(because), int(x), int(y)]:
                known = relations.get(relation, Relation.LED_TO)
                yield (cause, consequence), Drawn(known, because, Point(x, y))
