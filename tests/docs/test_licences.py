"""Everything that is shipped has its licence told, and it is the one its authors say."""

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements/run.txt").read_text(encoding="utf-8")
LOCKED = re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)

LICENCE = re.compile("licen[cs]e|copyright", re.IGNORECASE)


def told() -> dict[str, str]:
    """Return the licences by the library's name, in small letters."""
    text = (ROOT / "docs/licences.txt").read_text(encoding="utf-8")
    return {name.lower(): what for name, what in re.findall(r"^    ([\w-]+): (.+?)\.", text, re.M)}


def by_its_authors(library: Distribution) -> str:
    """Return what a library says of its own licence, and the texts that it brings."""
    keys = ("License-Expression", "License", "Classifier")
    said = [line for key in keys for line in library.metadata.get_all(key) or []]
    texts = [file for file in library.files or [] if "LICENSE" in file.name]
    return " ".join((*said, *(file.read_text() for file in texts)))


@pytest.mark.parametrize("name", LOCKED)
def test_the_licence_of_a_library_is_told_as_its_authors_say_it(name: str) -> None:
    family = told()[name].split("-")[0].split()[0]
    said = by_its_authors(distribution(name))
    if family == "none":
        assert not LICENCE.search(said)
        return
    signs = {"BSD": "Redistribution and use in source and binary forms", "PSF": "PSF"}
    assert signs.get(family, family) in said


def test_the_licences_tell_of_what_is_no_python_library_too() -> None:
    assert {"studyapp", "python", "sqlite", "qt"} <= told().keys()


def test_the_courses_have_the_licence_that_their_covers_name() -> None:
    licence = (ROOT / "resources/courses/LICENSE").read_text(encoding="utf-8")
    cover = (ROOT / "resources/courses/sino-soviet/course.md").read_text(encoding="utf-8")
    assert "licence: CC BY-SA 4.0" in cover
    assert "(CC BY-SA 4.0)" in licence
    assert "https://creativecommons.org/licenses/by-sa/4.0/" in licence
