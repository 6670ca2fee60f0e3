"""A progress bar on standard error, only where a person watches."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from ingest.progress import Progress, silent

__all__ = ["progress_bar"]


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Give a function that is told how far a job is; it shows nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Starting", total=None)

        def show(words: str, done: int, total: int) -> None:
            bar.update(task, description=words, completed=done, total=total or None)

        yield show
