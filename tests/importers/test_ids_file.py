import tomllib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.text import normalised, slug_of
from studyapp.importers.ids_file import Claim, IdsFile, Resolved, read_ids


def claims(*texts: str) -> list[Claim]:
    return [Claim(normalised(text), None, slug_of(text)) for text in texts]


def resolve(table: dict[str, str], *texts: str, kind: str = "question") -> list[Resolved]:
    return IdsFile({kind: table}).resolve(kind, claims(*texts))


def after(texts: Sequence[str]) -> dict[str, str]:
    """Return the table that `--fix` leaves for new elements with these texts."""
    ids = IdsFile({})
    ids.resolve("question", claims(*texts))
    return ids.after["question"]


def test_what_is_new_gets_a_slug_of_its_words() -> None:
    assert resolve({}, "Who signed?") == [Resolved("who-signed", missing=True)]


def test_the_same_words_twice_get_two_slugs() -> None:
    assert [choice.slug for choice in resolve({}, "Who?", "Who?")] == ["who", "who-2"]


def test_a_slug_given_by_hand_wins() -> None:
    ids = IdsFile({"term": {"jiang": "jiang"}})
    (choice,) = ids.resolve("term", [Claim("jiang", "chiang", "jiang")])
    assert choice == Resolved("chiang")


def test_words_a_little_changed_keep_their_slug() -> None:
    (choice,) = resolve({"q1": "who signed the treaty"}, "Who signed that treaty?")
    assert choice == Resolved("q1", was="who signed the treaty")


def test_words_quite_different_do_not() -> None:
    (choice,) = resolve({"q1": "who signed the treaty"}, "When did the war end?")
    assert choice.missing


def test_what_is_claimed_exactly_is_not_taken_by_likeness() -> None:
    table = {"q1": "who signed the treaty"}
    one, other = resolve(table, "Who signed the treaties?", "Who signed the treaty?")
    assert one.missing
    assert other == Resolved("q1")


def test_a_link_is_never_taken_for_another() -> None:
    table = {"a-to-b": "yalta-agreement > treaty-1945 > standard-account"}
    claim = Claim("yalta-agreement > treaty-1950 > standard-account", None, "a-to-c")
    (choice,) = IdsFile({"link": table}).resolve("link", [claim])
    assert choice == Resolved("a-to-c", missing=True)


def test_what_nothing_claims_is_kept() -> None:
    ids = IdsFile({"term": {"mao": "mao zedong"}})
    ids.resolve("term", claims("Jiang Jieshi"))
    assert ids.after["term"] == {"mao": "mao zedong", "jiang-jieshi": "jiang jieshi"}


@pytest.mark.parametrize(
    "text",
    ["not toml", "a = 1", '[nobody]\nx = "y"', '[term]\n"A B" = "x"', "[term]\nx = 1", "\\"],
)
def test_a_file_that_is_not_ours_is_a_problem_not_a_loss(text: str) -> None:
    assert [problem.code for problem in read_ids(text).problems] == ["ids-file"]


texts = st.lists(st.text(max_size=40), max_size=8)


@given(texts, st.randoms(use_true_random=False))
def test_slugs_survive_any_order(words: list[str], random: st.DrawFn) -> None:
    table = after(words)
    shuffled = list(words)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    choices = resolve(table, *shuffled)
    assert not any(choice.missing or choice.was for choice in choices)
    assert sorted(choice.slug for choice in choices) == sorted(table)
    by_text = dict(zip(map(normalised, shuffled), choices, strict=True))
    assert all(table[choice.slug] == text for text, choice in by_text.items())


@given(st.lists(st.text("abcdefghij ", min_size=24, max_size=40), max_size=5, unique_by=normalised))
def test_slugs_survive_one_letter_more(words: list[str]) -> None:
    table = after(words)
    for text in words:
        others = [other for other in words if other != text]
        *_, choice = resolve(table, *others, f"{text}x")
        assert table[choice.slug] == normalised(text)


@given(st.dictionaries(st.sampled_from(["term", "question"]), texts))
def test_what_is_written_is_read_again(words: dict[str, list[str]]) -> None:
    ids = IdsFile({})
    for kind, kind_words in words.items():
        ids.resolve(kind, claims(*kind_words))
    kept = {kind: table for kind, table in ids.after.items() if table}
    assert tomllib.loads(ids.text()) == kept
    assert read_ids(ids.text()).tables == kept
