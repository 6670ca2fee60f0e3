"""By which colour and mark each kind of item is told, on the report page and in the view of a document."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ingest.highlights import Thing

__all__ = ["Looks", "looks"]


class Looks:
    """The groups of kinds, each with a colour, and the mark of each kind."""

    def __init__(self, groups: list[dict[str, Any]]) -> None:
        self.groups = groups
        self._of = {kind: (g["name"], mark) for g in groups for kind, mark in g["kinds"].items()}

    def group(self, thing: Thing) -> str:
        """Return the name of a kind's group, which is the class of its colour."""
        return "label" if thing.kind == "Label" else self._of.get(thing.kind, ("other", ""))[0]

    def mark(self, thing: Thing) -> str:
        """Return the letters that stand before a highlight; a fact of an item has a dot after them."""
        if thing.kind == "Label":
            return ""
        mark: str = self._of.get(thing.kind, ("", thing.kind[:2]))[1]
        return f"{mark}·" if thing.says else mark


@cache
def looks() -> Looks:
    """Return the looks as the package has them."""
    return Looks(yaml.safe_load(files("api").joinpath("templates", "report_looks.yaml").read_text("utf-8")))
