"""The left panel: the search box over the topic tree."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.ui.look.theme import Theme
from studyapp.ui.search.search_box import SearchBox
from studyapp.ui.topics.topic_tree import TopicTree


class TopicsPanel(QWidget):
    """Finds a topic by name or by words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start with no course."""
        super().__init__(parent)
        self.search_box = SearchBox(theme, self)
        self.tree = TopicTree(theme, self)
        self.setFocusProxy(self.tree)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 4, 4)
        layout.setSpacing(8)
        layout.addWidget(self.search_box)
        layout.addWidget(self.tree)
