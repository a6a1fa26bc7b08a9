"""Cards that a student makes of a note's words: a sentence with a gap, or a question."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.domain.anchoring import Anchor
from studyapp.domain.gaps import wordings_of_gaps


class OwnCard(NamedTuple):
    """A student's card: `prompt` has gaps and no `answer`, or is a question with one.

    `anchor` is where the words stand that it was made of.
    """

    id: str
    topic: str
    anchor: Anchor
    prompt: str
    answer: str

    @property
    def facets(self) -> Sequence[str]:
        """What of it is asked: each gap on its own, or the answer."""
        gaps = sum(1 for _ in wordings_of_gaps(self.prompt))
        return [f"gap:{number}" for number in range(1, gaps + 1)] or ["answer"]


def is_complete(prompt: str, answer: str) -> bool:
    """Say whether a card asks something that has an answer."""
    gaps = list(wordings_of_gaps(prompt))
    return all(gaps) if gaps else bool(prompt.strip() and answer.strip())
