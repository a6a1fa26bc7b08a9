"""The packages name what the program needs, and what they name is there."""

import json
import re
from configparser import RawConfigParser

import pytest

import setup_environment
import system_packages
from studyapp import paths

ROOT = setup_environment.ROOT
LICENCES = (ROOT / "docs/licences.txt").read_text(encoding="utf-8")


def depends() -> set[str]:
    control = (ROOT / "packaging/debian-control").read_text(encoding="utf-8")
    field = re.search(r"^Depends:((?:.*\n)(?: .*\n)*)", control, re.MULTILINE)
    assert field
    return set(re.findall(r"[a-z][a-z0-9.+-]+", field.group(1)))


def test_the_debian_package_depends_on_all_that_the_set_up_would_install() -> None:
    wanted = {*system_packages.QT_PACKAGES, *system_packages.X11_PACKAGES}
    assert wanted - depends() == set()


def test_the_desktop_entry_starts_the_installed_command() -> None:
    entry = RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment, method-assign]  # keys keep their case
    entry.read(ROOT / "packaging/studyapp.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["Exec"] == "studyapp"
    assert (ROOT / f"resources/icons/{entry['Desktop Entry']['Icon']}.svg").is_file()


@pytest.mark.parametrize("script", ["linux.sh", "check_linux.sh", "macos.sh", "windows.ps1"])
def test_every_script_that_a_package_is_made_with_names_files_that_exist(script: str) -> None:
    text = (ROOT / "packaging" / script).read_text(encoding="utf-8").replace("\\", "/")
    named = set(re.findall(r"\b(?:scripts|packaging|resources)/[\w./-]+\.\w+", text))
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_the_package_has_all_that_the_program_reads_of_the_docs() -> None:
    spec = (ROOT / "packaging/studyapp.spec").read_text(encoding="utf-8")
    shipped = dict(re.findall(r'\(str\(ROOT / "docs" / "([\w.-]+)"\), "([\w/]+)"\)', spec))
    assert shipped == {"user-guide.md": "docs", "licences.txt": "docs", "pictures": "docs/pictures"}
    assert [name for name in shipped if not (ROOT / "docs" / name).exists()] == []


def test_what_was_learned_of_marking_is_shipped_and_says_where_it_is_from() -> None:
    spec = (ROOT / "packaging/studyapp.spec").read_text(encoding="utf-8")
    assert '(str(ROOT / "resources"), "resources")' in spec
    file = paths.learned_marking()
    assert file.parent == ROOT / "resources"
    assert file.stat().st_size < 200_000
    for told in (json.loads(file.read_text(encoding="utf-8"))["about"], LICENCES):
        assert "SemEval-2013 Task 7" in told
        assert "CC BY-SA 3.0" in told
