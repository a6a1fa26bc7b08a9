"""A student's own wording of a card of the course, or another topic for it."""

from collections.abc import Mapping
from typing import NamedTuple


class Wording(NamedTuple):
    """What a card asks, and the answer to it, in words."""

    prompt: str
    answer: str


class CardChange(NamedTuple):
    """What is said otherwise than in the course, "" where nothing is.

    `course` is what the course said when the change was made.
    """

    prompt: str = ""
    answer: str = ""
    topic: str = ""
    course: Wording | None = None

    @property
    def rewords(self) -> bool:
        """Say whether question or answer are in the student's words."""
        return bool(self.prompt or self.answer)


def change_of(payload: Mapping[str, object]) -> CardChange | None:
    """Return a logged change, or None if it takes back what was changed, or says nothing known."""
    prompt, answer, topic = (_text(payload.get(key)) for key in ("prompt", "answer", "topic"))
    if not (prompt or answer or topic):
        return None
    said = payload.get("course")
    course = None
    if isinstance(said, Mapping):
        course = Wording(_text(said.get("prompt")), _text(said.get("answer")))
    return CardChange(prompt, answer, topic, course)


def payload_of(change: CardChange) -> dict[str, object]:
    """Return a change as it is logged."""
    said = {"prompt": change.prompt, "answer": change.answer, "topic": change.topic}
    payload: dict[str, object] = {key: text for key, text in said.items() if text}
    if change.course and payload:
        payload["course"] = change.course._asdict()
    return payload


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
