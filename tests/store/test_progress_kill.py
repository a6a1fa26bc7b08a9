"""What was acknowledged is there, although the program was killed at any moment."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.store.progress import open_progress
from tests.clocks import StandingClock

# Writes one number a line once its entry is logged; the parent kills it in the middle.
_CHILD = """
import sys
from pathlib import Path
from studyapp.domain.log import NewEntry
from studyapp.store.progress import open_progress
from tests.clocks import StandingClock

progress = open_progress(Path(sys.argv[1]), StandingClock(), "machine")
for number in range(100_000):
    [entry] = progress.append(NewEntry("note", "c/topic/t", {"number": number}))
    print(entry.key, flush=True)
"""


def killed_after(path: Path, lines: int) -> list[str]:
    """Run a child that logs; kill it after so many lines; return the keys it acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    with child.stdout:
        first = [child.stdout.readline().strip() for _ in range(lines)]
        child.kill()
        # What it still said before it died counts too; a line cut short does not.
        rest = child.stdout.read().split("\n")[:-1]
    assert child.wait() == -signal.SIGKILL
    return [*first, *rest]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_every_acknowledged_entry_survives_a_kill_and_no_lock_is_left(tmp_path: Path) -> None:
    path, acknowledged = tmp_path / "progress.db", []
    for lines in (1, 7, 40):
        acknowledged += killed_after(path, lines)
    progress = open_progress(path, StandingClock(), "machine")
    kept = [entry.key for entry in progress.entries()]
    damaged, sound = progress.damaged_entries(), progress.integrity()
    progress.close()
    assert len(acknowledged) >= 48
    assert set(acknowledged) <= set(kept)
    assert len(kept) <= len(acknowledged) + 3  # at most one each was logged and not yet said
    assert (damaged, sound) == ((), True)
