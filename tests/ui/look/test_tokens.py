"""The look: text can be read in both schemes."""

import pytest

from studyapp.rendering.inks import SIGN_INKS, THEME_INKS
from studyapp.rendering.paper_board import PaperWeb
from studyapp.ui.look import tokens

TEXT_ROLES = ("text", "muted", "accent", "right", "wrong", "defensible", "contested rule")
GROUNDS = ("window", "page", "raised")


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance of an sRGB colour."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio of two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("role", TEXT_ROLES[:-1])
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_role_meets_the_contrast_of_body_text(
    scheme: tokens.Scheme, role: str, ground: str
) -> None:
    colours = tokens.colours(scheme)
    assert contrast(colours[role], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["selection", "hover", "contested ground", "highlight"])
def test_text_can_be_read_on_every_tinted_ground(scheme: tokens.Scheme, ground: str) -> None:
    colours = tokens.colours(scheme)
    assert contrast(colours["text"], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_on_the_accent_can_be_read(scheme: tokens.Scheme) -> None:
    colours = tokens.colours(scheme)
    assert contrast(colours["on accent"], colours["accent"]) >= 4.5
    assert contrast(colours["on accent"], colours["accent hover"]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("hue", sorted(tokens.HUES))
def test_every_hue_can_be_read_as_text(scheme: tokens.Scheme, hue: str) -> None:
    colours, hues = tokens.colours(scheme), tokens.hues(scheme)
    assert contrast(hues[hue], colours["page"]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fields_have_an_outline_that_can_be_seen(scheme: tokens.Scheme) -> None:
    colours = tokens.colours(scheme)
    assert contrast(colours["strong line"], colours["page"]) >= 3


def test_the_inks_of_paper_are_the_colours_of_the_light_scheme() -> None:
    colours = tokens.colours("light")
    assert {role: colours[role] for role in SIGN_INKS} == SIGN_INKS
    assert tokens.hues("light") == THEME_INKS


def test_a_card_has_on_paper_the_size_that_it_has_on_the_canvas() -> None:
    assert PaperWeb({}).size == (tokens.CARD_WIDTH, tokens.CARD_HEIGHT)
