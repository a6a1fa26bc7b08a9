"""The key to a web: marking finds nothing wrong with it, and nothing missing."""

from studyapp.domain.boards.marking import FindingKind, MarkingKey
from studyapp.domain.boards.marking_web import mark_web
from studyapp.domain.boards.ways import Way
from studyapp.domain.boards.web import Relation
from studyapp.domain.boards.web_key import WebKey, web_key
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Certainty, Duration, Link
from studyapp.paths import shipped_pack
from studyapp.store.pack import open_pack
from tests.builders import STANDARD, factor, full_id, link
from tests.domain.boards.test_answer_key import tasks_of


def key_of(titles: str, *links: Link) -> WebKey:
    key = MarkingKey(
        CausalMap(links),
        {each.id: each for each in map(factor, "abcd")},
        (),
        full_id("account", STANDARD),
        rivals={full_id("account", "Revisionist account"): "Revisionist account"},
    )
    return web_key("topic", [full_id("factor", title) for title in titles], key)


def drawn(key: WebKey) -> list[str]:
    return ["".join(name[-1] for name in pair) for pair in key.web.links]


def test_the_key_draws_the_links_between_the_cards_that_are_offered_and_no_others() -> None:
    key = key_of("abc", link("a", "b"), link("b", "c"), link("c", "d"))
    assert drawn(key) == ["ab", "bc"]
    assert [name[-1] for name in key.web.cards] == ["a", "b", "c"]


def test_each_link_has_the_kind_and_the_reason_of_the_course() -> None:
    trigger = link("a", "b")._replace(duration=Duration.TRIGGER, because="it was a spark")
    [said] = key_of("ab", trigger).web.links.values()
    assert (said.relation, said.because) == (Relation.TRIGGER, "it was a spark")


def test_what_historians_dispute_is_there_and_marked_as_defensible() -> None:
    key = key_of("abc", link("a", "b"), link("b", "c", certainty=Certainty.CONTESTED))
    kinds = {"".join(name[-1] for name in pair): found.kind for pair, found in key.findings}
    assert kinds == {"ab": FindingKind.RIGHT, "bc": FindingKind.DEFENSIBLE}


def test_what_is_settled_goes_before_what_another_account_says_of_the_same_two() -> None:
    other = link("a", "b", account="Revisionist account")._replace(because="they say")
    [said] = key_of("ab", other, link("a", "b")._replace(because="it was")).web.links.values()
    assert said.because == "it was"


def test_marking_finds_nothing_wrong_or_missing_in_the_key_of_any_topic_of_the_course() -> None:
    pack = open_pack(shipped_pack())
    try:
        course = pack.course()
    finally:
        pack.close()
    default, *others = course.accounts
    key = MarkingKey(
        CausalMap(course.links),
        {each.id: each for each in course.factors},
        course.distractors,
        default.id,
        rivals={account.id: account.name for account in others},
    )
    tasks = list(tasks_of(Way.WEB, course))
    assert len(tasks) > 20
    for task in tasks:
        made = web_key(task.about, task.offered, key)
        assert made.web.links, task.about
        found = mark_web(made.web, key._replace(rivals={})).findings
        assert {each.kind for each in found} <= {FindingKind.RIGHT, FindingKind.DEFENSIBLE}
        assert [each.pair for each in found] == list(made.web.links), "something is missing"
        with_rivals = mark_web(made.web, key).findings
        assert not {each.kind for each in with_rivals} & {
            FindingKind.REVERSED,
            FindingKind.UNSUPPORTED,
            FindingKind.MISSING,
        }, task.about
