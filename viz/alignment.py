"""The alignment map: which actions support which recommendations and goals, and on what basis.

One line for each action would be a hairball in a large district, so the first sheet counts the
actions of each group; a second one shows every action where they are not too many.
"""

from collections import defaultdict
from dataclasses import dataclass

from graph.catalogue import rows
from graph.items import Item, Reader, local_name
from graph.store import Binding, Store
from viz.style import BASES, INK, Line, box_of
from viz.view import About, Key, Sheet, Table, View

__all__ = ["GROUPINGS", "alignment"]

GROUPINGS = ("direction", "unit", "plan")
_LEGIBLE = 200  # boxes on one sheet, above which nothing can be followed
_FEW = 30  # actions that can be shown one by one from the start
_COLUMNS = ("Recommendations", "Actions", "Goals and priorities")
_STRENGTH = ("stated", "section", "inferred")


@dataclass(frozen=True)
class _Pair:
    """One action and what it supports."""

    link: str
    action: str
    target: str
    basis: str
    confidence: float


def alignment(store: Store, by: str = "") -> View:
    """Return the map of alignment, its actions grouped by direction, unit or plan."""
    reader = Reader(store)
    places = {str(r["action"]): r for r in rows(store, "action_places")}
    pairs = [p for p in _pairs(store) if p.action in places]
    targets = _targets(reader, pairs)
    groups = {action: _group(row, by) for action, row in places.items()}
    whole, counted = _one_by_one(reader, pairs, targets, groups), _counted(reader, pairs, targets, groups)
    few = len(whole.graph) <= _FEW
    sheets = ((whole, counted) if few else (counted, whole)) if len(whole.graph) <= _LEGIBLE else (counted,)
    return View(
        title="Alignment of actions",
        lead=_lead(pairs, targets, len(places)),
        sheets=sheets,
        legend=tuple(_legend(pairs)),
        table=_table(reader, pairs, targets, groups),
        empty="No document states a recommendation, and none states that an action supports a goal.",
    )


def _pairs(store: Store) -> list[_Pair]:
    return [
        _Pair(str(r["link"]), str(r["from"]), str(r["to"]), local_name(r["basis"]),
              float(str(r.get("confidence", 1.0))))
        for r in rows(store, "alignment_pairs")
    ]  # fmt: skip


def _targets(reader: Reader, pairs: list[_Pair]) -> list[Item]:
    found = {str(r["target"]) for r in rows(reader.store, "alignment_targets")} | {p.target for p in pairs}
    return sorted(
        (reader.item(iri) for iri in found), key=lambda i: (_column(i), i.plan, _number(i), i.label)
    )


def _number(item: Item) -> tuple[int, str]:
    digits = "".join(c for c in item.number if c.isdigit())
    return int(digits) if digits else 999, item.number


def _column(item: Item) -> int:
    return 0 if item.type == "Recommendation" else 2


def _group(row: Binding, by: str) -> str:
    """Return the heading under which an action stands: what is asked for, else the best there is."""
    names = (by,) if by else ("direction", "plan")
    said = next((str(row[name]) for name in names if name in row), "")
    return said or f"no {by or 'heading'} stated"


def _one_by_one(reader: Reader, pairs: list[_Pair], targets: list[Item], groups: dict[str, str]) -> Sheet:
    sheet = Sheet("Every action", _COLUMNS)
    _add_targets(sheet, reader, targets)
    for action in sorted({p.action for p in pairs}):
        item, places = reader.item(action), reader.evidence(action)
        about = About(item.label, (f"Under: {groups[action]}", f"Plan: {item.plan}"), places)
        first = (places[0].document, places[0].start_line or 0) if places else ("", 0)
        sheet.add(action, item.label, box_of("Action"), about, 1, (groups[action], *first))
    for pair in pairs:
        _join(sheet, reader, pair, _fact_of(pair))
    return sheet


def _add_targets(sheet: Sheet, reader: Reader, targets: list[Item]) -> None:
    for at, item in enumerate(targets):
        about = About(item.as_text(), (f"Plan: {item.plan}",), reader.evidence(item.iri))
        sheet.add(item.iri, item.as_text(), box_of(item.type), about, _column(item), (at,))


def _join(sheet: Sheet, reader: Reader, pair: _Pair, fact: str) -> None:
    action, target = reader.item(pair.action), reader.item(pair.target)
    about = About(f"{action.label} → {target.as_text()}", (fact,), reader.evidence(pair.link))
    if _column(target) == 0:  # lines run from left to right, so the arrow is turned by hand
        sheet.join(pair.target, pair.action, _turned(BASES[pair.basis]), about)
    else:
        sheet.join(pair.action, pair.target, BASES[pair.basis], about)


