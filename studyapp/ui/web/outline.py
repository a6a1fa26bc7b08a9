"""The web's twin: the same model as a tree, each card with the links that lead on from it."""

from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studyapp.domain.boards.web import Pair
from studyapp.ui.board.marks import MARKS, signed
from studyapp.ui.board.wording import title_and_date
from studyapp.ui.look.theme import Theme
from studyapp.ui.web import wording
from studyapp.ui.web.model import WebModel
from studyapp.ui.web.wording import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TOP = -1


class Node(NamedTuple):
    """A row: a group (neither card nor link), a card, or a link under its cause."""

    parent: int
    row: int
    group: str = ""
    card: str = ""
    link: Pair | None = None


class WebOutline(QAbstractItemModel):
    """Groups, cards and links, numbered; an index carries the number of its row."""

    def __init__(self, model: WebModel, theme: Theme, parent: QObject | None = None) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._nodes: list[Node] = []
        self._children: dict[int, list[int]] = {_TOP: []}
        # Nothing is built while nobody looks.
        self._is_awake, self._is_stale = False, True
        model.web_opened.connect(self.rebuild)
        model.changed.connect(self.rebuild)
        model.checked.connect(self.rebuild)
        model.link_begun.connect(self._tell_begun)
        theme.changed.connect(self.rebuild)

    def node(self, index: Index) -> Node | None:
        """Return the row at an index."""
        return self._nodes[index.internalId()] if index.isValid() else None

    def index_of(self, card: str, link: Pair | None = None) -> QModelIndex:
        """Return the index of a link, or else of a card; an invalid one if there is neither."""
        for wanted in (link, card):
            for number, node in enumerate(self._nodes):
                if wanted and wanted in (node.link, node.card):
                    return self.createIndex(node.row, 0, number)
        return QModelIndex()

    def wake(self) -> None:
        """Show the web as it is now, and from now on."""
        self._is_awake = True
        if self._is_stale:
            self.rebuild()

    def sleep(self) -> None:
        """Take no notice of changes until somebody looks again."""
        self._is_awake = False

    def rebuild(self) -> None:
        """Read the whole web again; asleep, forget what it was, as Qt may ask a hidden view."""
        if self._is_stale and not self._is_awake:
            return
        self._is_stale = not self._is_awake
        self.beginResetModel()
        self._nodes, self._children = [], {_TOP: []}
        if self._is_awake:
            self._build()
        self.endResetModel()

    def _tell_begun(self) -> None:
        """Have the cards read again: one says that a link begins there, or no longer."""
        if self._is_awake and not self._is_stale and self._nodes:
            web = self.index(0, 0)
            last = self.index(self.rowCount(web) - 1, 0, web)
            if last.isValid():
                self.dataChanged.emit(self.index(0, 0, web), last)

    def _build(self) -> None:
        if not self._model.is_open:
            return
        web = self._add(_TOP, group="web")
        for name in self._model.web.cards:
            card = self._add(web, card=name)
            for pair in self._model.web.links:
                if pair[0] == name:
                    self._add(card, link=pair)
        tray = self._add(_TOP, group="tray")
        for name in self._model.tray:
            self._add(tray, card=name)

    def _add(self, parent: int, group: str = "", card: str = "", link: Pair | None = None) -> int:
        number, siblings = len(self._nodes), self._children[parent]
        self._nodes.append(Node(parent, len(siblings), group, card, link))
        self._children[number] = []
        siblings.append(number)
        return number

    def _number(self, index: Index) -> int:
        return index.internalId() if index.isValid() else _TOP

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Return the index of a row."""
        children = self._children[self._number(parent)]
        if column != 0 or parent.column() > 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, child: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return the index of the row above."""
        node = self.node(child)
        if node is None or node.parent == _TOP:
            return QModelIndex()
        return self.createIndex(self._nodes[node.parent].row, 0, node.parent)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows under a row."""
        return 0 if parent.column() > 0 else len(self._children[self._number(parent)])

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words and colour."""
        node = self.node(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._line(node, len(self._children[index.internalId()]))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._described(node)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and node.card:
            return wording.detail_of(self._model, node.card)
        if role == Qt.ItemDataRole.ToolTipRole and node.card:
            return wording.tooltip_of(self._model, node.card)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(node)
        return None

    def _line(self, node: Node, count: int) -> str:
        if node.link:
            found = self._model.finding(node.link)
            words = wording.link_in_words(self._model, node.link)
            return f"{signed(MARKS[found.kind])}: {words}" if found else f"→ {words}"
        if node.card:
            return title_and_date(self._model.factor(node.card))
        name = tr("On the web") if node.group == "web" else tr("Tray")
        return f"{name} ({count})"

    def _described(self, node: Node) -> str:
        if node.link:
            return wording.link_described(self._model, node.link)
        if node.card:
            return wording.described(self._model, node.card)
        return wording.counted(self._model, tray=node.group == "tray")

    def _colour(self, node: Node) -> object:
        if node.group:
            return self._theme.colour("muted")
        found = self._model.finding(node.link) if node.link else None
        return self._theme.colour(MARKS[found.kind].role) if found else None
