"""`goldenthread serve`: the web pages and the HTTP API."""

import os
import socket
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import StoreOption, settings_to_read
from graph.errors import StoreMissing, UsageError

if TYPE_CHECKING:
    from graph.settings import Settings

__all__ = ["serve"]

_MOST = 4


def serve(
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The port; 0 for any free one.")
    ] = 8000,
    store: StoreOption = None,
    dataset: Annotated[
        list[str] | None,
        typer.Option(
            "--dataset",
            metavar="NAME=FILE.ttl",
            help="Answer /text2sparql over this RDF file or store too; may be given several times.",
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, help="Processes that answer questions; one for each processor."),
    ] = None,
) -> None:
    """Serve the page and the API; only this machine can reach them unless another host is named.

    Example: goldenthread serve --port 8080
    """
    import uvicorn

    from api.answers import warm
    from api.app import create_app

    settings = _with_datasets(settings_to_read(store), dataset or [])
    settings = settings.model_copy(update={"workers": workers or _processors(settings)})
    bound = _bound(host, port)
    app = create_app(settings)
    config = uvicorn.Config(app, log_level="warning")
    name = f"[{host}]" if ":" in host else host
    typer.echo(
        f"goldenthread is at http://{name}:{bound.getsockname()[1]}/ until you press Ctrl+C.", err=True
    )
    if settings.store.is_dir():
        Thread(target=warm, args=(app.state.house,), daemon=True).start()
    else:
        typer.echo(str(StoreMissing(settings.store)), err=True)
    with suppress(KeyboardInterrupt):  # the way to end it, not an error
        uvicorn.Server(config).run(sockets=[bound])


def _with_datasets(settings: "Settings", given: list[str]) -> "Settings":
    """Add the data sets that the command names; one that is not there is told before anything is served."""
    datasets = dict(settings.datasets)
    for one in given:
        name, separator, place = one.rpartition("=")
        if not separator or not name.strip() or not place.strip():
            raise UsageError(
                f"{one!r} names no data set; write it as NAME=FILE.ttl, such as urn:parts=parts.ttl."
            )
        datasets[name.strip()] = Path(place.strip())
    for name, path in datasets.items():
        if not path.exists():
            raise UsageError(
                f"The data set {name} cannot be served: there is nothing at {path}; check the path."
            )
    return settings.model_copy(update={"datasets": datasets})


def _processors(settings: "Settings") -> int:
    """Return how many processes answer where the command does not say it."""
    return settings.workers or min(_MOST, os.cpu_count() or 1)


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
