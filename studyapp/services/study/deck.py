"""What one course gives to recall: its own cards, and those that the student made in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from studyapp.domain import cards
from studyapp.domain.cards import Card, Facet
from studyapp.domain.ids import card_id
from studyapp.domain.pages import Leads, PassageEntry, TopicEntry
from studyapp.domain.schedule.siblings import Kin, Place
from studyapp.services.study.asking import AskedCard, what_is_asked
from studyapp.services.study.card_changes import CardChanges, reworded
from studyapp.services.study.defended import Defended
from studyapp.services.study.own_cards import OwnCards
from studyapp.store.lines import CourseLines
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress

if TYPE_CHECKING:
    from studyapp.domain.aliases import Aliases
    from studyapp.domain.grading.points import Said
    from studyapp.domain.surroundings import Surroundings


def lines_of(pack: Pack, progress: Progress) -> CourseLines:
    """Return the lines in which a course's own cards stand."""
    course, made = pack.cover()["id"], pack.rows_in_order_of_meeting
    return progress.lines(course, pack.edition_of_cards, made)


class Deck:
    """The cards of one course, by topic or all."""

    def __init__(self, pack: Pack, progress: Progress) -> None:
        """Take the course's cards from `pack`, and the student's from `progress`."""
        self._pack, self._progress = pack, progress
        cover = pack.cover()
        self.id, self.title, self.path = cover["id"], cover["title"], pack.path
        self.own = OwnCards(pack, progress)
        self.changes = CardChanges(self.id, progress, lambda: self.topics)
        self._defended = Defended(pack, progress)

    def refresh(self) -> None:
        """Read anew what the student has made and changed, as after something was taken back."""
        self.own.refresh()
        self.changes.refresh()

    def of_topic(self, topic: str) -> tuple[Card, ...]:
        """Return the course's cards of a topic and of what lies below it."""
        return tuple(cards.card(*row) for row in self._pack.cards(topic))

    @property
    def is_ready(self) -> bool:
        """Say whether its lines are there, or are made without anybody noticing."""
        from studyapp.services.study.making_ready import lacks_cards

        return not lacks_cards(self._pack, self._progress)

    @cached_property
    def size(self) -> int:
        """About how many cards the course has."""
        return self._pack.about_how_many_cards()

    @cached_property
    def lines(self) -> CourseLines:
        """The lines in which the course's own cards stand."""
        return lines_of(self._pack, self._progress)

    def placed(self, held: Sequence[Card], topics: Collection[str]) -> tuple[Card, ...]:
        """Return the course's cards of some topics as the student has placed them."""
        here = {card.id for card in held}
        placed = self.changes.placed(held, topics)
        return tuple(card for card in placed if card.id in here or self.asked(card, ""))

    @cached_property
    def topics(self) -> Mapping[str, TopicEntry]:
        """The topics in reading order, by their ids."""
        return {topic.id: topic for topic in self._pack.topics()}

    def topics_of(self, topic: str) -> frozenset[str]:
        """Return a topic and what lies below it."""
        return frozenset(self._pack.subtree(topic))

    @cached_property
    def of_course(self) -> tuple[Card, ...]:
        """Every card of the course itself."""
        return tuple(cards.card(*row) for row in self._pack.every_card())

    def all(self) -> tuple[Card, ...]:
        """Return every card: the course's, then what the student has made."""
        return (*self.of_course, *self.made())

    def made(self, topics: Collection[str] | None = None) -> tuple[Card, ...]:
        """Return the cards of what the student has made, in some topics or in all."""
        return (*self.own.cards(topics), *self._defended.cards(topics))

    def place_of_made(self, card: Card) -> Place:
        """Return one of those cards with its kin: it tells of the passage it was made of."""
        own = self.own.get(card.element)
        passage = {own.anchor.passage} if own else set()
        return Place(card, Kin(frozenset({card.element} | passage)))

    def ranks_of_made(self, made: Sequence[Card]) -> dict[str, float]:
        """Return where they are met: after the course's own cards of their topic, or at the end.

        What was said in defence of a link's rank is met after the link, if the course asks why it
        holds.
        """
        if not made:
            return {}
        last, reached, ranks = self.lines.last_ranks(), -1, {}
        for topic in self.topics:
            reached = ranks[topic] = max(reached, last.get(topic, -1))
        # Between two whole numbers there is room for as many as were made.
        steps = ((at + 1) / (len(made) + 1) for at in range(len(made)))
        links = self._ranks_of_links(made)
        pairs = zip(made, steps, strict=True)
        return {
            card.id: links.get(card.element, ranks.get(card.topic, reached + 1)) + step
            for card, step in pairs
        }

    def _ranks_of_links(self, made: Sequence[Card]) -> dict[str, int]:
        """Return where the course asks why those links hold whose ranks were defended."""
        asked = {card_id(card.element, Facet.WHY) for card in made if card.facet is Facet.RANK}
        found = self.lines.of(asked) if asked else ()
        return {each.place.card.element: each.rank for each in found}

    def asked(self, card: Card, salt: str) -> AskedCard | None:
        """Return what a card asks, or None if this edition has its element no longer."""
        if self.own.get(card.element):
            return self.own.asked(card)
        asked = self.as_in_course(card, salt)
        return reworded(asked, self.changes.of(card.id)) if asked else None

    def as_in_course(self, card: Card, salt: str = "") -> AskedCard | None:
        """Return what a card of the course asks in the course's own words."""
        if card.facet is Facet.RANK:
            return self._defended.asked(card)
        return what_is_asked(self._pack, card, salt)

    def leads(self, passage: str) -> Leads:
        """Return what of this course, and of the student's own, rests on a passage."""
        found = [cards.card(*row) for row in self._pack.cards_of_passage(passage)]
        for own in self.own.of_passage(passage):
            found += [cards.card(own.id, facet, own.topic) for facet in own.facets]
        asked = ((card.id, self.asked(card, "")) for card in found)
        prompts = tuple((card, what.prompt) for card, what in asked if what)
        return Leads(prompts, self._pack.factors_of_passage(passage))

    def place_of(self, card: Card) -> tuple[str, str] | None:
        """Return the factor that a card is about and its topic; of a link, what it leads to."""
        link = self._pack.link(card.element)
        factor = self._pack.factors((link.consequence if link else card.element,))
        return next(((each.id, each.topic) for each in factor.values()), None)

    def surroundings(self, card: Card) -> Surroundings | None:
        """Return where the factor that a card is about stands, if it is about one with links."""
        from studyapp.domain.surroundings import surroundings

        place = self.place_of(card)
        links = self._pack.links(place[0]) if place else ()
        if not place or not links:
            return None
        asked = next((link.cause for link in links if link.id == card.element), "")
        ends = sorted({end for link in links for end in (link.cause, link.consequence)})
        titles = {each.id: each.title for each in self._pack.factors(ends).values()}
        return surroundings(place[0], links, titles, asked)

    @cached_property
    def aliases(self) -> Aliases:
        """The names of the course's terms, by which an answer may call them."""
        from studyapp.domain.aliases import aliases_of

        return aliases_of(self._pack.terms())

    def said_before(self, card: str, answer: str, points: int) -> dict[int, Said]:
        """Return what the student said of the points of nearly the same answer before."""
        from studyapp.services.study.said_before import said_before

        return said_before(card, answer, points, self._progress)

    def passages_with(self, passage: PassageEntry) -> tuple[PassageEntry, ...]:
        """Return the passages of the note that one stands in."""
        return self._pack.passages(passage.topic)

    def passage(self, passage: str | None) -> PassageEntry | None:
        """Return the passage an answer rests on, if there is one."""
        return self._pack.passage(passage) if passage else None
