"""What every kind of question says of itself.

A kind is a class; one of its instances is what a question of that kind holds. It is read from the
lines below a prompt, kept in a pack as its fields, asked, marked, logged and told in words.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.kinds.lines import Lines
from studyapp.domain.messages import N_, Message, message

if TYPE_CHECKING:
    from typing import Self

    from studyapp.domain.grading.grade import Grade


class Given:
    """An answer as a student gives it; each way of answering has its own."""

    __slots__ = ()


Answer = TypeVar("Answer", bound=Given)


class Wrong(NamedTuple):
    """What `check` says of a question: under which name, what is wrong, and what to do."""

    code: str
    what: Message
    remedy: Message


class Content(ABC, Generic[Answer]):
    """What a question holds. Subclasses are frozen dataclasses of named tuples, texts and numbers.

    `labels` are the lines it takes: “[x]” is a box, “answer” a line that begins with “Answer:”;
    those that are also in `bare` stand alone. A question is of this kind if it has one of
    `signs` (if there are none, of `labels`) and no line of another kind.
    """

    __slots__ = ()

    # What makes `dataclasses.fields` take any kind; each is a dataclass.
    __dataclass_fields__: ClassVar[dict[str, Any]]
    kind: ClassVar[str]
    labels: ClassVar[tuple[str, ...]] = ()
    bare: ClassVar[tuple[str, ...]] = ()
    signs: ClassVar[tuple[str, ...]] = ()
    # Is typed, if only in part, so that a draft is kept.
    is_typed: ClassVar[bool] = False
    # Is written for long, and judged by the student alone.
    is_long: ClassVar[bool] = False
    # Is answered with what is picked from the course.
    picks_evidence: ClassVar[bool] = False
    # Its view tells the answer part by part, so that it is not told again as a whole.
    in_parts: ClassVar[bool] = False

    @classmethod
    def fits(cls, lines: Lines) -> bool:
        """Say whether a question with these lines is of this kind and of no other."""
        there = {line.label for line in lines.lines}
        signs = cls.signs or cls.labels
        return there.issubset(cls.labels) and not there.isdisjoint(signs) and not lines.has_gaps

    @classmethod
    def read(cls, lines: Lines) -> Self:
        """Return what lines hold; what cannot be read among them is reported to `lines`."""
        raise NotImplementedError

    @property
    def facets(self) -> tuple[str, ...]:
        """What of the question is asked by a card each."""
        return ("answer",)

    @property
    def passages(self) -> tuple[str, ...]:
        """The passages that it rests on by itself."""
        return ()

    @property
    def explains_itself(self) -> bool:
        """Say whether it needs no “Because:”."""
        return False

    @property
    def verdict(self) -> str:
        """The program's own word that the right answer begins with, as a template; "" if none."""
        return ""

    def wrong(self, prompt: str) -> Iterator[Wrong]:
        """Yield what is wrong with it as a whole, to the author of the course."""
        yield from ()

    def sought(self, prompt: str) -> Iterator[tuple[str, str]]:
        """Yield words that an answer has to have, each after what is shown where it is asked."""
        yield from ()

    def shown_words(self) -> str:
        """Return what is shown beside the prompt and makes it another question."""
        return ""

    def asked(self, salt: str) -> Self:
        """Return it as it is shown: what has no order of its own is shuffled by `salt`."""
        return self

    def for_prompt(self, prompt: str) -> Content[Any]:
        """Return it as it is asked by a prompt, where marking takes account of that."""
        return self

    @abstractmethod
    def in_words(self) -> str:
        """Return the right answer in words."""

    @abstractmethod
    def grade(self, given: Answer, aliases: Aliases = NO_ALIASES) -> Grade | None:
        """Mark an answer to what was asked, by its parts if it has any; None if it is not marked.

        `aliases` are the names of the course's terms.
        """

    def make_ready(self, aliases: Aliases) -> None:
        """Read what marking needs, before there is an answer."""

    def is_sure(self, given: Answer) -> bool:
        """Say whether what was not found in an answer is wrong, and not only in other words."""
        return True

    @abstractmethod
    def logged(self, given: Answer) -> object:
        """Return an answer as JSON for the log, by its words: what is shown changes its order."""

    @abstractmethod
    def remembered(self, logged: object) -> Answer | None:
        """Return a logged answer again, as far as it is one to what is asked now."""


AnyContent = Content[Any]


def no_answer(prompt: str, remedy: str) -> Wrong:
    """Return what is wrong with a question that has no answer."""
    return Wrong(
        "no-answer", message(N_("“{prompt}” has no answer"), prompt=prompt), message(remedy)
    )
