"""A note as JSON and back: each block an object with its type’s name and its fields."""

import dataclasses
import json
from collections.abc import Sequence
from typing import Any

from studyapp.domain import notes
from studyapp.domain.notes import Block

_TYPES: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        notes.Text,
        notes.Styled,
        notes.TermLink,
        notes.WebLink,
        notes.LineBreak,
        notes.Heading,
        notes.Paragraph,
        notes.CodeBlock,
        notes.Table,
        notes.Figure,
        notes.ListBlock,
        notes.Quote,
        notes.Reading,
        notes.Contested,
        notes.Added,
    )
}


def encode(blocks: Sequence[Block]) -> str:
    """Return blocks as JSON."""
    return json.dumps([_plain(block) for block in blocks], ensure_ascii=False)


def decode(text: str) -> tuple[Block, ...]:
    """Return the blocks that `encode` was given; ValueError or KeyError for anything else."""
    return tuple(_value(item) for item in json.loads(text))


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return {"type": type(value).__name__} | {k: _plain(v) for k, v in fields.items()}
    return value


def _value(plain: Any) -> Any:  # noqa: ANN401 - JSON has no type of its own
    if isinstance(plain, list):
        return tuple(_value(item) for item in plain)
    if isinstance(plain, dict):
        fields = {name: _value(item) for name, item in plain.items() if name != "type"}
        try:
            return _TYPES[plain["type"]](**fields)
        except TypeError as error:
            raise ValueError(str(error)) from error
    return plain
