"""The student's plan, kept in the log, and what is taken over from where it stood before."""

from __future__ import annotations

from collections.abc import Mapping

from studyapp.domain.log import RETRACT, NewEntry
from studyapp.domain.schedule.parameters import PARAMETERS, Parameters, Weights
from studyapp.domain.schedule.plan import (
    PLAN,
    USUAL,
    Plan,
    changes,
    fault_of,
    fields_of,
    plan_of,
    with_fields,
)
from studyapp.errors import PlanError
from studyapp.store.progress import Progress


class Planning:
    """One student's plan and parameters, on every device the same."""

    def __init__(self, progress: Progress, found: Mapping[str, object]) -> None:
        """Read the plan from `progress`; take over what was `found` elsewhere and is not in it.

        A file that is open for reading only keeps nothing: there it holds for this window.
        """
        self._progress = progress
        entries = progress.entries((PLAN, RETRACT))
        known = fields_of(entries)
        fresh = {field: value for field, value in found.items() if field not in known}
        usual = with_fields(USUAL, fresh)
        if not progress.read_only:
            progress.append(*changes(USUAL, usual))
        self.plan = plan_of(entries, usual)

    @property
    def read_only(self) -> bool:
        """Say whether nothing can be changed."""
        return self._progress.read_only

    @property
    def parameters(self) -> Parameters:
        """What the schedule follows from, besides the log."""
        return self._progress.parameters

    def change(self, plan: Plan) -> None:
        """Keep another plan; PlanError if it is none, ProgressError if it cannot be kept."""
        fault = fault_of(plan)
        if fault:
            raise PlanError(fault.template, **fault.values)
        new = tuple(changes(self.plan, plan))
        if new:
            self._progress.append(*new)
        self.plan = plan

    def use(self, weights: Weights) -> None:
        """Keep other weights of FSRS."""
        self._progress.append(NewEntry(PARAMETERS, "", {"weights": list(weights)}))
