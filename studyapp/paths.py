"""Where files lie: what is shipped, and what is this person's."""

import sys
from collections.abc import Mapping
from pathlib import Path

APP = "StudyApp"


def program_folder() -> Path:
    """Return the folder that holds `resources`, `docs` and `data`: the checkout or the bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def resources_folder() -> Path:
    """Return the folder of shipped icons and courses' sources."""
    return program_folder() / "resources"


def docs_folder() -> Path:
    """Return the folder of the user guide, its pictures and the licences."""
    return program_folder() / "docs"


def shipped_pack() -> Path:
    """Return the course pack that comes with the program."""
    return program_folder() / "data" / "notes.db"


def learned_marking() -> Path:
    """Return the file of what was learned about marking answers."""
    return resources_folder() / "grading.json"


def data_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder for what this person makes; STUDYAPP_HOME, where set, holds everything."""
    if home := environ.get("STUDYAPP_HOME"):
        return Path(home)
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / APP
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / APP
    return _xdg(environ, "XDG_DATA_HOME", ".local/share")


def config_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder for this person's settings."""
    if environ.get("STUDYAPP_HOME") or sys.platform in ("win32", "darwin"):
        return data_folder(environ)
    return _xdg(environ, "XDG_CONFIG_HOME", ".config")


def library_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder in which added courses are kept."""
    return data_folder(environ) / "courses"


def progress_path(environ: Mapping[str, str]) -> Path:
    """Return this person's progress file."""
    return data_folder(environ) / "progress.db"


def _xdg(environ: Mapping[str, str], variable: str, otherwise: str) -> Path:
    """Return a folder by the XDG base directory rules: what is not absolute is ignored."""
    named = Path(environ.get(variable, ""))
    return (named if named.is_absolute() else Path.home() / otherwise) / "studyapp"
