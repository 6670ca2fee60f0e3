"""The map of an answer: its items, what joins them, and what joins several of them from outside."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from graph.answer_parts import Known
from graph.items import Item, spaced
from graph.model import Answer, AnswerItem
from viz.style import BASES, NEUTRAL, PLAIN, box_of
from viz.view import About, Key, Sheet, Table, View

__all__ = ["answered"]

_MOST = 60  # items drawn; above that nothing can be followed, and the table serves better
_SHARED = 8  # items from outside that join those of the answer
_PASSED = {"inPlan", "status", "level", "inRegister"}  # links that join nearly everything
_ORDER = ("Plan", "StrategicDirection", "Recommendation", "Goal", "Priority", "OrganizationalUnit", "Program",
          "Tier", "Action", "School", "Service", "Metric", "Target")  # fmt: skip

_Joint = tuple[str, str, str, str]
"""From, to, the name of the link, and its basis where it has one."""


def answered(answer: Answer, known: Known) -> View:
    """Return the map of an answer."""
    items = {i.iri: i for i in answer.answers if i.iri and i.iri in known.items}
    shown = dict(list(items.items())[:_MOST])
    joints = _joints(shown, known)
    around = _around(shown, joints)
    drawn = [j for j in joints if {j[0], j[1]} <= shown.keys() | around]
    sheet = _sheet(shown, sorted(around), drawn, known)
    left = len(items) - len(shown)
    return View(
        title=f"Answer: {answer.interpretation}",
        lead=f"The first {len(shown)} items are drawn; {left} more are in the answer." if left else _LEAD,
        sheets=(sheet,),
        legend=(*_boxes([known.items[iri] for iri in (*shown, *around)]), *_lines(drawn)),
        table=_table(drawn, known),
        empty="Nothing in this answer can be drawn.",
    )


def _joints(shown: Mapping[str, AnswerItem], known: Known) -> list[_Joint]:
    """What the items are joined to, and by which property: directly, or by a record between them."""
    found: dict[_Joint, None] = {}
    for iri in shown:
        for link in known.links.of.get(iri, ()):
            if known.is_record(link.other):
                found |= dict.fromkeys(_beyond(iri, link.other, known))
            elif link.other in known.items and link.property not in _PASSED:
                ends = (link.other, iri) if link.back else (iri, link.other)
                found[(*ends, link.property, link.basis)] = None
    return list(found)


def _beyond(iri: str, record: str, known: Known) -> Iterator[_Joint]:
    """What a record, such as a school's offering of a program, joins an item to."""
    for link in known.links.of.get(record, ()):
        if link.other != iri and link.other in known.items and link.property not in _PASSED:
            ends = (link.other, iri) if link.property.startswith("from") else (iri, link.other)
            yield (*ends, link.property, "")


def _around(shown: Mapping[str, AnswerItem], joints: Sequence[_Joint]) -> set[str]:
    """What is not of the answer, but joined to most of its items."""
    outside = Counter(end for one in joints for end in set(one[:2]) - shown.keys())
    return {iri for iri, _ in sorted(outside.items(), key=lambda o: (-o[1], o[0]))[:_SHARED]}


def _sheet(
    shown: Mapping[str, AnswerItem], around: Sequence[str], joints: Sequence[_Joint], known: Known
) -> Sheet:
    kinds = sorted({known.items[iri].type for iri in shown}, key=_rank)
    beside = [_BESIDE] if around else []
    sheet = Sheet("Answer", (*beside, *(spaced(kind) for kind in kinds)))
    for iri in (*sorted(around, key=lambda one: _rank(known.items[one].type)), *shown):
        item, own = known.items[iri], shown.get(iri)
        said = f"In the answer, {own.basis}" if own else "Not in the answer, but joined to it"
        facts = (said, f"Plan: {item.plan}") if item.plan else (said,)
        about = About(item.as_text(), facts, own.evidence if own else (), iri=iri)
        column = kinds.index(item.type) + len(beside) if own else 0
        sheet.add(iri, item.as_text(), box_of(item.type), about, column)
    for source, target, name, basis in joints:
        said = f"{known.items[source].label} – {spaced(name).lower()} – {known.items[target].label}"
        about = About(said, (f"Basis: {basis}",) if basis else ())
        sheet.join(source, target, BASES.get(basis, PLAIN), about, name=spaced(name).lower())
    return sheet


def _rank(kind: str) -> tuple[int, str]:
    return (_ORDER.index(kind) if kind in _ORDER else len(_ORDER)), kind


def _boxes(items: Sequence[Item]) -> list[Key]:
    kinds = dict.fromkeys(sorted((item.type for item in items), key=_rank))
    return [Key(spaced(kind).lower(), box_of(kind)) for kind in kinds if box_of(kind) is not NEUTRAL]


def _lines(joints: Sequence[_Joint]) -> list[Key]:
    bases = {basis for *_, basis in joints}
    keys = [Key(basis, line) for basis, line in BASES.items() if basis in bases]
    return [*keys, Key("joined", PLAIN)] if "" in bases else keys


def _table(joints: Sequence[_Joint], known: Known) -> Table:
    rows = tuple(
        (known.items[source].as_text(), spaced(name).lower(), known.items[target].as_text(), basis)
        for source, target, name, basis in joints
    )
    return Table(("Item", "Link", "To", "Basis"), rows)


_BESIDE = "Joined to them"
_LEAD = "The items of the answer, and what joins them."
