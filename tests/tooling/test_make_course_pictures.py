"""The course's pictures are what their tables say, and can be read."""

import tomllib
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

import make_course_pictures
from make_course_pictures import spread, text_width, wrap
from studyapp.domain.pictures import refers_outside, size_in_pixels

PICTURES = make_course_pictures.pictures()
# What a column of 700 pixels asks for, and where the frame runs.
SMALLEST, FRAME = 12, 2

each_picture = pytest.mark.parametrize("name", PICTURES)


def texts(name: str) -> list[tuple[str, QRectF]]:
    """Return the texts of a picture, each with the room it takes up."""
    root = ElementTree.fromstring(PICTURES[name])
    elements = root.iter("{http://www.w3.org/2000/svg}text")
    return [(element.text or "", room(element.text or "", element.attrib)) for element in elements]


def room(text: str, said: dict[str, str]) -> QRectF:
    size = float(said["font-size"])
    font = QFont(said["font-family"])
    font.setPixelSize(100)
    font.setBold(said.get("font-weight") == "bold")
    width = QFontMetricsF(font).horizontalAdvance(text) * size / 100
    before = {"start": 0.0, "middle": width / 2, "end": width}[said.get("text-anchor", "start")]
    return QRectF(float(said["x"]) - before, float(said["y"]) - 0.75 * size, width, 0.95 * size)


def view_box(name: str) -> QRectF:
    numbers = ElementTree.fromstring(PICTURES[name]).attrib["viewBox"].split()
    left, top, width, height = map(float, numbers)
    return QRectF(left, top, width, height)


def test_there_are_a_map_a_timeline_a_web_and_a_table() -> None:
    tables = make_course_pictures.TABLES.glob("*.toml")
    kinds = sorted(tomllib.loads(path.read_text(encoding="utf-8"))["kind"] for path in tables)
    assert kinds == sorted(make_course_pictures.DRAWN)


@each_picture
def test_a_picture_in_the_course_is_what_its_table_says(name: str) -> None:
    drawn = (make_course_pictures.FOLDER / name).read_text(encoding="utf-8")
    assert drawn == PICTURES[name], "Draw it anew: python -m scripts.make_course_pictures"


@each_picture
def test_the_program_can_draw_it(name: str, qapp: QApplication) -> None:
    data = PICTURES[name].encode()
    assert QSvgRenderer(QByteArray(data)).isValid()
    assert not refers_outside(data)
    size = size_in_pixels(data)
    assert size is not None
    assert size[0] / size[1] == pytest.approx(
        view_box(name).width() / view_box(name).height(), rel=0.01
    )


@each_picture
def test_every_text_is_inside_the_picture(name: str, qapp: QApplication) -> None:
    inside = view_box(name).adjusted(FRAME, FRAME, -FRAME, -FRAME)
    assert [text for text, taken in texts(name) if not inside.contains(taken)] == []


@each_picture
def test_no_two_texts_overlap(name: str, qapp: QApplication) -> None:
    crowded = [
        (one, other)
        for (one, here), (other, there) in combinations(texts(name), 2)
        if here.intersects(there)
    ]
    assert crowded == []


@each_picture
def test_no_text_is_too_small_at_700_pixels(name: str) -> None:
    elements = ElementTree.fromstring(PICTURES[name]).iter("{http://www.w3.org/2000/svg}text")
    scale = 700 / view_box(name).width()
    assert min(float(element.attrib["font-size"]) for element in elements) * scale >= SMALLEST


@pytest.mark.parametrize("bold", [False, True])
def test_the_width_of_a_text_is_never_guessed_too_small(bold: bool, qapp: QApplication) -> None:
    text = "Changchun Railway owned and run together for thirty years, 1945–52"
    look: dict[str, Any] = {"font-family": "sans-serif", "font-size": "13", "x": "0", "y": "0"}
    look["font-weight"] = "bold" if bold else "normal"
    assert text_width(text, 13, bold) >= room(text, look).width()


def test_lines_break_between_words_and_keep_to_the_width() -> None:
    lines = wrap("Each supports the other if Japan attacks", 120, 13)
    assert " ".join(lines) == "Each supports the other if Japan attacks"
    assert all(text_width(line, 13) <= 120 for line in lines)


def test_events_with_room_stay_where_they_are() -> None:
    assert spread([10, 50, 90], gap=20, last=100) == [10, 50, 90]


def test_events_that_crowd_each_other_make_room_on_both_sides() -> None:
    assert spread([48, 50, 52], gap=20, last=100) == [30, 50, 70]


def test_no_event_goes_beyond_the_end() -> None:
    assert spread([90, 99], gap=20, last=100) == [80, 100]
