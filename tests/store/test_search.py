"""Search: anything typed is a valid search, names find each other, the best comes first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.domain.pages import Hit
from studyapp.store.pack import Pack
from studyapp.store.search import snippet
from tests import builders
from tests.packs import opened


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    course = builders.course(
        builders.topic(
            "The years at Yan’an",
            builders.paragraph("The GMD was far away. 毛泽东在延安写了很多文章。", "Yan’an"),
            builders.paragraph("Khrushchev’s speech came later; so did Čapek’s café.", "Yan’an"),
        ),
        builders.topic(
            "Yalta", builders.paragraph("Of Yan’an nobody spoke; $300 million.", "Yalta")
        ),
        builders.term("GMD", "body", ["KMT", "Guomindang", "Kuomintang", "Nationalists"]),
        builders.term("Khrushchev", "person", ["Krushchev"]),
        builders.factor("Yalta agreement", "1945-02-11"),
    )
    return opened(course, tmp_path_factory.mktemp("pack") / "a.db")


def texts(hits: tuple[Hit, ...]) -> list[str]:
    return ["".join(piece for piece, _ in hit.snippet) for hit in hits]


@pytest.mark.parametrize("typed", ["KMT", "Kuomintang", "guomindang", "nationalists", "gmd"])
def test_every_name_of_a_term_finds_the_passages_about_it(pack: Pack, typed: str) -> None:
    assert any("The GMD was far away" in text for text in texts(pack.search(typed)))


@pytest.mark.parametrize("typed", ["yanan", "Yan'an", "YAN’AN", "yan`an"])
def test_apostrophes_and_case_do_not_matter(pack: Pack, typed: str) -> None:
    assert pack.search(typed)[0].title == "The years at Yan’an"


def test_accents_do_not_matter(pack: Pack) -> None:
    assert pack.search("capek cafe")


def test_a_common_misspelling_that_is_an_alias_finds_the_right_name(pack: Pack) -> None:
    assert any("Khrushchev’s speech" in text for text in texts(pack.search("krushchev")))


def test_chinese_is_found_inside_a_sentence(pack: Pack) -> None:
    assert any("毛泽东" in text for text in texts(pack.search("延安")))


def test_the_word_being_typed_matches_as_a_beginning(pack: Pack) -> None:
    assert "Yalta" in {hit.title for hit in pack.search("yal")}


def test_a_title_comes_before_a_mention(pack: Pack) -> None:
    assert pack.search("yan’an")[0].kind == "topic"


def test_when_no_text_has_every_word_those_with_some_are_found(pack: Pack) -> None:
    assert pack.search("yalta bananas")


def test_a_search_can_stay_within_topics(pack: Pack) -> None:
    yalta = pack.topics()[1].id
    assert {hit.topic for hit in pack.search("yan’an", topics=(yalta,))} == {yalta}


@pytest.mark.parametrize("typed", ["", "   ", "“”", "---", "。"])
def test_no_words_find_nothing(pack: Pack, typed: str) -> None:
    assert pack.search(typed) == ()


@pytest.mark.parametrize(
    "typed",
    ["sino-soviet", "$300", "AND", "a OR b", "NEAR(", '"', "title:x", "*", "^a", "x" * 5000, "\0"],
)
def test_what_fts_would_choke_on_is_only_words(pack: Pack, typed: str) -> None:
    assert isinstance(pack.search(typed), tuple)


@given(typed=st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_anything_typed_is_a_valid_search(pack: Pack, typed: str) -> None:
    assert isinstance(pack.search(typed), tuple)


@given(text=st.text(max_size=300), typed=st.text(min_size=1, max_size=20))
@settings(max_examples=200, deadline=None)
def test_a_snippet_is_made_of_the_text(text: str, typed: str) -> None:
    pieces = snippet(text, typed.split() or ["x"])
    said = "".join(piece for piece, _ in pieces).removeprefix("… ").removesuffix(" …")
    assert said in text


def test_a_snippet_marks_the_words_that_were_looked_for() -> None:
    assert snippet("At Yan’an they read.", ["yanan"]) == (
        ("At ", False),
        ("Yan’an", True),
        (" they read.", False),
    )


def test_search_uses_the_index(pack: Pack) -> None:
    plan = pack._connection.execute(
        "EXPLAIN QUERY PLAN SELECT rowid FROM search WHERE search MATCH 'yalta'"
    ).fetchall()
    assert "VIRTUAL TABLE INDEX" in plan[0][3]
