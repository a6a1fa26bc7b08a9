from pathlib import Path

import pytest

from studyapp.domain.course import GlossaryTerm
from studyapp.domain.messages import say
from tests.importers.folders import TREATY, codes, problems, read


def term(root: Path, line: str) -> GlossaryTerm:
    (found,) = read(root, f"{TREATY}## Terms\n- {line}\n").terms
    return found


@pytest.mark.parametrize(
    ("line", "kind", "aliases"),
    [
        ("**Jiang** (person; Chiang, Chiang Kai-shek): x", "person", ("Chiang", "Chiang Kai-shek")),
        ("**Jiang** (person): x", "person", ()),
        ("**Jiang:** x", "idea", ()),
        ("**Jiang** (Chiang, 蒋介石): x", "idea", ("Chiang", "蒋介石")),
        ("**Jiang** — x", "idea", ()),
    ],
)
def test_a_term_has_kind_and_aliases(
    tmp_path: Path, line: str, kind: str, aliases: tuple[str, ...]
) -> None:
    found = term(tmp_path, line)
    assert (found.name, found.kind, found.aliases) == ("Jiang", kind, aliases)
    assert found.definition == "x"


def test_terms_md_holds_terms_of_the_whole_course(tmp_path: Path) -> None:
    (found,) = read(tmp_path, terms="# People\n- **Jiang** (person): x\n").terms
    assert found.topic is None


@pytest.mark.parametrize("word", ["organelle", "Chiang", "co-op", " gap "])
def test_one_word_that_could_be_a_kind_or_a_name_is_asked_about(tmp_path: Path, word: str) -> None:
    (found,) = problems(tmp_path, f"{TREATY}## Terms\n- **Jiang** ({word}): x\n")
    assert (found.severity, found.code, found.place.line) == ("warning", "unknown-kind", 6)
    assert f"(thing; {word.strip()})" in say(found.remedy)


@pytest.mark.parametrize("words", ["thing; organelle", "Person", "Chiang Kai-shek", "a, b", ""])
def test_words_that_can_be_only_one_of_them_are_not_asked_about(tmp_path: Path, words: str) -> None:
    assert codes(tmp_path, f"{TREATY}## Terms\n- **Jiang** ({words}): x\n") == []


def test_a_term_without_a_definition_is_an_error(tmp_path: Path) -> None:
    assert codes(tmp_path, f"{TREATY}## Glossary\n- **Jiang** (person)\n") == ["term-form"]


def test_an_unknown_term_in_a_definition_is_an_error(tmp_path: Path) -> None:
    text = f"{TREATY}## Glossary\n- **Jiang** (person): a friend of [[Mao]]\n"
    assert codes(tmp_path, text) == ["unknown-term"]
