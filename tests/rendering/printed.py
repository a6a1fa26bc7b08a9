"""Reads a PDF that Qt wrote: the words, the colours and the pictures of each page.

It knows what Qt's PDF engine writes and nothing more: plain objects, streams that may be packed by
zlib, and for each font a table from its own signs to letters.
"""

import re
import zlib
from pathlib import Path
from typing import NamedTuple

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj")
_COLOUR = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:scn|SCN)\b")
_RANGE = re.compile(rb"<([0-9A-F]+)> <[0-9A-F]+> \[([^\]]*)\]")

Colour = tuple[float, ...]


class PrintedPage(NamedTuple):
    """What stands on one page; `size` is in points, and the words have no white space."""

    size: tuple[float, float]
    letters: str
    colours: frozenset[Colour]
    pictures: int


def printed_pages(path: Path) -> list[PrintedPage]:
    """Return the pages of a PDF file, in order."""
    objects = {int(number): held for number, held in _OBJECT.findall(path.read_bytes())}
    tree = next(held for held in objects.values() if b"/Type /Pages" in held)
    kids = re.search(rb"/Kids\s*\[(.*?)\]", tree, re.DOTALL)
    assert kids, "no list of pages"
    numbers = re.findall(rb"(\d+) 0 R", kids[1])
    return [_page(objects, objects[int(number)]) for number in numbers]


def _page(objects: dict[int, bytes], page: bytes) -> PrintedPage:
    drawn = _unpacked(_named(objects, page, b"Contents"))
    resources = _named(objects, page, b"Resources")
    fonts = {
        name: _letters_of(objects, objects[int(number)])
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", resources)
    }
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page)
    assert box, "a page without a size"
    return PrintedPage(
        (float(box[1]), float(box[2])),
        _letters(drawn, fonts),
        frozenset(tuple(map(float, colour)) for colour in _COLOUR.findall(drawn)),
        len(re.findall(rb"/Im\d+\s+Do\b", drawn)),
    )


def _named(objects: dict[int, bytes], held: bytes, name: bytes) -> bytes:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", held)
    assert found, f"no {name.decode()}"
    return objects[int(found[1])]


def _unpacked(held: bytes) -> bytes:
    found = _STREAM.search(held)
    assert found, "no stream"
    return zlib.decompress(found[1]) if b"/FlateDecode" in held else found[1]


def _letters_of(objects: dict[int, bytes], font: bytes) -> dict[int, str]:
    letters: dict[int, str] = {}
    for first, row in _RANGE.findall(_unpacked(_named(objects, font, b"ToUnicode"))):
        for sign, letter in enumerate(re.findall(rb"<([0-9A-F]+)>", row), int(first, 16)):
            letters[sign] = bytes.fromhex(letter.decode()).decode("utf-16-be")
    return letters


def _letters(drawn: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    said, font = "", b""
    for name, signs in _SHOWN.findall(drawn):
        if name:
            font = name
        else:
            said += "".join(
                fonts[font].get(int(signs[at : at + 4], 16), "") for at in range(0, len(signs), 4)
            )
    return "".join(said.split())
