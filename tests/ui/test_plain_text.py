"""What people wrote is shown letter by letter."""

import html

from studyapp.ui.plain_text import escape


def test_a_text_is_escaped_as_the_standard_library_would() -> None:
    text = """<b>"Who's" & why?</b> — 北京"""
    assert escape(text) == html.escape(text)
