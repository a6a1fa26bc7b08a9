"""Courses of any size, made by a seeded generator from a small vocabulary."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from studyapp.domain.course import (
    Account,
    Certainty,
    Course,
    CourseInfo,
    Duration,
    Factor,
    GlossaryTerm,
    Link,
    Question,
    Topic,
)
from studyapp.domain.dates import parse
from studyapp.domain.kinds.choice import Choice, Option
from studyapp.domain.notes import Block, Heading, Paragraph, TermLink, Text
from studyapp.exporters.note_html import note_html
from studyapp.store.pack_writer import write_pack

COURSE = "benchcourse"
_WORDS = (
    "treaty alliance border railway port loan adviser army harbour province coalition reform "
    "harvest factory congress letter envoy armistice concession blockade truce delegation "
    "signed promised refused divided recognised withdrew returned demanded accepted delayed "
    "because although while before after during against within the a of and in to by with for"
).split()
_TERMS = 40
_SECTIONS, _PARAGRAPHS, _SENTENCES = 3, 3, 4
_PER_TOPIC = 6


def generated_course(topics: int, seed: int = 1) -> Course:
    """Return a course of `topics` topics, ten to a group, each with a note of some 500 words."""
    chance = random.Random(seed)
    account = Account(f"{COURSE}/account/standard", "Standard account", "What books say.")
    made = tuple(_topics(topics, chance))
    factors = tuple(factor for topic in made for factor in _factors(topic, chance))
    return Course(
        CourseInfo(COURSE, f"{topics} topics", "en", "1", "CC0", "The generator", "Made up."),
        accounts=(account,),
        topics=made,
        factors=factors,
        links=tuple(_links(factors, account)),
        terms=tuple(_term(number) for number in range(_TERMS)),
        questions=tuple(_question(topic, number) for topic in made for number in range(3)),
    )


def write_generated_pack(topics: int, path: Path, seed: int = 1) -> None:
    """Write a generated course to a pack."""
    course = generated_course(topics, seed)
    write_pack(course, {topic.id: note_html(topic, course) for topic in course.topics}, path)


def generated_web(factors: int, links: int, hub: int, seed: int = 1) -> Course:
    """Return a course of one topic whose factors are joined: `hub` links meet at the first one."""
    chance = random.Random(seed)
    small = generated_course(1, seed)
    topic, account = small.topics[0], small.accounts[0]
    made = tuple(
        Factor(
            f"{COURSE}/factor/f{number}",
            topic.id,
            _sentence(chance, 5),
            "",
            parse(str(1900 + number * 100 // factors)),
            (),
        )
        for number in range(factors)
    )
    pairs = {(made[0], made[at + 1]) for at in range(hub)}
    pairs |= {(made[chance.randrange(1, at)], made[at]) for at in range(hub + 1, factors)}
    while len(pairs) < links:
        one, other = sorted(chance.sample(range(1, factors), 2))
        pairs.add((made[one], made[other]))
    joined = (_link(cause, consequence, account) for cause, consequence in sorted(pairs))
    return small._replace(factors=made, links=tuple(joined))


def _topics(count: int, chance: random.Random) -> Iterator[Topic]:
    parent = None
    for number in range(count):
        id = f"{COURSE}/topic/t{number}"
        title = f"{_sentence(chance, 3).rstrip('.')} {number}"
        if number % 10 == 0:
            parent = None
        yield Topic(id, parent, title, (), tuple(_blocks(number, title, chance)))
        parent = parent or id


def _blocks(number: int, title: str, chance: random.Random) -> Iterator[Block]:
    def passage(name: str) -> str:
        return f"{COURSE}/passage/t{number}.{name}"

    yield Heading(passage("title"), 1, (Text(title),))
    for section in range(_SECTIONS):
        words = _sentence(chance, 4).rstrip(".")
        yield Heading(passage(f"h{section}"), 2, (Text(words),))
        for at in range(_PARAGRAPHS):
            text = " ".join(_sentence(chance, 13) for _ in range(_SENTENCES))
            term = chance.randrange(_TERMS)
            link = TermLink(f"{COURSE}/term/term{term}", (Text(f"Term {term}"),))
            yield Paragraph(passage(f"p{section}-{at}"), (Text(f"{text} "), link, Text(".")))


def _factors(topic: Topic, chance: random.Random) -> Iterator[Factor]:
    slug = topic.id.rsplit("/", 1)[-1]
    for number in range(_PER_TOPIC):
        date = parse(str(1900 + 10 * number + chance.randrange(10)))
        title = f"{_sentence(chance, 5).rstrip('.')} {slug} {number}"
        yield Factor(f"{COURSE}/factor/{slug}-{number}", topic.id, title, "", date, ())


def _links(factors: tuple[Factor, ...], account: Account) -> Iterator[Link]:
    for cause, consequence in pairwise(factors):
        if cause.topic == consequence.topic:
            yield _link(cause, consequence, account)


def _link(cause: Factor, consequence: Factor, account: Account) -> Link:
    name = "-".join(end.id.rpartition("/")[2] for end in (cause, consequence))
    return Link(
        f"{COURSE}/link/{name}",
        cause.topic,
        cause.id,
        consequence.id,
        "the one made room for the other",
        Duration.SHORT,
        Certainty.AGREED,
        account.id,
        (),
        (),
        None,
    )


def _term(number: int) -> GlossaryTerm:
    id = f"{COURSE}/term/term{number}"
    return GlossaryTerm(id, None, f"Term {number}", "idea", (f"T{number}",), "A made-up idea.")


def _question(topic: Topic, number: int) -> Question:
    id = topic.id.replace("/topic/", "/question/") + f"-{number}"
    options = (Option("This", right=True), Option("That", right=False), Option("Neither", False))
    prompt = f"Which of these is right about {topic.title}, part {number}?"
    return Question(id, topic.id, prompt, Choice(options), "So it is.", None)


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize() + "."
