"""A map as one HTML page that opens with nothing loaded from the network.

pyvis's own page names stylesheets and scripts of a CDN whatever its settings, so only its network and
its copy of vis-network are used, within a template of ours. The page runs just the scripts and styles
that this module puts into it: its policy names their hashes.
"""

from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from graph.model import Evidence
from viz.filled import filled
from viz.network import drawn, library
from viz.routes import Picture, picture
from viz.spoken import titled
from viz.svg import svg_of
from viz.view import About, Sheet, View, behind

__all__ = ["ALONE", "Setting", "page", "policy"]

_FOLDED = 300  # rows, above which the table opens when it is asked for


def _same(word: str) -> str:
    return word


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a page stands: alone as a file, or in a site that has a page for each item."""

    address: Callable[[str], str] | None = None
    """Gives the address of an item's page."""
    source: Callable[[Evidence], str] | None = None
    """Gives the address of a place in a document."""
    picture: str = ""
    """The address of the map as SVG."""
    opening: str = ""
    """The address of the map, to which a box that stands for several is added to open it."""
    framed: bool = False
    """Whether it stands in a page that has its title."""
    language: str = "en"
    translate: Callable[[str], str] = _same


ALONE = Setting()


def page(view: View, setting: Setting = ALONE, opened: str = "") -> str:
    """Return the whole page of a map; what stands behind the box `opened` is drawn first.

    A page that stands alone holds everything; one of a site asks for what stands behind a box.
    """
    shown = list(_shown(view, setting, opened))
    sheets = [sheet for _, sheet in shown]
    drawings = [picture(sheet) for sheet in sheets]
    data = {
        "sheets": [_sheet(drawing, box, setting) for (box, _), drawing in zip(shown, drawings, strict=True)],
        "about": _abouts(sheets, setting),
        "hidden": [[box, *held] for sheet in sheets for box, held in sheet.holds.items()],
        "opening": setting.opening,
    }
    named = titled(view, setting.translate)
    pictured = [drawing for (box, _), drawing in zip(shown, drawings, strict=True) if box in ("", opened)]
    return filled(
        "map.html", view=view, data=data, keys=view.keys, setting=setting, policy=policy(), folded=_FOLDED,
        pictures=[svg_of(named, drawing) for drawing in pictured], vis=library(), style=_static("map.css"),
        script=_static("map.js"), _=setting.translate,
        own=("Basis", "Link", "Status", "Way") if setting.language != ALONE.language else (),
    )  # fmt: skip


def _shown(view: View, setting: Setting, opened: str) -> Iterator[tuple[str, Sheet]]:
    """Yield the sheets of a page, each with the box behind which it stands."""
    if setting.opening and opened:
        yield opened, view.sheet(opened)
        return
    waiting = [("", sheet) for sheet in view.sheets]
    seen = set()
    while waiting:
        box, sheet = waiting.pop(0)
        yield box, sheet
        if not setting.opening:
            further = [name for name in sheet.opens if name not in seen]
            seen.update(further)
            waiting += [(name, sheet.opens[name]()) for name in further]


def policy() -> str:
    """Return the content security policy of the page: its own scripts and style, and nothing else."""
    scripts = " ".join(_hash(script) for script in (library(), _static("map.js")))
    return (
        f"default-src 'none'; script-src {scripts}; style-src {_hash(_static('map.css'))}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


@cache
def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _sheet(drawing: Picture, box: str, setting: Setting) -> dict[str, Any]:
    """Return what the script needs to draw a sheet, with what is told of its lines."""
    sheet = drawing.sheet
    lines = [
        {
            "from": r.source,
            "to": r.target,
            "label": r.data["label"],
            "name": r.data["name"],
            "about": r.data["about"].as_json(setting.source),
        }
        for r in drawing.routes
    ]
    own = {"name": sheet.name, "note": sheet.note, "here": sheet.here, "follows": sheet.follows}
    place = {"id": box, "parent": behind(box)[-1] if behind(box) else "", "opens": list(sheet.opens)}
    return drawn(drawing) | own | place | {"lines": lines}


def _abouts(sheets: list[Sheet], setting: Setting) -> dict[str, Any]:
    """Return what is told of each box, once."""
    found: dict[str, Any] = {}
    for sheet in sheets:
        for node, data in sheet.graph.nodes(data=True):
            if node not in found:
                about: About = data["about"]
                link = {"href": setting.address(about.iri)} if setting.address and about.iri else {}
                found[node] = about.as_json(setting.source) | link
    return found


@cache
def _static(name: str) -> str:
    return files("viz").joinpath("static").joinpath(name).read_text(encoding="utf-8")
