"""The `goldenthread` command: puts the commands together and turns every error into one sentence."""

import os
import sys

import typer

from api.cli.ask import ask
from api.cli.eval import evaluate
from api.cli.export import export
from api.cli.gaps import gaps
from api.cli.ingest import ingest
from api.cli.layouts import layouts
from api.cli.map import draw_map
from api.cli.model import model
from api.cli.names import names
from api.cli.report import report
from api.cli.serve import serve
from api.cli.sparql import sparql
from api.cli.trace import trace
from api.cli.users import users
from graph.errors import GoldenthreadError

__all__ = ["app", "run"]

# typer carries a copy of click in newer versions, so its exceptions are found through typer's own.
_ClickException = typer.BadParameter.__mro__[2]
_INTERRUPTED = 130  # 128 and the number of SIGINT, as shells do

app = typer.Typer(
    name="goldenthread",
    help="Reads a school district's plans and answers questions about them, with the place of every fact.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(ingest)
app.command()(ask)
app.command("eval")(evaluate)
app.command()(sparql)
app.command()(trace)
app.command()(gaps)
app.command()(report)
app.command()(layouts)
app.command()(export)
app.command()(names)
app.command("map")(draw_map)
app.command()(serve)
app.command()(users)
app.command()(model)


def run() -> None:
    """Run the command line; an error is one sentence on standard error and its exit code."""
    try:
        code = app(standalone_mode=False) or 0
        if code == _INTERRUPTED:  # newer typer turns the interruption itself into a code
            raise KeyboardInterrupt
        sys.stdout.flush()
    except GoldenthreadError as error:
        code = _say(str(error), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        code = _say("Stopped; run the same command again to go on from here.", _INTERRUPTED)
    except BrokenPipeError:  # whoever read our output, such as `head`, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:  # noqa: BLE001  # the edge: no user is to see a traceback
        code = _say_defect(error)
    sys.exit(code)


def _say(sentence: str, code: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code


def _say_defect(error: Exception) -> int:
    """Say what typer found wrong with the words of the command, or that this is a defect of ours."""
    if isinstance(error, _ClickException):
        message = str(error.format_message()).strip().rstrip(".")  # type: ignore[attr-defined]  # see above
        command = getattr(getattr(error, "ctx", None), "command_path", "goldenthread")
        return _say(f"{message}; see '{command} --help'.", 2) if message else 2
    if os.environ.get("GOLDENTHREAD_DEBUG"):
        raise error
    return _say(
        f"This is a defect of goldenthread ({type(error).__name__}: {error}); please report it, with what "
        "GOLDENTHREAD_DEBUG=1 in the environment makes of the same command.",
        1,
    )