def _turned(line: Line) -> Line:
    return Line(line.color, line.width, line.dashes, "", line.opacity)


def _fact_of(pair: _Pair) -> str:
    words = {
        "stated": "Stated: the document says it of this very action.",
        "section": "By section: it stands at the head or side of the table in which the action stands.",
        "inferred": f"Inferred by likeness of the texts, {pair.confidence:.2f}; no document says it.",
    }
    return words[pair.basis]


def _counted(reader: Reader, pairs: list[_Pair], targets: list[Item], groups: dict[str, str]) -> Sheet:
    sheet = Sheet("Counts by group", _COLUMNS)
    _add_targets(sheet, reader, targets)
    actions: dict[str, set[str]] = defaultdict(set)
    for action, name in groups.items():
        actions[name].add(action)
    linked = {p.action for p in pairs}
    for name, members in actions.items():
        labels = tuple(sorted(reader.item(a).label for a in members))
        aligned = f"{len(members & linked)} of {len(members)} actions are aligned."
        plural = "action" if len(members) == 1 else "actions"
        sheet.add(name, f"{name}\n{len(members)} {plural}", box_of("StrategicDirection"),
                  About(name, (aligned,), (), labels), 1)  # fmt: skip
    together: dict[tuple[str, str, str], list[_Pair]] = defaultdict(list)
    for pair in pairs:
        together[groups[pair.action], pair.target, pair.basis].append(pair)
    for (name, target, basis), found in sorted(together.items()):
        _join_counted(sheet, reader, name, reader.item(target), basis, found)
    return sheet


def _join_counted(
    sheet: Sheet, reader: Reader, name: str, target: Item, basis: str, found: list[_Pair]
) -> None:
    labels = tuple(sorted(reader.item(p.action).label for p in found))
    evidence = tuple(dict.fromkeys(e for p in found for e in reader.evidence(p.link)))
    about = About(
        f"{name} → {target.as_text()}", (f"{len(found)} actions, basis: {basis}",), evidence, labels
    )
    base = BASES[basis]
    line = Line(base.color, min(8.0, base.width + len(found) / 4), base.dashes, base.head, 0.7)
    if _column(target) == 0:
        sheet.join(target.iri, name, _turned(line), about, str(len(found)))
    else:
        sheet.join(name, target.iri, line, about, str(len(found)))


def _lead(pairs: list[_Pair], targets: list[Item], actions: int) -> str:
    aligned = {p.action for p in pairs if p.basis != "inferred"}
    bare = {t.iri for t in targets} - {p.target for p in pairs if p.basis != "inferred"}
    return (
        f"{len(aligned)} of {actions} actions are said to support one of {len(targets)} recommendations and "
        f"goals; {len(bare)} of these have no action. Sub-actions are counted with their action."
    )


def _legend(pairs: list[_Pair]) -> list[Key]:
    words = {
        "stated": "stated of the action itself",
        "section": "by section: head or side panel",
        "inferred": "inferred by likeness of texts",
    }
    used = [basis for basis in _STRENGTH if any(p.basis == basis for p in pairs)]
    return [
        *(Key(words[basis], BASES[basis]) for basis in used),
        Key("number and width: how many actions", Line(INK, 5, head="")),
        Key("recommendation", box_of("Recommendation")),
        Key("group of actions", box_of("StrategicDirection")),
        Key("action", box_of("Action")),
        Key("goal", box_of("Goal")),
    ]


def _table(reader: Reader, pairs: list[_Pair], targets: list[Item], groups: dict[str, str]) -> Table:
    lines = [
        (reader.item(p.target).as_text(), reader.item(p.action).label, groups[p.action],
         p.basis if p.basis != "inferred" else f"inferred {p.confidence:.2f}",
         "; ".join(e.as_citation() for e in reader.evidence(p.link)))
        for p in pairs
    ]  # fmt: skip
    bare = {t.iri for t in targets} - {p.target for p in pairs}
    lines += [(t.as_text(), "no action", "", "", _places(reader, t.iri)) for t in targets if t.iri in bare]
    return Table(("Recommendation or goal", "Action", "Under", "Basis", "Where it stands"), tuple(lines))


def _places(reader: Reader, iri: str) -> str:
    return "; ".join(e.as_citation() for e in reader.evidence(iri))
