"""Gathers the amounts of what a question speaks of: those that are added up, and what states none."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from graph.ask.execute import Found, Row
from graph.ask.reckoning.amounts import Amount, Amounts
from graph.ask.reckoning.finding import Finding
from graph.ask.reckoning.tasks import Tasks

__all__ = ["Ledger", "Ledgers"]


@dataclass(frozen=True)
class Ledger:
    """Amounts of the things that one plain question found."""

    found: Found
    amounts: tuple[Amount, ...]
    """What is added up: amounts of single things, or the totals that the plans state."""
    totals: tuple[Amount, ...]
    """The totals among them that the plans state with their parts."""
    parts: tuple[Amount, ...]
    """The amounts that stated totals are made of."""
    unread: tuple[tuple[str, str], ...]
    """Things with what is written of their money, where it holds no number that can be added."""
    silent: tuple[str, ...]
    """Things of which no amount is stated."""

    @property
    def sums(self) -> dict[str, Decimal]:
        """The sum for each unit, for units are never mixed."""
        found: dict[str, Decimal] = {}
        for amount in self.amounts:
            found[amount.unit] = found.get(amount.unit, Decimal(0)) + amount.number
        return found

    @property
    def single(self) -> tuple[Decimal, str] | None:
        """The sum and its unit, where all amounts have the same."""
        sums = self.sums
        return next(((n, u) for u, n in sums.items()), None) if len(sums) == 1 else None

    @property
    def kind(self) -> str:
        """The class of what the amounts are of."""
        return self.found.reading.target.cls

    @property
    def things(self) -> frozenset[str]:
        """Everything whose amount stands in here."""
        return frozenset(a.thing for a in (*self.amounts, *self.parts))


@dataclass(frozen=True)
class Ledgers:
    """Makes ledgers."""

    finding: Finding
    amounts: Amounts
    tasks: Tasks

    def of(self, said: str) -> Ledger | None:
        """Return the amounts of what some words speak of, or None where no plan states any."""
        bare = self.tasks.bare(said)
        if not bare:
            return self.everything()
        asks = list(self.tasks.data["asks"])
        if self._kinds(bare):
            asks = [*asks[1:], asks[0]]
        for ask in asks:
            found = self.finding.found(ask.format(of=bare))
            if found is not None and (ledger := self.made(found)) is not None:
                return ledger
        return None

    def everything(self) -> Ledger | None:
        """Return all amounts that are stated as budgets."""
        found = self.finding.found(str(self.tasks.data["everything"]))
        return self.made(found) if found else None

    def within(self, ledger: Ledger, plans: frozenset[str]) -> Ledger | None:
        """Return what of a ledger stands in some plans."""
        things = {r.thing if r.literal else r.value: r for r in ledger.found.rows}
        return self._entered(ledger.found, {t: r for t, r in things.items() if self.amounts.plan(t) in plans})

    def made(self, found: Found) -> Ledger | None:
        """Return the amounts of what was found."""
        return self._entered(found, self.finding.things(found)) if found.reading.operation == "list" else None

    def _entered(self, found: Found, things: Mapping[str, Row]) -> Ledger | None:
        read = {t: a for t in things if (a := self.amounts.of(t)) is not None}
        own = {t: a for t, a in read.items() if not self.amounts.whole(t) & read.keys()}
        if not own:
            return None
        totals = {t: self.amounts.plan(t) for t in own if self.amounts.total(t)}
        parts = [a for t, a in own.items() if t not in totals and self.amounts.plan(t) in totals.values()]
        unread = [(t, " ".join(self.amounts.texts(t))) for t in things if t not in read]
        divided = {self.amounts.plan(a.thing) for a in parts}
        return Ledger(
            found,
            tuple(a for a in own.values() if a not in parts),
            tuple(own[t] for t, plan in totals.items() if plan in divided),
            tuple(parts),
            tuple((t, said) for t, said in unread if said),
            tuple(t for t, said in unread if not said),
        )

    def _kinds(self, text: str) -> bool:
        """Whether a noun says of what kind the things are, apart from the names in the text."""
        question = self.finding.read(text)
        names = self.amounts.lexicon.listed("names")
        return any(
            s.cls not in names
            for m in question.links.classes
            if not m.tokens <= question.links.named
            for s in m.senses
        )
