"""Tables, trees and long texts as plain text, for a terminal and for a file alike."""

import shutil
from io import StringIO

from rich.console import Console, RenderableType

__all__ = ["clipped", "rendered"]

_LEAST, _MOST = 100, 160  # columns; a terminal narrower than that wraps by itself


def rendered(*parts: RenderableType) -> str:
    """Return rich's tables and trees as plain text."""
    out = StringIO()
    width = min(max(shutil.get_terminal_size((_MOST, 50)).columns, _LEAST), _MOST)
    console = Console(file=out, width=width, highlight=False, no_color=True, emoji=False, markup=False)
    for part in parts:
        console.print(part)
    return out.getvalue()


def clipped(text: str, length: int = 120) -> str:
    """Return a text on one line, cut at a length.

    >>> clipped("one  two three", 8)
    'one two…'
    """
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
