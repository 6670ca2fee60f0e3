"""Questions to begin with, made from what the store holds."""

from graph.catalogue import rows
from graph.gaps import coverage
from graph.store import Store

__all__ = ["examples"]


def examples(store: Store) -> tuple[str, ...]:
    """Return a few questions that the plans in this store can answer."""
    found: list[str] = []
    covered = [c for c in coverage(store) if c.recommendation.number and (c.stated or c.section)]
    if covered:
        fewest = min(covered, key=lambda c: (c.stated + c.section, c.recommendation.number))
        found.append(f"Which actions support Recommendation {fewest.recommendation.number}?")
    units = [
        (int(str(r["actionsLed"])), str(r["label"])) for r in rows(store, "organisation") if "actionsLed" in r
    ]
    if units:
        found.append(f"How many actions does {max(units)[1]} lead?")
    tiers = sorted({str(r["tierLabel"]).capitalize() for r in rows(store, "schools") if "tierLabel" in r})
    if tiers:
        found.append(f"Which schools are {tiers[0]} schools?")
    return tuple(found)
