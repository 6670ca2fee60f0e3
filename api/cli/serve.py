"""`goldenthread serve`: the web pages and the HTTP API."""

import os
import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import StoreOption, settings_to_read
from graph.errors import StoreMissing, UsageError

if TYPE_CHECKING:
    from graph.settings import Settings

__all__ = ["serve"]

_MOST = 4


def serve(  # noqa: PLR0913, PLR0917  # one for each option
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
    passwords: Annotated[
        Path | None,
        typer.Option(
            "--passwords",
            metavar="FILE",
            help="Let in only those of this file, which 'goldenthread users' writes.",
            show_default=False,
        ),
    ] = None,
    token: Annotated[
        str,
        typer.Option(
            "--token",
            help="Let in whoever has this secret; GOLDENTHREAD_TOKEN keeps it out of the list of processes.",
            show_default=False,
        ),
    ] = "",
    allowed_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allowed-host", metavar="NAME", help="A further name of this server, such as a proxy gives it."
        ),
    ] = None,
) -> None:
    """Serve the pages and the API; only this machine can reach them unless another host is named.

    Example: goldenthread serve --port 8080
    """
    import uvicorn

    from api.access.hosts import Hosts
    from api.app import create_app

    settings = _with_secrets(_with_datasets(settings_to_read(store), dataset or []), passwords, token)
    settings = settings.model_copy(update={"workers": workers or _processors(settings)})
    with _bound(host, port) as bound:
        _require_login(settings, host, bound)
        app = create_app(
            settings, Hosts.of(bound.getsockname()[0], [host, *(allowed_host or [])]), warmed=True
        )
        config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=5)
        name = f"[{host}]" if ":" in host else host
        typer.echo(
            f"goldenthread is at http://{name}:{bound.getsockname()[1]}/ until you press Ctrl+C.", err=True
        )
        if not settings.store.is_dir():
            typer.echo(str(StoreMissing(settings.store)), err=True)
        with suppress(KeyboardInterrupt):  # the way to end it, not an error
            uvicorn.Server(config).run(sockets=[bound])


def _with_secrets(settings: "Settings", passwords: Path | None, token: str) -> "Settings":
    """Add the file of users and the token that the command names."""
    from pydantic import SecretStr

    given = {"passwords": passwords, "token": SecretStr(token) if token else None}
    return settings.model_copy(update={name: value for name, value in given.items() if value is not None})


def _require_login(settings: "Settings", host: str, bound: socket.socket) -> None:
    """Refuse to let other machines in without a log-in, or to ask for one that nobody has."""
    from api.access.accounts import Accounts
    from api.access.hosts import is_loopback

    accounts = Accounts.of(settings)
    if not accounts.needed and not is_loopback(bound.getsockname()[0]):
        raise UsageError(
            f"Other machines can reach {host}, so it needs a log-in: run 'goldenthread users add NAME --role "
            "admin --passwords FILE' and serve with --passwords FILE, or set GOLDENTHREAD_TOKEN to a secret."
        )
    if accounts.file is None:
        return
    accounts.file.read()
    if not accounts.any:
        path = accounts.file.path
        raise UsageError(
            f"{path} has no users; run 'goldenthread users add NAME --role admin --passwords {path}' first."
        )
    if accounts.file.is_open_to_others():
        typer.echo(f"Others on this machine may read {accounts.file.path}; run chmod 600 on it.", err=True)


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
