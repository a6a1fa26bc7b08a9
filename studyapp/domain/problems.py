"""A problem of a course: what is wrong, where in the source, and what to do about it.

An error keeps a course from being built, a warning does not, an info only says what was done.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from studyapp.domain.course import Place
from studyapp.domain.messages import N_, Message, message

Severity = Literal["error", "warning", "info"]

CODES = frozenset(
    """
    account-form added-source almost-section answer-in-question bad-date bad-id bad-picture
    contested cycle distractor-form distractor-linked distractor-reason duplicate-id
    duplicate-link duplicate-name duplicate-question effect-before-cause empty-topic essay-form
    front-matter gone heading-level ids-file link-form missing-course-file missing-id missing-note
    missing-picture missing-title no-alternative no-answer no-because no-explanation no-see
    no-topic outside picture-in-text question-form renamed section-form section-place
    see-ambiguous see-not-found source-form statement-form task-card task-form term-form
    theme-form timeline-form too-deep too-large unknown-account unknown-box unknown-factor
    unknown-hue unknown-icon unknown-kind unknown-term unknown-theme unreadable web-address
    """.split()
)


class Problem(NamedTuple):
    """Something wrong with a course: how bad, which rule (`code`), where, what, and what to do."""

    severity: Severity
    code: str
    place: Place
    what: Message
    remedy: Message


def error(code: str, place: Place, what: Message, remedy: Message) -> Problem:
    """Return a problem that keeps the course from being built."""
    return Problem("error", code, place, what, remedy)


def warning(code: str, place: Place, what: Message, remedy: Message) -> Problem:
    """Return a problem that makes the course poorer, not unusable."""
    return Problem("warning", code, place, what, remedy)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Say whether a course with these problems must not be built."""
    return any(problem.severity == "error" for problem in problems)


def missing_id(name: str, place: Place) -> Problem:
    """Return the problem of an element that nothing gives an id to."""
    return error(
        "missing-id",
        place,
        message(N_("“{name}” has no id"), name=name),
        message(N_("Run “studyapp check --fix”; it gives an id to all that is new")),
    )
