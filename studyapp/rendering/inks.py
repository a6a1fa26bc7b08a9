"""The colours of paper, as #RRGGBB: those of the window's light scheme, whichever is chosen."""

from collections.abc import Mapping

SIGN_INKS: Mapping[str, str] = {
    "right": "#1B6B3A",
    "wrong": "#A3341F",
    "defensible": "#5A4A9C",
}
THEME_INKS: Mapping[str, str] = {
    "blue": "#0072B2",
    "orange": "#9C4F00",
    "vermilion": "#B8400A",
    "purple": "#8A3F74",
    "green": "#00734F",
    "grey": "#5E5E5E",
    "sky": "#1F6F97",
    "yellow": "#7A6500",
}
