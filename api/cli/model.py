"""`goldenthread model`: makes the embedding model ready, so that no later command has to."""

import json
from typing import Annotated

import typer

from api.cli.options import JsonOption, settings_for

__all__ = ["model"]


def model(
    name: Annotated[
        str, typer.Argument(help="A sentence-transformers model by name or path; the settings' if empty.")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Export the embedding model once into the user's cache, and say where it is.

    Example: goldenthread model
    """
    from graph.embedding.embedder import open_embedder
    from graph.embedding.model import exported_model

    settings = settings_for(None)
    settings = settings.model_copy(update={"model": name}) if name else settings
    embedder = open_embedder(settings)
    exported = exported_model(settings)
    if as_json:
        body = {"model": exported.name, "dimensions": embedder.dimensions, "folder": str(exported.folder)}
        typer.echo(json.dumps(body))
    else:
        typer.echo(f"{exported.name} is ready in {exported.folder} ({embedder.dimensions} dimensions).")
