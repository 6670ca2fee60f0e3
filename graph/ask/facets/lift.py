"""Kinds of kinds: what is said of managers is said of employees, where managers are employees."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph.ask.facets.terms import Attribute, Relation
from graph.ask.profile import Profile
from graph.ask.queries import query
from graph.store import Store

__all__ = ["Lift"]


@dataclass(frozen=True)
class Lift:
    """The wider classes of each class, where things are not said to be of the wider class themselves."""

    wider: Mapping[str, tuple[str, ...]]
    above: frozenset[str]

    @classmethod
    def of(cls, store: Store, profile: Profile) -> "Lift":
        """Read which classes are kinds of others."""
        found: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for row in store.select(query("subclasses")):
            part, whole = str(row["part"]), str(row["whole"])
            if part in profile.classes and not whole.startswith("http://www.w3.org/"):
                found[part] += (whole,)
        return cls(dict(found), frozenset(w for wholes in found.values() for w in wholes))

    def classes(self, counted: Mapping[str, int]) -> dict[str, int]:
        """Return the classes with those that only their kinds have things of."""
        total = dict(counted)
        for part, wholes in self.wider.items():
            for whole in wholes if part in counted else ():
                total[whole] = total.get(whole, 0) + counted[part]
        return total

    def attributes(self, given: Iterable[Attribute]) -> tuple[Attribute, ...]:
        """Return the attributes with those that wider classes have by their kinds."""
        found: dict[object, Attribute] = {}
        for attribute in given:
            for owner in (attribute.owner, *self.wider.get(attribute.owner, ())):
                key = (owner, attribute.path, attribute.part)
                known = found.get(key)
                things = attribute.things + (known.things if known else 0)
                found[key] = replace(known or attribute, owner=owner, things=things)
        return tuple(found.values())

    def relations(self, given: Iterable[Relation]) -> tuple[Relation, ...]:
        """Return the relations with those that wider classes have by their kinds."""
        found: dict[tuple[str, str, str], Relation] = {}
        for r in given:
            for source in (r.source, *self.wider.get(r.source, ())):
                for target in (r.target, *self.wider.get(r.target, ())):
                    known = found.get((r.property, source, target))
                    pairs = r.pairs + (known.pairs if known else 0)
                    sources = r.sources + (known.sources if known else 0)
                    targets = max(r.targets, known.targets if known else 0)
                    found[r.property, source, target] = Relation(
                        r.property, source, target, pairs, sources, targets
                    )
        return tuple(found.values())
