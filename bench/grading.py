"""Marking typed answers: how often it agrees with people, and how long it takes.

    python -m bench.grading [--known FOLDER] [FILE or FOLDER …]

On the answers of SemEval-2013 Task 7 below STUDYAPP_SAMPLES: weighted F1 of right and wrong, with
answers, questions and whole fields left out of the learning, beside plain overlap of words. Then
on answers to our own history questions that people marked by key point. Files of the same form
are judged with the numbers that ship, untuned; of questions that `--known` has, the answers known
there help. The aims are for such parts; learning from nine tenths comes a little below them.
"""

import argparse
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from bench.hand_marked import HandMark, agreement, hand_marks, seconds_on_the_largest_card
from bench.learning import (
    Answer,
    Asked,
    fit,
    parts_of,
    rarity_of,
    read_file,
    read_folder,
    rows_alone,
    rows_with_known,
)
from bench.measuring import Row, report
from studyapp import paths
from studyapp.domain.grading.learned import Judge
from studyapp.domain.grading.likeness import Known, read

SORTS = ("beetle", "sciEntsBank")
AIMS = {
    "beetle": {"answers": 0.82, "questions": 0.76},
    "sciEntsBank": {"answers": 0.75, "questions": 0.74, "fields": 0.75},
}
AGREEMENT = 0.90
MILLISECONDS = 30.0
_MAJORITY = 0.5


def weighted_f1(right: Sequence[bool], said: Sequence[bool]) -> float:
    """Return the F1 of both classes, weighted by how many there are of each."""
    total = 0.0
    for side in (True, False):
        both = sum(a is side and b is side for a, b in zip(right, said, strict=True))
        of_side, called = right.count(side), list(said).count(side)
        total += of_side * (2 * both / (of_side + called) if of_side + called else 0.0)
    return total / len(right)


def overlaps(asked: Asked, answer: Answer) -> float:
    """Return how many of a model answer's words an answer has: the floor."""
    had = set(answer.text.casefold().split())
    models = [set(model.casefold().split()) for model in asked.models]
    return max(len(had & model) / max(1, len(model)) for model in models)


def left_out(
    rows: Sequence[Sequence[float]], right: Sequence[bool], groups: Sequence[object]
) -> tuple[list[bool], list[float]]:
    """Return what a regression says of each answer that saw none of its group, and the F1s."""
    said = [False] * len(right)
    scores = []
    for group in sorted(set(groups), key=str):
        inside = [at for at, each in enumerate(groups) if each == group]
        outside = [at for at, each in enumerate(groups) if each != group]
        learned = fit([rows[at] for at in outside], [right[at] for at in outside])
        for at in inside:
            said[at] = learned.probability(rows[at]) >= _MAJORITY
        scores.append(weighted_f1([right[at] for at in inside], [said[at] for at in inside]))
    return said, scores


def best_threshold(values: Sequence[float], right: Sequence[bool]) -> float:
    """Return the F1 of the overlap at the threshold that serves it best: a generous floor."""
    return max(weighted_f1(right, [value >= at / 20 for value in values]) for at in range(1, 20))


def rows_of_set(sort: str, every: Sequence[Asked]) -> Iterator[Row]:
    """Yield the rows of the table for one set, everything learned anew for each part left out."""
    rarity = rarity_of(every)
    pairs = [(asked, answer) for asked in every for answer in asked.answers]
    right = [answer.right for _, answer in pairs]
    floor = best_threshold([overlaps(*pair) for pair in pairs], right)
    yield Row(f"{sort}: overlap of words", [floor], "F1", floor)
    answers = [part for asked in every for part in parts_of(len(asked.answers))]
    of_question = dict(zip(every, parts_of(len(every)), strict=True))
    questions = [of_question[asked] for asked, _ in pairs]
    alone = list(rows_alone(every, rarity))
    known = list(rows_with_known(every, rarity))
    measured: dict[str, tuple[list[tuple[float, ...]], Sequence[object]]] = {
        "answers": (known, answers),
        "questions": (alone, questions),
    }
    if "fields" in AIMS[sort]:
        measured["fields"] = (alone, [asked.domain for asked, _ in pairs])
    for name, (rows, groups) in measured.items():
        said, scores = left_out(rows, right, groups)
        value = weighted_f1(right, said)
        aim = AIMS[sort][name]
        yield Row(f"{sort}: {name} left out", scores, "F1", value, aim, at_least=True)


