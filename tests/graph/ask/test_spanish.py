"""Spanish questions are answered by their words, and refused in Spanish where a word is not known."""

from pathlib import Path

import pytest

from graph.ask.conversation import Conversation
from graph.ask.engine import Engine
from graph.ask.opening import open_engine
from graph.ask.spanish import Spanish
from graph.settings import Settings

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


TWINS = {
    "¿Qué acciones apoyan la recomendación 3?": "Which actions support recommendation 3?",
    "¿Cuántas recomendaciones hay?": "How many recommendations are there?",
    "¿Quién es responsable de la recomendación 2?": "Who is responsible for recommendation 2?",
    "¿Qué departamento dirige más acciones?": "Which department leads the most actions?",
    "¿Qué escuelas ofrecen un programa de idioma dual?": "Which schools offer a dual language program?",
    "¿Qué dice la meta 3 del LCAP?": "What does LCAP goal 3 say?",
    "¿Es Altadena una escuela primaria?": "Is Altadena an elementary school?",
    "¿Qué acciones son a corto plazo?": "Which actions are short-term?",
    "¿Qué recomendaciones no tienen acciones a largo plazo?": "Which recommendations have no long-term ones?",
    "¿Qué significa CTE?": "What does CTE stand for?",
    "¿Qué métricas tiene la meta 1?": "Which metrics does goal 1 have?",
    "¿A qué escuela secundaria alimenta Altadena?": "Which high school does Altadena feed?",
    "¿Dónde se menciona la matrícula dual?": "Where is dual enrollment mentioned?",
    "¿Qué planes son de 2016-17?": "Which plans are from 2016-17?",
    "¿Cuáles son las prioridades del departamento de planificación?":
        "What are the priorities of the planning department?",
    "¿Qué programas tiene Blair?": "Which programs does Blair have?",
    "¿Hay más acciones a corto plazo que a largo plazo?": "Are there more short-term than long-term actions?",
    "¿Cuántas acciones hay por recomendación?": "How many actions are there per recommendation?",
    "¿Quién ganó las elecciones?": "Who won the election?",
    "¿Cuánto cuesta una comida escolar?": "How much does a school meal cost?",
}  # fmt: skip


@pytest.fixture(scope="module")
def sample_engine(sample_store: Path) -> Engine:
    return open_engine(Settings(store=sample_store))


@pytest.mark.model
@pytest.mark.parametrize("question", TWINS)
def test_the_sample_plans_answer_in_spanish_as_in_english(sample_engine: Engine, question: str) -> None:
    spanish, english = sample_engine.answer(question), sample_engine.answer(TWINS[question])
    refused = spanish.status not in ("answered", "empty")

    assert refused == (english.status not in ("answered", "empty"))
    assert (spanish.boolean, spanish.count) == (english.boolean, english.count)
    assert {i.value for i in spanish.answers} == {i.value for i in english.answers}
