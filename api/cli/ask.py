"""`goldenthread ask`: answers questions, each with the place of every fact, or with a reason."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import JsonOption, StoreOption, settings_to_read
from graph.errors import UsageError

if TYPE_CHECKING:
    from graph.ask.conversation import Conversation
    from graph.ask.engine import Engine
    from graph.ask.proposals import Proposals
    from graph.model import Answer
    from graph.settings import Settings

__all__ = ["ask"]


def ask(
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="[QUESTION]",
            help="A question in plain words; without one, a conversation.",
            show_default=False,
        ),
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
    """Answer a question about the plans; without one, hold a conversation until Ctrl+D.

    Example: goldenthread ask "Which actions support Recommendation 6?"
    """
    from graph.ask.conversation import Conversation
    from graph.ask.opening import open_engine, open_file_engine

    if question is not None and file is not None:
        raise UsageError("Give a question or --file, not both.")
    settings = settings_to_read(store)
    engine = open_file_engine(graph, settings) if graph else open_engine(settings)
    conversation = Conversation(engine, None if graph else _proposals(settings, engine))
    for answer in _asked(conversation, question, file):
        _show(answer, explain=explain, as_json=as_json)


def _proposals(settings: "Settings", engine: "Engine") -> "Proposals | None":
    """A model's help, which is not even loaded where the settings name none."""
    if not settings.proposer_url:
        return None
    from graph.ask.proposals import Proposals

    return Proposals.of(settings, engine)


def _asked(conversation: "Conversation", question: str | None, file: Path | None) -> "Iterator[Answer]":
    from dataclasses import replace

    from api.cli.conversing import conversing
    from graph.ask.questions import read_questions

    if question is not None:
        yield conversation.answer(question)
    for asked in read_questions(file) if file else ():
        yield replace(conversation.engine.answer(asked.question), id=asked.id)
    if question is None and file is None:
        yield from conversing(conversation)


def _show(answer: "Answer", *, explain: bool, as_json: bool) -> None:
    from api.cli.answer_text import answer_text

    if as_json:
        body = answer.as_json() | ({"explanation": dict(answer.explanation)} if explain else {})
        typer.echo(json.dumps(body, ensure_ascii=False))
    else:
        typer.echo(answer_text(answer, explain=explain))
