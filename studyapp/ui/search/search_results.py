"""The hits of a search, below the box: best first, each with the words around the match."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from studyapp.domain.pages import Hit
from studyapp.ui.announce import announce
from studyapp.ui.look.theme import Theme
from studyapp.ui.plain_text import as_written, escape

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole
TOPIC = Qt.ItemDataRole.UserRole + 1
_POPUP_WIDTH, _POPUP_HEIGHT = 460, 420


class ResultList(QListWidget):
    """The hits below the box. The focus stays in the box, so that one can go on typing."""

    def __init__(self, theme: Theme, box: QLineEdit) -> None:
        """Belong to `box`."""
        super().__init__(box)
        self._box = box
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setFocusProxy(box)
        self.setAccessibleName(self.tr("Search results"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = HitDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        box.installEventFilter(self)

    def show_hits(
        self, hits: Sequence[Hit], typed: str, title_of: Callable[[str], str] = lambda _topic: ""
    ) -> None:
        """Show hits with their topics' titles, the first chosen, or say that there are none."""
        self.clear()
        for hit in hits:
            item = QListWidgetItem(self)
            item.setData(HIT, hit)
            topic = title_of(hit.topic)
            item.setData(TOPIC, "" if topic == hit.title else topic)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, plain(hit, topic))
            item.setToolTip(as_written(plain(hit, topic)))
        if hits:
            self.setCurrentRow(0)
        elif typed.strip():
            nothing = QListWidgetItem(self.tr("Nothing found for “{words}”").format(words=typed))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(nothing)

    def offer(self, words: str) -> None:
        """Offer other words to search for, above the hits; nothing is offered for no words."""
        if words:
            first = QListWidgetItem(self.tr("Did you mean “{words}”?").format(words=words))
            first.setData(HIT, words)
            none_found = self.count() == 1 and self.item(0).data(HIT) is None
            self.insertItem(0, first)
            self.setCurrentRow(0 if none_found else 1)

    def place_below(self, box: QWidget) -> None:
        """Open below the box, as high as the hits need."""
        height = sum(self.sizeHintForRow(row) for row in range(self.count())) + 8
        self.resize(_POPUP_WIDTH, min(height, _POPUP_HEIGHT))
        self.move(box.mapToGlobal(QPoint(0, box.height() + 4)))
        self.show()

    def walk(self, event: QKeyEvent) -> None:
        """Move through the hits by a key that was pressed in the box."""
        super().keyPressEvent(event)
        item = self.currentItem()
        if item:
            announce(self._box, item.data(Qt.ItemDataRole.AccessibleTextRole))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the box loses the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        return super().eventFilter(watched, event)


class HitDelegate(QStyledItemDelegate):
    """Draws a hit: its title, where it stands, and a line of text with the matches in bold."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Take colours from `theme`."""
        super().__init__(parent)
        self._theme = theme

    def _document(self, index: Index, width: float) -> QTextDocument:
        hit = index.data(HIT)
        document = QTextDocument()
        document.setDocumentMargin(8)
        document.setTextWidth(width)
        muted, text = self._theme.css()["muted"], self._theme.css()["text"]
        where = " · ".join(filter(None, (self._kind(hit.kind), index.data(TOPIC))))
        document.setHtml(
            f'<div style="color:{text}"><b>{escape(hit.title)}</b> '
            f'<span style="color:{muted};font-size:9pt">{escape(where)}</span><br>'
            f'<span style="color:{muted};font-size:9pt">{_snippet_html(hit)}</span></div>'
        )
        return document

    def _kind(self, kind: str) -> str:
        names = {
            "topic": self.tr("topic"),
            "passage": self.tr("note"),
            "term": self.tr("term"),
            "factor": self.tr("factor"),
            "question": self.tr("question"),
            "highlight": self.tr("your highlight"),
            "margin note": self.tr("your margin note"),
        }
        return names.get(kind, kind)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a hit, or the plain words of a row that is none."""
        hit = index.data(HIT)
        if not isinstance(hit, Hit):
            super().paint(painter, option, index)
            return
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("selection"))
        painter.save()
        painter.translate(rect.topLeft())
        document = self._document(index, rect.width())
        document.drawContents(painter, QRectF(0, 0, rect.width(), rect.height()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return what the words need in the popup's width."""
        hit = index.data(HIT)
        if not isinstance(hit, Hit):
            return QSize(_POPUP_WIDTH, 44)
        document = self._document(index, _POPUP_WIDTH - 16)
        return QSize(_POPUP_WIDTH - 16, int(document.size().height()))


def plain(hit: Hit, topic: str = "") -> str:
    """Return a hit as one line of words, with the topic it stands in."""
    where = f" ({topic})" if topic and topic != hit.title else ""
    return f"{hit.title}{where}: {''.join(text for text, _ in hit.snippet)}"


def _snippet_html(hit: Hit) -> str:
    return "".join(
        f"<b>{escape(text)}</b>" if match else escape(text) for text, match in hit.snippet
    )
