"""The alignment map: which actions support which recommendations and goals, and on what basis.

One line for each action would be a hairball in a large district, so the first sheet counts the
actions of each group; a second one shows every action where they are not too many.
"""

from collections import defaultdict

from graph.citations import citations
from graph.items import Item
from graph.matrix import Matrix, Pair, alignment_matrix
from graph.store import Store
from viz.style import BASES, INK, Line, box_of
from viz.view import About, Key, Sheet, Table, View

__all__ = ["alignment"]

_LEGIBLE = 200  # boxes on one sheet, above which nothing can be followed
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


def alignment(store: Store, by: str = "") -> View:
    """Return the map of alignment, its actions grouped by direction and plan, or as asked for."""
    matrix = alignment_matrix(store, by)
    whole, counted = _one_by_one(matrix), _counted(matrix)
    boxes = len(whole.graph)
    sheets = ((whole, counted) if boxes <= _FEW else (counted, whole)) if boxes <= _LEGIBLE else (counted,)
    return View(
        title="Alignment of actions",
        lead=_lead(matrix),
        sheets=sheets,
        legend=tuple(_legend(matrix)),
        table=_table(matrix),
        empty="No document states a recommendation, and none states that an action supports a goal.",
    )


def _column(item: Item) -> int:
    return 0 if item.type == "Recommendation" else 2


def _one_by_one(matrix: Matrix) -> Sheet:
    reader, sheet = matrix.reader, Sheet("Every action", _COLUMNS)
    _add_targets(sheet, matrix)
    for action in sorted({p.action for p in matrix.pairs}):
        item, places = reader.item(action), reader.evidence(action)
        facts = (f"Under: {matrix.groups[action]}", f"Plan: {item.plan}")
        first = (places[0].document, places[0].start_line or 0) if places else ("", 0)
        order = (matrix.groups[action], *first)
        sheet.add(action, item.label, box_of("Action"), About(item.label, facts, places), 1, order)
    for pair in matrix.pairs:
        _join(sheet, matrix, pair)
    return sheet


def _add_targets(sheet: Sheet, matrix: Matrix) -> None:
    for at, item in enumerate(matrix.targets):
        about = About(item.as_text(), (f"Plan: {item.plan}",), matrix.reader.evidence(item.iri))
        sheet.add(item.iri, item.as_text(), box_of(item.type), about, _column(item), (at,))


def _join(sheet: Sheet, matrix: Matrix, pair: Pair) -> None:
    action, target = matrix.reader.item(pair.action), matrix.reader.item(pair.target)
    facts = [
        _MEANING[pair.basis],
        *([f"Likeness: {pair.confidence:.2f}"] if pair.basis == "inferred" else []),
    ]
    title = f"{action.label} → {target.as_text()}"
    _line(
        sheet,
        pair.action,
        target,
        BASES[pair.basis],
        About(title, tuple(facts), matrix.reader.evidence(pair.link)),
    )


def _line(sheet: Sheet, source: str, target: Item, line: Line, about: About, label: str = "") -> None:
    """Join with a line that runs from left to right; towards a recommendation it has no head."""
    if _column(target) == 0:
        bare = Line(line.color, line.width, line.dashes, "", line.opacity)
        sheet.join(target.iri, source, bare, about, label)
    else:
        sheet.join(source, target.iri, line, about, label)


def _counted(matrix: Matrix) -> Sheet:
    sheet = Sheet("Counts by group", _COLUMNS)
    _add_targets(sheet, matrix)
    members: dict[str, set[str]] = defaultdict(set)
    for action, name in matrix.groups.items():
        members[name].add(action)
    for name, actions in members.items():
        labels = tuple(sorted(matrix.reader.item(a).label for a in actions))
        fact = f"{len(actions & matrix.aligned)} of {len(actions)} actions are aligned."
        words = f"{name}\n{len(actions)} {'action' if len(actions) == 1 else 'actions'}"
        sheet.add(name, words, box_of("StrategicDirection"), About(name, (fact,), (), labels), 1)
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
        f"{len(matrix.aligned)} of {len(matrix.groups)} actions are said to support one of "
        f"{len(matrix.targets)} recommendations and goals; {len(matrix.uncovered)} of these have no action. "
        "Sub-actions are counted with their action."
    )


def _legend(matrix: Matrix) -> list[Key]:
    used = {p.basis for p in matrix.pairs}
    return [
        *(Key(words, BASES[basis]) for basis, words in _KEYS.items() if basis in used),
        Key("number and width: how many actions", Line(INK, 5, head="")),
        Key("recommendation", box_of("Recommendation")),
        Key("group of actions", box_of("StrategicDirection")),
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
