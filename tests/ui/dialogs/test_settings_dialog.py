"""The settings: they show what was chosen, and every choice is kept at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from studyapp.services.library import Library
from studyapp.services.workspace import Workspace
from studyapp.ui.dialogs.settings_dialog import SettingsDialog
from studyapp.ui.look.tokens import NOTE_POINTS, NOTE_POINTS_RANGE
from studyapp.ui.preferences import LINE_SPACINGS, SCHEMES, Preferences
from studyapp.ui.translation import PSEUDO
from tests.clocks import StandingClock


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


@pytest.fixture
def preferences(file: Path) -> Preferences:
    return Preferences(QSettings(str(file), QSettings.Format.IniFormat))


@pytest.fixture
def dialog(qtbot: QtBot, preferences: Preferences) -> SettingsDialog:
    return shown(qtbot, preferences)


@pytest.fixture
def redrawn(preferences: Preferences) -> QSignalSpy:
    """Hears that notes must be drawn anew."""
    return QSignalSpy(preferences.reading_changed)


def shown(qtbot: QtBot, preferences: Preferences) -> SettingsDialog:
    nowhere = Path("no-such-folder")
    workspace = Workspace(Library(nowhere, nowhere), nowhere, StandingClock(), "here")
    dialog = SettingsDialog(preferences, workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choices(box: QComboBox) -> list[object]:
    return [box.itemData(row) for row in range(box.count())]


def choose(box: QComboBox, value: object) -> None:
    """Choose a value as a person does by keyboard, from the closed box."""
    box.setFocus()
    wanted = choices(box).index(value)
    while box.currentIndex() != wanted:
        down = box.currentIndex() < wanted
        QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def other_family(dialog: SettingsDialog) -> str:
    """Return a font of this computer that is not chosen yet."""
    current = dialog.family.currentFont().family()
    families = [dialog.family.itemText(row) for row in range(dialog.family.count())]
    others = [family for family in families if family != current]
    if not others:
        pytest.skip("this computer has one font alone")
    return others[0]


def test_what_holds_without_a_choice_is_shown(dialog: SettingsDialog) -> None:
    shown_now = (
        dialog.scheme.currentData(),
        dialog.points.currentData(),
        dialog.spacing.currentData(),
        dialog.language.currentData(),
    )
    assert shown_now == ("system", NOTE_POINTS, 1.5, "")
    assert (dialog.own_font.isChecked(), dialog.family.isEnabled()) == (False, False)


def test_what_can_be_chosen_is_what_the_program_knows(dialog: SettingsDialog) -> None:
    smallest, largest = NOTE_POINTS_RANGE
    assert choices(dialog.scheme) == list(SCHEMES)
    assert choices(dialog.points) == list(range(smallest, largest + 1))
    assert choices(dialog.spacing) == list(LINE_SPACINGS)
    assert choices(dialog.language) == ["", "en"]


def test_what_was_chosen_is_shown_the_next_time(
    qtbot: QtBot, dialog: SettingsDialog, file: Path
) -> None:
    choose(dialog.scheme, "dark")
    choose(dialog.points, NOTE_POINTS + 3)
    choose(dialog.spacing, 2.0)
    choose(dialog.language, "en")
    dialog.close()
    again = shown(qtbot, Preferences(QSettings(str(file), QSettings.Format.IniFormat)))
    shown_now = (
        again.scheme.currentData(),
        again.points.currentData(),
        again.spacing.currentData(),
        again.language.currentData(),
    )
    assert shown_now == ("dark", NOTE_POINTS + 3, 2.0, "en")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_chosen_at_once(
    dialog: SettingsDialog, preferences: Preferences, scheme: str
) -> None:
    changed = QSignalSpy(preferences.scheme_changed)
    choose(dialog.scheme, scheme)
    assert preferences.scheme == scheme
    assert changed.count() >= 1


def test_the_size_of_the_notes_is_chosen_at_once(
    dialog: SettingsDialog, preferences: Preferences, redrawn: QSignalSpy
) -> None:
    choose(dialog.points, NOTE_POINTS + 1)
    assert preferences.note_points == NOTE_POINTS + 1
    assert redrawn.count() == 1


def test_the_line_spacing_is_chosen_at_once(
    dialog: SettingsDialog, preferences: Preferences, redrawn: QSignalSpy
) -> None:
    choose(dialog.spacing, 1.75)
    assert preferences.line_spacing == 1.75
    assert redrawn.count() == 1


def test_the_language_is_chosen_for_the_next_start_and_the_dialog_says_so(
    dialog: SettingsDialog, preferences: Preferences
) -> None:
    choose(dialog.language, "en")
    assert preferences.language == "en"
    hints = [label.text() for label in dialog.findChildren(QLabel)]
    assert "The language changes when StudyApp is started again." in hints


def test_a_font_of_their_own_is_used_from_the_moment_the_box_is_ticked(
    dialog: SettingsDialog, preferences: Preferences, redrawn: QSignalSpy
) -> None:
    dialog.own_font.click()
    assert dialog.family.isEnabled()
    assert preferences.note_family == dialog.family.currentFont().family() != ""
    assert redrawn.count() == 1


def test_another_font_is_used_at_once(
    dialog: SettingsDialog, preferences: Preferences, redrawn: QSignalSpy
) -> None:
    dialog.own_font.click()
    wanted = other_family(dialog)
    dialog.family.setCurrentText(wanted)
    assert preferences.note_family == wanted
    assert redrawn.count() == 2


def test_the_systems_font_is_back_when_the_box_is_not_ticked(
    dialog: SettingsDialog, preferences: Preferences
) -> None:
    dialog.own_font.click()
    dialog.own_font.click()
    assert preferences.note_family == ""
    assert not dialog.family.isEnabled()


def test_a_font_that_was_chosen_is_shown_the_next_time(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences
) -> None:
    wanted = other_family(dialog)
    preferences.note_family = wanted
    again = shown(qtbot, preferences)
    assert (again.own_font.isChecked(), again.family.isEnabled()) == (True, True)
    assert again.family.currentFont().family() == wanted


def test_looking_at_the_settings_changes_none_of_them(
    qtbot: QtBot, preferences: Preferences, file: Path, redrawn: QSignalSpy
) -> None:
    dialog = shown(qtbot, preferences)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert redrawn.count() == 0
    assert not file.exists()


def test_the_pseudo_language_is_offered_only_where_it_was_chosen(
    qtbot: QtBot, preferences: Preferences
) -> None:
    preferences.language = PSEUDO
    dialog = shown(qtbot, preferences)
    assert dialog.language.currentData() == PSEUDO
    choose(dialog.language, "en")
    assert preferences.language == "en"
    assert choices(shown(qtbot, preferences).language) == ["", "en"]


def test_a_language_that_the_program_does_not_have_is_shown_as_the_systems(
    qtbot: QtBot, preferences: Preferences
) -> None:
    preferences.language = "tlh"
    assert shown(qtbot, preferences).language.currentData() == ""
    assert preferences.language == "tlh"
