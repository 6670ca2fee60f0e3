"""What is said after an answer is taken for a question of its own, and how it was taken is said."""

import pytest

from graph.ask.conversation import Conversation
from graph.ask.engine import Engine
from graph.model import Answer

READING = "Open a reading corner in each hallway"
VOTE = "Let pupils vote on new books twice a term"
BUSES = "Buy six quiet electric buses"
ROUTES = "Draw new bus routes with the families of the hills"
RECOMMENDED = "Which actions support recommendation 1?"
LED = "Which actions does Transport lead?"
RISING = "Which schools are Rising schools?"


def told(plans: Engine, *questions: str) -> Answer:
    return Conversation(plans).answer(questions[-1], questions[:-1])


def values(answer: Answer) -> set[str]:
    return {item.value for item in answer.answers}


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        ((RECOMMENDED, "only the long-term ones"), {VOTE}),
        ((RECOMMENDED, "just the short-term ones please"), {READING}),
        ((RECOMMENDED, "which of them are long-term?"), {VOTE}),
        ((RECOMMENDED, "and which are short-term?"), {READING}),
        ((RECOMMENDED, "in the long term?"), {VOTE}),
        ((RECOMMENDED, "who leads them?"), {"Library Services"}),
        ((RECOMMENDED, "who leads?"), {"Library Services"}),
        ((RECOMMENDED, "and who is responsible for the first one?"), {"Library Services", "Nursing"}),
        ((LED, "and Library Services?"), {READING, VOTE}),
        ((LED, "what about the Library Services department"), {READING, VOTE}),
        ((LED, "no, I meant Library Services"), {READING, VOTE}),
        ((LED, "only those that need additional resources"), {BUSES}),
        ((LED, "how many?", "which ones?"), {BUSES, ROUTES}),
        (("What tier is Pinecrest?", "what about Oakdale?"), {"STEADY"}),
        (("What tier is Pinecrest?", "which program does it have?"), {"Music Academy"}),
        ((RISING, "and Steady?"), {"Oakdale High School"}),
        ((RISING, "which of those have a program?"), {"Pinecrest Elementary"}),
        ((RISING, "is Oakdale one of them?", "which of them have a program?"), {"Pinecrest Elementary"}),
        ((RECOMMENDED, "who leads them?", "and for recommendation 2?"), {"Transport"}),
        ((RECOMMENDED, "only the long-term ones", "and the short-term ones"), {READING}),
    ],
)
def test_goes_on_from_an_answer(plans: Engine, questions: tuple[str, ...], expected: set[str]) -> None:
    answer = told(plans, *questions)

    assert answer.status == "answered"
    assert values(answer) == expected
    assert answer.notes[0].startswith("Taken as")
    assert answer.question == questions[-1]
    assert answer.previous == questions[:-1]


@pytest.mark.parametrize(
    "question", ["how many of those?", "how many are there?", "how many", "and how many?"]
)
def test_counts_what_was_found(plans: Engine, question: str) -> None:
    assert told(plans, RECOMMENDED, question).count == 2


def test_counts_a_part_of_what_was_found(plans: Engine) -> None:
    assert told(plans, RECOMMENDED, "how many of them are long-term?").count == 1


@pytest.mark.parametrize(
    ("question", "expected"),
    [("is Pinecrest one of them?", True), ("what about Oakdale?", False), ("and Elmwood Elementary?", True)],
)
def test_says_whether_a_thing_is_among_what_was_found(plans: Engine, question: str, expected: bool) -> None:
    assert told(plans, RISING, question).boolean is expected


def test_a_number_that_nothing_has_is_refused_with_what_there_is(plans: Engine) -> None:
    answer = told(plans, RECOMMENDED, "and for recommendation 9?")

    assert answer.status == "unanswerable"
    assert any("no recommendation 9" in note for note in answer.notes)


def test_a_number_alone_is_the_number_of_what_was_named(plans: Engine) -> None:
    assert values(told(plans, "Which actions support recommendation 2?", "and 1?")) == {READING, VOTE}


def test_why_gives_the_ground_of_the_answer(plans: Engine) -> None:
    before, answer = told(plans, RECOMMENDED), told(plans, RECOMMENDED, "why?")

    assert answer.answers == before.answers
    assert before.interpretation in " ".join(answer.notes)


