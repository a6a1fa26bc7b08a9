"""Learning to judge short answers from marked ones: the answers as files have them, and the fit."""

import random
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import exp, sqrt
from operator import mul
from pathlib import Path
from typing import NamedTuple

from studyapp.domain.grading.learned import Regression
from studyapp.domain.grading.likeness import Known, Rarity, features, features_of_known, read

# How strongly weights are kept small, in answers; found by leaving questions out.
RIDGE = 100.0
_STEPS = 8
# A stem that stands in one text only is as rare as one that stands in none.
_COMMON = 2
_PARTS = 10


class Answer(NamedTuple):
    """A student's answer, and whether people called it right."""

    text: str
    right: bool


class Asked(NamedTuple):
    """A question with its model answers and the answers that were given; `domain` is its field."""

    name: str
    domain: str
    prompt: str
    models: tuple[str, ...]
    answers: tuple[Answer, ...]


def read_file(path: Path) -> Asked:
    """Read one question in the XML form of the task."""
    root = ET.parse(path).getroot()
    models = tuple(each.text or "" for each in root.iter("referenceAnswer"))
    answers = (
        Answer(each.text or "", each.get("accuracy") == "correct")
        for each in root.iter("studentAnswer")
    )
    prompt = root.findtext("questionText") or ""
    return Asked(root.get("id", path.stem), root.get("module", ""), prompt, models, tuple(answers))


def read_folder(folder: Path) -> tuple[Asked, ...]:
    """Read all questions of a folder, in the order of their names."""
    return tuple(read_file(path) for path in sorted(folder.glob("*.xml")))


def rarity_of(every: Iterable[Asked]) -> Rarity:
    """Return how rare each stem is in the texts of questions."""
    return Rarity(*counted(every))


def counted(every: Iterable[Asked]) -> tuple[int, dict[str, int]]:
    """Return how many texts there are, and in how many of them the commoner stems stand."""
    held_by = Counter[str]()
    texts = 0
    for asked in every:
        answers = (answer.text for answer in asked.answers)
        for text in (asked.prompt, *asked.models, *answers):
            texts += 1
            held_by.update(set(read(text).stems))
    return texts, {stem: count for stem, count in sorted(held_by.items()) if count >= _COMMON}


def rows_alone(every: Iterable[Asked], rarity: Rarity) -> Iterator[tuple[float, ...]]:
    """Yield the numbers of each answer, from its question's model answers."""
    for asked in every:
        for answer in asked.answers:
            yield features(asked.models, answer.text, asked.prompt, rarity)


def rows_with_known(every: Iterable[Asked], rarity: Rarity) -> Iterator[tuple[float, ...]]:
    """Yield the same with what other answers to the question tell, a tenth left out at a time."""
    for asked in every:
        parts = parts_of(len(asked.answers))
        known = [Known(read(answer.text), answer.right) for answer in asked.answers]
        for at, answer in enumerate(asked.answers):
            others = [one for one, part in zip(known, parts, strict=True) if part != parts[at]]
            numbers = features(asked.models, answer.text, asked.prompt, rarity)
            yield (*numbers, *features_of_known(answer.text, others, rarity))


def parts_of(count: int, seed: int = 1) -> list[int]:
    """Return a part from 0 to 9 for each of so many things, the same each time."""
    parts = [at % _PARTS for at in range(count)]
    random.Random(seed).shuffle(parts)
    return parts


def fit(rows: Sequence[Sequence[float]], right: Sequence[bool]) -> Regression:
    """Fit a logistic regression with a ridge, by Newton's steps."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    means = [sum(column) / len(column) for column in columns]
    spreads = [
        sqrt(sum((x - mean) ** 2 for x in column) / len(column)) or 1.0
        for column, mean in zip(columns, means, strict=True)
    ]
    scaled = [[1.0] * len(right)]
    for column, mean, spread in zip(columns, means, spreads, strict=True):
        scaled.append([(x - mean) / spread for x in column])
    weights = [0.0] * len(scaled)
    for _ in range(_STEPS):
        step = _solved(*_slopes(scaled, right, weights))
        weights = [weight - change for weight, change in zip(weights, step, strict=True)]
    return Regression(weights[0], tuple(weights[1:]), tuple(means), tuple(spreads))


def _slopes(
    columns: list[list[float]], right: Sequence[bool], weights: list[float]
) -> tuple[list[list[float]], list[float]]:
    """Return the second and first derivatives of the loss; the first weight has no ridge."""
    totals = [0.0] * len(right)
    for column, weight in zip(columns, weights, strict=True):
        totals = [total + weight * x for total, x in zip(totals, column, strict=True)]
    likely = [1 / (1 + exp(-total)) for total in totals]
    miss = [p - one for p, one in zip(likely, right, strict=True)]
    doubt = [p * (1 - p) for p in likely]
    curved = [list(map(mul, column, doubt)) for column in columns]
    half = [
        [sum(map(mul, one, other)) for other in columns[: at + 1]] for at, one in enumerate(curved)
    ]
    size = len(columns)
    second = [[half[max(i, j)][min(i, j)] for j in range(size)] for i in range(size)]
    first = [sum(map(mul, column, miss)) for column in columns]
    for at in range(1, len(weights)):
        second[at][at] += RIDGE
        first[at] += RIDGE * weights[at]
    return second, first


def _solved(matrix: list[list[float]], wanted: list[float]) -> list[float]:
    """Return the solution of a system of linear equations, by Gauss's elimination."""
    rows = [[*row, value] for row, value in zip(matrix, wanted, strict=True)]
    size = len(rows)
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for below in range(at + 1, size):
            part = rows[below][at] / rows[at][at]
            rows[below] = [x - part * y for x, y in zip(rows[below], rows[at], strict=True)]
    found = [0.0] * size
    for at in reversed(range(size)):
        known = sum(map(mul, rows[at][at + 1 : size], found[at + 1 :]))
        found[at] = (rows[at][size] - known) / rows[at][at]
    return found
