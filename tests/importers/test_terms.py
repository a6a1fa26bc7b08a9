from pathlib import Path

import pytest

from studyapp.domain.course import GlossaryTerm
from tests.importers.folders import TREATY, codes, read


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


def test_a_term_without_a_definition_is_an_error(tmp_path: Path) -> None:
    assert codes(tmp_path, f"{TREATY}## Glossary\n- **Jiang** (person)\n") == ["term-form"]


def test_an_unknown_term_in_a_definition_is_an_error(tmp_path: Path) -> None:
    text = f"{TREATY}## Glossary\n- **Jiang** (person): a friend of [[Mao]]\n"
    assert codes(tmp_path, text) == ["unknown-term"]
