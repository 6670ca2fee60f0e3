"""Makes large maps legible: boxes that belong together become one, which opens to show them.

Above some 150 boxes or 250 lines nothing on a sheet can be followed with the eye. Boxes belong together
by the group that their map gives them, else by how they are joined (communities after Blondel et al., 2008,
with a fixed seed, so that the same graph gives the same picture); what is still too much is cut by the
alphabet, and opens in its turn.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Any

import networkx as nx

from viz.layout import counted
from viz.style import CLUSTER, PLAIN, Line
from viz.view import BEHIND, About, Sheet

__all__ = ["LEGIBLE", "folded", "is_legible", "thinned"]

LEGIBLE = 150  # boxes on one sheet
_LINES = 250
_FEW_LINES = 40  # that can be followed however few boxes there are
_LINES_A_BOX = 2.0
_COLUMN = 70  # boxes in a column
_PART = 40  # boxes that open at once
_CLUSTERS = 24  # in a column
_NAMED = 12
_WORDS = 26  # of a label in the name of a part
_WIDEST = 9.0
_AROUND = "Around "
_LOOKS = 2  # kinds of lines between two boxes that are kept apart


@dataclass(frozen=True)
class _Cluster:
    """Boxes of one column that are drawn as one."""

    id: str
    title: str
    column: int
    members: tuple[str, ...]


@dataclass(frozen=True)
class _Shown:
    """Which boxes a summary shows, which of them one by one, and which its lines must touch, if any."""

    boxes: set[str]
    single: set[str] = field(default_factory=set)
    touched: set[str] | None = None


def is_legible(sheet: Sheet) -> bool:
    """Whether a sheet can be drawn as it is."""
    graph = sheet.graph
    columns = Counter(data["column"] for _, data in graph.nodes(data=True))
    few = len(graph) <= LEGIBLE and max(columns.values(), default=0) <= _COLUMN
    return few and graph.number_of_edges() <= _LINES


def folded(sheet: Sheet, within: str = "") -> Sheet:
    """Return a sheet as it is where it is legible, and else one of clusters that open.

    >>> folded(Sheet("few", ("one",))).opens
    {}
    """
    if is_legible(sheet):
        return sheet
    clusters = _clusters(sheet, f"{within}{BEHIND}" if within else "")
    of = {node: cluster for cluster in clusters for node in cluster.members}
    opens: dict[str, Callable[[], Sheet]] = {
        c.id: cache(partial(_opened, sheet, c, of)) for c in clusters if len(c.members) > 1
    }
    boxes, lines = len(sheet.graph), sheet.graph.number_of_edges()
    note = (
        f"{boxes:,} boxes and {lines:,} lines are too many for one drawing: boxes that belong together are "
        "drawn as one. Choose one to open it; the table has everything."
    )
    titles = {n: data["about"].title for n, data in sheet.graph.nodes(data=True)}
    holds = {n: (titles[n], c.id) for c in clusters if len(c.members) > 1 for n in c.members}
    overview = _summary(sheet, of, _Shown(set(of)))
    return thinned(replace(overview, note=note, opens=sheet.opens | opens, holds=holds))


def thinned(sheet: Sheet) -> Sheet:
    """Return a sheet with only the strongest lines, and at least one of each box, where there are too many.

    How strong a line is stands in its label.
    """
    most = max(_FEW_LINES, int(_LINES_A_BOX * len(sheet.graph)))
    edges = sorted(sheet.graph.edges(keys=True, data=True), key=lambda e: (-_strength(e[3]), e[:3]))
    if len(edges) <= most:
        return sheet
    kept: set[tuple[str, str, int]] = set()
    met: set[str] = set()
    for source, target, key, _ in edges:
        if not {source, target} <= met:
            kept.add((source, target, key))
            met |= {source, target}
    for source, target, key, _ in edges:
        if len(kept) < most:
            kept.add((source, target, key))
    graph = sheet.graph.copy()
    graph.remove_edges_from([e[:3] for e in edges if e[:3] not in kept])
    note = f"Of {len(edges):,} lines the {len(kept)} strongest are drawn; open a box to see all of its own."
    return replace(sheet, graph=graph, note=f"{sheet.note} {note}".strip())


def _strength(data: dict[str, Any]) -> int:
    return int(data["label"]) if str(data["label"]).isdigit() else 1


def _opened(sheet: Sheet, cluster: _Cluster, of: dict[str, _Cluster]) -> Sheet:
    """Return the members of a cluster one by one, among what they are joined to."""
    members = set(cluster.members)
    near = {n for m in members for n in nx.all_neighbors(sheet.graph, m)} - members
    single = members | (near if len(near) <= _PART else set())
    raw = _summary(sheet, of, _Shown(members | near, single, members))
    small = folded(raw, cluster.id) if len(members) > _PART else thinned(raw)
    note = f"Opened: {cluster.title}, {len(members):,} boxes. {small.note}".rstrip()
    return replace(small, name=cluster.title, note=note)


def _clusters(sheet: Sheet, within: str) -> list[_Cluster]:
    groups = _groups(sheet)
    columns: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for node, data in sorted(
        sheet.graph.nodes(data=True), key=lambda n: (n[1]["order"], n[1]["label"], n[0])
    ):
        columns[data["column"]][groups[node]].append(node)
    budget = min(_CLUSTERS, LEGIBLE // max(1, len(columns)))
    return [
        _Cluster(f"{within}{column} {title}", title, column, members)
        for column, named in sorted(columns.items())
        for title, members in _parts(sheet, dict(sorted(named.items())), budget)
    ]


def _parts(sheet: Sheet, named: dict[str, list[str]], budget: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the groups of a column, small ones together and large ones in parts."""
    whole, size = sum(map(len, named.values())), -(-len(named) // budget)
    names = list(named)
    for at in range(0, len(names), size):
        together = names[at : at + size]
        title = together[0] if len(together) == 1 else _span(together[0], together[-1])
        members = [node for name in together for node in named[name]]
        count = min(-(-len(members) // _PART), max(2, budget * len(members) // whole))
        for part in range(count):
            some = tuple(members[len(members) * part // count : len(members) * (part + 1) // count])
            yield _titled(sheet, title, some, alone=count == 1), some


def _titled(sheet: Sheet, title: str, members: tuple[str, ...], *, alone: bool) -> str:
    first, last = (_first_line(sheet, members[at]) for at in (0, -1))
    if len(members) == 1:
        return _short(first)
    return title if alone else _span(first, last)


def _groups(sheet: Sheet) -> dict[str, str]:
    """Return the name of each box's group."""
    found: dict[str, str] = {n: data["group"] for n, data in sheet.graph.nodes(data=True)}
    if all(found.values()):
        return found
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(sorted(sheet.graph))
    simple.add_edges_from(sorted(sheet.graph.edges()))
    for community in nx.community.louvain_communities(simple, seed=1):
        hub = max(sorted(community), key=lambda n: simple.degree[n])
        joined = _AROUND + _first_line(sheet, hub) if len(community) > 1 else "Joined to nothing"
        found |= {node: found[node] or joined for node in community}
    return found


def _first_line(sheet: Sheet, node: str) -> str:
    return str(sheet.graph.nodes[node]["label"]).split("\n", maxsplit=1)[0]


def _span(first: str, last: str) -> str:
    """Return the first and last of names in their order; words with which both begin stand once.

    >>> _span("Office of Art", "Office of Music")
    'Office of Art – Music'
    """
    a, b = first.split(), last.split()
    same = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest = " ".join(b[same:]) if same < len(b) else last
    return f"{_short(first)} – {_short(rest)}"


def _short(words: str) -> str:
    return words if len(words) <= _WORDS else words[: _WORDS - 1].rstrip(" ,;:.…") + "…"


def _summary(sheet: Sheet, of: dict[str, _Cluster], shown: _Shown) -> Sheet:
    """Return a sheet on which all but the single boxes are drawn as clusters."""
    found = Sheet(sheet.name, sheet.columns, follows=sheet.follows, here=sheet.here, opens=dict(sheet.opens))
    stands = {n: n if n in shown.single or len(of[n].members) == 1 else of[n].id for n in sorted(shown.boxes)}
    for node, stand in stands.items():
        if stand == node:
            found.graph.add_node(node, **sheet.graph.nodes[node])
        else:
            _add_cluster(found, sheet, of[node])
            found.opens.setdefault(stand, cache(partial(_opened, sheet, of[node], of)))
    lines: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for source, target, data in sheet.graph.edges(data=True):
        ends = stands.get(source, ""), stands.get(target, "")
        drawn = shown.touched is None or not shown.touched.isdisjoint((source, target))
        if all(ends) and ends[0] != ends[1] and drawn:
            lines[ends].append(data)
    for ends, edges in sorted(lines.items()):
        for together in _alike(edges):
            _join(found, *ends, together)
    return found


def _add_cluster(found: Sheet, sheet: Sheet, cluster: _Cluster) -> None:
    labels = tuple(_first_line(sheet, n) for n in cluster.members)
    shown = (*labels[:_NAMED], *([f"and {len(labels) - _NAMED} more"] if len(labels) > _NAMED else []))
    about = About(cluster.title, (f"{len(labels):,} boxes; choose it to open it.",), (), shown)
    label = counted(cluster.title, f"{len(labels):,} boxes")
    found.add(cluster.id, label, CLUSTER, about, cluster.column)
    found.group(cluster.id, cluster.title)


def _alike(edges: list[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    """Return lines by their looks, or all together where they look too different."""
    looks: dict[tuple[str, tuple[int, ...]], list[dict[str, Any]]] = defaultdict(list)
    for data in edges:
        looks[data["line"].color, data["line"].dashes].append(data)
    return looks.values() if len(looks) <= _LOOKS else [edges]


def _join(found: Sheet, source: str, target: str, edges: list[dict[str, Any]]) -> None:
    if len(edges) == 1:
        found.graph.add_edge(source, target, **edges[0])
        return
    count = sum(_strength(data) for data in edges)
    looks = {(data["line"].color, data["line"].dashes) for data in edges}
    base = edges[0]["line"] if len(looks) == 1 else PLAIN
    line = Line(base.color, min(_WIDEST, 1.6 + count / 8), base.dashes, base.head, 0.7)
    names = [f"{name}: {count}" for name, count in Counter(data["name"] for data in edges).items() if name]
    ends = (found.graph.nodes[end]["about"].title for end in (source, target))
    about = About(" → ".join(ends), (f"{count:,} lines", *names[:_NAMED]), edges[0]["about"].evidence)
    found.join(source, target, line, about, str(count))
