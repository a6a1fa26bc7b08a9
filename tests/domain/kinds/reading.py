"""Lines below a prompt, as an importer gives them."""

from studyapp.domain.course import Place
from studyapp.domain.kinds.kind import AnyContent
from studyapp.domain.kinds.lines import Line, Lines
from studyapp.domain.kinds.table import kind_of
from studyapp.domain.problems import Problem


def lines_of(*written: str, prompt: str = "What?") -> Lines:
    """Return lines such as “Answer: x” or “True” with places of their own."""
    found = tuple(_line(each, Place("a.md", at)) for at, each in enumerate(written))
    return Lines(prompt, found, lambda _words, _place: None, [], lambda _name, _place: None)


def _line(written: str, place: Place) -> Line:
    label, _, text = written.partition(": ")
    return Line(label.casefold(), text, place)


def read(*written: str) -> AnyContent:
    """Return what such lines hold, which nothing is wrong with."""
    content, problems = read_with_problems(*written)
    assert problems == []
    assert list(content.wrong("What?")) == []
    return content


def read_with_problems(*written: str) -> tuple[AnyContent, list[Problem]]:
    """Return what such lines hold, and what could not be read."""
    lines = lines_of(*written)
    kind = kind_of(lines)
    assert kind
    return kind.read(lines), lines.problems
