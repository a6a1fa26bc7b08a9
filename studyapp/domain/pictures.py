"""What a picture may hold, and how large it is."""

import re

# Whoever draws an SVG opens any file that an <image> names.
_REFERENCE = re.compile(rb"href\s*=\s*[\"'](?!\s*(?:#|data:))", re.IGNORECASE)
_SVG_ROOT = re.compile(rb"<svg\b[^>]*>")
_SIDE = rb"(\d+(?:\.\d+)?)"
_VIEW_BOX = re.compile(
    rb"\sviewBox\s*=\s*[\"']\s*(?:[-+.\d]+[\s,]+){2}" + _SIDE + rb"[\s,]+" + _SIDE
)
_LENGTH = re.compile(rb"\s(width|height)\s*=\s*[\"']\s*" + _SIDE + rb"(?:px)?\s*[\"']")
_PNG_HEAD = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_LARGEST_SIDE = 20_000


def refers_outside(svg: bytes) -> bool:
    """Say whether an SVG refers to anything but its own parts."""
    return _REFERENCE.search(svg) is not None


def size_in_pixels(picture: bytes) -> tuple[int, int] | None:
    """Return the width and height that a PNG or an SVG claims, if it says them in pixels.

    A size that nobody can mean is none: it comes from a file, and room is made by it.
    """
    size = _png_size(picture) if picture.startswith(_PNG_HEAD) else _svg_size(picture)
    return size if size and all(0 < side <= _LARGEST_SIDE for side in size) else None


def _png_size(picture: bytes) -> tuple[int, int]:
    sides = picture[len(_PNG_HEAD) : len(_PNG_HEAD) + 8]
    return int.from_bytes(sides[:4], "big"), int.from_bytes(sides[4:], "big")


def _svg_size(picture: bytes) -> tuple[int, int] | None:
    root = _SVG_ROOT.search(picture)
    if root is None:
        return None
    lengths = {name: float(length) for name, length in _LENGTH.findall(root[0])}
    box = _VIEW_BOX.search(root[0])
    if len(lengths) == 2:
        return round(lengths[b"width"]), round(lengths[b"height"])
    # One side alone, or a length in per cent, is for whoever draws it to make out.
    if b"width" in root[0] or b"height" in root[0] or box is None:
        return None
    return round(float(box[1])), round(float(box[2]))
