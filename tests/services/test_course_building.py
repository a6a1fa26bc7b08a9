from pathlib import Path

import pytest

from studyapp.domain.messages import say
from studyapp.errors import SourceError
from studyapp.services.course_building import (
    CourseProblemsError,
    build_course,
    check_course,
    fix_course,
    new_course_id,
)
from tests.builders import COURSE_FILE, course_folder

TREATY = """# The treaty

Molotov and Wang Shijie signed the treaty.

## Timeline
- 1945-02: **Yalta.** Promise. (territory)
- 1945-08: **Treaty.** Signed.

## Causes and consequences
- Yalta → Treaty because Stalin was promised ports
  - See: "Molotov and Wang"

## Questions
- Who signed for China?
  - Answer: Wang Shijie
  - Because: he was the minister.
  - See: "Molotov and Wang"
"""


def codes(root: Path) -> list[str]:
    return [problem.code for problem in check_course(root)]


def ids(root: Path) -> str:
    return (root / "ids.toml").read_text(encoding="utf-8")


def test_problems_stand_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    root = course_folder(tmp_path, treaty=TREATY, after="# A\n\n[[B]] x\n\n[[C]]")
    places = [problem.place for problem in check_course(root)]
    assert len(places) == 8
    assert places == sorted(places)


def test_fix_gives_an_id_to_all_that_is_new(tmp_path: Path) -> None:
    root = course_folder(tmp_path, treaty=TREATY)
    assert [problem.code for problem in fix_course(root)] == ["missing-id"] * 5
    assert codes(root) == []
    assert fix_course(root) == ()


def test_fix_gives_the_course_an_id_and_changes_nothing_else(tmp_path: Path) -> None:
    without = COURSE_FILE.replace("id: k3v9q2xw8d\n", "").replace("\n", "\r\n")
    root = course_folder(tmp_path, course=without, treaty=TREATY)
    fix_course(root, lambda: "abcdefghij")
    text = (root / "course.md").read_bytes().decode()
    assert text == without.replace("---\r\n", "---\r\nid: abcdefghij\r\n", 1)


@pytest.mark.parametrize("course", ["About it.", "---\nid:\ntitle: T\n---\nAbout it."])
def test_fix_finds_the_place_for_the_id(tmp_path: Path, course: str) -> None:
    root = course_folder(tmp_path, course=course, treaty=TREATY)
    fix_course(root, lambda: "abcdefghij")
    assert (root / "course.md").read_text().split("\n")[1] == "id: abcdefghij"
    assert (root / "course.md").read_text().endswith("About it.")


def test_renaming_keeps_the_id_and_fix_learns_the_new_name(tmp_path: Path) -> None:
    root = course_folder(tmp_path, treaty=TREATY)
    fix_course(root)
    course_folder(
        tmp_path, treaty=TREATY.replace("Who signed for China?", "Who signed in 1945 for China?")
    )
    assert codes(root) == ["renamed"]
    assert [problem.code for problem in fix_course(root)] == ["renamed"]
    assert 'who-signed-for-china = "who signed in 1945 for china"' in ids(root)
    assert codes(root) == []


def test_what_is_worded_quite_anew_is_told_with_the_id_that_keeps_it(tmp_path: Path) -> None:
    root = course_folder(tmp_path, treaty=TREATY)
    fix_course(root)
    anew = TREATY.replace("Who signed for China?", "Name the foreign minister in Moscow!")
    course_folder(tmp_path, treaty=anew)
    told = next(each for each in check_course(root) if each.code == "gone")
    assert ids(root).splitlines()[told.place.line - 1].startswith("who-signed-for-china = ")
    assert "{#who-signed-for-china}" in say(told.remedy)
    assert "gone" in [problem.code for problem in fix_course(root)]
    kept = anew.replace("in Moscow!", "in Moscow! {#who-signed-for-china}")
    course_folder(tmp_path, treaty=kept)
    fix_course(root)
    assert 'who-signed-for-china = "name the foreign minister in moscow"\n' in ids(root)


