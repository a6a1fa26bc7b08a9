"""Preferences: what is chosen is there again, and a damaged settings file does no harm."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from pytestqt.qtbot import QtBot

from studyapp.ui.preferences import Preferences


def at(path: Path) -> Preferences:
    return Preferences(QSettings(str(path), QSettings.Format.IniFormat))


def test_what_was_chosen_is_there_after_a_restart(tmp_path: Path) -> None:
    first = at(tmp_path / "settings.ini")
    first.scheme, first.note_points, first.line_spacing = "dark", 16, 1.75
    first.note_family, first.language, first.course = "Serif", "pseudo", "c1"
    first.remember_topic("c1", "c1/topic/xian")
    first.remember_layout(QByteArray(b"g"), QByteArray(b"p"))
    first._settings.sync()
    again = at(tmp_path / "settings.ini")
    assert (again.scheme, again.note_points, again.line_spacing) == ("dark", 16, 1.75)
    assert (again.note_family, again.language, again.course) == ("Serif", "pseudo", "c1")
    assert again.topic("c1") == "c1/topic/xian"
    assert again.layout() == (QByteArray(b"g"), QByteArray(b"p"))


@pytest.mark.parametrize("rubbish", ["banana", "", "-5", "1e9", "@ByteArray(x)"])
def test_rubbish_in_the_file_gives_usable_values(tmp_path: Path, rubbish: str) -> None:
    path = tmp_path / "settings.ini"
    path.write_text(
        f"[reading]\npoints={rubbish}\nspacing={rubbish}\n[look]\nscheme={rubbish}\n"
        f"[window]\ngeometry={rubbish}\n"
    )
    preferences = at(path)
    assert 10 <= preferences.note_points <= 24
    assert 1.0 <= preferences.line_spacing <= 3.0
    assert preferences.scheme == "system"


def test_a_change_of_type_is_announced(tmp_path: Path, qtbot: QtBot) -> None:
    preferences = at(tmp_path / "settings.ini")
    with qtbot.waitSignal(preferences.reading_changed):
        preferences.note_points = 14


def test_the_board_is_known_once_it_was_told_of(tmp_path: Path) -> None:
    first = at(tmp_path / "settings.ini")
    assert not first.knows_board
    first.remember_board_is_known()
    first._settings.sync()
    assert at(tmp_path / "settings.ini").knows_board


def test_what_stood_here_of_the_plan_is_found_as_far_as_it_is_a_number(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    assert at(path).found_plan() == {}
    path.write_text("[plan]\nnew_a_day=7\nturnover_min=banana\n")
    assert at(path).found_plan() == {"new_a_day": 7, "turnover_min": -1}
