"""The user guide, which is part of the program and needs no network."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget


class GuideDialog(QDialog):
    """Shows the guide, written in Markdown, as one page."""

    def __init__(self, markdown: str, parent: QWidget | None = None) -> None:
        """Show `markdown`."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("User guide"))
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.tr("User guide"))
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(24)
        self.page.setMarkdown(markdown)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(self.page, 1)
        layout.addWidget(buttons)
        self.resize(760, 640)
