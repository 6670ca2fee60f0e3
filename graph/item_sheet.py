"""The sheet of an item: names, where it stands, facts in people's order, relations, and what is amiss."""

from dataclasses import dataclass
from typing import Any

from rdflib import URIRef

from graph.catalogue import rows
from graph.gaps import Finding, gaps_of
from graph.item_words import item_words
from graph.items import BASE, Fact, Item, Reader, fact_of
from graph.model import Evidence
from graph.relations import RelationGroup, Relations

__all__ = ["ItemSheet", "SheetReader"]

_STEPS = 6  # of the way from an item to its plan
_SAID = {"true": "yes", "false": "no"}


@dataclass(frozen=True, slots=True)
class ItemSheet:
    """What a page tells of an item."""

    item: Item
    names: tuple[str, ...]
    above: tuple[Item, ...]
    """Where it stands: its plan first, then what it stands under, down to it."""
    facts: tuple[Fact, ...]
    groups: tuple[RelationGroup, ...]
    conflicts: tuple[Item, ...]
    gaps: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the sheet as a JSON object."""
        return self.item.as_json() | {
            "names": list(self.names),
            "above": [i.as_json() for i in self.above],
            "facts": [f.as_json() for f in self.facts],
            "relations": [g.as_json() for g in self.groups],
            "conflicts": [c.as_json() for c in self.conflicts],
            "gaps": [g.as_json() for g in self.gaps],
            "evidence": [e.as_json() for e in self.evidence],
        }


class SheetReader:
    """Reads sheets from one store; what it read once it keeps."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.relations = Relations(reader)

    def sheet(self, iri: str, group: str = "", at: int = 1) -> ItemSheet:
        """Return an item's sheet; with a group of relations named, a page of that group in full."""
        item = self.reader.item(iri)
        facts = self._facts(iri)
        conflicts = {str(r["conflict"]) for r in rows(self.reader.store, "item_conflicts", item=URIRef(iri))}
        return ItemSheet(
            item,
            tuple(sorted({f.value for f in facts if f.property == "altLabel"} - {item.label})),
            tuple(self._above(item)),
            tuple(sorted((f for f in map(_told, facts) if _is_shown(f, item)), key=_order)),
            self.relations.of(iri, group, at),
            tuple(self.reader.item(c) for c in sorted(conflicts)),
            gaps_of(self.reader, item),
            self.reader.evidence(iri),
        )

    def _facts(self, iri: str) -> list[Fact]:
        return [fact_of(row, "value") for row in rows(self.reader.store, "item_facts", item=URIRef(iri))]

    def _above(self, item: Item) -> list[Item]:
        """Return the way from the item's plan to it, by the first thing that each step stands under."""
        way, at = [item], item.iri
        plan = ""
        for _ in range(_STEPS):
            named = {f.property: f.iri for f in reversed(self._facts(at)) if f.iri and f.iri.startswith(BASE)}
            plan = plan or named.get("inPlan", "") or ""
            up = next((named[p] for p in item_words().stands if named.get(p)), None)
            if not up or any(up == step.iri for step in way):
                break
            way.append(self.reader.item(up))
            at = up
        above = way[:0:-1]
        return [self.reader.item(plan), *above] if plan and plan not in {i.iri for i in way} else above


def _is_shown(fact: Fact, item: Item) -> bool:
    """Whether a fact is a literal or a value of the vocabulary, and no repetition."""
    words = item_words()
    if fact.property in words.hidden or fact.property in words.relations or fact.value == item.label:
        return False
    return fact.iri is None or not fact.iri.startswith(BASE)


def _told(fact: Fact) -> Fact:
    """Return a fact with its value as people write it."""
    value = _SAID.get(fact.value, fact.value)
    if fact.property == "amount" and fact.value.replace(".", "", 1).isdigit():
        value = f"{float(fact.value):,.2f}".removesuffix(".00")
    return Fact(fact.property, fact.label, value, fact.iri)


def _order(fact: Fact) -> tuple[int, str, str]:
    order = item_words().facts
    at = order.index(fact.property) if fact.property in order else len(order)
    return at, fact.label, fact.value
