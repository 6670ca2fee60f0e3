"""`goldenthread serve`: the web pages and the HTTP API."""

import socket
from contextlib import suppress
from typing import Annotated

import typer

from api.cli.options import StoreOption, settings_to_read
from graph.errors import StoreMissing, UsageError

__all__ = ["serve"]


def serve(
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The port; 0 for any free one.")
    ] = 8000,
    store: StoreOption = None,
) -> None:
    """Serve the page and the API; only this machine can reach them unless another host is named.

    Example: goldenthread serve --port 8080
    """
    import uvicorn

    from api.app import create_app

    bound = _bound(host, port)
    settings = settings_to_read(store)
    config = uvicorn.Config(create_app(settings), log_level="warning")
    name = f"[{host}]" if ":" in host else host
    typer.echo(
        f"goldenthread is at http://{name}:{bound.getsockname()[1]}/ until you press Ctrl+C.", err=True
    )
    if not settings.store.is_dir():
        typer.echo(str(StoreMissing(settings.store)), err=True)
    with suppress(KeyboardInterrupt):  # the way to end it, not an error
        uvicorn.Server(config).run(sockets=[bound])


def _bound(host: str, port: int) -> socket.socket:
    """Take the port before anything else, so that a taken one is told in a sentence."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        taken = socket.socket(family, kind, protocol)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(address)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(
            f"{host} port {port} cannot be used: {reason}; name others with --host and --port."
        ) from error
    return taken
