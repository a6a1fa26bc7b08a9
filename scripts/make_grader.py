"""Learn to judge short answers from those that people have marked: resources/grading.json.

    STUDYAPP_SAMPLES=… python -m scripts.make_grader

The answers are those of SemEval-2013 Task 7 (Dzikovska et al., 2013), training part, two-way, of
which `grading/beetle` and `grading/sciEntsBank` below the samples hold the files. What is written
is derived from them and stands under their licence, CC BY-SA 3.0.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from bench.learning import counted, fit, read_folder, rows_alone, rows_with_known
from studyapp import paths
from studyapp.domain.grading.learned import Regression
from studyapp.domain.grading.likeness import Rarity

FILE = paths.learned_marking()
SORTS = ("beetle", "sciEntsBank")
ABOUT = (
    "Learned by scripts/make_grader.py from the training part of SemEval-2013 Task 7 (Beetle and "
    "SciEntsBank, 2-way): M. Dzikovska et al., https://aclanthology.org/S13-2045. "
    "Licence: CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/"
)


def learned(samples: Path) -> dict[str, object]:
    """Return all that the file holds, learned from the folder of samples."""
    sets = {sort: read_folder(samples / "grading" / sort) for sort in SORTS}
    texts, held_by = counted(asked for every in sets.values() for asked in every)
    rarity = Rarity(texts, held_by)
    numbers: dict[str, object] = {"about": ABOUT}
    for sort, every in sets.items():
        right = [answer.right for asked in every for answer in asked.answers]
        numbers[sort] = {
            "alone": _rounded(fit(list(rows_alone(every, rarity)), right)),
            "with known": _rounded(fit(list(rows_with_known(every, rarity)), right)),
        }
    return numbers | {"texts": texts, "held by": held_by}


def _rounded(regression: Regression) -> dict[str, object]:
    lists = {name: [round(x, 6) for x in getattr(regression, name)] for name in _LISTS}
    return {"intercept": round(regression.intercept, 6), **lists}


_LISTS = Regression._fields[1:]


def main() -> None:
    """Write the file."""
    text = json.dumps(learned(Path(os.environ["STUDYAPP_SAMPLES"])), ensure_ascii=False, indent=0)
    FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
