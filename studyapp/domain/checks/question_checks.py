"""What can be wrong with the questions of a course."""

from collections.abc import Iterator

from studyapp.domain.course import Course, Question
from studyapp.domain.messages import N_, message
from studyapp.domain.problems import Problem, error, warning
from studyapp.domain.text import normalised


def check_questions(course: Course) -> Iterator[Problem]:
    """Yield what is wrong with each question, and those that stand twice in a topic."""
    for question in course.questions:
        for code, what, remedy in question.content.wrong(question.prompt):
            yield error(code, question.place, what, remedy)
        yield from _explanation(question)
        yield from _given_away(question)
    yield from _twice(course)


def _explanation(question: Question) -> Iterator[Problem]:
    if not question.explanation and not question.content.explains_itself:
        what = message(N_("“{prompt}” explains nothing"), prompt=question.prompt)
        remedy = message(N_("Add “Because:” and why the answer is right"))
        yield warning("no-explanation", question.place, what, remedy)
    if not question.passage and not question.content.passages:
        what = message(N_("“{prompt}” names no passage of the note"), prompt=question.prompt)
        remedy = message(N_("Add “See:” and words of the passage in quotation marks"))
        yield warning("no-see", question.place, what, remedy)


def _given_away(question: Question) -> Iterator[Problem]:
    """Yield the answers whose words all stand in the question: they are read and not known."""
    for shown, answer in question.content.sought(question.prompt):
        words = set(normalised(answer).split())
        if words and words <= set(normalised(shown).split()):
            what = message(
                N_("“{prompt}” says its own answer: “{answer}”"),
                prompt=question.prompt,
                answer=answer,
            )
            remedy = message(N_("Ask in words that do not hold the answer"))
            yield warning("answer-in-question", question.place, what, remedy)


def _twice(course: Course) -> Iterator[Problem]:
    """Yield each question that has the words of another: what it shows counts as well."""
    first: dict[tuple[str, str, str], Question] = {}
    for question in course.questions:
        shown = (normalised(question.prompt), normalised(question.content.shown_words()))
        other = first.setdefault((question.topic, *shown), question)
        if other is not question:
            what = message(
                N_("“{prompt}” is asked at {place} too"),
                prompt=question.prompt,
                place=str(other.place),
            )
            remedy = message(N_("Leave one of the two, or ask in other words"))
            yield warning("duplicate-question", question.place, what, remedy)
