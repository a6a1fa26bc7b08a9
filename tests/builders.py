"""Small courses and parts of them: each function fills in what a test does not care about.

Names stand for ids: `factor("Yalta agreement")` has the id `COURSE/factor/yalta-agreement`, and
`link("Yalta agreement", "Treaty")` joins the two factors with those titles.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from studyapp.domain.course import (
    Account,
    Certainty,
    Course,
    CourseInfo,
    Distractor,
    Duration,
    Factor,
    GlossaryTerm,
    KeyPoint,
    Link,
    Picture,
    Question,
    Theme,
    Topic,
)
from studyapp.domain.dates import parse
from studyapp.domain.gaps import filled, wordings_of_gaps
from studyapp.domain.ids import element_id, passage_hash, passage_id
from studyapp.domain.kinds.choice import Choice, Option
from studyapp.domain.kinds.essay import Essay
from studyapp.domain.kinds.evidence import Evidence, Side
from studyapp.domain.kinds.source import Source
from studyapp.domain.kinds.statement import Statement
from studyapp.domain.kinds.typed import Cloze, Typed
from studyapp.domain.notes import Block, Heading, Paragraph, Text
from studyapp.domain.text import slug_of

_Kind = TypeVar("_Kind")

COURSE = "k3v9q2xw8d"
TOPIC = "The treaty of 1945"
STANDARD = "Standard account"
SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    b'<rect width="9" height="9"/></svg>'
)


def full_id(kind: str, name: str) -> str:
    """Return the id that the builders give to the element with this name."""
    return element_id(COURSE, kind, slug_of(name))


def info(title: str = "China and the USSR", edition: str = "1") -> CourseInfo:
    """Return what stands on the cover of a course in English."""
    return CourseInfo(COURSE, title, "en", edition, "CC BY-SA 4.0", "The authors", "About it.")


def theme(name: str = "Territory", hue: str = "blue", icon: str = "map") -> Theme:
    """Return a theme."""
    return Theme(full_id("theme", name), name, hue, icon, f"What {name} means.")


def account(name: str = STANDARD) -> Account:
    """Return an account."""
    return Account(full_id("account", name), name, f"What {name} says.")


def paragraph(text: str, topic: str = TOPIC) -> Paragraph:
    """Return a paragraph of plain words in the note of a topic."""
    passage = passage_id(full_id("topic", topic), passage_hash(text))
    return Paragraph(passage, (Text(text),))


def heading(text: str, level: int = 2, topic: str = TOPIC) -> Heading:
    """Return a heading of plain words in the note of a topic."""
    passage = passage_id(full_id("topic", topic), passage_hash(text))
    return Heading(passage, level, (Text(text),))


def topic(
    title: str = TOPIC,
    *blocks: Block,
    parent: str | None = None,
    themes: Sequence[str] = (),
) -> Topic:
    """Return a topic; without blocks its note is one paragraph about the title."""
    note = blocks or (paragraph(f"All about {title}.", title),)
    above = full_id("topic", parent) if parent else None
    lenses = tuple(full_id("theme", name) for name in themes)
    return Topic(full_id("topic", title), above, title, lenses, note)


def factor(
    title: str,
    date: str | None = None,
    topic: str = TOPIC,
    themes: Sequence[str] = (),
    wordings: Sequence[str] = (),
) -> Factor:
    """Return a factor; `date` is EDTF."""
    lenses = tuple(full_id("theme", name) for name in themes)
    when = parse(date) if date else None
    owner = full_id("topic", topic)
    detail = f"More of {title}."
    return Factor(full_id("factor", title), owner, title, detail, when, lenses, tuple(wordings))


def link(
    cause: str,
    consequence: str,
    because: str = "the one made room for the other",
    *,
    topic: str = TOPIC,
    duration: Duration = Duration.SHORT,
    certainty: Certainty = Certainty.AGREED,
    account: str = STANDARD,
    themes: Sequence[str] = (),
    points: Sequence[KeyPoint] = (),
    passage: str | None = None,
) -> Link:
    """Return a link between the factors with these titles."""
    return Link(
        id=full_id("link", f"{cause} {consequence} {'' if account == STANDARD else account}"),
        topic=full_id("topic", topic),
        cause=full_id("factor", cause),
        consequence=full_id("factor", consequence),
        because=because,
        duration=duration,
        certainty=certainty,
        account=full_id("account", account),
        themes=tuple(full_id("theme", name) for name in themes),
        points=tuple(points),
        passage=passage,
    )


def distractor(
    cause: str,
    consequence: str,
    tempting: str = "both are in the same book",
    wrong: str = "it came five years later",
    topic: str = TOPIC,
) -> Distractor:
    """Return a distractor between the factors with these titles."""
    ends = full_id("factor", cause), full_id("factor", consequence)
    name = full_id("distractor", f"{cause} {consequence}")
    return Distractor(name, full_id("topic", topic), *ends, tempting, wrong)


def term(
    name: str, kind: str = "person", aliases: Sequence[str] = (), topic: str | None = TOPIC
) -> GlossaryTerm:
    """Return a glossary term."""
    owner = full_id("topic", topic) if topic else None
    meaning = f"Who or what {name} is."
    return GlossaryTerm(full_id("term", name), owner, name, kind, tuple(aliases), meaning)


def choice_question(
    prompt: str = "Who signed the treaty?",
    right: Sequence[str] = ("Wang Shijie",),
    wrong: Sequence[str] = ("Jiang Jieshi", "Zhou Enlai"),
    topic: str = TOPIC,
    passage: str | None = None,
) -> Question:
    """Return a question with options, the right ones first."""
    options = (
        *(Option(text, True) for text in right),
        *(Option(text, False, f"{text} is wrong.") for text in wrong),
    )
    owner = full_id("topic", topic)
    name = full_id("question", prompt)
    why = "That is how it was."
    return Question(name, owner, prompt, Choice(options), why, passage)


def typed_question(
    prompt: str = "When did Port Arthur come back?",
    *points: KeyPoint,
    topic: str = TOPIC,
    passage: str | None = None,
) -> Question:
    """Return a question to answer in words; without points the answer is 1955."""
    asked = points or (KeyPoint("1955"),)
    owner = full_id("topic", topic)
    name = full_id("question", prompt)
    why = "That is how it was."
    return Question(name, owner, prompt, Typed(asked), why, passage)


def cloze_question(sentence: str, topic: str = TOPIC) -> Question:
    """Return a sentence with gaps to fill."""
    points = [KeyPoint(first, tuple(rest)) for first, *rest in wordings_of_gaps(sentence)]
    name, owner = full_id("question", filled(sentence)), full_id("topic", topic)
    return Question(name, owner, sentence, Cloze(tuple(points)), "So it was.", None)


def essay_question(prompt: str, topic: str = TOPIC, passage: str | None = None) -> Question:
    """Return an essay with a word for each side; the first rests on `passage`."""
    evidence = (Evidence(Side.FOR, "Fear.", passage), Evidence(Side.AGAINST, "Gain."))
    name, owner = full_id("question", prompt), full_id("topic", topic)
    return Question(name, owner, prompt, Essay(evidence, "Weighs both."), "", None)


def weighing_question(prompt: str, content: Source | Statement, topic: str = TOPIC) -> Question:
    """Return a source or a statement that is to be weighed."""
    name, owner = full_id("question", prompt), full_id("topic", topic)
    return Question(name, owner, prompt, content, "It depends.", None)


def picture(name: str = "pictures/square.svg", data: bytes = SQUARE) -> Picture:
    """Return a black square."""
    return Picture(name, "image/svg+xml", data)


def course(
    *elements: Theme
    | Account
    | Topic
    | Factor
    | Link
    | Distractor
    | GlossaryTerm
    | Question
    | Picture,
    about: CourseInfo | None = None,
) -> Course:
    """Return a course of these elements, in any order; without a topic or account it gets one."""

    def all_of(kind: type[_Kind]) -> tuple[_Kind, ...]:
        return tuple(element for element in elements if isinstance(element, kind))

    return Course(
        info=about or info(),
        themes=all_of(Theme),
        accounts=all_of(Account) or (account(),),
        topics=all_of(Topic) or (topic(),),
        factors=all_of(Factor),
        links=all_of(Link),
        distractors=all_of(Distractor),
        terms=all_of(GlossaryTerm),
        questions=all_of(Question),
        pictures=all_of(Picture),
    )


def small_course() -> Course:
    """Return a course with at least one of everything, that `check` has no error to say about."""
    about = paragraph("Molotov and Wang Shijie signed the treaty in Moscow.")
    return course(
        theme("Territory"),
        theme("Ideology", "orange", "book"),
        account(),
        account("Revisionist account"),
        topic(TOPIC, heading("What was agreed"), about, themes=["Territory"]),
        topic("After the treaty", parent=TOPIC),
        factor("Yalta agreement", "1945-02-11", themes=["Territory"]),
        factor("Treaty of 1945", "1945-08-14", themes=["Territory"]),
        factor("Stalin’s doubts", None, themes=["Ideology"]),
        factor("Port Arthur returned", "1955-05", topic="After the treaty"),
        link("Yalta agreement", "Treaty of 1945", passage=about.id, themes=["Territory"]),
        link("Stalin’s doubts", "Treaty of 1945", account="Revisionist account"),
        link("Treaty of 1945", "Port Arthur returned", topic="After the treaty"),
        distractor("Port Arthur returned", "Treaty of 1945"),
        term("Wang Shijie", "person", ["Wang"]),
        choice_question(passage=about.id),
        typed_question(topic="After the treaty"),
        picture(),
    )


def folder(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files, by their paths within `root`, and return `root`."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


COURSE_FILE = f"""---
id: {COURSE}
title: China and the USSR
language: en
edition: "1"
licence: CC BY-SA 4.0
authors: The authors
---
What the course is about.

## Themes
- **Territory** (blue, map): Who held which land. {{#territory}}
- **Ideology** (orange, book): What both believed. {{#ideology}}

## Accounts
- **Standard account**: what most books say. {{#standard-account}}
- **Revisionist account**: what others say. {{#revisionist-account}}
"""


def course_folder(root: Path, **files: str | bytes) -> Path:
    """Write a course folder with an ordinary `course.md`; each keyword is one topic file.

    `treaty="# The treaty"` becomes `treaty.md`; `course=` replaces the ordinary course file.
    """
    named = {f"{name}.md": content for name, content in files.items()}
    return folder(root, {"course.md": COURSE_FILE, **named})
