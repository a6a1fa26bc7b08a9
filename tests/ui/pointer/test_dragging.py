"""How a factor is carried from panel to panel."""

import pytest
from PySide6.QtCore import QMimeData

from studyapp.ui.pointer.dragging import FACTOR, dragged_factor, factor_mime

YALTA = "k3v9q2xw8d/factor/yalta-agreement"


def test_a_factor_is_carried_by_its_full_id() -> None:
    assert dragged_factor(factor_mime(YALTA, "Yalta agreement")) == YALTA


def test_another_program_gets_its_title() -> None:
    assert factor_mime(YALTA, "Yalta agreement").text() == "Yalta agreement"


def test_words_from_another_program_are_no_factor() -> None:
    words = QMimeData()
    words.setText(YALTA)
    assert dragged_factor(words) is None


@pytest.mark.parametrize(
    "data", [b"", b"yalta", b"course/topic/yalta", b"\xff/factor/\xfe", b"a/b/c/d"]
)
def test_what_is_no_id_of_a_factor_is_none(data: bytes) -> None:
    mime = QMimeData()
    mime.setData(FACTOR, data)
    assert dragged_factor(mime) is None
