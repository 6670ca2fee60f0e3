"""`goldenthread eval`: scores the question engine on a file of questions with expected answers."""

import json
from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import JsonOption, StoreOption, settings_to_read

__all__ = ["evaluate"]


def evaluate(
    questions: Annotated[
        Path, typer.Argument(metavar="QUESTIONS.jsonl", help="Questions with 'kind' and 'expected' answers.")
    ],
    store: StoreOption = None,
    curve: Annotated[
        Path | None,
        typer.Option(
            "--curve",
            metavar="FILE.html",
            help="Draw risk against coverage, as a page (.html) or a picture (.svg).",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Score the answers to a file of questions: right, wrong, declined, and how fast.

    Example: goldenthread eval questions.jsonl --curve risk.html
    """
    from api.cli.curve_file import check_curve_file, write_curve
    from api.cli.eval_table import eval_table
    from graph.ask.opening import open_engine
    from graph.ask.questions import read_questions
    from graph.ask.risk import RiskCurve
    from graph.ask.scoring import Scored, percentiles, report, score
    from graph.errors import UsageError

    if curve:
        check_curve_file(curve)
    asked = read_questions(questions)
    if bare := [a.id for a in asked if not a.expected and a.kind != "unanswerable"]:
        raise UsageError(
            f"{questions}: question {bare[0]} has no 'expected' answers, nor the kind 'unanswerable', so it "
            "cannot be scored; to have questions answered, use 'goldenthread ask --file'."
        )
    engine = open_engine(settings_to_read(store))
    answers = [engine.answer(a.question) for a in asked]
    scored = [Scored(a, answer, score(a, answer)) for a, answer in zip(asked, answers, strict=True)]
    figures, seconds = report(scored), percentiles([a.seconds for a in answers])
    risk = RiskCurve.of(scored)
    if curve:
        write_curve(risk, curve, questions.name)
        typer.echo(f"The curve of risk against coverage was written to {curve}.", err=True)
    if as_json:
        body = {
            "kinds": [f.as_json() for f in figures[:-1]],
            "all": figures[-1].as_json(),
            "seconds": seconds,
            "risk": risk.as_json(),
        }
        typer.echo(json.dumps(body, indent=2))
    else:
        typer.echo(eval_table(figures, seconds, risk))
