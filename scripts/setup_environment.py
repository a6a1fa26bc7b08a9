"""Set up what StudyApp needs on this machine; where all is there, change nothing.

    python3 scripts/setup_environment.py [run|test|package]

It makes the virtual environment .venv, installs the locked dependencies into it, tries Qt and
builds the course. Standard library only, and old syntax: an old Python shall reach the sentence
that asks for a newer one.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Mapping, Sequence

import system_packages
from system_packages import SetupError

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"run": "run.txt", "test": "dev.txt", "package": "package.txt"}
OLDEST = (3, 11)

# A clone writes its files in any order within seconds; such sources are not newer than the pack.
CLONE_SECONDS = 60

# Loads what the window will load. The platform plug-ins are loaded by hand, since Qt aborts the
# process where one lacks a library and does not say which.
QT_TRIAL = """
import ctypes, sys
import PySide6.QtWidgets, PySide6.QtSvg, PySide6.QtPrintSupport
from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QFontDatabase, QGuiApplication
plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
for name in sys.argv[1:]:
    ctypes.CDLL(f"{plugins}/platforms/libq{name}.so")
application = QGuiApplication([])
sys.exit(0 if QFontDatabase.families() else "no fonts")
"""

# The compiled files hold whatever the times of their sources, which a package may change.
UNPACKED = """
import compileall, py_compile, shiboken6
hold = py_compile.PycInvalidationMode.UNCHECKED_HASH
folder = shiboken6.__path__[0] + "/files.dir"
raise SystemExit(not compileall.compile_dir(folder, quiet=1, force=True, invalidation_mode=hold))
"""


def python_problem(version: tuple[int, ...]) -> str | None:
    """Return a sentence where this Python is too old, else None."""
    if version[:2] >= OLDEST:
        return None
    found = ".".join(str(part) for part in version)
    return (
        f"Python 3.11 or newer is needed; this is {found}. "
        "Install one, or name it: make run PYTHON=python3.12"
    )


def venv_python(venv: Path, platform: str = sys.platform) -> Path:
    """Return where a virtual environment keeps its interpreter."""
    return venv / ("Scripts/python.exe" if platform == "win32" else "bin/python")


def venv_works(venv: Path) -> bool:
    """Say whether the environment's interpreter is there and new enough."""
    try:
        settings = (venv / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return False
    found = re.search(r"^version(?:_info)? *= *(\d+)\.(\d+)", settings, re.MULTILINE)
    if not found or (int(found.group(1)), int(found.group(2))) < OLDEST:
        return False
    return venv_python(venv).exists()


def fingerprint(paths: Sequence[Path], folder: Path) -> str:
    """Return a hash of the files' names and contents."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def is_stamped(stamp: Path, value: str) -> bool:
    """Say whether the step that wrote `stamp` last ended with this value."""
    try:
        return stamp.read_text(encoding="utf-8").strip() == value
    except OSError:
        return False


def write_stamp(stamp: Path, value: str) -> None:
    """Note that a step has ended with this value."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(value + "\n", encoding="utf-8")


def needs_building(pack: Path, sources: Sequence[Path], stamp: Path, value: str) -> bool:
    """Say whether the pack is missing or its sources have changed since it was built.

    Where no build has been noted, as in a fresh clone, the files' times decide.
    """
    if not pack.exists():
        return True
    if stamp.exists():
        return not is_stamped(stamp, value)
    newest = max((source.stat().st_mtime for source in sources), default=0)
    return newest > pack.stat().st_mtime + CLONE_SECONDS


def platform_plugins(environ: Mapping[str, str]) -> list[str]:
    """Return Qt's names for the platforms that the window may use here."""
    plugins = ["offscreen"]
    if environ.get("DISPLAY"):
        plugins.append("xcb")
    if environ.get("WAYLAND_DISPLAY"):
        plugins.append("wayland")
    return plugins


def qt_lacks(trial_output: str, environ: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return what a failed trial lacks, as a sentence, and the packages that bring it.

    No packages: it failed for a reason that none of ours mends.
    """
    library = re.search(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object", trial_output)
    if library:
        reason = f"Qt needs a system library that is not here ({library.group(1)})."
        return reason, system_packages.qt_packages(environ)
    if "no fonts" in trial_output:
        return "There is no font to draw text with.", system_packages.FONT_PACKAGES
    last = (trial_output.strip().splitlines() or ["it said nothing"])[-1]
    return f"Qt does not start here: {last}", ()


def ensure_venv(venv: Path) -> None:
    """Make the virtual environment where there is none that works."""
    if venv_works(venv):
        return
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        reason = "This Python cannot make virtual environments."
        system_packages.install(reason, (package,), system_packages.this_machine())
    print(f"Making the virtual environment {venv.name}", flush=True)
    made = subprocess.run((sys.executable, "-m", "venv", "--clear", str(venv)), check=False)
    if made.returncode:
        raise SetupError(f"The virtual environment {venv} could not be made; see above.")


def ensure_dependencies(venv: Path, lock: Path) -> None:
    """Install what the lock names where this environment has not had it yet."""
    stamp = venv / f"installed-{lock.stem}.txt"
    value = fingerprint([lock], lock.parent)
    if is_stamped(stamp, value):
        return
    print(f"Installing the libraries that requirements/{lock.name} names", flush=True)
    options = ["--disable-pip-version-check", "--require-hashes", "--no-deps"]
    options += ["--only-binary", ":all:", "--requirement", str(lock)]
    if not sys.stdout.isatty():
        options.append("--quiet")
    pip = (str(venv_python(venv)), "-m", "pip", "install", *options)
    if subprocess.run(pip, check=False).returncode:
        raise SetupError(
            "The libraries could not be installed; what pip says stands above. "
            "They come from the Internet, this once: is this machine online?"
        )
    write_stamp(stamp, value)


def try_qt(venv: Path) -> str | None:
    """Return what Qt says where it does not start, else None."""
    command = (str(venv_python(venv)), "-c", QT_TRIAL, *platform_plugins(os.environ))
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    trial = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    return trial.stderr if trial.returncode else None


def ensure_qt(venv: Path) -> None:
    """Try Qt, and only where it fails install the system packages it lacks."""
    if not sys.platform.startswith("linux"):
        return  # Qt brings all it needs there
    failed = try_qt(venv)
    # Twice: the libraries first, then perhaps a font.
    for _ in range(2):
        if failed is None:
            return
        reason, packages = qt_lacks(failed, os.environ)
        if not packages:
            break
        system_packages.install(reason, packages, system_packages.this_machine())
        failed = try_qt(venv)
    if failed is not None:
        raise SetupError(qt_lacks(failed, os.environ)[0])


def ensure_unpacked(venv: Path, lock: Path) -> None:
    """Have PySide's own support modules compiled once, not at every start.

    They lie as text in its library, which compiles them each time it is imported: a fifth of what
    an empty window takes to start. SBK_EMBED is PySide's own switch to have them beside it.
    """
    stamp = venv / f"unpacked-{lock.stem}.txt"
    value = fingerprint([lock], lock.parent)
    if is_stamped(stamp, value):
        return
    environ = {**os.environ, "SBK_EMBED": "0"}
    command = (str(venv_python(venv)), "-c", UNPACKED)
    if subprocess.run(command, env=environ, check=False).returncode:
        raise SetupError("PySide6 could not be set up; what Python says stands above.")
    write_stamp(stamp, value)


def ensure_course(venv: Path, root: Path) -> None:
    """Build the course that ships where its sources have changed."""
    folder, pack = root / "resources/courses/sino-soviet", root / "data/notes.db"
    stamp = root / "build/course.txt"
    sources = [path for path in folder.rglob("*") if path.is_file()]
    value = fingerprint(sources, folder)
    if needs_building(pack, sources, stamp, value):
        print("Building the course from its sources", flush=True)
        command = (str(venv_python(venv)), "-m", "studyapp", "build", str(folder), str(pack))
        if subprocess.run(command, cwd=str(root), check=False).returncode:
            raise SetupError(f"The course in {folder} could not be built; see above.")
    write_stamp(stamp, value)


def set_up(purpose: str) -> None:
    """Do every step that is not done yet; SetupError where one cannot be."""
    problem = python_problem(sys.version_info[:3])
    if problem:
        raise SetupError(problem)
    venv = ROOT / ".venv"
    ensure_venv(venv)
    lock = ROOT / "requirements" / LOCKS[purpose]
    ensure_dependencies(venv, lock)
    ensure_qt(venv)
    ensure_unpacked(venv, lock)
    ensure_course(venv, ROOT)


def main(arguments: Sequence[str]) -> int:
    """Set up for the purpose named; return an exit status."""
    purpose = arguments[0] if arguments else "run"
    if len(arguments) > 1 or purpose not in LOCKS:
        print(f"usage: setup_environment.py [{'|'.join(LOCKS)}]", file=sys.stderr)
        return 2
    try:
        set_up(purpose)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
