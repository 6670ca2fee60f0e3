"""Draws a map with pyvis as one HTML page that opens with nothing loaded from the network.

pyvis's own page names stylesheets and scripts of a CDN whatever its settings, so only its network and
its copy of vis-network are used, within a template of ours.
"""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyvis
from jinja2 import Environment, PackageLoader, StrictUndefined
from pyvis.network import Network

from viz.layout import HEADING, WIDTH, pitch, place, wrapped
from viz.style import FONT, INK, Line
from viz.view import About, Key, Sheet, View

__all__ = ["page"]

_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1},
    "interaction": {"hover": True, "tooltipDelay": 120, "zoomView": False, "multiselect": False},
    "edges": {
        "smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.8}
    },
}


def page(view: View) -> str:
    """Return the whole page of a map."""
    sheets = [_drawn(sheet) for sheet in view.sheets]
    return (
        _environment().get_template("map.html").render(view=view, sheets=sheets, vis=_vis(), keys=view.legend)
    )


def _drawn(sheet: Sheet) -> dict[str, Any]:
    """Return the nodes, edges and options of a sheet as pyvis has them."""
    placed, (width, height) = place(sheet)
    network = Network(directed=True, cdn_resources="in_line", height="100%")
    for node, data in sheet.graph.nodes(data=True):
        x, y = placed[node]
        _add_box(network, node, data, x, y)
    for at, title in enumerate(sheet.columns):
        if title:
            _add_heading(network, at * pitch(sheet), title)
    parallel: dict[tuple[str, str], int] = {}
    for source, target, data in sheet.graph.edges(data=True):
        beside = parallel.get((source, target), 0)
        parallel[source, target] = beside + 1
        same = placed[source][0] == placed[target][0]
        network.add_edge(
            source, target, **_edge(data["line"], data["about"], data["label"], beside, same=same)
        )
    network.set_options(json.dumps(_OPTIONS))
    nodes, edges, _, _, _, options = network.get_network_data()
    return {"name": sheet.name, "nodes": nodes, "edges": edges, "options": json.loads(options),
            "left": -WIDTH / 2, "top": -HEADING, "width": width, "height": height + HEADING}  # fmt: skip


def _add_box(network: Network, node: str, data: dict[str, Any], x: float, y: float) -> None:
    about: About = data["about"]
    network.add_node(
        node,
        label=wrapped(data["label"]),
        title=about.as_tooltip(),
        x=x,
        y=y,
        physics=False,
        about=about.as_json(),
        widthConstraint={"minimum": WIDTH, "maximum": WIDTH},
        **data["box"].as_vis(),
    )


def _add_heading(network: Network, x: float, title: str) -> None:
    look = {"shape": "text", "font": {"size": 15, "face": FONT, "color": INK}, "fixed": True}
    network.add_node(f"heading {x}", label=title, x=x, y=-HEADING / 1.4, physics=False, heading=True, **look)


def _edge(line: Line, about: About, label: str, beside: int, *, same: bool) -> dict[str, Any]:
    """Return an edge's options; lines between the same two boxes, or within a column, bend apart."""
    smooth: dict[str, Any] = {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal",
                              "roundness": 0.8 - 0.12 * (beside % 5)}  # fmt: skip
    if same:
        smooth = {"enabled": True, "type": "curvedCW", "roundness": 0.35 + 0.1 * (beside % 5)}
    shown = (
        {"label": label, "font": {"size": 13, "face": FONT, "color": INK, "strokeWidth": 4}} if label else {}
    )
    return line.as_vis() | shown | {"title": about.as_tooltip(), "about": about.as_json(), "smooth": smooth}


def _is_line(key: Key) -> bool:
    return isinstance(key.look, Line)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("viz"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["line"] = _is_line
    environment.globals["style"] = _static("map.css")
    environment.globals["script"] = _static("map.js")
    return environment


def _static(name: str) -> str:
    return files("viz").joinpath("static").joinpath(name).read_text(encoding="utf-8")


@cache
def _vis() -> str:
    """Return pyvis's own copy of the drawing library."""
    return (Path(pyvis.__file__).parent / _VIS).read_text(encoding="utf-8")
