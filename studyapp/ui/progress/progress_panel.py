"""The progress panel: how the study of a topic, of a course or of all courses stands."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.progress.figure_words import Section, sections
from studyapp.errors import KnownError, StoppedError
from studyapp.services.progress.statistics import Gathered, Scope, gather
from studyapp.ui.announce import announce
from studyapp.ui.background import LongJob
from studyapp.ui.board.empty_view import EmptyView
from studyapp.ui.look.theme import Theme
from studyapp.ui.panels import in_sight
from studyapp.ui.progress.controls import Foot, Head
from studyapp.ui.progress.section_view import SectionView
from studyapp.ui.refusing import Saying
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.services.progress.course_cards import CourseCards
    from studyapp.services.workspace import Workspace
    from studyapp.ui.preferences import Preferences

_WIDEST = 760
_STREAK = "streak"


class ProgressPanel(QWidget):
    """One column of figures; hidden, it does nothing until it is shown.

    `link_chosen` carries a weak link's passage, or "", and its card.
    """

    test_requested = Signal()
    link_chosen = Signal(str, str)
    print_requested = Signal()
    export_requested = Signal()

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        """Start without a course."""
        super().__init__()
        self._theme, self._preferences = theme, preferences
        self._workspace: Workspace | None = None
        self._topic = ""
        self._is_stale = True
        self._job: LongJob | None = None
        self._known: Mapping[Path, CourseCards] = {}
        self.gathered: Gathered | None = None
        self.views: dict[str, SectionView] = {}
        self.head = Head(self)
        self.foot = Foot(self)
        self.empty = EmptyView(self)
        self.damage = QLabel(self)
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("Progress"))

    def _lay_out(self) -> None:
        self.damage.setWordWrap(True)
        self.damage.setTextFormat(Qt.TextFormat.PlainText)
        self.damage.hide()
        column = QWidget(self)
        column.setMaximumWidth(_WIDEST)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(24)
        for widget in (self.head, self.damage, self.foot):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.figures = QScrollArea(self)
        self.figures.setWidgetResizable(True)
        self.figures.setFrameShape(QFrame.Shape.NoFrame)
        self.figures.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The stops within it scroll by themselves.
        self.figures.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.figures.setWidget(column)
        # The ground is that of a page; `setWidget` would give it the window's.
        column.setAutoFillBackground(False)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.figures)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        chosen = self._preferences
        self.head.show_scope(chosen.progress_scope)
        self.head.tables_button.setChecked(chosen.progress_as_tables)
        self.foot.streak_box.setChecked(chosen.shows_streak)
        self.head.scope_chosen.connect(self._take_scope)
        self.head.tables_button.toggled.connect(self.show_tables)
        self.head.test_button.clicked.connect(self.test_requested)
        self.foot.streak_box.toggled.connect(self._show_streak)
        self.empty.topic_requested.connect(lambda _topic: self._stop_or_count())
        self.foot.print_button.clicked.connect(self.print_requested)
        self.foot.export_button.clicked.connect(self.export_requested)

    def set_workspace(self, workspace: Workspace | None, why: str = "") -> None:
        """Show another course, or none; `why` says why there is none."""
        self._workspace, self._known, self.gathered = workspace, {}, None
        self._why = why
        self.refresh()

    def set_scope(self, topic: str) -> None:
        """Show how a topic and what lies below it stand."""
        if topic != self._topic:
            had_topic, self._topic = bool(self._topic), topic
            if self.head.scope() is Scope.TOPIC or not had_topic:
                self.refresh()

    def refresh(self) -> None:
        """Count anew, at once or when the panel is next in sight."""
        self._is_stale = True
        if in_sight(self):
            self.catch_up()

    def catch_up(self) -> None:
        """Count what was set or answered while the panel was out of sight."""
        if not self._is_stale or self._job:
            return
        self._is_stale = False
        with Saying(self._refuse):
            self._count()

    def sections(self) -> tuple[Section, ...]:
        """Return the figures on show in words, () if there are none."""
        return sections(self.gathered.figures) if self.gathered else ()

    def scope_title(self) -> str:
        """Return what the figures are of, in words."""
        return self.head.scope_box.currentText()

    def show_tables(self, wanted: bool) -> None:
        """Show every figure as a table, or as a picture where it has one."""
        self._preferences.progress_as_tables = wanted
        for view in self.views.values():
            view.show_as(as_table=wanted)
        self._put_in_order()
        announce(self, self.tr("Tables") if wanted else self.tr("Pictures"))

    def _count(self) -> None:
        workspace, scope = self._workspace, self.head.scope()
        part = self._topic if scope is Scope.TOPIC else ""
        every = scope is Scope.ALL
        sources = workspace.sources(all_courses=every, topic=part) if workspace else None
        if sources is None or not self._topic:
            self._refuse(self._why or self.tr("Open a course, and your progress stands here."))
            return
        if self.gathered is None:
            self._refuse(self.tr("Your answers are being counted …"))
        topic, known = self._topic, self._known
        job = LongJob(lambda told: gather(sources, scope, topic, known, told), self)
        job.progressed.connect(self._tell)
        job.finished.connect(lambda found: self._take(found, workspace))
        job.failed.connect(self._take_failure)
        self._job = job
        job.start()

    def _tell(self, share: float) -> None:
        """Say how much of a long log is counted, where nothing else is on show."""
        if not share or self._job is None or self._pages.currentWidget() is not self.empty:
            return
        self.empty.go_on(
            self.tr("Your answers are being counted: {share} %").format(share=round(share * 100))
        )
        self._offer(self.tr("Stop"))

    def _offer(self, step: str) -> None:
        had_focus = self.empty.hasFocus()
        self.empty.button.setText(step)
        self.empty.button.show()
        self.setFocusProxy(self.empty.button)
        if had_focus:
            self.empty.button.setFocus()

    def _stop_or_count(self) -> None:
        if not self.stop():
            self.refresh()

    def stop(self) -> bool:
        """Count no further; say whether anything was being counted."""
        if self._job:
            self._job.stop()
        return self._job is not None

    def _take(self, found: Gathered, workspace: Workspace | None) -> None:
        self._job = None
        if workspace is None or workspace is not self._workspace or self._is_stale:
            self.catch_up()
            return
        self._known = {**self._known, **found.courses}
        with Saying(self._refuse):
            self._show(found)
            workspace.keep_counted(found.counted)

    def _take_failure(self, error: KnownError) -> None:
        self._job = None
        self._refuse(sentence(error.message))
        if isinstance(error, StoppedError) and not self._is_stale:
            self._offer(self.tr("Count"))
            announce(self, self.empty.label.text())
        self.catch_up()

    def _show(self, found: Gathered) -> None:
        self.gathered = found
        held = {section.name: section for section in sections(found.figures)}
        above: QWidget = self.damage
        for name, section in held.items():
            view = self.views.get(name) or self._made_view(section, above)
            above = view
            view.show_section(section, found.figures, as_table=self.head.tables_button.isChecked())
        for name, view in self.views.items():
            view.setVisible(name in held and (name != _STREAK or self._preferences.shows_streak))
        self.foot.streak_box.setVisible(_STREAK in held)
        self.head.test_button.setEnabled(found.figures.due.now + found.figures.due.new > 0)
        self._put_in_order()
        self._say_damage(found.figures.damaged)
        self._pages.setCurrentWidget(self.figures)
        self.setFocusProxy(self.head.scope_box)

    def _put_in_order(self) -> None:
        """Have Tab go down the column, whatever was made first."""
        stops: list[QWidget] = [self.head.test_button]
        views = sorted(self.views.values(), key=self._column.indexOf)
        stops += [stop for view in views if (stop := view.stop())]
        foot = self.foot
        stops += [foot.streak_box, foot.print_button, foot.export_button]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _made_view(self, section: Section, above: QWidget) -> SectionView:
        view = SectionView(section, self._theme, self)
        view.link_chosen.connect(self._choose_link)
        self.views[section.name] = view
        self._column.insertWidget(self._column.indexOf(above) + 1, view)
        return view

    def _choose_link(self, card: str) -> None:
        links = self.gathered.figures.links if self.gathered else ()
        for link in links:
            if link.card == card:
                self.link_chosen.emit(link.passage, card)

    def _take_scope(self, scope: Scope) -> None:
        self._preferences.progress_scope = scope.value
        announce(self, self.scope_title())
        self.refresh()

    def _show_streak(self, wanted: bool) -> None:
        self._preferences.shows_streak = wanted
        if _STREAK in self.views:
            self.views[_STREAK].setVisible(wanted)

    def _say_damage(self, count: int) -> None:
        self.damage.setVisible(count > 0)
        words = self.tr(
            "{count} entries of your log are damaged and count for nothing. "
            "“studyapp progress verify” names them."
        )
        self.damage.setText(words.format(count=count))

    def _refuse(self, why: str) -> None:
        self.empty.say(why)
        self._pages.setCurrentWidget(self.empty)
        self.setFocusProxy(self.empty.stop())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was set while hidden."""
        super().showEvent(event)
        self.catch_up()
