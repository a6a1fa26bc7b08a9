"""Front matter: `name: value` lines between two lines of `---` at the top of a file.

Read as YAML in which every value is text: `no` stays "no", `1945-08-14` stays a text.
"""

from collections.abc import Mapping
from typing import NamedTuple

import yaml

from studyapp.domain.course import Place
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.problems import Problem, error

_FENCE = "---"
# Front matter is a dozen lines. Hostile YAML nests; this many characters cannot nest deep enough
# to exhaust Python's stack.
_LONGEST = 4_000
_DEEPEST = 100


class Field(NamedTuple):
    """One value, as its parts (a list gives several), and the line it stands on."""

    values: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """Return the value as one text."""
        return ", ".join(self.values).strip()


class FrontMatter(NamedTuple):
    """The fields, the text below them, the line it starts on, and what was wrong."""

    fields: Mapping[str, Field]
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()

    def text(self, name: str) -> str:
        """Return a field as text, "" if it is not there."""
        return self.fields[name].text if name in self.fields else ""

    def line(self, name: str) -> int:
        """Return the line of a field, 1 if it is not there."""
        return self.fields[name].line if name in self.fields else 1


def split(text: str, file: str) -> FrontMatter:
    """Part front matter from what follows; a file without any is all body."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return FrontMatter({}, text, 1)
    ends = (number for number, line in enumerate(lines[1:], 1) if line.rstrip() in (_FENCE, "..."))
    end = next(ends, None)
    if end is None:
        return _broken(text, 1, Place(file, 1), message(N_("The first --- has no second one")))
    source, body = "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])
    return _read(source, body, end + 2, file)


def names_in(field: Field) -> tuple[str, ...]:
    """Return the names in a field, whether written as `a, b` or as a YAML list."""
    parts = (part.strip() for value in field.values for part in value.split(","))
    return tuple(part for part in parts if part)


def _read(source: str, body: str, body_line: int, file: str) -> FrontMatter:
    if len(source) > _LONGEST or max(source.count("["), source.count("{")) > _DEEPEST:
        what = message(N_("The front matter is too long or too deeply nested"))
        return _broken(body, body_line, Place(file, 1), what)
    try:
        top = yaml.compose(source, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 2 if wrong.problem_mark else 1
        return _broken(body, body_line, Place(file, line), _unreadable(), _quoted())
    except (yaml.YAMLError, RecursionError):
        return _broken(body, body_line, Place(file, 1), _unreadable(), _quoted())
    return _fields(top, body, body_line, file)


def _fields(top: yaml.Node | None, body: str, body_line: int, file: str) -> FrontMatter:
    if top is None:
        return FrontMatter({}, body, body_line)
    if not isinstance(top, yaml.MappingNode):
        what = message(N_("The front matter is not a list of “name: value”"))
        return _broken(body, body_line, Place(file, 2), what)
    fields: dict[str, Field] = {}
    problems = []
    for key, value in top.value:
        line = key.start_mark.line + 2
        texts = _texts(value)
        if texts is None or not isinstance(key, yaml.ScalarNode):
            what = message(N_("This value is neither a text nor a list of texts"))
            problems.append(error("front-matter", Place(file, line), what, _plainly()))
        else:
            fields[key.value.strip().lower()] = Field(texts, line)
    return FrontMatter(fields, body, body_line, tuple(problems))


def _texts(value: yaml.Node) -> tuple[str, ...] | None:
    if isinstance(value, yaml.ScalarNode):
        return (str(value.value),)
    if not isinstance(value, yaml.SequenceNode):
        return None
    if not all(isinstance(part, yaml.ScalarNode) for part in value.value):
        return None
    return tuple(str(part.value) for part in value.value)


def _broken(
    body: str, body_line: int, place: Place, what: Message, remedy: Message | None = None
) -> FrontMatter:
    problem = error("front-matter", place, what, remedy or _plainly())
    return FrontMatter({}, body, body_line, (problem,))


def _unreadable() -> Message:
    return message(N_("This line cannot be read as “name: value”"))


def _quoted() -> Message:
    return message(
        N_("Put a value that has a colon, or begins with a sign, between quotation marks")
    )


def _plainly() -> Message:
    return message(N_("Write “name: value” lines between two lines of ---"))
