"""The `goldenthread` command: puts the commands together and turns every error into one sentence."""

import os
import sys

import click
import typer

from api.cli.ingest import ingest
from api.cli.sparql import sparql
from graph.errors import GoldenthreadError

__all__ = ["app", "run"]

app = typer.Typer(
    name="goldenthread",
    help="Reads a school district's plans and answers questions about them, with the place of every fact.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(ingest)
app.command()(sparql)


def run() -> None:
    """Run the command line; an error is one sentence on standard error and its exit code."""
    try:
        code = app(standalone_mode=False) or 0
    except GoldenthreadError as error:
        code = _say(str(error), error.exit_code)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (KeyboardInterrupt, click.Abort):
        code = _say("Stopped; run the same command again to go on where it stopped.", 130)
    sys.exit(code)


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
