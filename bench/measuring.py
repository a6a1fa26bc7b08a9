"""What every measurement here shares: alternating runs, medians, ranges, a table, aims."""

import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One thing measured: its runs, and the ratio to the floor or the limit it must keep.

    Where `at_least`, it is the value that must reach the aim.
    """

    name: str
    runs: Sequence[float]
    unit: str
    value: float | None = None
    aim: float | None = None
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Say whether the aim is met; what has none always holds."""
        if self.aim is None or self.value is None:
            return True
        return self.value >= self.aim if self.at_least else self.value <= self.aim


def p95(runs: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(runs, n=20, method="inclusive")[-1]


def report(title: str, rows: Sequence[Row]) -> int:
    """Print a table and return the exit status: 0 if every aim holds, else 1."""
    print(title)
    print(f"  {'':34}{'median':>10}{'lowest':>10}{'highest':>10}  unit  {'value':>8}{'aim':>8}")
    for row in rows:
        middle = statistics.median(row.runs)
        figures = f"{middle:>10.2f}{min(row.runs):>10.2f}{max(row.runs):>10.2f}"
        value = "" if row.value is None else f"{row.value:>8.2f}"
        aim = "" if row.aim is None else f"{row.aim:>8.2f}"
        verdict = "" if row.aim is None else ("  holds" if row.holds else "  MISSED")
        print(f"  {row.name:34}{figures}  {row.unit:4}  {value:>8}{aim:>8}{verdict}")
    print(f"  {sys.version.split()[0]} on {sys.platform}")
    return 0 if all(row.holds for row in rows) else 1
