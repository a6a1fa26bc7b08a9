"""The timeline's panel: the factors of the topic in scope on an axis of time, or as a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from studyapp.errors import KnownError
from studyapp.ui.announce import announce
from studyapp.ui.board.empty_view import EmptyView
from studyapp.ui.board.wording import factor_tooltip, more_of
from studyapp.ui.look.theme import Theme
from studyapp.ui.panels import in_sight
from studyapp.ui.plain_text import escape
from studyapp.ui.refusing import Saying
from studyapp.ui.timeline.content import Content
from studyapp.ui.timeline.factor_menu import BoardOffers, FactorMenu
from studyapp.ui.timeline.timeline_view import TimelineView
from studyapp.ui.timeline.toolbar import Toolbar
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.domain.course import Factor
    from studyapp.services.timeline import Timeline
    from studyapp.ui.timeline.list_view import ListView


class TimelinePanel(QWidget):
    """Shows a topic's factors in time; hidden, it does nothing until it is shown.

    `note_requested` carries a topic, and the passage that a factor rests on or "".
    """

    note_requested = Signal(str, str)
    sort_requested = Signal(str)
    zone_requested = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without a course."""
        super().__init__(parent)
        self._theme = theme
        self._source: Timeline | None = None
        self._topic = ""
        self._is_stale = True
        self.offers_of: Callable[[str], BoardOffers] = lambda _factor: BoardOffers()
        self.content = Content(by_theme=True)
        self.list: ListView | None = None
        self.toolbar = Toolbar(self)
        self.view = TimelineView(theme, self)
        self.lanes_box = QCheckBox(self.tr("Themes as lanes"), self)
        self.summary = QLabel(self)
        self.empty = EmptyView(self)
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("Timeline"))

    def _lay_out(self) -> None:
        self.lanes_box.setChecked(True)
        self.lanes_box.setToolTip(self.tr("A lane for each theme, or one for all"))
        self.summary.setProperty("role", "muted")
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.views = QStackedWidget(self)
        self.views.addWidget(self.view)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.summary, 1)
        below.addWidget(self.lanes_box)
        content = QWidget(self)
        rows = QVBoxLayout(content)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(8)
        rows.addWidget(self.toolbar)
        rows.addWidget(self.views, 1)
        rows.addLayout(below)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        self.toolbar.list_wanted.connect(self.show_list)
        self.toolbar.in_button.clicked.connect(self.view.zoom_in)
        self.toolbar.out_button.clicked.connect(self.view.zoom_out)
        self.toolbar.all_button.clicked.connect(self.view.see_all)
        self.lanes_box.toggled.connect(self._use_lanes)
        self._join(self.view)
        self.view.tooltip_of = self._tooltip_of

    def _join(self, view: TimelineView | ListView) -> None:
        view.factor_chosen.connect(self.go_to_note)
        view.factor_reached.connect(lambda _factor: self._say_count())
        view.menu_wanted.connect(self._show_menu)

    def set_source(self, source: Timeline | None) -> None:
        """Show another course, or none."""
        self._source = source
        self._forget()

    def set_scope(self, topic: str) -> None:
        """Show the factors of a topic and what lies below it."""
        if topic != self._topic:
            self._topic = topic
            self._forget()

    def catch_up(self) -> None:
        """Show what was set while the panel was out of sight."""
        if self._is_stale:
            self._show_scope()

    @property
    def current(self) -> str:
        """Return the factor that is current in the view in front, or ""."""
        return self._front().current

    def show_list(self, wanted: bool) -> None:
        """Show the list, or the axis; what was current in one is so in the other."""
        factor = self.current
        view: TimelineView | ListView = self._made_list() if wanted else self.view
        self.views.setCurrentWidget(view)
        self.toolbar.show_list(wanted)
        self._take_focus_proxy()
        if isinstance(view, TimelineView):
            view.select(factor, says=False)
        elif factor:
            view.select(factor)
        if self.toolbar.isAncestorOf(QApplication.focusWidget() or self):
            view.setFocus()

    def go_to_note(self, factor: str) -> None:
        """Ask for the note of a factor, at the passage that it rests on if one is known."""
        if self._source is None:
            return
        with Saying(self._refuse):
            passage = self._source.passage(factor)
            if passage is None:
                self._refuse(self.tr("No passage is named for this factor: here is its note."))
            self.note_requested.emit(self.content.entry(factor).topic, passage or "")

    def _made_list(self) -> ListView:
        # Made when first asked for: a tree has its share in every change of topic.
        from studyapp.ui.timeline.list_view import ListView

        if self.list is None:
            self.list = ListView(self._theme, self)
            self.list.rows.tooltip_of = self._tooltip_of
            self.list.rows.more_of = self._more_of
            self.list.show_content(self.content)
            self._join(self.list)
            self.views.addWidget(self.list)
            QWidget.setTabOrder(self.view, self.list)
        return self.list

    def _front(self) -> TimelineView | ListView:
        is_list = self.list is not None and self.views.currentWidget() is self.list
        return self.list if self.list is not None and is_list else self.view

    def _forget(self) -> None:
        self._is_stale = True
        if in_sight(self):
            self._show_scope()

    def _show_scope(self) -> None:
        """Show the topic's factors, or why there are none."""
        self._is_stale = False
        try:
            source = self._source if self._topic else None
            entries = source.entries(self._topic) if source else ()
            themes = source.themes if source else {}
        except KnownError as error:
            self._show_content(Content(by_theme=True))
            self.empty.say(sentence(error.message))
            return
        self._show_content(Content(entries, themes, by_theme=self.lanes_box.isChecked()))
        if not entries:
            self.empty.say(
                self.tr("This topic has no factors to show in time.")
                if source
                else self.tr("Open a course, and what happened in it stands here in time.")
            )

    def _show_content(self, content: Content) -> None:
        self.content = content
        self.view.show_content(content)
        if self.list:
            self.list.show_content(content)
        self._say_count()
        self._pages.setCurrentIndex(1 if content.lanes else 0)
        self._take_focus_proxy()

    def _use_lanes(self, by_theme: bool) -> None:
        factor = self.current
        self._show_content(Content(self.content.entries, self.content.themes, by_theme=by_theme))
        if factor and self.list and self._front() is self.list:
            self.list.select(factor)
        elif factor:
            self.view.select(factor, says=False)
        names = ", ".join(self.content.name_of(lane) for lane in self.content.lanes)
        announce(self, self.tr("Lanes: {names}").format(names=names))

    def _take_focus_proxy(self) -> None:
        is_empty = self._pages.currentIndex() == 0
        self.setFocusProxy(self.empty.stop() if is_empty else self._front())

    def _say_count(self) -> None:
        self.summary.setText(self.content.counted())

    def _refuse(self, why: str) -> None:
        self.summary.setText(why)
        announce(self, why)

    def _tooltip_of(self, factor: str) -> str:
        known = self._known(factor)
        if known:
            return factor_tooltip(known, self._lenses(known))
        return f"<p>{escape(self.content.entry(factor).title)}</p>"

    def _more_of(self, factor: str) -> str:
        known = self._known(factor)
        return more_of(known, self._lenses(known)) if known else ""

    def _known(self, factor: str) -> Factor | None:
        with Saying(self._refuse):
            return self._source.factor(factor) if self._source else None
        return None

    def _lenses(self, known: Factor) -> list[str]:
        themes = self.content.themes
        return [themes[name].name for name in known.themes if name in themes]

    def _show_menu(self, factor: str, at: QPoint) -> None:
        menu = FactorMenu(self.offers_of(factor), self)
        menu.setAccessibleName(self.content.entry(factor).title)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.note_wanted.connect(lambda: self.go_to_note(factor))
        menu.sort_wanted.connect(lambda: self.sort_requested.emit(factor))
        menu.zone_wanted.connect(lambda zone: self.zone_requested.emit(factor, zone))
        menu.popup(at)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was set while hidden."""
        super().showEvent(event)
        self.catch_up()
