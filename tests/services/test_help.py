"""Help: the shipped texts, and only those."""

from pathlib import Path

import pytest

from studyapp.paths import docs_folder
from studyapp.services.help import Help


@pytest.fixture
def shipped() -> Help:
    return Help(docs_folder(), dict)


def test_the_guide_and_the_licences_are_there(shipped: Help) -> None:
    assert shipped.guide().startswith("# User guide")
    assert shipped.licences().startswith("LICENCES")


def test_a_picture_of_the_guide_is_found_by_the_name_it_has_there(shipped: Help) -> None:
    found = shipped.picture("pictures/board.png")
    assert found
    assert found.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "name",
    [
        "user-guide.md",
        "pictures/../user-guide.md",
        "../LICENSE",
        "/etc/passwd",
        "pictures/",
        "file:///etc/passwd",
        "https://example.org/a.png",
        "",
    ],
)
def test_no_name_leads_to_another_file(shipped: Help, name: str) -> None:
    assert shipped.picture(name) is None


def test_a_folder_without_pictures_has_none(tmp_path: Path) -> None:
    assert Help(tmp_path, dict).picture("pictures/board.png") is None
