"""The alignment map: which actions support which recommendations and goals, and on what basis.

One line for each action would be a hairball in a large district, so the first sheet counts the
actions of each group; a second one shows every action where they are not too many.
"""

from collections import defaultdict
from dataclasses import replace
from functools import cache, partial

from graph.citations import citations
from graph.items import Item, Reader, identifier
from graph.matrix import GROUPINGS, Matrix, Pair, alignment_matrix
from graph.vocabulary import GT
from viz.fold import folded, is_legible, thinned
from viz.layout import counted
from viz.style import BASES, INK, Line, box_of
from viz.view import About, Choice, Key, Sheet, Table, View
from viz.wanted import ALL, Wanted, one_of

__all__ = ["alignment"]

_TITLE = 100
_GROUP = replace(box_of("StrategicDirection"), stacked=True)
_GROUPS = 60  # headings that stand under each other and can still be read
_FEW = 30  # boxes that can be shown one by one from the start
_COLUMNS = ("Recommendations", "Actions", "Goals and priorities")
_MEANING = {
    "stated": "Stated: the document says it of this very action.",
    "section": "By section: it stands at the head or side of the table in which the action stands.",
    "inferred": "Inferred by likeness of the texts; no document says it.",
}
_KEYS = {
    "stated": "stated of the action itself",
    "section": "by section: head or side panel",
    "inferred": "inferred by likeness of texts",
}


def alignment(reader: Reader, wanted: Wanted = ALL) -> View:
    """Return the map of alignment, its actions grouped by direction and plan, or as asked for."""
    every = alignment_matrix(reader.store, wanted.by, reader)
    every.reader.learn(GT.Action, GT.AlignmentLink)
    here = (
        one_of(reader, wanted.item, _members(every), "a recommendation, goal or action")
        if wanted.item
        else ""
    )
    matrix = _around(every, here) if here else every
    return View(
        title=f"Alignment of {_clipped(reader.item(here).as_text())}" if here else "Alignment of actions",
        lead=_lead(matrix),
        sheets=_sheets(matrix, here),
        legend=tuple(_legend(matrix)),
        table=_table(matrix),
        empty="No document states a recommendation, and none states that an action supports a goal.",
        choices=(
            Choice("by", tuple((name, name) for name in GROUPINGS), wanted.by),
            Choice("item", tuple((t.id, _clipped(t.as_text())) for t in every.targets), identifier(here)),
        ),
    )


def _members(matrix: Matrix) -> set[str]:
    return {target.iri for target in matrix.targets} | matrix.groups.keys()


def _around(matrix: Matrix, here: str) -> Matrix:
    """Return only what supports an item, or what it supports."""
    pairs = tuple(p for p in matrix.pairs if here in (p.action, p.target))
    actions = {p.action for p in pairs} | ({here} & matrix.groups.keys())
    targets = {p.target for p in pairs} | {here}
    return replace(
        matrix,
        pairs=pairs,
        targets=tuple(t for t in matrix.targets if t.iri in targets),
        groups={action: name for action, name in matrix.groups.items() if action in actions},
    )


def _sheets(matrix: Matrix, here: str) -> tuple[Sheet, ...]:
    """Return the actions one by one and counted, whichever serves better first."""
    whole, groups = _one_by_one(matrix, here), _counted(matrix, here)
    names = sorted(set(matrix.groups.values()))
    groups.opens.update({name: cache(partial(_opened, matrix, whole, name)) for name in names})
    titles = {action: matrix.reader.item(action).label for action in matrix.groups}
    groups.holds.update({action: (titles[action], group) for action, group in matrix.groups.items()})
    groups = thinned(groups) if len(names) <= _GROUPS else folded(groups)
    if not is_legible(whole):
        return (groups,)
    return (whole, groups) if here or len(whole.graph) <= _FEW else (groups, whole)


def _opened(matrix: Matrix, whole: Sheet, name: str) -> Sheet:
    """Return the actions of a group, one by one, with what they support."""
    actions = {action for action, group in matrix.groups.items() if group == name}
    targets = {p.target for p in matrix.pairs if p.action in actions}
    part = folded(replace(whole, graph=whole.graph.subgraph(actions | targets).copy()), name)
    return replace(part, name=name, note=f"Opened: {name}. {part.note}".rstrip())


def _clipped(text: str) -> str:
    return text if len(text) <= _TITLE else text[: _TITLE - 1].rstrip() + "…"


def _column(item: Item) -> int:
    return 0 if item.type == "Recommendation" else 2


def _one_by_one(matrix: Matrix, here: str) -> Sheet:
    reader, sheet = matrix.reader, Sheet("Every action", _COLUMNS, here=here)
    _add_targets(sheet, matrix)
    for action in sorted({p.action for p in matrix.pairs}):
        item, places = reader.item(action), reader.evidence(action)
        facts = (f"Under: {matrix.groups[action]}", f"Plan: {item.plan}")
        first = (places[0].document, places[0].start_line or 0) if places else ("", 0)
        order = (matrix.groups[action], *first)
        about = About(item.label, facts, places, iri=action)
        sheet.add(action, item.label, box_of("Action"), about, 1, order)
        sheet.group(action, matrix.groups[action])
    for pair in matrix.pairs:
        _join(sheet, matrix, pair)
    return sheet


