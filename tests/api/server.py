"""A real server over a store, for tests that speak HTTP to it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep
from typing import Any

import uvicorn

from api.app import create_app
from graph.settings import Settings

__all__ = ["running"]

_PATIENCE = 30.0


@contextmanager
def running(settings: Settings, **more: Any) -> Iterator[str]:
    """Run the application on a free port of this machine and give its address; `more` is for uvicorn."""
    bound = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="error", **more))
    thread = Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    until = monotonic() + _PATIENCE
    while not server.started and monotonic() < until:
        sleep(0.02)
    try:
        yield f"{'https' if 'ssl_certfile' in more else 'http'}://127.0.0.1:{bound.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(_PATIENCE)
        bound.close()
