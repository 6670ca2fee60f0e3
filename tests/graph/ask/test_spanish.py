"""Spanish questions are answered by their words, and refused in Spanish where a word is not known."""

import pytest

from graph.ask.conversation import Conversation
from graph.ask.engine import Engine
from graph.ask.spanish import Spanish

SAME = {
    "¿Qué acciones apoyan la recomendación 1?": "Which actions support recommendation 1?",
    "que acciones apoyan la recomendacion 1": "Which actions support recommendation 1?",
    "¿Cuántas acciones dirige Transport?": "How many actions does Transport lead?",
    "¿Qué escuelas no tienen ningún programa?": "Which schools have no program?",
    "¿Es Oakdale una escuela Rising?": "Is Oakdale a Rising school?",
    "¿Está Oakdale en el nivel Rising?": "Is Oakdale in the Rising tier?",
    "¿Qué unidad dirige más acciones?": "Which unit leads the most actions?",
    "¿Qué acciones a largo plazo apoyan la recomendación 1?": "Which actions support rec 1 long-term?",
    "¿Qué escuelas primarias están en el nivel Rising?": "Which elementary schools are in the Rising tier?",
    "¿Qué significa HVRL?": "What does HVRL stand for?",
    "¿Dirige Transport más acciones que Nursing?": "Does Transport lead more actions than Nursing?",
    "¿Qué acciones apoyan la recomendación 9?": "Which actions support recommendation 9?",
}


@pytest.mark.parametrize("question", SAME)
def test_is_answered_like_the_same_question_in_english(plans: Engine, question: str) -> None:
    spanish, english = plans.answer(question), plans.answer(SAME[question])

    assert spanish.question == question
    assert (spanish.status, spanish.boolean, spanish.count) == (
        english.status,
        english.boolean,
        english.count,
    )
    assert {i.value for i in spanish.answers} == {i.value for i in english.answers}
    assert any(note.startswith("Pregunta entendida como") for note in spanish.notes)


def test_a_word_that_nobody_knows_is_named_in_spanish(plans: Engine) -> None:
    answer = plans.answer("¿Cuántas mariposas apoyan la recomendación 1?")

    assert (answer.status, answer.answers) == ("unanswerable", ())
    assert answer.notes[0].startswith("No se han entendido estas palabras: “mariposas”")


def test_a_refusal_is_said_in_spanish(plans: Engine) -> None:
    answer = plans.answer("¿Cuál es el presupuesto de la recomendación 1?")

    assert answer.status == "unanswerable"
    assert answer.notes[0].startswith("Los planes no permiten responder")


def test_a_conversation_goes_on_in_spanish(plans: Engine) -> None:
    before = "¿Qué acciones apoyan la recomendación 1?"
    conversation = Conversation(plans)

    assert conversation.answer("¿y para la recomendación 2?", [before]).answers
    assert conversation.answer("¿cuántas de esas?", [before]).count == 2
    assert {i.value for i in conversation.answer("¿quién las dirige?", [before]).answers} == {
        "Library Services"
    }


@pytest.mark.parametrize(
    "question",
    ["Which programs does Don Benito have?", "Which schools feed into Sierra Madre?", "la la la", "",
     "Is La Mesa a Rising school?", "solo", "no", "Who leads El Camino Real High?"],
)  # fmt: skip
def test_english_is_not_taken_for_spanish(question: str) -> None:
    assert Spanish.of(question) is None
