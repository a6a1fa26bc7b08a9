"""What is read from a picture without drawing it."""

import pytest

from studyapp.domain.pictures import size_in_pixels


def png(width: int, height: int) -> bytes:
    sides = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + sides + b"\x08\x06\0\0\0"


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('width="920" height="500"', (920, 500)),
        ("height='12.6px' width='8'", (8, 13)),
        ('viewBox="0 0 760 400" width="380" height="200"', (380, 200)),
        ('viewBox="-4, -4, 760.4, 400"', (760, 400)),
        ('viewBox="0 0 760 400" width="100%"', None),
        ('width="210mm" height="297mm"', None),
        ('width="20"', None),
        ('stroke-width="2" height="20"', None),
        ('width="0" height="20"', None),
        ('width="20" height="99999"', None),
        ("", None),
    ],
)
def test_the_size_of_an_svg(root: str, size: tuple[int, int] | None) -> None:
    assert size_in_pixels(f'<?xml version="1.0"?>\n<svg {root}><rect/></svg>'.encode()) == size


def test_the_size_of_a_png() -> None:
    assert size_in_pixels(png(640, 480)) == (640, 480)
    assert size_in_pixels(png(0, 480)) is None
    assert size_in_pixels(png(640, 480)[:18]) is None


def test_what_is_no_picture_has_no_size() -> None:
    assert size_in_pixels(b"") is None
    assert size_in_pixels(b"\xff\xd8\xff\xe0 a photograph") is None
