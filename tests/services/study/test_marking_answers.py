"""Answers without key points: the program guesses, and says that it does."""

from pathlib import Path

import pytest

from studyapp import paths
from studyapp.domain.cards import card
from studyapp.domain.kinds.typed import Typed, TypedAnswer
from studyapp.domain.messages import Message
from studyapp.domain.schedule.memory import Rating
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.marking_answers import Judging, own_words, suggested_rating

MEANS = (
    "Leader of the CCP, in practice from 1935 and in name from 1943; founder of the People's "
    "Republic in 1949."
)


def asked(content: Typed) -> AskedCard:
    prompt = Message("{text}", {"text": "Who was “Mao Zedong”?"})
    return AskedCard(card("c/term/mao", "meaning", ""), prompt, content, content.answer)


@pytest.mark.parametrize(
    ("answer", "guess", "rating"),
    [
        ("leader of the CCP and founder of the People's Republic", "found", Rating.GOOD),
        ("the leader of the CCP", "partly", Rating.HARD),
        ("a general of the Nationalists", "missing", Rating.AGAIN),
        ("don't know", "missing", Rating.AGAIN),
    ],
)
def test_an_answer_is_guessed_from_the_model_answer(
    answer: str, guess: str, rating: Rating
) -> None:
    judging = Judging(paths.learned_marking())
    said = judging.guess(asked(Typed(answer=MEANS)), TypedAnswer(answer))
    assert said == guess
    assert suggested_rating(None, said) is rating


def test_the_reason_of_a_link_is_what_an_answer_without_key_points_is_held_to() -> None:
    why = AskedCard(
        card("c/link/loan", "why", ""),
        Message("{text}", {"text": "Why did the loan lead to the debt?"}),
        Typed(),
        explanation="the loan had to be paid back with interest",
    )
    judging = Judging(paths.learned_marking())
    assert judging.guess(why, TypedAnswer("it had to be paid back with interest")) == "found"
    assert judging.guess(why, TypedAnswer("bananas")) == "missing"


def test_nothing_is_guessed_without_a_model_answer_or_without_what_was_learned(
    tmp_path: Path,
) -> None:
    given = TypedAnswer("leader of the CCP")
    assert Judging(paths.learned_marking()).guess(asked(Typed()), given) is None
    assert Judging(paths.learned_marking()).guess(asked(Typed(answer=MEANS)), None) is None
    assert Judging(tmp_path / "none.json").guess(asked(Typed(answer=MEANS)), given) is None


@pytest.mark.parametrize("logged", [None, "found", ["found"], {"x": "found"}, {"0": "perhaps"}])
def test_a_word_on_points_that_cannot_be_read_is_none(logged: object) -> None:
    assert own_words(logged) == {}
