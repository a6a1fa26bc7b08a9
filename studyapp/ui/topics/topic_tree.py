"""The tree of topics: its selection is the scope of every panel."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Signal,
)
from PySide6.QtWidgets import QTreeView, QWidget

from studyapp.domain.pages import TopicEntry
from studyapp.ui import qt_numbers
from studyapp.ui.look.theme import Theme
from studyapp.ui.pointer.dragging import drag, topic_mime
from studyapp.ui.pointer.held_press import HeldPress
from studyapp.ui.pointer.pointing import ask_for_menu
from studyapp.ui.topics.topic_marks import TopicMarks

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_INDENT = 12
# What stands left and right of a title at the top of the tree: the branch, the mark, the padding.
_AROUND = 46
_ROW_HEIGHT = 30


class TopicTreeModel(QAbstractItemModel):
    """Topics in preorder as a tree; an index carries its topic's position in that order."""

    def __init__(
        self,
        marks: TopicMarks,
        topics: Sequence[TopicEntry] = (),
        parent: QObject | None = None,
    ) -> None:
        """Show `topics`, which must stand in preorder, each with its mark."""
        super().__init__(parent)
        self._marks = marks
        # How large a row must be, if not as large as all.
        self.size_of: Callable[[TopicEntry], QSize | None] = lambda _topic: None
        self._take(topics)

    def show(self, topics: Sequence[TopicEntry]) -> None:
        """Show another course's topics."""
        self.beginResetModel()
        self._take(topics)
        self.endResetModel()

    def topic_at(self, index: Index) -> str | None:
        """Return the id of the topic at an index."""
        return self._topics[index.internalId()].id if index.isValid() else None

    def index_of(self, topic: str) -> QModelIndex:
        """Return the index of a topic; an invalid one if there is no such topic."""
        position = self._position.get(topic)
        return QModelIndex() if position is None else self._index_at(position)

    def _take(self, topics: Sequence[TopicEntry]) -> None:
        self._topics = tuple(topics)
        self._position = {topic.id: at for at, topic in enumerate(self._topics)}
        self._children: dict[int, list[int]] = {-1: []}
        self._parent: list[int] = []
        self._row: list[int] = []
        for at, topic in enumerate(self._topics):
            parent = -1 if topic.parent is None else self._position[topic.parent]
            siblings = self._children.setdefault(parent, [])
            self._parent.append(parent)
            self._row.append(len(siblings))
            siblings.append(at)

    def _index_at(self, position: int) -> QModelIndex:
        return self.createIndex(self._row[position], 0, position)

    def _children_of(self, parent: Index) -> Sequence[int]:
        if parent.column() > 0:
            return ()
        return self._children.get(parent.internalId() if parent.isValid() else -1, ())

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Return the index of a child."""
        children = self._children_of(parent)
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self._index_at(children[row])

    def parent(self, child: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return the index of the topic above."""
        if not child.isValid():
            return QModelIndex()
        above = self._parent[child.internalId()]
        return QModelIndex() if above < 0 else self._index_at(above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of subtopics."""
        return len(self._children_of(parent))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return one: the title."""
        return 1

    def data(self, index: Index, role: int = qt_numbers.DISPLAY) -> object:
        """Return a topic's title and mark; the tooltip has room for a long title and the reason."""
        if not index.isValid():
            return None
        topic = self._topics[index.internalId()]
        if role == qt_numbers.DISPLAY:
            return topic.title
        if role == qt_numbers.DECORATION:
            return self._marks.shape(topic.id)
        if role == qt_numbers.SIZE_HINT:
            return self.size_of(topic)
        if role == qt_numbers.ACCESSIBLE_DESCRIPTION:
            return self._marks.reason(topic.id)
        if role == qt_numbers.TOOL_TIP:
            return "\n".join(filter(None, (topic.title, self._marks.reason(topic.id))))
        return None

    def refresh_marks(self) -> None:
        """Have every topic's mark shown as it is by now."""
        roles = [qt_numbers.DECORATION, qt_numbers.TOOL_TIP]
        for siblings in self._children.values():
            if siblings:
                first, last = (self._index_at(siblings[end]) for end in (0, -1))
                self.dataChanged.emit(first, last, roles)


class TopicTree(QTreeView):
    """A view of the topics that says which one was selected."""

    topic_selected = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._silent = False
        # What viewport().width() is; viewport() returns a widget, whose type takes 15 ms to find.
        self._room = self.width()
        self.marks = TopicMarks(theme)
        self.topics = TopicTreeModel(self.marks, parent=self)
        self.marks.changed.connect(self.topics.refresh_marks)
        self.setModel(self.topics)
        self.setHeaderHidden(True)
        self.topics.size_of = self._size_of
        self.setWordWrap(True)
        self.setIndentation(_INDENT)
        self.setExpandsOnDoubleClick(True)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setProperty("horizontalScrollBarPolicy", qt_numbers.SCROLL_BAR_ALWAYS_OFF)
        self.setAccessibleName(self.tr("Topics"))
        self.setAccessibleDescription(
            self.tr("Ctrl and an arrow key walks without opening a topic; the menu key acts on it.")
        )
        self._held = HeldPress(self)
        self._pressed = "", ""
        # Chosen again, the topic on show becomes the scope again.
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_topics(self, topics: Sequence[TopicEntry]) -> None:
        """Show a course's topics; a tree small enough to be seen whole is opened."""
        # Rows measured before the style sheet is known would keep their height.
        self.ensurePolished()
        self.topics.show(topics)
        if len(topics) <= 60:
            self.expandAll()

    def select(self, topic: str) -> None:
        """Select a topic as if the person had, but without saying so."""
        index = self.topics.index_of(topic)
        if index.isValid() and not (index == self.currentIndex() and self._is_open(index)):
            self._silent = True
            self.setCurrentIndex(index)
            self._silent = False

    def step(self, by: int) -> str | None:
        """Return the topic `by` places further in reading order, or None at either end."""
        here = self.topics.topic_at(next(iter(self.selectedIndexes()), self.currentIndex()))
        order = list(self._in_order())
        at = order.index(here) + by if here in order else 0
        return order[at] if 0 <= at < len(order) else None

    def _in_order(self, parent: QModelIndex = _NOWHERE) -> Iterator[str]:
        for row in range(self.topics.rowCount(parent)):
            index = self.topics.index(row, 0, parent)
            topic = self.topics.topic_at(index)
            if topic:
                yield topic
            yield from self._in_order(index)

    def _size_of(self, topic: TopicEntry) -> QSize | None:
        """Return the size of a row of several lines if the title does not fit into one."""
        room = self._room - _AROUND - _INDENT * topic.depth
        font = self.fontMetrics()
        if font.horizontalAdvance(topic.title) <= room:
            return None
        whole = font.boundingRect(0, 0, room, 0, qt_numbers.TEXT_WORD_WRAP, topic.title)
        return QSize(0, _ROW_HEIGHT - font.height() + whole.height())

    def _is_open(self, index: QModelIndex) -> bool:
        return index in self.selectedIndexes()

    def _choose(self, index: QModelIndex) -> None:
        topic = self.topics.topic_at(index)
        if topic:
            self.topic_selected.emit(topic)

    def _is_on_title(self, event: QMouseEvent) -> bool:
        """Say whether something is pressed that could be dragged: not the arrow beside a title."""
        point = event.position().toPoint()
        return self.visualRect(self.indexAt(point)).contains(point)

    def _drag(self) -> None:
        drag(self, topic_mime(*self._pressed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each title as many lines as it now needs."""
        here = self.currentIndex()
        was_seen = QRect(QPoint(), event.size()).intersects(self.visualRect(here))
        super().resizeEvent(event)
        if event.size().width() != self._room:
            self._room = event.size().width()
            self.scheduleDelayedItemsLayout()
            if was_seen:
                # Rows above it may have become lower or higher by many lines.
                self.scrollTo(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with Ctrl without opening, so that the menu of another topic can be reached."""
        walks = event.modifiers() & ~QtCore.Qt.KeyboardModifier.KeypadModifier
        to = {QtCore.Qt.Key.Key_Up: self.indexAbove, QtCore.Qt.Key.Key_Down: self.indexBelow}.get(
            QtCore.Qt.Key(event.key())
        )
        if not to or walks != QtCore.Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        there = to(self.currentIndex())
        if there.isValid():
            stays = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(there, stays)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a press on a title: what is dragged is not opened. Only the left button opens."""
        if event.button() is not QtCore.Qt.MouseButton.LeftButton:
            event.accept()
        elif self._is_on_title(event):
            index = self.indexAt(event.position().toPoint())
            self._pressed = self.topics.topic_at(index) or "", str(index.data())
            self._held.take(event)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the topic that is pressed, once the mouse has moved far enough to mean it."""
        pressed = self._held.is_held
        if self._held.becomes_drag(event):
            self._drag()
        elif not pressed:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the topic that was pressed and not dragged."""
        wants_menu, scrolled = self._held.asks_for_menu(event), self._held.is_held
        press = self._held.give_back()
        if wants_menu:
            ask_for_menu(self.viewport(), event.position())
        elif press:
            super().mousePressEvent(press)
            super().mouseReleaseEvent(event)
        elif not scrolled:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Say what can be done with a topic; the menu key asks for the current one."""
        by_key = event.reason() is event.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        topic = self.topics.topic_at(index)
        if topic:
            place = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.menu_wanted.emit(topic, self.viewport().mapToGlobal(place))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Say which topic is selected now."""
        super().selectionChanged(selected, deselected)
        topic = self.topics.topic_at(self.currentIndex())
        if topic and selected.indexes() and not self._silent:
            self.topic_selected.emit(topic)
