"""The reasons of a marked plan, by side: there, on the other side, or not found; with the way."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from studyapp.domain.grading import PointMark
from studyapp.domain.kinds.evidence import Evidence, Side
from studyapp.domain.messages import N_
from studyapp.ui.marks import NOT_FOUND, PARTLY, RIGHT, Mark
from studyapp.ui.self_test.question_views.question_view import QuestionView
from studyapp.ui.translation import translated

THERE = RIGHT._replace(word=N_("In your answer"))
ELSEWHERE = PARTLY._replace(word=N_("In your answer, on the other side"))


def mark_of_point(point: PointMark) -> Mark:
    """Return the mark of a reason."""
    if point.found:
        return THERE
    return ELSEWHERE if point.elsewhere else NOT_FOUND


def reasons(
    view: QuestionView, side: Side, evidence: tuple[Evidence, ...], points: tuple[PointMark, ...]
) -> Iterator[QLabel]:
    """Yield a line for each reason of one side; without marks, only what it says."""
    for at, item in enumerate(evidence):
        if item.side is side:
            mark = mark_of_point(points[at]) if points else None
            yield reason(view, mark, item.text, item.passage)


def reason(view: QuestionView, mark: Mark | None, text: str, passage: str | None) -> QLabel:
    """Return a line such as “✓ In your answer: …” with the way to its passage."""
    said = f"{mark.sign} {translated(mark.word)}: {text}" if mark else f"• {text}"
    label = view.with_way(said, passage)
    if mark:
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, view.theme.colour(mark.role))
        label.setPalette(palette)
    return label


def heading(view: QuestionView, words: str) -> QLabel:
    """Return a small heading."""
    label = QLabel(words, view)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", "muted")
    return label
