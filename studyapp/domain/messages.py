"""Sentences for a person, kept as a template and its values until the moment they are shown.

Below the interface nobody knows which language the person reads, so errors, problems and
findings carry a `Message`; `say` turns it into text in one place.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple


class Message(NamedTuple):
    """A sentence template (`str.format` fields) and the values that belong in it."""

    template: str
    values: Mapping[str, object]


def N_(text: str) -> str:  # noqa: N802 - the name translation tools look for
    """Mark `text` for translation and return it unchanged."""
    return text


def message(template: str, /, **values: object) -> Message:
    """Return `template` (marked with `N_` where it stands) with its values."""
    return Message(template, values)


def say(what: Message, translate: Callable[[str], str] = str) -> str:
    """Return the sentence, translated by `translate`; messages among the values are said too."""
    values = {
        name: say(value, translate) if isinstance(value, Message) else value
        for name, value in what.values.items()
    }
    return translate(what.template).format(**values)
