import pytest

from studyapp.importers.front_matter import names_in, split


def test_values_are_texts_whatever_yaml_would_make_of_them() -> None:
    front = split("---\nno: NO\ndate: 2024-13-45\nsexa: 190:20:30\nempty:\n---\n# t", "a.md")
    assert front.text("no") == "NO"
    assert front.text("date") == "2024-13-45"
    assert front.text("sexa") == "190:20:30"
    assert front.text("empty") == ""


def test_fields_and_body_know_their_lines() -> None:
    front = split("---\ntitle: x\nthemes: [a, b]\n---\n# t", "a.md")
    assert (front.line("themes"), front.body_line, front.body) == (3, 5, "# t")
    assert names_in(front.fields["themes"]) == ("a", "b")


def test_a_file_without_front_matter_is_all_body() -> None:
    assert split("# t\n---\n", "a.md").body == "# t\n---\n"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("---\ntitle: x\n# not closed\n", 1),
        ("---\n- a\n- b\n---\n", 2),
        ("---\na: b\ntitle: [x\n---\n", 3),
        ("---\nok: 1\ntitle: {a: b}\n---\n", 3),
        ("---\n@\n---\n", 2),
        ("---\n" + "a: " + "[" * 3000 + "\n---\n", 1),
        ("---\n" + "a: x\n" * 2000 + "---\n", 1),
        ("---\na: &a [x]\nb: [*c]\n---\n", 3),
        ("---\n? [a]\n: b\n---\n", 2),
    ],
)
def test_what_is_not_front_matter_is_one_problem_with_its_line(source: str, line: int) -> None:
    (problem,) = split(source, "a.md").problems
    assert (problem.code, problem.place.line) == ("front-matter", line)
