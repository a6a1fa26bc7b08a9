"""What each card asks: a course's element, seen from one facet, as a question with its answer.

A new kind of card is one more facet, one more function here and one view.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from studyapp.domain.cards import Card, Facet
from studyapp.domain.course import Certainty, Evidence, KeyPoint, Option, Question, QuestionKind
from studyapp.domain.dates import HistoricalDate
from studyapp.domain.gaps import filled, with_gap
from studyapp.domain.messages import N_, Message, message
from studyapp.store.pack import Pack

# The options of a “Does … lead to …?”, which the interface says in its own language.
YES, NO = N_("Yes"), N_("No")


class AskedCard(NamedTuple):
    """A card as it is asked: `options` in the order shown, `several` if more than one is right.

    `kind` is "choice", "typed", "essay", "gap", "why", "date", "meaning" or "does". `begun` is
    what the student has written already.
    """

    card: Card
    kind: str
    prompt: Message
    options: tuple[Option, ...] = ()
    points: tuple[KeyPoint, ...] = ()
    answer: str = ""
    explanation: str = ""
    passage: str | None = None
    date: HistoricalDate | None = None
    evidence: tuple[Evidence, ...] = ()
    begun: str = ""

    @property
    def several(self) -> bool:
        """Say whether more than one option is right."""
        return sum(option.right for option in self.options) > 1


def what_is_asked(pack: Pack, card: Card, salt: str) -> AskedCard | None:
    """Return what a card asks, or None if this edition of the course has its element no longer.

    Options are shuffled by `salt`: the same words give the same order.
    """
    return _ASK[card.facet](pack, card, salt)


def _question(pack: Pack, card: Card, salt: str) -> AskedCard | None:
    question = pack.question(card.element)
    if question is None or question.kind is QuestionKind.CLOZE:
        return None
    return AskedCard(
        card,
        question.kind.value,
        _own_words(question.prompt),
        _shuffled(question.options, salt),
        question.points,
        _answer_to(question),
        question.explanation,
        question.passage,
        evidence=question.evidence,
    )


def _answer_to(question: Question) -> str:
    """Return the answer in words: the right options, the key points, or what an essay must do."""
    right = (option.text for option in question.options if option.right)
    points = (point.text for point in question.points)
    return "; ".join((*right, *points)) or question.top_answer


def _gap(pack: Pack, card: Card, _salt: str) -> AskedCard | None:
    question = pack.question(card.element)
    if question is None or not 1 <= card.number <= len(question.points):
        return None
    point = question.points[card.number - 1]
    prompt = _own_words(with_gap(question.prompt, card.number))
    explanation = question.explanation or filled(question.prompt)
    return AskedCard(card, "gap", prompt, (), (point,), point.text, explanation, question.passage)


def _why(pack: Pack, card: Card, _salt: str) -> AskedCard | None:
    link = pack.link(card.element)
    ends = pack.factors((link.cause, link.consequence)) if link else {}
    if link is None or len(ends) < 2:
        return None
    settled = link.certainty is Certainty.AGREED and link.account in pack.accounts()[:1]
    template = (
        N_("Why did “{cause}” lead to “{consequence}”?")
        if settled
        else N_("By one reading (historians differ): why did “{cause}” lead to “{consequence}”?")
    )
    prompt = message(
        template, cause=ends[link.cause].title, consequence=ends[link.consequence].title
    )
    return AskedCard(card, "why", prompt, (), link.points, "", link.because, link.passage)


def _date(pack: Pack, card: Card, _salt: str) -> AskedCard | None:
    factor = pack.factors((card.element,)).get(card.element)
    if factor is None or factor.date is None:
        return None
    prompt = message(N_("When was this: “{factor}”?"), factor=factor.title)
    passages = (link.passage for link in pack.links(factor.id) if link.topic == factor.topic)
    return AskedCard(
        card,
        "date",
        prompt,
        answer=str(factor.date),
        explanation=factor.detail,
        passage=next(filter(None, passages), None),
        date=factor.date,
    )


def _meaning(pack: Pack, card: Card, _salt: str) -> AskedCard | None:
    term = pack.term(card.element)
    if term is None:
        return None
    template = N_("Who was “{term}”?") if term.kind == "person" else N_("What is “{term}”?")
    prompt, passage = message(template, term=term.name), pack.passage_of_term(term.id)
    return AskedCard(card, "meaning", prompt, answer=term.definition, passage=passage)


def _does(pack: Pack, card: Card, _salt: str) -> AskedCard | None:
    trap = pack.distractor(card.element)
    ends = pack.factors((trap.cause, trap.consequence)) if trap else {}
    if trap is None or len(ends) < 2:
        return None
    prompt = message(
        N_("Did “{cause}” lead to “{consequence}”?"),
        cause=ends[trap.cause].title,
        consequence=ends[trap.consequence].title,
    )
    options = (Option(YES, right=False, why=trap.tempting), Option(NO, right=True))
    return AskedCard(card, "does", prompt, options, explanation=trap.wrong)


_Ask = Callable[[Pack, Card, str], AskedCard | None]
_ASK: dict[Facet, _Ask] = {
    Facet.ANSWER: _question,
    Facet.GAP: _gap,
    Facet.WHY: _why,
    Facet.DATE: _date,
    Facet.MEANING: _meaning,
    Facet.DOES: _does,
}


def _own_words(text: str) -> Message:
    # What is the course's own text stands in a message of its own, which says only it.
    return Message("{text}", {"text": text})


def _shuffled(options: Sequence[Option], salt: str) -> tuple[Option, ...]:
    return tuple(sorted(options, key=lambda option: Random(f"{salt} {option.text}").random()))
