"""The guide: its pictures show, its links lead to its headings, and nothing else is opened."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from studyapp.paths import docs_folder
from studyapp.services.help import Help
from studyapp.ui.dialogs.guide_dialog import GuideDialog

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def guide(qtbot: QtBot) -> GuideDialog:
    dialog = GuideDialog(Help(docs_folder(), dict))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every address that was handed to the browser."""
    addresses: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: addresses.append(QUrl(url).toString())
    )
    return addresses


def pictures() -> list[str]:
    text = (docs_folder() / "user-guide.md").read_text(encoding="utf-8")
    return re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)


def headings_linked() -> list[str]:
    text = (docs_folder() / "user-guide.md").read_text(encoding="utf-8")
    return re.findall(r"\]\(#([^)]+)\)", text)


def test_every_picture_of_the_guide_is_drawn(guide: GuideDialog) -> None:
    assert len(pictures()) >= 6
    drawn = [guide.page.loadResource(IMAGE, QUrl(name)) for name in pictures()]
    assert None not in drawn


def test_no_picture_is_wider_than_the_page(guide: GuideDialog) -> None:
    guide.resize(guide.minimumSizeHint())
    assert guide.page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("name", headings_linked())
def test_a_link_of_the_contents_shows_its_heading_at_the_top(guide: GuideDialog, name: str) -> None:
    guide.page.anchorClicked.emit(QUrl(f"#{name}"))
    assert guide.page.textCursor().block().blockFormat().headingLevel()
    height = guide.page.viewport().height()
    assert 0 <= guide.page.cursorRect().top() < height


def test_a_page_of_the_web_is_opened_only_after_a_yes(
    guide: GuideDialog, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for answer in (QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes):
        monkeypatch.setattr(QMessageBox, "question", lambda *_, said=answer: said)
        guide.page.anchorClicked.emit(QUrl("https://example.org/"))
    assert opened == ["https://example.org/"]


@pytest.mark.parametrize("link", ["shortcuts.md", "file:///etc/passwd", "mailto:a@b.c", "#none"])
def test_any_other_link_does_nothing(guide: GuideDialog, opened: list[str], link: str) -> None:
    before = guide.page.toPlainText()
    guide.page.anchorClicked.emit(QUrl(link))
    assert opened == []
    assert guide.page.toPlainText() == before


def test_a_picture_elsewhere_is_never_read(qtbot: QtBot, tmp_path: Path) -> None:
    outside = docs_folder() / "pictures/board.png"
    (tmp_path / "user-guide.md").write_text(f"![]({outside.as_uri()})", encoding="utf-8")
    dialog = GuideDialog(Help(tmp_path, dict))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.page.loadResource(IMAGE, QUrl(outside.as_uri())) is None
