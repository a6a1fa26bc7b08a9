"""The reasons of a marked plan, by side: there, on the other side, or not found; with the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from studyapp.domain.kinds.evidence import Evidence, Side
from studyapp.domain.messages import N_
from studyapp.ui.look.marks import PARTLY, RIGHT, Mark
from studyapp.ui.plain_text import escape
from studyapp.ui.self_test.points_view import PointsView
from studyapp.ui.self_test.question_views.question_view import QuestionView
from studyapp.ui.self_test.wrapping_label import wrapping_label
from studyapp.ui.translation import translated

if TYPE_CHECKING:
    from studyapp.domain.grading.grade import PointMark

_THERE = RIGHT._replace(word=N_("In your answer"))
_ELSEWHERE = PARTLY._replace(word=N_("In your answer, on the other side"))


class ReasonsView(PointsView):
    """The points of a plan: the reasons of both sides, each below its side, then the judgement."""

    def __init__(
        self,
        view: QuestionView,
        points: Sequence[PointMark],
        evidence: Sequence[Evidence],
        headings: Mapping[Side, str],
        judged: str = "",
    ) -> None:
        """List the points of `view`; what is no reason stands below the heading `judged`."""
        self._view, self._evidence = view, evidence
        self._above = _above(evidence, headings) | {len(evidence): judged}
        super().__init__(self._worded(points), view.theme, view)

    def show_points(self, points: Sequence[PointMark]) -> None:
        """Show what holds of the same points now."""
        super().show_points(self._worded(points))

    def _worded(self, points: Sequence[PointMark]) -> list[PointMark]:
        """Return the points with those of the judgement in the interface's language."""
        from dataclasses import replace

        told = [mark.point._replace(text=translated(mark.point.text)) for mark in points]
        count = len(self._evidence)
        judged = zip(points[count:], told[count:], strict=True)
        return [*points[:count], *(replace(mark, point=point) for mark, point in judged)]

    def _add(self, at: int, mark: PointMark) -> None:
        if self._above.get(at):
            self._rows.addWidget(small_heading(self._view, self._above[at]))
        super()._add(at, mark)

    def add_beside(self, at: int, beside: QVBoxLayout) -> None:
        """Give the way to the passage of a reason."""
        passage = self._evidence[at].passage if at < len(self._evidence) else None
        if not passage:
            return
        way = QLabel(f'<a href="{escape(passage)}">{escape(self.tr("Show the passage"))}</a>', self)
        way.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        way.setAccessibleName(self.tr("Passage: {point}").format(point=self._evidence[at].text))
        way.linkActivated.connect(self._view.passage_requested)
        beside.addWidget(way, 0, Qt.AlignmentFlag.AlignRight)

    def mark_of(self, mark: PointMark) -> Mark:
        """Say where a reason stands."""
        if mark.elsewhere and not mark.own:
            return _ELSEWHERE
        found = super().mark_of(mark)
        return _THERE if found is RIGHT else found


def tell_reasons(
    view: QuestionView, evidence: Sequence[Evidence], headings: Mapping[Side, str]
) -> None:
    """List the reasons of both sides below a view that has no answer to mark."""
    above = _above(evidence, headings)
    for at, item in enumerate(evidence):
        if at in above:
            view.rows.addWidget(small_heading(view, above[at]))
        view.rows.addWidget(view.with_way(f"• {item.text}", item.passage))


def small_heading(view: QuestionView, words: str) -> QLabel:
    """Return a small heading."""
    label = wrapping_label(words, view)
    label.setProperty("role", "muted")
    return label


def _above(evidence: Sequence[Evidence], headings: Mapping[Side, str]) -> dict[int, str]:
    """Return the heading that stands above the first reason of each side."""
    first: dict[Side, int] = {}
    for at, item in enumerate(evidence):
        first.setdefault(item.side, at)
    return {at: headings[side] for side, at in first.items()}
