"""What a goal or recommendation is about names nothing; a plan to do something is no document."""

import pytest

from graph.ask.engine import Engine
from graph.ask.lexicon import Lexicon
from graph.ask.mentions import ClassMention, ThingMention, ThingOption
from graph.ask.recast import Recasting
from graph.ask.subjects import Subjects
from graph.ask.tokens import stems
from graph.ask.vocabulary import ClassSense

NS = "https://w3id.org/goldenthread/ns#"
UNIT = "http://www.w3.org/ns/org#OrganizationalUnit"


def kept(question: str, noun: str, name: str, cls: str = UNIT) -> bool:
    """Whether a name is still linked as a thing beside a noun of a class."""
    words = stems(question)
    at, named = words.index(stems(noun)[0]), words.index(stems(name)[0])
    classes = [ClassMention(at, at + 1, (ClassSense(f"{NS}{noun.capitalize()}"),))]
    option = ThingOption(cls, ("https://example.org/id/thing",), 1.0, "name")
    thing = ThingMention(named, named + 1, name, (option,))
    return bool(Subjects.of(Lexicon.of_plans()).without((thing,), classes, words))


@pytest.mark.parametrize(
    "question",
    ["actions under the recommendation about transport", "the recommendation that deals with our transport"],
)
def test_a_name_may_say_only_what_something_is_about(question: str) -> None:
    assert not kept(question, "recommendation", "transport")


@pytest.mark.parametrize(
    "question", ["recommendation that transport leads", "transport actions of the recommendation about buses"]
)
def test_a_name_that_says_who_is_kept(question: str) -> None:
    assert kept(question, "recommendation", "transport")


def test_a_school_is_no_subject() -> None:
    school = "https://schema.org/School"

    assert kept("the recommendation about oakdale", "recommendation", "oakdale", school)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Is there a plan to buy buses?", "which actions are there to buy buses?"),
        ("any plans to open a reading corner", "which actions are there to open a reading corner"),
        ("What is the transport plan trying to achieve?", "what are the goals of the transport plan?"),
    ],
)
def test_plans_and_aims_in_peoples_words(said: str, plain: str) -> None:
    assert Recasting.english().of(said) == plain


@pytest.mark.parametrize("said", ["Which plans are there?", "the plan for transport: which metrics?"])
def test_a_plan_that_is_a_document_stays_one(said: str) -> None:
    assert Recasting.english().of(said) is None


def test_who_plans_to_do_something_asks_for_actions(plans: Engine) -> None:
    answer = plans.answer("Are there any plans to buy quiet electric buses?")

    assert [i.value for i in answer.answers] == ["Buy six quiet electric buses"]
