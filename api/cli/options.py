"""The options that every command shares."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import UsageError

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_settings import SettingsError

    from graph.settings import Settings

__all__ = ["JsonOption", "LayoutsOption", "StoreOption", "settings_for", "settings_to_read"]

StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="DIR",
        help="The folder of the store; ./.goldenthread, or GOLDENTHREAD_STORE, where it is not given.",
        show_default=False,
    ),
]
LayoutsOption = Annotated[
    Path | None,
    typer.Option(
        "--layouts",
        metavar="DIR",
        help="A folder of your own described layouts; GOLDENTHREAD_LAYOUTS where it is not given.",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Write JSON to standard output, and nothing else.")]


def settings_to_read(store: Path | None) -> "Settings":
    """Return the user's settings, and say so where the store named was left half filled."""
    from ingest.folder import StoreFolder

    settings = settings_for(store)
    if StoreFolder(settings.store).unfinished:
        typer.echo(
            f"The last ingest into {settings.store} was not finished; plans may be missing: run it again.",
            err=True,
        )
    return settings


def settings_for(store: Path | None, layouts: Path | None = None) -> "Settings":
    """Return the user's settings, with the store and the folder of layouts that the command names."""
    from pydantic import ValidationError
    from pydantic_settings import SettingsError

    from graph.settings import Settings

    try:
        settings = Settings()
    except (SettingsError, ValidationError) as error:
        raise UsageError(f"A setting cannot be used: {_told(error)}.") from error
    named = {"store": store, "layouts": layouts}
    return settings.model_copy(update={name: path for name, path in named.items() if path is not None})


def _told(error: "SettingsError | ValidationError") -> str:
    """Name the variables at fault and what is wrong with them."""
    from pydantic import ValidationError

    if isinstance(error, ValidationError):
        return "; ".join(
            f"GOLDENTHREAD_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors()
        )
    return f"{error}; check the GOLDENTHREAD_ variables and the file .env".replace("\n", " ")