def _add_targets(sheet: Sheet, matrix: Matrix) -> None:
    for at, item in enumerate(matrix.targets):
        about = About(item.as_text(), (f"Plan: {item.plan}",), matrix.reader.evidence(item.iri), iri=item.iri)
        sheet.add(item.iri, item.as_text(), box_of(item.type), about, _column(item), (at,))
        sheet.group(item.iri, item.plan or "no plan stated")


def _join(sheet: Sheet, matrix: Matrix, pair: Pair) -> None:
    action, target = matrix.reader.item(pair.action), matrix.reader.item(pair.target)
    facts = [
        _MEANING[pair.basis],
        *([f"Likeness: {pair.confidence:.2f}"] if pair.basis == "inferred" else []),
    ]
    title = f"{action.label} → {target.as_text()}"
    about = About(title, tuple(facts), matrix.reader.evidence(pair.link))
    _line(sheet, pair.action, target, BASES[pair.basis], about)


def _line(sheet: Sheet, source: str, target: Item, line: Line, about: About, label: str = "") -> None:
    """Join an action with what it supports."""
    sheet.join(source, target.iri, line, about, label, name="supports")


def _counted(matrix: Matrix, here: str) -> Sheet:
    sheet = Sheet("Counts by group", _COLUMNS, here=here)
    _add_targets(sheet, matrix)
    members: dict[str, set[str]] = defaultdict(set)
    for action, name in matrix.groups.items():
        members[name].add(action)
    for name, actions in members.items():
        labels = tuple(sorted(matrix.reader.item(a).label for a in actions))
        fact = f"{len(actions & matrix.aligned)} of {len(actions)} actions are aligned."
        words = counted(name, f"{len(actions):,} {'action' if len(actions) == 1 else 'actions'}")
        sheet.add(name, words, _GROUP, About(name, (fact, "Choose it to see them."), (), labels), 1)
    together: dict[tuple[str, str, str], list[Pair]] = defaultdict(list)
    for pair in matrix.pairs:
        together[matrix.groups[pair.action], pair.target, pair.basis].append(pair)
    for (name, _, basis), found in sorted(together.items()):
        _join_counted(sheet, matrix, name, basis, found)
    return sheet


def _join_counted(sheet: Sheet, matrix: Matrix, name: str, basis: str, found: list[Pair]) -> None:
    reader, target = matrix.reader, matrix.reader.item(found[0].target)
    labels = tuple(sorted(reader.item(p.action).label for p in found))
    evidence = tuple(dict.fromkeys(e for p in found for e in reader.evidence(p.link)))
    about = About(
        f"{name} → {target.as_text()}", (f"Actions: {len(found)}", _MEANING[basis]), evidence, labels
    )
    base = BASES[basis]
    line = Line(base.color, min(8.0, base.width + len(found) / 4), base.dashes, base.head, 0.7)
    _line(sheet, name, target, line, about, str(len(found)))


def _lead(matrix: Matrix) -> str:
    return (
        f"{len(matrix.aligned):,} of {len(matrix.groups):,} actions are said to support one of "
        f"{len(matrix.targets)} recommendations and goals; {len(matrix.uncovered)} of these have no action. "
        "Sub-actions are counted with their action."
    )


def _legend(matrix: Matrix) -> list[Key]:
    used = {p.basis for p in matrix.pairs}
    return [
        *(Key(words, BASES[basis]) for basis, words in _KEYS.items() if basis in used),
        Key("number and width: how many actions", Line(INK, 5, head="")),
        Key("recommendation", box_of("Recommendation")),
        Key("group of actions, which opens", _GROUP),
        Key("action", box_of("Action")),
        Key("goal", box_of("Goal")),
    ]


def _table(matrix: Matrix) -> Table:
    reader = matrix.reader
    lines = [
        (reader.item(p.target).as_text(), reader.item(p.action).label, matrix.groups[p.action],
         p.basis if p.basis != "inferred" else f"inferred {p.confidence:.2f}", _places(matrix, p.link))
        for p in matrix.pairs
    ]  # fmt: skip
    bare = {t.iri for t in matrix.targets} - {p.target for p in matrix.pairs}
    lines += [
        (t.as_text(), "no action", "", "", _places(matrix, t.iri)) for t in matrix.targets if t.iri in bare
    ]
    return Table(("Recommendation or goal", "Action", "Under", "Basis", "Where it stands"), tuple(lines))


def _places(matrix: Matrix, iri: str) -> str:
    return citations(matrix.reader.evidence(iri))
