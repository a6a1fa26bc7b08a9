"""What stands on a card."""

from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from studyapp.ui.board.face_painting import fitting, wrapped
from studyapp.ui.board.wording import years_of
from tests.board_driver import BoardDriver
from tests.builders import factor
from tests.ui.board.conftest import named

LONG = "Soviet and Chinese companies for oil and metals together in Xinjiang"


def test_a_short_title_stands_on_one_line(qtbot: QtBot) -> None:
    assert wrapped("Yalta", QFont(), 180, 2) == ["Yalta"]


def test_a_long_title_is_broken_between_words_and_cut_off_last(qtbot: QtBot) -> None:
    first, last = wrapped(LONG, QFont(), 180, 2)
    assert LONG.startswith(f"{first} ")
    assert last.endswith("…")
    assert QFontMetricsF(QFont()).horizontalAdvance(last) <= 181


def test_characters_beyond_the_first_plane_are_kept_whole(qtbot: QtBot) -> None:
    title = "𠮷 " * 30
    assert "".join(wrapped(title, QFont(), 180, 9)).replace(" ", "") == "𠮷" * 30


def test_a_cut_off_title_can_be_read_in_the_tooltip(driver: BoardDriver) -> None:
    card = driver.scene.cards[named("Yalta agreement")]
    assert card.toolTip().startswith("<p>Yalta agreement, 11 February 1945</p>")
    assert "Themes: Territory" in card.toolTip()


def test_a_date_takes_the_longest_form_that_has_room(qtbot: QtBot) -> None:
    metrics = QFontMetricsF(QFont())
    forms = ("December 1949 – February 1950", "Dec 1949 – Feb 1950", "1949–50")
    for shown in (*forms, "1949…"):
        assert fitting(forms, metrics.horizontalAdvance(shown), metrics) == shown
    assert fitting(forms, 3, metrics) == ""
    assert fitting(("1 October 1949", "1 Oct 1949", "1949"), 3, metrics) == ""


def test_the_years_alone_stand_in_for_a_date_that_is_too_long() -> None:
    years = {
        edtf: years_of(factor("X", edtf))
        for edtf in ("1949-12/1950-02", "1950-01/1950-03", "1945-08-14", "1950?", "-0044-03-15")
    }
    assert years == {
        "1949-12/1950-02": "1949–50",
        "1950-01/1950-03": "1950",
        "1945-08-14": "1945",
        "1950?": "1950 (?)",
        "-0044-03-15": "45 BC",
    }
    assert years_of(factor("X")) == ""
