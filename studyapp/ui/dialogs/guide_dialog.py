"""The user guide, which is part of the program and needs no network."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMessageBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from studyapp.services.help import Help
from studyapp.ui.note.picture_drawing import draw_picture

_MARGIN = 24
_PICTURE_WIDTH = 680


class GuideDialog(QDialog):
    """Shows the guide, written in Markdown, as one page."""

    def __init__(self, about: Help, parent: QWidget | None = None) -> None:
        """Show the guide that `about` has, with its pictures."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("User guide"))
        self.page = GuidePage(about)
        self.page.setAccessibleName(self.tr("User guide"))
        self.page.anchorClicked.connect(self._follow)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.addWidget(self.page, 1)
        buttons.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        layout.addWidget(buttons)
        self.resize(860, 640)

    def _follow(self, link: QUrl) -> None:
        """Go to a heading, or ask before leaving; links to anything else do nothing."""
        if link.isRelative() and link.hasFragment() and not link.path():
            self.page.show_heading(link.fragment())
        elif link.scheme() in ("http", "https"):
            self._ask_to_leave(link)

    def _ask_to_leave(self, link: QUrl) -> None:
        question = self.tr("This leads out of StudyApp. Open it in the browser?")
        title = self.tr("Leave StudyApp")
        answer = QMessageBox.question(self, title, f"{question}\n\n{link.toString()}")
        if answer is QMessageBox.StandardButton.Yes:
            QDesktopServices.openUrl(link)


class GuidePage(QTextBrowser):
    """The guide's text; what it shows is in the program, or not at all."""

    def __init__(self, about: Help) -> None:
        """Show the guide that `about` has."""
        super().__init__()
        self._about = about
        self.setOpenLinks(False)
        self.setMinimumWidth(_PICTURE_WIDTH + 4 * _MARGIN)
        self.setMarkdown(about.guide())
        self.document().setDocumentMargin(_MARGIN)
        for heading in self._headings():
            spaced = heading.blockFormat()
            spaced.setTopMargin(_MARGIN)
            QTextCursor(heading).setBlockFormat(spaced)

    def show_heading(self, name: str) -> bool:
        """Go to the heading that a link calls `name`; return whether there is one."""
        for heading in self._headings():
            if name_of_heading(heading.text()) == name:
                # From the end, so that the heading comes to stand at the top.
                self.moveCursor(QTextCursor.MoveOperation.End)
                self.setTextCursor(QTextCursor(heading))
                return True
        return False

    def _headings(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                yield block
            block = block.next()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the guide; no file and no address is ever read."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        data = self._about.picture(QUrl(name).toString())
        return draw_picture(data, _PICTURE_WIDTH, self.devicePixelRatio()) if data else None


def name_of_heading(text: str) -> str:
    """Return what links call a heading, by the rule that web pages of Markdown follow."""
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")
