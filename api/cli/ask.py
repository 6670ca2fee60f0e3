"""`goldenthread ask`: answers questions, each with the place of every fact, or with a reason."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import JsonOption, StoreOption, settings_to_read

if TYPE_CHECKING:
    from graph.ask.engine import Engine
    from graph.model import Answer

__all__ = ["ask"]


def ask(
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="A question in plain words.")
    ] = None,
    store: StoreOption = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="F.jsonl", help="Answer every line of a file of questions, in order."),
    ] = None,
    graph: Annotated[
        Path | None,
        typer.Option("--graph", metavar="FILE.ttl", help="Ask any RDF file instead of the store."),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show how the question was read.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Answer a question about the plans.

    Example: goldenthread ask "Which actions support Recommendation 6?"
    """
    from api.cli.answer_text import answer_text
    from graph.ask.opening import open_engine, open_file_engine
    from graph.errors import UsageError

    if question is None and file is None:
        raise UsageError("Ask a question, or name a file of questions with --file.")
    settings = settings_to_read(store)
    engine = open_file_engine(graph, settings) if graph else open_engine(settings)
    for answer in _asked(engine, question, file):
        if as_json:
            body = answer.as_json() | ({"explanation": dict(answer.explanation)} if explain else {})
            typer.echo(json.dumps(body, ensure_ascii=False))
        else:
            typer.echo(answer_text(answer, explain=explain))


def _asked(engine: "Engine", question: str | None, file: Path | None) -> "Iterator[Answer]":
    from dataclasses import replace

    from graph.ask.questions import read_questions

    if question is not None:
        yield engine.answer(question)
    for asked in read_questions(file) if file else ():
        yield replace(engine.answer(asked.question), id=asked.id)
