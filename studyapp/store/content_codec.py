"""What a question holds as JSON and back, by the types of its fields.

A field is a text, a number, a truth, an enumerated text, a named tuple, a tuple of one of these,
or None.
"""

import dataclasses
import json
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from studyapp.domain.kinds.kind import AnyContent
from studyapp.domain.kinds.table import KINDS


def encode(content: AnyContent) -> str:
    """Return what a question holds as JSON: an object of its fields."""
    held = {field.name: getattr(content, field.name) for field in dataclasses.fields(content)}
    return json.dumps(held, ensure_ascii=False)


def decode(kind: str, text: str) -> AnyContent:
    """Return what `encode` was given; ValueError or KeyError for anything else."""
    made, hints = KINDS[kind], _hints(KINDS[kind])
    try:
        held = json.loads(text)
        return made(**{name: _value(hints[name], plain) for name, plain in held.items()})
    except (TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


@cache
def _hints(made: type) -> dict[str, Any]:
    return get_type_hints(made)


def _value(wanted: Any, plain: Any) -> Any:  # noqa: ANN401 - JSON has no type of its own
    """Return plain JSON as a value of a type; TypeError or ValueError if it is none."""
    if isinstance(wanted, UnionType):
        [inner] = (part for part in get_args(wanted) if part is not NoneType)
        return None if plain is None else _value(inner, plain)
    if get_origin(wanted) is tuple:
        return tuple(_value(get_args(wanted)[0], item) for item in plain)
    if issubclass(wanted, tuple):
        types = _hints(wanted).values()
        return wanted(*(_value(each, item) for each, item in zip(types, plain, strict=True)))
    if issubclass(wanted, Enum):
        return wanted(plain)
    if not isinstance(plain, wanted) and not (wanted is float and isinstance(plain, int)):
        raise ValueError(f"{plain!r} is no {wanted.__name__}")
    return plain
