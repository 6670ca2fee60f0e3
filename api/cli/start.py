"""Starts the command, so that Ctrl+C is a sentence from the first moment on.

Loading the commands takes longer than this module; an interruption in that time would show a trace.
"""

import sys

__all__ = ["start"]


def start() -> None:
    """Load the command line and run it."""
    try:
        from api.cli.main import run
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; run the same command again to go on from here.\n")
        sys.exit(130)
    run()
