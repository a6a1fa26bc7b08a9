"""`See:` — which passage of which note is meant, by words quoted from it or by its id."""

import re
from collections import defaultdict
from collections.abc import Iterable

from studyapp.domain.course import Place
from studyapp.domain.ids import passage_id
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.pages import Passage
from studyapp.domain.problems import Problem, error
from studyapp.domain.text import normalised
from studyapp.importers.lookup import Lookup

_QUOTED = re.compile(r"(.*?)[\s:,]*[\"“”„«‹](.+)[\"“”‟»›]\.?", re.DOTALL)
_GIVEN = re.compile(r"(.*?)\s*#([a-z0-9-]+)\.?")


class Passages:
    """The passages of all notes, found by their words."""

    def __init__(self) -> None:
        """Start with no note."""
        self._words: dict[str, list[tuple[str, str]]] = defaultdict(list)

    def add(self, topic: str, passages: Iterable[Passage]) -> None:
        """Add the note of a topic."""
        self._words[topic] += [(passage.id, _padded(passage.text)) for passage in passages]

    def holding(self, topic: str, quotation: str) -> list[str]:
        """Return the ids of the passages of a note in which these words stand in this order."""
        words = _padded(quotation)
        return [full for full, text in self._words[topic] if words.strip() and words in text]

    def first(self, topic: str) -> str | None:
        """Return the id of a note's first passage, if it has any."""
        return next((full for full, _ in self._words[topic]), None)

    def has(self, topic: str, full: str) -> bool:
        """Say whether a note has the passage with this id."""
        return any(full == other for other, _ in self._words[topic])


class Seeing:
    """Resolves what is written after `See:`; what cannot be resolved becomes a problem."""

    def __init__(self, passages: Passages, topics: Lookup, problems: list[Problem]) -> None:
        """Look for passages in these notes, other topics by these names."""
        self._passages = passages
        self._topics = topics
        self._problems = problems

    def passage(self, text: str, topic: str, place: Place) -> str | None:
        """Return the id of the passage that `text` names, seen from `topic`.

        If there is none, a problem says so, and the note's first passage stands in for it, so
        that nobody complains as well that no passage is named.
        """
        given, quoted = _GIVEN.fullmatch(text), _QUOTED.fullmatch(text)
        elsewhere = (given or quoted or [text, ""])[1].strip()
        where = self._topics.find(elsewhere) if elsewhere else topic
        if where is None:
            what = message(N_("There is no topic “{name}”"), name=elsewhere)
            remedy = message(N_("Write the topic's id or title before the quotation"))
            self._report("see-not-found", place, what, remedy)
            return self._passages.first(topic)
        if given:
            return self._by_id(where, given[2], place)
        return self._by_words(where, quoted[2] if quoted else text, place)

    def _by_id(self, topic: str, name: str, place: Place) -> str | None:
        full = passage_id(topic, name)
        if self._passages.has(topic, full):
            return full
        what = message(N_("No passage of the note has the id “{name}”"), name=name)
        remedy = message(N_("Write {{#{name}}} at the end of the passage meant"), name=name)
        self._report("see-not-found", place, what, remedy)
        return self._passages.first(topic)

    def _by_words(self, topic: str, quotation: str, place: Place) -> str | None:
        found = self._passages.holding(topic, quotation)
        if len(found) == 1:
            return found[0]
        if found:
            what = message(
                N_("“{quotation}” stands in {count} passages of the note"),
                quotation=quotation,
                count=len(found),
            )
            remedy = message(N_("Quote more words, so that one passage is meant"))
            self._report("see-ambiguous", place, what, remedy)
            return found[0]
        what = message(N_("“{quotation}” stands nowhere in the note"), quotation=quotation)
        remedy = message(N_("Quote words of one passage as they stand there"))
        self._report("see-not-found", place, what, remedy)
        return self._passages.first(topic)

    def _report(self, code: str, place: Place, what: Message, remedy: Message) -> None:
        self._problems.append(error(code, place, what, remedy))


def _padded(text: str) -> str:
    return f" {normalised(text)} "
