"""Keeps what the engine gives on the thread that asked for it.

The engine's results may be dropped only on the thread on which they were made. An error carries the frames
of the functions that it left, and with them such results; a server hands errors to other threads.
"""

from collections.abc import Callable
from functools import wraps
from traceback import clear_frames
from typing import ParamSpec, TypeVar

__all__ = ["takes_nothing_along"]

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


def takes_nothing_along(function: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """Return a function whose errors hold nothing of what it held when it failed."""

    @wraps(function)
    def run(*given: _Given.args, **named: _Given.kwargs) -> _Made:
        try:
            return function(*given, **named)
        except Exception as error:
            told: BaseException | None = error
            while told is not None:
                clear_frames(told.__traceback__)
                told = told.__context__
            raise

    return run
