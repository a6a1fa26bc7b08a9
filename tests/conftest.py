"""What holds for every test: Qt draws offscreen, and no test sees this person's own files."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples each time, but in the long runs; a slow machine is no mistake of the program's.
settings.register_profile(
    "studyapp",
    deadline=None,
    derandomize="STUDYAPP_TORTURE" not in os.environ,
    suppress_health_check=(HealthCheck.too_slow,),
)
settings.load_profile("studyapp")

# Before Qt loads: the platform is chosen once a process.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# A desktop's own theme plug-in would bring its own warnings and fonts.
os.environ.pop("QT_QPA_PLATFORMTHEME", None)
os.environ.pop("QT_STYLE_OVERRIDE", None)


@pytest.fixture(autouse=True)
def _home_of_its_own(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Give the test an empty home, so that settings and progress of this machine stay out."""
    home = tmp_path_factory.mktemp("home")
    for name, folder in {
        "HOME": home,
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_STATE_HOME": home / ".local" / "state",
        "APPDATA": home / "AppData" / "Roaming",
        "LOCALAPPDATA": home / "AppData" / "Local",
    }.items():
        monkeypatch.setenv(name, str(folder))


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample files (STUDYAPP_SAMPLES); a test that asks is skipped without it."""
    folder = os.environ.get("STUDYAPP_SAMPLES", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("STUDYAPP_SAMPLES names no folder")
    return Path(folder)
