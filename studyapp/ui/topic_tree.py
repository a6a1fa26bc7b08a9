"""The tree of topics: its selection is the scope of every panel."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTreeView, QWidget

from studyapp.domain.pages import TopicEntry
from studyapp.ui.theme import Theme
from studyapp.ui.topic_marks import TopicMarks

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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a topic's title and mark; the tooltip has room for a long title and the reason."""
        if not index.isValid():
            return None
        topic = self._topics[index.internalId()]
        if role == Qt.ItemDataRole.DisplayRole:
            return topic.title
        if role == Qt.ItemDataRole.DecorationRole:
            return self._marks.shape(topic.id)
        if role == Qt.ItemDataRole.SizeHintRole:
            return self.size_of(topic)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._marks.reason(topic.id)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (topic.title, self._marks.reason(topic.id))))
        return None

    def refresh_marks(self) -> None:
        """Have every topic's mark shown as it is by now."""
        roles = [Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ToolTipRole]
        for siblings in self._children.values():
            if siblings:
                first, last = (self._index_at(siblings[end]) for end in (0, -1))
                self.dataChanged.emit(first, last, roles)


class TopicTree(QTreeView):
    """A view of the topics that says which one was selected."""

    topic_selected = Signal(str)

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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Topics"))
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
        if index.isValid() and index != self.currentIndex():
            self._silent = True
            self.setCurrentIndex(index)
            self._silent = False

    def step(self, by: int) -> str | None:
        """Return the topic `by` places further in reading order, or None at either end."""
        here = self.topics.topic_at(self.currentIndex())
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
        whole = font.boundingRect(0, 0, room, 0, Qt.TextFlag.TextWordWrap, topic.title)
        return QSize(0, _ROW_HEIGHT - font.height() + whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each title as many lines as it now needs."""
        super().resizeEvent(event)
        if event.size().width() != self._room:
            self._room = event.size().width()
            self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        topic = self.topics.topic_at(index)
        if topic:
            self.topic_selected.emit(topic)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Say which topic is selected now."""
        super().selectionChanged(selected, deselected)
        topic = self.topics.topic_at(self.currentIndex())
        if topic and selected.indexes() and not self._silent:
            self.topic_selected.emit(topic)
