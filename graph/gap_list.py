"""All findings as a list to filter and page; names and places are read only of what is shown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import UsageError
from graph.gaps import Coverage, Finding, Rule, coverage, finding_of, rules
from graph.items import Item, Reader
from graph.listing import Listing
from graph.paging import paged
from graph.search import fold
from graph.store import Binding

__all__ = ["GapFilter", "GapList", "PageOfGaps", "list_gaps"]

_A_PAGE = 25
SEVERITIES = ("violation", "warning", "info")


@dataclass(frozen=True, slots=True)
class GapFilter:
    """What is asked for: a rule, a severity, a plan, words; empty ones ask for all."""

    rule: str = ""
    severity: str = ""
    plan: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        """Refuse a rule or severity that there is not."""
        if self.rule and not any(r.id.casefold() == self.rule.casefold() for r in rules()):
            raise UsageError(
                f"There is no rule {self.rule!r}; the rules are {', '.join(r.id for r in rules())}."
            )
        if self.severity and self.severity not in SEVERITIES:
            raise UsageError(f"There is no severity {self.severity!r}; there are {', '.join(SEVERITIES)}.")

    def takes(self, rule: Rule) -> bool:
        """Whether a rule is asked for."""
        return self.rule.casefold() in ("", rule.id.casefold()) and self.severity in ("", rule.severity)


@dataclass(frozen=True, slots=True)
class PageOfGaps:
    """One page of what fits, and how many findings of each rule fit but for the choice of a rule."""

    counts: Mapping[str, int]
    total: int
    at: int
    last: int
    findings: tuple[Finding, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the page as a JSON object of the form of all gaps."""
        return {
            "rules": [r.as_json() | {"findings": self.counts.get(r.id, 0)} for r in rules()],
            "findings": [f.as_json() for f in self.findings],
            "total": self.total,
            "page": self.at,
            "pages": self.last,
        }


@dataclass(frozen=True)
class GapList:
    """What every rule found, in the order of rules, plans and numbers."""

    reader: Reader
    found: tuple[tuple[Rule, Binding], ...]
    items: Mapping[str, tuple[Item, str]]
    """Items that have a name, and their words without case and punctuation."""
    plans: tuple[str, ...]
    coverage: tuple[Coverage, ...]

    def page(self, asked: GapFilter, at: int = 1) -> PageOfGaps:
        """Return one page of what fits; pages count from 1."""
        near = GapFilter("", asked.severity, asked.plan, asked.words)
        fitting = [(rule, row) for rule, row in self.found if near.takes(rule) and self._fits(row, near)]
        chosen = [(rule, row) for rule, row in fitting if asked.takes(rule)]
        shown, at, last = paged(chosen, at, _A_PAGE)
        counts = Counter(rule.id for rule, _ in fitting)
        return PageOfGaps(counts, len(chosen), at, last, tuple(self._read(shown)))

    def each(self, asked: GapFilter) -> Iterator[Finding]:
        """Yield all that fits, each read when it is its turn."""
        return self._read((r, row) for r, row in self.found if asked.takes(r) and self._fits(row, asked))

    def _read(self, found: Iterable[tuple[Rule, Binding]]) -> Iterator[Finding]:
        return (finding_of(self.reader, rule, row) for rule, row in found)

    def _fits(self, row: Binding, asked: GapFilter) -> bool:
        if not asked.plan and not asked.words:
            return True
        iri = str(row["subject"])
        if iri in self.items:
            item, said = self.items[iri]
        else:
            item = self.reader.item(iri)
            said = fold(item.as_text())
        words = f"{said} {fold(str(row.get('value', '')))}"
        return asked.plan in ("", *self._plans_of(item)) and all(
            w in words for w in fold(asked.words).split()
        )

    def _plans_of(self, item: Item) -> tuple[str, ...]:
        """Return the plan in which an item stands, or which it is, or those of a conflict."""
        if item.type == "Conflict":
            about = self.reader.view(item.iri).facts
            return tuple(self.reader.item(f.iri).plan for f in about if f.property == "about" and f.iri)
        return (item.plan, item.label) if item.type == "Plan" else (item.plan,)


def list_gaps(reader: Reader, listing: Listing) -> GapList:
    """Run all rules over the store of a reader."""
    pairs = zip(listing.items, listing.folded, strict=True)
    items = {item.iri: (item, said) for item, said in pairs}
    reader.know(listing.items)
    order = {iri: at for at, iri in enumerate(items)}
    found = tuple((rule, row) for rule in rules() for row in _ordered(reader, rule, order))
    return GapList(reader, found, items, listing.plans, coverage(reader.store, reader))


def _ordered(reader: Reader, rule: Rule, order: Mapping[str, int]) -> list[Binding]:
    """Return a rule's findings in the order of their items."""
    found = rule.check.rows(reader.store)
    return sorted(
        found, key=lambda row: (order.get(str(row["subject"]), len(order)), str(row.get("value", "")))
    )
