"""How often the student knew better than the marking of typed answers."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from studyapp.domain.log import RETRACT, REVIEW, standing
from studyapp.services.marking_answers import own_words
from studyapp.store.progress import Progress


class Overruled(NamedTuple):
    """Of so many key points marked, how many the student called said, and how many not said."""

    points: int
    said: int
    not_said: int


def overruled(progress: Progress) -> Mapping[str, Overruled]:
    """Return the counts by what the cards ask: "answer", "why", "gap" and so on."""
    from studyapp.domain.grading_points import Said

    points, said, not_said = Counter[str](), Counter[str](), Counter[str]()
    for entry in standing(progress.entries((REVIEW, RETRACT))):
        marked = entry.payload.get("points")
        if isinstance(marked, list):
            facet = entry.subject.partition("#")[2].partition(":")[0]
            own = own_words(entry.payload.get("overruled")).values()
            points[facet] += len(marked)
            said[facet] += sum(word is not Said.MISSING for word in own)
            not_said[facet] += sum(word is Said.MISSING for word in own)
    return {facet: Overruled(points[facet], said[facet], not_said[facet]) for facet in points}
