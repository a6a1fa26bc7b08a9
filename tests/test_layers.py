"""The layer rules of pyproject.toml hold, and each of them would find who breaks it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"
PACKAGES = ("domain", "importers", "exporters", "rendering", "store", "services", "ui")
PARTS = ("domain/boards", "domain/schedule", "services/boards", "services/study")
SHARED = ("look", "pointer")
PANELS = ("board browser dialogs exam note progress search self_test timeline topics web").split()


def lint(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    config = ("--config", str(ROOT / "pyproject.toml"))
    command = (sys.executable, "-c", LINT, "--no-logo", "--no-cache", *config, *arguments)
    return subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False, encoding="utf-8"
    )


@pytest.fixture
def empty_program(tmp_path: Path) -> Path:
    window = (f"ui/{each}" for each in (*SHARED, *PANELS))
    for package in ("", *PACKAGES, *PARTS, *window):
        folder = tmp_path / "studyapp" / package
        folder.mkdir()
        (folder / "__init__.py").touch()
    for module in ("errors.py", "app.py", "cli_export.py"):
        (tmp_path / "studyapp" / module).touch()
    return tmp_path


def test_every_import_keeps_to_the_layers() -> None:
    finished = lint(ROOT)
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_an_empty_program_keeps_every_rule(empty_program: Path) -> None:
    assert lint(empty_program).returncode == 0


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("domain/course.py", "import sqlite3"),
        ("domain/course.py", "import studyapp.store"),
        ("domain/course.py", "from pathlib import Path"),
        ("domain/schedule/memory.py", "import studyapp.domain.boards"),
        ("importers/docx.py", "from PySide6.QtGui import QTextDocument"),
        ("store/pack.py", "import PySide6"),
        ("store/pack.py", "import studyapp.importers"),
        ("services/library.py", "from PySide6.QtCore import QObject"),
        ("services/library.py", "import sqlite3"),
        ("services/study/turn.py", "import studyapp.services.boards"),
        ("rendering/board.py", "import studyapp.store"),
        ("ui/window.py", "import studyapp.store"),
        ("ui/window.py", "import studyapp.importers"),
        ("ui/window.py", "import sqlite3"),
        ("ui/window.py", "import studyapp.app"),
        ("ui/look/theme.py", "import studyapp.ui.board"),
        ("ui/pointer/dragging.py", "import studyapp.ui.web"),
        ("cli_export.py", "import studyapp.ui"),
        ("cli_export.py", "import studyapp.app"),
        ("utils.py", ""),
    ],
)
def test_who_breaks_a_rule_is_found(empty_program: Path, place: str, line: str) -> None:
    (empty_program / "studyapp" / place).write_text(line + "\n", encoding="utf-8")
    finished = lint(empty_program)
    assert finished.returncode == 1
    assert "BROKEN" in finished.stdout