def test_what_is_taken_out_is_told_once_and_comes_back_with_its_id(tmp_path: Path) -> None:
    root = course_folder(tmp_path, treaty=TREATY)
    fix_course(root)
    before = ids(root)
    course_folder(tmp_path, treaty=TREATY.partition("## Questions")[0])
    assert codes(root) == ["gone"]
    fix_course(root)
    assert codes(root) == []
    course_folder(tmp_path, treaty=TREATY)
    fix_course(root)
    assert (codes(root), ids(root)) == ([], before)


def test_what_cannot_be_read_for_an_error_is_not_taken_for_gone(tmp_path: Path) -> None:
    root = course_folder(tmp_path, treaty=TREATY)
    fix_course(root)
    course_folder(tmp_path, treaty=TREATY.replace("Yalta →", "Potsdam →"))
    fix_course(root)
    course_folder(tmp_path, treaty=TREATY.partition("## Causes")[0])
    assert "gone" in codes(root)


def test_moving_an_element_to_another_topic_keeps_its_id(tmp_path: Path) -> None:
    root = course_folder(tmp_path, treaty=TREATY)
    fix_course(root)
    before, _, questions = TREATY.partition("## Questions")
    course_folder(
        tmp_path, treaty=before, a_first=f"# First\n\nMolotov and Wang.\n\n## Questions{questions}"
    )
    fix_course(root)
    assert ids(root).count("who-signed-for-china") == 1


def test_fix_never_writes_over_ids_it_cannot_read(tmp_path: Path) -> None:
    root = course_folder(tmp_path, treaty=TREATY)
    (root / "ids.toml").write_text("not toml")
    with pytest.raises(SourceError):
        fix_course(root)
    assert ids(root) == "not toml"


def test_fix_leaves_other_errors_to_the_author(tmp_path: Path) -> None:
    root = course_folder(tmp_path, treaty=TREATY.replace("Yalta →", "Potsdam →"))
    fix_course(root)
    assert codes(root) == ["unknown-factor"]


def test_a_course_with_errors_is_not_built(tmp_path: Path) -> None:
    root = course_folder(tmp_path, treaty=TREATY)
    with pytest.raises(CourseProblemsError) as raised:
        build_course(root, tmp_path.parent / "a.studypack")
    assert len(raised.value.problems) == 5
    assert "5" in say(raised.value.message)
    assert not (tmp_path / "a.studypack").exists()


def test_ids_of_courses_do_not_repeat() -> None:
    assert len({new_course_id() for _ in range(100)}) == 100


def test_the_same_sources_make_the_same_bytes(tmp_path: Path) -> None:
    packs = []
    for name in ("one", "two"):
        root = course_folder(tmp_path / name, treaty=TREATY)
        fix_course(root)
        build_course(root, tmp_path / f"{name}.studypack")
        packs.append((tmp_path / f"{name}.studypack").read_bytes())
    assert packs[0] == packs[1]


def test_what_was_built_counts_what_it_holds(tmp_path: Path) -> None:
    root = course_folder(tmp_path, treaty=TREATY)
    fix_course(root)
    built = build_course(root, tmp_path.parent / "a.studypack")
    assert built.counts == {
        "topic": 1,
        "factor": 2,
        "link": 1,
        "term": 0,
        "question": 1,
        "picture": 0,
        "task": 0,
    }


def test_a_name_that_is_wrong_often_in_one_line_is_counted_once(tmp_path: Path) -> None:
    text = "# The treaty\n\n[[Zhukov]] met [[Zhukov]], and [[Zhukov]] met [[Peng]]."
    root = course_folder(tmp_path, treaty=text)
    found = [problem for problem in check_course(root) if problem.code == "unknown-term"]
    assert [problem.what.values["name"] for problem in found] == ["Zhukov", "Peng"]