def test_a_part_rests_on_no_firmer_ground_than_the_whole(plans: Engine) -> None:
    before = {i.value: i.basis for i in told(plans, RECOMMENDED).answers}
    answer = told(plans, RECOMMENDED, "which ones?")

    assert {i.value: i.basis for i in answer.answers} == before


def test_a_question_of_its_own_is_not_mistaken_for_a_follow_up(plans: Engine) -> None:
    alone, after = told(plans, LED), told(plans, RISING, LED)

    assert values(after) == values(alone)
    assert after.notes == alone.notes


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("What is recommendation 1?", "What is recommendation 2?"),
        ("What is recommendation 1?", "What does HVRL stand for?"),
        (RECOMMENDED, "What is recommendation 2?"),
        (RISING, "How many schools are there?"),
        (LED, "How many actions are there?"),
    ],
)
def test_a_full_question_is_read_by_itself(plans: Engine, before: str, question: str) -> None:
    alone, after = told(plans, question), told(plans, before, question)

    assert alone.status == "answered"
    assert (values(after), after.count, after.notes) == (values(alone), alone.count, alone.notes)


def test_a_pronoun_may_stand_for_what_its_own_clause_names(plans: Engine) -> None:
    answer = told(plans, RISING, "Since Oakdale is steady, what tier is it?")

    assert "Pinecrest" not in answer.interpretation
    assert [i.value for i in answer.answers] == ["STEADY"]


@pytest.mark.parametrize("question", ["what about its program?", "and its programs?"])
def test_its_is_not_passed_over(plans: Engine, question: str) -> None:
    answer = told(plans, "What tier is Pinecrest?", question)

    assert values(answer) == {"Music Academy"}
    assert "Pinecrest" in answer.interpretation


def test_a_bare_when_is_asked_of_one_kind_of_thing(plans: Engine) -> None:
    answer = told(plans, f"Who leads “{BUSES}”?", "when?")

    assert values(answer) == {"Mid-term"}


def test_a_reading_says_what_the_things_before_were_found_by(plans: Engine) -> None:
    four = "Which actions are there?"

    assert "“Which actions are there?”" in told(plans, four, "who leads them?").interpretation


@pytest.mark.parametrize(
    "question", ["thanks", "more", "and?", "those", "the seventh one?", "", "who wrote it?"]
)
def test_what_cannot_be_taken_is_not_answered(plans: Engine, question: str) -> None:
    assert told(plans, RECOMMENDED, question).status == "unanswerable"


def test_a_follow_up_without_an_answer_before_is_not_answered(plans: Engine) -> None:
    assert told(plans, "What is the weather on Mars?", "who leads them?").status == "unanswerable"
    assert told(plans, "how many of those?").status == "unanswerable"


def test_the_conversation_is_handed_in_each_time(plans: Engine) -> None:
    conversation = Conversation(plans)
    conversation.answer(RECOMMENDED)

    assert conversation.answer("how many of those?").count is None


def test_which_leads_the_most_asks_of_what_was_found(plans: Engine) -> None:
    answer = told(plans, "Which units are there?", "which leads the most steps?")

    assert values(answer) == {"Library Services", "Transport"}
    assert answer.notes[0].startswith("Taken as a follow-up about")


@pytest.mark.parametrize("question", ["which other schools have it?", "which other schools have them?"])
def test_the_others_are_not_what_was_named(plans: Engine, question: str) -> None:
    answer = told(plans, "Which programs does Pinecrest have?", question)

    assert (answer.status, values(answer)) == ("empty", set())


@pytest.mark.parametrize("part", ["only in the Library plan", "only in the plans of 2013"])
def test_only_a_part_of_what_was_found_is_a_part_of_it(plans: Engine, part: str) -> None:
    whole = values(told(plans, "Where are buses mentioned?"))

    assert values(told(plans, "Where are buses mentioned?", part)) <= whole


def test_only_the_things_of_a_kind_are_those_that_were_found(plans: Engine) -> None:
    answer = told(plans, LED, "only the long-term actions")

    assert values(answer) == {ROUTES}
    assert answer.notes[0].startswith("Taken as a follow-up about")


def test_only_what_another_does_is_asked_anew(plans: Engine) -> None:
    answer = told(plans, LED, "only the short-term actions of Library Services")

    assert values(answer) == {READING}
