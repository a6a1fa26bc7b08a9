"""A course, a log and a list of its cards, for the tests of that list."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from studyapp.domain.anchoring import anchor
from studyapp.domain.card_search import search_of
from studyapp.domain.course import Course
from studyapp.domain.kinds.choice import Choice, ChoiceAnswer
from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.domain.messages import say
from studyapp.domain.notes import passages
from studyapp.domain.own_cards import OwnCard
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.services.cards.card_acts import CardActs
from studyapp.services.cards.card_browser import CardBrowser
from studyapp.services.cards.card_index import read_listed, read_texts
from studyapp.services.cards.card_order import Column
from studyapp.services.study.study_session import StudySession
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress, open_progress
from tests.builders import (
    TOPIC,
    choice_question,
    cloze_question,
    course,
    factor,
    full_id,
    link,
    paragraph,
    term,
    topic,
    typed_question,
)
from tests.clocks import StandingClock
from tests.packs import opened

BELOW, KOREA = "After the treaty", "The war in Korea"
WHOLE, PART, WAR = (full_id("topic", name) for name in (TOPIC, BELOW, KOREA))
SAID = paragraph("Wang Shijie signed the treaty in Moscow.")
COURSE = course(
    topic(TOPIC, SAID),
    topic(BELOW, paragraph("Port Arthur came back.", BELOW), parent=TOPIC),
    topic(KOREA, paragraph("It began in 1950.", KOREA)),
    choice_question("Who signed it?", right=("Wang Shijie",), passage=SAID.id),
    typed_question("When did Port Arthur come back?", topic=BELOW),
    cloze_question("It began in {{June}} at {{the 38th parallel}}.", topic=KOREA),
    factor("Yalta agreement", "1945-02-11"),
    factor("Treaty of 1945"),
    link("Yalta agreement", "Treaty of 1945", "Stalin’s price had been agreed"),
    term("Yan’an", "place", topic=TOPIC),
)
CHOICE = f"{full_id('question', 'Who signed it?')}#answer"
TYPED = f"{full_id('question', 'When did Port Arthur come back?')}#answer"
WHY = f"{full_id('link', 'Yalta agreement Treaty of 1945')}#why"
DATE = f"{full_id('factor', 'Yalta agreement')}#date"
FOLLOWED = f"{full_id('factor', 'Yalta agreement')}#followed"

GAPS = [f"{full_id('question', 'It began in June at the 38th parallel.')}#gap:{n}" for n in (1, 2)]


@dataclass
class Desk:
    """A session with its list of cards."""

    pack: Pack
    progress: Progress
    clock: StandingClock
    session: StudySession
    browser: CardBrowser
    acts: CardActs

    def found(
        self,
        typed: str = "",
        *,
        within: frozenset[str] | None = None,
        by: Column | None = None,
        backwards: bool = False,
    ) -> list[str]:
        """Return the ids of the cards that a line finds."""
        self.browser.catch_up()
        search = search_of(typed)
        cards = self.browser.find(search, within=within, by=by, backwards=backwards)
        return [card.id for card in cards]

    def told(self, card: str) -> tuple[str, ...]:
        """Return what the list says of a card: question, due, held, last answer."""
        listed = self.browser.card(card)
        assert listed
        row = self.browser.row(listed)
        return tuple(say(words) for words in (row.question, row.due, row.held, row.last))

    def states(self, card: str) -> tuple[str, ...]:
        self.browser.catch_up()
        listed = self.browser.card(card)
        assert listed
        return self.browser.row(listed).states

    def answer(self, card: str, rating: Rating, words: str = "Moscow") -> None:
        """Answer a card in the self-test."""
        asked = self.session.ask_card(card)
        assert asked
        given = (
            ChoiceAnswer(frozenset({0}))
            if isinstance(asked.content, Choice)
            else TypedAnswer(words)
        )
        self.session.answer(given)
        self.session.rate(rating)

    def own(self, prompt: str, answer: str = "", topic: str = WHOLE) -> OwnCard:
        """Make a card of the student's own."""
        of_topic = next(each for each in COURSE.topics if each.id == WHOLE)
        found = next(each for each in passages(of_topic.blocks) if "Moscow" in each.text)
        return self.session.own.make(topic, anchor(found, 0, 4), prompt, answer)


@contextmanager
def desk_of(pack: Pack, progress: Progress, clock: StandingClock) -> Iterator[Desk]:
    """Sit down to a course with some progress."""
    session = StudySession(pack, progress, clock, Plan())
    session.scope(WHOLE)
    browser = CardBrowser(session, progress, clock)
    cards = read_listed([pack.path])
    browser.take(cards)
    browser.take_texts(read_texts([pack.path], cards))
    reading = browser.reading_known()
    if reading:
        browser.take_known(reading())
        browser.take_leeches(browser.reading_leeches()(lambda _share: None))
    yield Desk(pack, progress, clock, session, browser, CardActs(browser))


@contextmanager
def new_desk(folder: Path, of: Course = COURSE) -> Iterator[Desk]:
    """Sit down to a course for the first time."""
    clock = StandingClock()
    pack = opened(of, folder / "a.db")
    progress = open_progress(folder / "progress.db", clock, "here")
    with closing(pack), closing(progress), desk_of(pack, progress, clock) as desk:
        yield desk
