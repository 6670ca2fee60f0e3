"""The interactive drawing of a sheet: boxes and pieces of lines as pyvis gives them to vis-network.

A line is a chain of pieces between points that are not seen, so that it runs where its route runs; all
pieces of a line carry its number, by which the page shows and fades them together.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pyvis
from pyvis.network import Network

from viz.layout import HEADING, WIDTH
from viz.routes import Picture, Piece, Route
from viz.style import FONT, INK, Box

__all__ = ["drawn", "library"]

_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_SMOOTH: dict[str, Any] = {
    "s": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5},
    "l": {"enabled": False},
    "h": {"enabled": True, "type": "horizontal", "roundness": 1},
    "v": {"enabled": True, "type": "vertical", "roundness": 1},
}
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1, "improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 120,
        "zoomView": False,
        "dragView": False,
        "dragNodes": False,
        "multiselect": False,
    },
    "nodes": {
        "font": {"color": INK, "size": 14, "face": FONT, "align": "left"},
        "margin": 9,
        "labelHighlightBold": False,  # bold words would need more lines than the box has
        "widthConstraint": {"minimum": WIDTH - 18, "maximum": WIDTH - 18},
    },
    "edges": {
        "smooth": _SMOOTH["s"],
        "selectionWidth": 1,
        "hoverWidth": 0.5,
        "font": {"size": 13, "face": FONT, "color": INK, "strokeWidth": 4},
    },
}
_POINT = {"shape": "dot", "size": 0, "group": "point"}
_HEADING = {"shape": "text", "group": "heading"}
_GROUPS: dict[str, Any] = {
    "point": {"borderWidth": 0, "color": "rgba(0,0,0,0)"},
    "heading": {"font": {"size": 15, "face": FONT, "color": INK}},
}


def drawn(picture: Picture) -> dict[str, Any]:
    """Return the nodes, edges and options of a sheet as pyvis has them."""
    network = Network(directed=True, cdn_resources="in_line", height="100%")
    looks: dict[tuple[Box, bool], str] = {}
    for node, spot in picture.spots.items():
        own = picture.sheet.graph.nodes[node]["box"], node == picture.sheet.here
        look = looks.setdefault(own, f"look{len(looks)}")
        network.add_node(
            node, label=spot.text, shape="box", x=spot.x, y=spot.y, group=look, height=spot.height
        )
    for title, x in picture.headings:
        network.add_node(f"heading {x}", label=title, x=x, y=-HEADING / 1.4, **_HEADING)
    for number, route in enumerate(picture.routes):
        _add_route(network, number, route)
    groups = _GROUPS | {name: box.as_vis(here=here) for (box, here), name in looks.items()}
    network.set_options(json.dumps(_OPTIONS | {"groups": groups}))
    nodes, edges, _, _, _, options = network.get_network_data()
    return {
        "nodes": [_without(n, "font") for n in nodes],
        "edges": [_without(e, "arrowStrikethrough") for e in edges],
        "options": json.loads(options),
        "left": -WIDTH / 2,
        "top": -HEADING,
        "width": picture.width,
        "height": picture.height + HEADING,
    }


def _add_route(network: Network, number: int, route: Route) -> None:
    """Add a line as a chain of pieces; the last one carries the head."""
    before = _add_point(network, route.pieces[0].start, f"{number} 0")
    look = route.data["line"].as_vis()
    for at, piece in enumerate(route.pieces, 1):
        after = _add_point(network, piece.end, f"{number} {at}")
        last = {"arrows": route.data["line"].head_as_vis()} if at == len(route.pieces) else {"arrows": ""}
        said = {"label": route.data["label"]} if route.data["label"] and piece.middle == route.at else {}
        named = {"named": True} if piece.middle == route.at else {}
        network.add_edge(before, after, line=number, **look, **last, **said, **named, **_bent(piece))
        before = after


def _bent(piece: Piece) -> dict[str, Any]:
    return {} if piece.kind == "s" else {"smooth": _SMOOTH[piece.kind]}


def _add_point(network: Network, at: tuple[float, float], name: str) -> str:
    network.add_node(f"point {name}", label=" ", x=at[0], y=at[1], **_POINT)
    return f"point {name}"


def _without(thing: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in thing.items() if key != name}


@cache
def library() -> str:
    """Return pyvis's own copy of the drawing library."""
    return (Path(pyvis.__file__).parent / _VIS).read_text(encoding="utf-8")
