"""A map in another language: its own words are said in it, what the plans say stays."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from viz.view import About, Key, Sheet, Table, View

__all__ = ["drawn_in", "spoken", "titled"]

Say = Callable[[str], str]
"""Says a sentence of the map in the language; what it does not know is left."""


def drawn_in(view: View, say: Say) -> View:
    """Return a map with drawings in another language; the words around them are as before."""
    return replace(view, sheets=tuple(_sheet(sheet, say) for sheet in view.sheets))


def spoken(view: View, say: Say) -> View:
    """Return a map with all of its own words in another language."""
    return titled(drawn_in(view, say), say)


def titled(view: View, say: Say) -> View:
    """Return a map with the words around its drawings in another language."""
    return replace(
        view,
        title=say(view.title),
        lead=say(view.lead),
        legend=tuple(Key(say(key.text), key.look) for key in view.legend),
        table=_table(view.table, say),
        empty=say(view.empty),
    )


def _sheet(sheet: Sheet, say: Say) -> Sheet:
    graph = sheet.graph.copy()
    for node, data in sheet.graph.nodes(data=True):
        graph.nodes[node].update(label=_label(data["label"], say), about=_about(data["about"], say))
    for source, target, key, data in sheet.graph.edges(keys=True, data=True):
        about = replace(data["about"], title=say(data["about"].title))
        own = {"about": _about(about, say), "name": say(data["name"])}
        graph.edges[source, target, key].update(own)
    return replace(
        sheet,
        columns=tuple(map(say, sheet.columns)),
        graph=graph,
        note=say(sheet.note),
        opens={name: partial(_opened, make, say) for name, make in sheet.opens.items()},
    )


def _opened(make: Callable[[], Sheet], say: Say) -> Sheet:
    return _sheet(make(), say)


def _label(label: str, say: Say) -> str:
    """The first line names what the box stands for; those below it are the map's own words."""
    first, *below = label.split("\n")
    return "\n".join([first, *map(say, below)])


def _about(about: About, say: Say) -> About:
    return replace(about, facts=tuple(map(say, about.facts)))


def _table(table: Table, say: Say) -> Table:
    return Table(tuple(map(say, table.head)), table.rows)