def judged(files: Iterable[Path], known: Path | None) -> Iterator[Row]:
    """Yield a row a folder of files that nobody has tuned anything on, by the shipped numbers."""
    numbers = json.loads(paths.learned_marking().read_text(encoding="utf-8"))
    marked = {asked.name: asked for asked in _read_all(known)} if known else {}
    folders: dict[Path, list[Path]] = {}
    for file in files:
        folders.setdefault(file.parent, []).append(file)
    for folder, held in sorted(folders.items()):
        scores, right, said = [], list[bool](), list[bool]()
        for file in sorted(held):
            asked = read_file(file)
            judge = Judge.from_numbers(numbers, sort_of(file))
            before = marked.get(asked.name)
            others = [Known(read(a.text), a.right) for a in before.answers] if before else []
            called = [
                judge.probability(asked.models, a.text, asked.prompt, others) >= _MAJORITY
                for a in asked.answers
            ]
            of_file = [answer.right for answer in asked.answers]
            if of_file:
                scores.append(weighted_f1(of_file, called))
                print(f"  {file.name:50} {scores[-1]:.3f} of {len(of_file)} answers")
            right, said = right + of_file, said + called
        if right:
            yield Row(f"{folder.parent.name}/{folder.name}", scores, "F1", weighted_f1(right, said))


def sort_of(file: Path) -> str:
    """Return which of the two sets a file belongs to, by its form."""
    return SORTS[0] if 'qtype="' in file.read_text(encoding="utf-8") else SORTS[1]


def _read_all(folder: Path) -> Iterator[Asked]:
    for path in sorted(folder.rglob("*.xml")):
        yield read_file(path)


def rows_of_hands() -> Iterator[Row]:
    """Yield the agreement with people on our own questions: by hand, by kind, and over all."""
    marks = hand_marks()
    if not marks:
        return
    of_hand: Callable[[HandMark], str] = lambda mark: mark.hand  # noqa: E731
    of_kind: Callable[[HandMark], str] = lambda mark: mark.kind  # noqa: E731
    for what in (of_hand, of_kind):
        for name in sorted({what(mark) for mark in marks}):
            share = agreement([mark for mark in marks if what(mark) == name])
            yield Row(f"by hand: {name}", [share], "same", share)
    by_hand = [agreement([m for m in marks if m.hand == hand]) for hand in {m.hand for m in marks}]
    yield Row("by hand: all points", by_hand, "same", agreement(marks), AGREEMENT, at_least=True)


def rows_of_the_largest_card() -> Iterator[Row]:
    """Yield the time an answer takes on the card of the course that has the most wordings."""
    times = [seconds * 1000 for seconds in seconds_on_the_largest_card()]
    yield Row("time: largest card", times, "ms", statistics.mean(times), MILLISECONDS)


def rows_of_time(every: Sequence[Asked]) -> Iterator[Row]:
    """Yield the time an answer takes, beside that of the plain overlap."""
    numbers = json.loads(paths.learned_marking().read_text(encoding="utf-8"))
    judge = Judge.from_numbers(numbers, SORTS[1])
    pairs = [(asked, answer) for asked in every for answer in asked.answers]
    some = random.Random(1).sample(pairs, 300)
    floor = [_milliseconds(partial(overlaps, *pair)) for pair in some]
    ours = [
        _milliseconds(partial(judge.probability, asked.models, answer.text, asked.prompt))
        for asked, answer in some
    ]
    yield Row("time: overlap of words", floor, "ms")
    yield Row("time: judged", ours, "ms", statistics.mean(ours), MILLISECONDS)


def _milliseconds(what: Callable[[], float]) -> float:
    read.cache_clear()
    began = time.perf_counter()
    what()
    return (time.perf_counter() - began) * 1000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE or FOLDER")
    parser.add_argument(
        "--known", type=Path, help="folder with marked answers to the same questions"
    )
    options = parser.parse_args()
    if options.files:
        files = [
            path
            for given in options.files
            for path in (sorted(given.rglob("*.xml")) if given.is_dir() else [given])
        ]
        return report("Judged by the numbers that ship", list(judged(files, options.known)))
    rows = [*rows_of_hands(), *rows_of_the_largest_card()]
    samples = Path(os.environ.get("STUDYAPP_SAMPLES", "")) / "grading"
    sets = {sort: read_folder(samples / sort) for sort in SORTS}
    if all(sets.values()):
        for sort, every in sets.items():
            rows += rows_of_set(sort, every)
        rows += rows_of_time(sets[SORTS[1]])
    else:
        print("STUDYAPP_SAMPLES names no folder with marked answers: only our own are measured.")
    return report("Marking typed answers", rows)


if __name__ == "__main__":
    sys.exit(main())
