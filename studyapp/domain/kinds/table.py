"""The kinds of questions that a course can ask. A new kind is one more module and one more row."""

from studyapp.domain.kinds.choice import Choice
from studyapp.domain.kinds.date import Date
from studyapp.domain.kinds.essay import Essay
from studyapp.domain.kinds.grouping import Grouping
from studyapp.domain.kinds.kind import AnyContent
from studyapp.domain.kinds.lines import Lines
from studyapp.domain.kinds.matching import Matching
from studyapp.domain.kinds.number import Number
from studyapp.domain.kinds.ordering import Ordering
from studyapp.domain.kinds.source import Source
from studyapp.domain.kinds.statement import Statement
from studyapp.domain.kinds.truth import Truth
from studyapp.domain.kinds.typed import Cloze, Typed

_ROWS: tuple[type[AnyContent], ...] = (
    Choice,
    Truth,
    Essay,
    Source,
    Statement,
    Cloze,
    Typed,
    Number,
    Date,
    Matching,
    Ordering,
    Grouping,
)
KINDS = {kind.kind: kind for kind in _ROWS}


def kind_of(lines: Lines) -> type[AnyContent] | None:
    """Return the kind that a question is by the lines below it, or None if no one takes them all.

    What has no line at all is to be typed: `check` says that its answer is missing.
    """
    fitting = (kind for kind in KINDS.values() if kind.fits(lines))
    return next(fitting, None if lines.lines else Typed)


def nearest_kind(lines: Lines) -> type[AnyContent]:
    """Return the first kind that takes one of some lines, where no kind takes them all."""
    there = {line.label for line in lines.lines}
    taking = (kind for kind in KINDS.values() if not there.isdisjoint(kind.signs or kind.labels))
    return next(taking, Typed)
