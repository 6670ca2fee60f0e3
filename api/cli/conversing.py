"""A conversation at the terminal, or with questions that come line by line from another program."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from graph.ask.conversation import Conversation
    from graph.model import Answer

__all__ = ["conversing"]

_ENDS = frozenset({"quit", "exit", "bye", ":q"})
_WELCOME = (
    "Ask the plans, and go on from an answer: “only the long-term ones”, “who leads them?”, "
    "“and for recommendation 5?”. An empty line begins anew; “quit” or Ctrl+D ends."
)


def conversing(conversation: "Conversation") -> "Iterator[Answer]":
    """Answer one line after the other until there are no more; what was asked before is minded."""
    earlier: list[str] = []
    with suppress(KeyboardInterrupt):  # the way to end it, not an error
        for line in _typed() if sys.stdin.isatty() else sys.stdin:
            if not line.strip():
                earlier.clear()
                continue
            if line.strip().lower() in _ENDS:
                return
            yield conversation.answer(line.strip(), earlier)
            earlier.append(line.strip())


def _typed() -> Iterator[str]:
    """Lines typed by a person; the arrow keys bring back earlier ones where the system can do that."""
    with suppress(ImportError):
        import readline  # noqa: F401  # its import gives the input lines a history
    console = Console(stderr=True)
    console.print(_WELCOME, style="dim", highlight=False)
    try:
        while True:
            yield _line(console)
    except (EOFError, KeyboardInterrupt):
        console.print()


def _line(console: Console) -> str:
    # The line editor readies the terminal before it shows a prompt of its own; a prompt printed before that
    # would ask for keys while Ctrl+D still means another thing. Where output is no terminal, there is none.
    return input("\n› ") if sys.stdout.isatty() else console.input("\n› ")
