"""The look as data: colours by role in both schemes, and sizes in pixels and points."""

from typing import Literal

Scheme = Literal["light", "dark"]

COLOURS: dict[str, tuple[str, str]] = {
    "window": ("#F6F5F1", "#1B1D20"),
    "page": ("#FFFEFB", "#212428"),
    "raised": ("#FFFFFF", "#2A2E33"),
    "line": ("#DEDBD3", "#3B4047"),
    "strong line": ("#8B8880", "#7C838C"),
    "handle": ("#BDB9AF", "#575D66"),
    "text": ("#22252A", "#E7E5DF"),
    "muted": ("#5B6069", "#A9AFB8"),
    "accent": ("#0B5F74", "#6CC3D5"),
    "accent hover": ("#0A4F61", "#86D0DF"),
    "on accent": ("#FFFFFF", "#0E2429"),
    "selection": ("#D9EAEE", "#23424A"),
    "hover": ("#ECEAE4", "#2C3036"),
    "contested ground": ("#FFF6E0", "#352D1C"),
    "contested rule": ("#B97A00", "#E0B04B"),
    "added ground": ("#F1F0EB", "#282C31"),
    "highlight": ("#FBE9A6", "#5A4A12"),
    "right": ("#1B6B3A", "#7CCB98"),
    "wrong": ("#A3341F", "#F0937F"),
    "defensible": ("#5A4A9C", "#B9ACEF"),
}

HUES: dict[str, tuple[str, str]] = {
    "blue": ("#0072B2", "#56B4E9"),
    "orange": ("#9C4F00", "#E69F00"),
    "vermilion": ("#B8400A", "#F08A5D"),
    "purple": ("#8A3F74", "#DDA0C8"),
    "green": ("#00734F", "#3CC79B"),
    "grey": ("#5E5E5E", "#BDBDBD"),
    "sky": ("#1F6F97", "#8CCBEE"),
    "yellow": ("#7A6500", "#F0E442"),
}

INTERFACE_POINTS = 10.0
SMALL_POINTS = 9.0
NOTE_POINTS = 12
NOTE_POINTS_RANGE = (10, 24)
NOTE_COLUMN_CHARACTERS = 68

BREATHING = 16
ROW_HEIGHT = 30
RADIUS = 6
CARD_WIDTH, CARD_HEIGHT = 200, 72
THEME_BAR = 4
SETTLE_MS = 120


def colours(scheme: Scheme) -> dict[str, str]:
    """Return every role's colour in one scheme, as #RRGGBB."""
    return {role: pair[scheme == "dark"] for role, pair in COLOURS.items()}


def hues(scheme: Scheme) -> dict[str, str]:
    """Return every theme hue in one scheme, as #RRGGBB."""
    return {name: pair[scheme == "dark"] for name, pair in HUES.items()}
