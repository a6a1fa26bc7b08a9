"""What each card asks: a course's element, seen from one facet, as a question with its answer.

A new kind of card is one more facet and one more function here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.cards import Card, Facet
from studyapp.domain.course import Certainty, Factor, KeyPoint, Link, Question
from studyapp.domain.gaps import filled, with_gap
from studyapp.domain.messages import N_, Message, message, say
from studyapp.store.pack import Pack

if TYPE_CHECKING:
    from studyapp.domain.kinds.kind import AnyContent, Given
    from studyapp.services.study.evidence import CourseEvidence

# The options of a “Does … lead to …?”, which the interface says in its own language.
YES, NO = N_("Yes"), N_("No")


class AskedCard(NamedTuple):
    """A card as it is asked: `content` in the order shown, `answer` what is told after it.

    `begun` is what the student has answered already; from `around` evidence can be picked.
    """

    card: Card
    prompt: Message
    content: AnyContent
    answer: str = ""
    explanation: str = ""
    passage: str | None = None
    begun: Given | None = None
    around: CourseEvidence | None = None

    @property
    def kind(self) -> str:
        """How it is asked, by the name of its kind."""
        return self.content.kind


def what_is_asked(pack: Pack, card: Card, salt: str) -> AskedCard | None:
    """Return what a card asks, or None if this edition of the course has its element no longer.

    What is shown in no order of its own is shuffled by `salt`: the same words give the same order.
    """
    asked = _ASK[card.facet](pack, card)
    return asked._replace(content=asked.content.asked(salt)) if asked else None


def _question(pack: Pack, card: Card) -> AskedCard | None:
    question = pack.question(card.element)
    if question is None or Facet.ANSWER not in question.content.facets:
        return None
    return AskedCard(
        card,
        _own_words(question.prompt),
        question.content.for_prompt(question.prompt),
        "" if question.content.in_parts else question.content.in_words(),
        question.explanation,
        question.passage,
        around=_evidence(pack, question) if question.content.picks_evidence else None,
    )


def _evidence(pack: Pack, question: Question) -> CourseEvidence:
    # Few questions need it, and searching brings much with it.
    from studyapp.services.study.evidence import CourseEvidence

    return CourseEvidence(pack, question.topic)


def _gap(pack: Pack, card: Card) -> AskedCard | None:
    from studyapp.domain.kinds.typed import Cloze, Typed

    question = pack.question(card.element)
    held = question.content if question else None
    if question is None or not isinstance(held, Cloze) or not 1 <= card.number <= len(held.points):
        return None
    point = held.points[card.number - 1]
    prompt = _own_words(with_gap(question.prompt, card.number))
    explanation = question.explanation or filled(question.prompt)
    return AskedCard(card, prompt, Typed((point,)), point.text, explanation, question.passage)


def _why(pack: Pack, card: Card) -> AskedCard | None:
    from studyapp.domain.kinds.typed import Typed

    link = pack.link(card.element)
    ends = pack.factors((link.cause, link.consequence)) if link else {}
    if link is None or len(ends) < 2:
        return None
    settled = _is_settled(pack, link)
    template = (
        N_("Why did “{cause}” lead to “{consequence}”?")
        if settled
        else N_("By one reading (historians differ): why did “{cause}” lead to “{consequence}”?")
    )
    prompt = message(
        template, cause=ends[link.cause].title, consequence=ends[link.consequence].title
    )
    # The question tells the half of the reason; other questions, words to choose from.
    asked = Typed(link.points, told=say(prompt))
    return AskedCard(card, prompt, asked, "", link.because, link.passage)


def _date(pack: Pack, card: Card) -> AskedCard | None:
    from studyapp.domain.kinds.date import Date

    factor = pack.factors((card.element,)).get(card.element)
    if factor is None or factor.date is None:
        return None
    prompt = message(N_("When was this: “{factor}”?"), factor=factor.title)
    passages = (link.passage for link in pack.links(factor.id) if link.topic == factor.topic)
    passage = next(filter(None, passages), None)
    asked = Date(factor.date)
    return AskedCard(card, prompt, asked, asked.in_words(), factor.detail, passage)


def _meaning(pack: Pack, card: Card) -> AskedCard | None:
    from studyapp.domain.kinds.typed import Typed

    term = pack.term(card.element)
    if term is None:
        return None
    template = N_("Who was “{term}”?") if term.kind == "person" else N_("What is “{term}”?")
    prompt, passage = message(template, term=term.name), pack.passage_of_term(term.id)
    asked = Typed(answer=term.definition)
    return AskedCard(card, prompt, asked, term.definition, passage=passage)


def _does(pack: Pack, card: Card) -> AskedCard | None:
    from studyapp.domain.kinds.choice import Option, YesNo

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
    return AskedCard(card, prompt, YesNo(options), explanation=trap.wrong)


def _followed(pack: Pack, card: Card) -> AskedCard | None:
    from studyapp.domain.kinds.followed import ENOUGH, Followed, Reason

    factor = pack.factors((card.element,)).get(card.element)
    links = [link for link in pack.links(card.element) if _is_settled(pack, link)]
    links = [link for link in links if link.cause == card.element]
    ends = pack.factors([link.consequence for link in links])
    known = [link for link in links if link.consequence in ends]
    if factor is None or not known:
        return None
    points = _named([ends[link.consequence] for link in known], pack)
    template = (
        N_("What followed from “{cause}”?")
        if len(points) == 1
        else N_("What followed from “{cause}”? Name {count} things.")
    )
    prompt = message(template, cause=factor.title, count=min(len(points), ENOUGH))
    asked = Followed(
        points,
        told=say(prompt),
        reasons=tuple(Reason(link.because, link.passage) for link in known),
    )
    return AskedCard(card, prompt, asked)


def _named(factors: Sequence[Factor], pack: Pack) -> tuple[KeyPoint, ...]:
    """Return each factor as a key point: its title is told, and its other wordings count too."""
    wordings = pack.wordings([factor.id for factor in factors])
    return tuple(KeyPoint(each.title, wordings.get(each.id, ())) for each in factors)


def _theme(pack: Pack, card: Card) -> AskedCard | None:
    from studyapp.domain.kinds.grouping import by_theme

    topic = pack.topic(card.element)
    held = [row[0] for row in pack.timeline(card.element) if row[1] == card.element]
    themes = {theme.id: theme.name for theme in pack.themes()}
    asked = by_theme(pack.factors(held).values(), themes)
    if topic is None or len(asked.places) < 2:
        return None
    prompt = message(N_("“{topic}”, by theme: where does each belong?"), topic=topic.title)
    return AskedCard(card, prompt, asked, asked.in_words())


def _is_settled(pack: Pack, link: Link) -> bool:
    """Say whether a link is agreed, and of the account that holds where none is named."""
    return link.certainty is Certainty.AGREED and link.account in pack.accounts()[:1]


_Ask = Callable[[Pack, Card], AskedCard | None]
_ASK: dict[Facet, _Ask] = {
    Facet.ANSWER: _question,
    Facet.GAP: _gap,
    Facet.WHY: _why,
    Facet.DATE: _date,
    Facet.MEANING: _meaning,
    Facet.DOES: _does,
    Facet.FOLLOWED: _followed,
    Facet.THEME: _theme,
}


def _own_words(text: str) -> Message:
    # What is the course's own text stands in a message of its own, which says only it.
    return Message("{text}", {"text": text})
