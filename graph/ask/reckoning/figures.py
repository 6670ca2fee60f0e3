"""Makes answers of numbers that were worked out: the number first, then what it was worked out of."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from graph.ask.answering import Answering
from graph.ask.execute import Found
from graph.ask.reckoning.amounts import Amount, written
from graph.ask.reckoning.ledgers import Ledger
from graph.ask.sources import Sources
from graph.ask.wording import reading_in_words
from graph.model import Answer, AnswerItem, Kind

__all__ = ["Figures"]

_NAMED = 6  # things that a note names
_LONGEST = 90  # characters of a name in a note
_COMPUTED = "This number was worked out; no document states it."


@dataclass(frozen=True)
class Figures:
    """Makes answers."""

    answering: Answering
    sources: Sources

    def answer(
        self, text: str, kind: Kind, items: Sequence[AnswerItem], found: Sequence[Found], notes: Sequence[str]
    ) -> Answer:
        """Return an answer of items that were worked out from what was found."""
        confidences = [f.reading.features.get("explained", 1.0) for f in found]
        told = dict.fromkeys(reading_in_words([f], self.sources) for f in found)
        return Answer(
            text,
            "answered",
            "Worked out of: " + "; ".join(told),
            kind,
            tuple(items),
            notes=tuple(dict.fromkeys(notes)),
            sparql="\n\n".join(dict.fromkeys(f.sparql for f in found)),
            confidence=round(min(1.0, *confidences, 1.0), 3),
        )

    def result(self, text: str, things: Sequence[str], found: Found) -> AnswerItem | None:
        """Return a number as an item, resting on the things that it was worked out of."""
        evidence = self.sources.places(things) or self.sources.fallback(next(iter(things), ""), text)
        confidence = round(min(1.0, found.reading.features.get("explained", 1.0)), 3)
        return AnswerItem(text, None, None, "stated", confidence, evidence) if evidence else None

    def summands(self, amounts: Sequence[Amount], found: Found) -> list[AnswerItem]:
        """Return each amount with what it is of."""
        return [i for a in amounts if (i := self.answering.item(self.told(a), a.thing, found)) is not None]

    def told(self, amount: Amount) -> str:
        """Return what an amount is of, with the amount as its plan writes it."""
        name = self.sources.label(amount.thing)
        return name if amount.text in name else f"{name}: {amount.text}"

    def arithmetic(self, ledger: Ledger) -> list[str]:
        """Say how the amounts add up, and what could not be added."""
        notes = []
        for unit, total in ledger.sums.items():
            own = [a for a in ledger.amounts if a.unit == unit]
            if len(own) > 1:
                notes.append(f"{' + '.join(written(a.number, unit) for a in own)} = {written(total, unit)}.")
                notes.append(_COMPUTED)
        if len(ledger.sums) > 1:
            notes.append("Amounts of different currencies or units were not added together.")
        return [*notes, *self._totals(ledger), *self.left(ledger)]

    def _totals(self, ledger: Ledger) -> list[str]:
        """Whether the parts of a stated total add up to it."""
        units = {a.unit for a in (*ledger.totals, *ledger.parts)}
        if not ledger.parts or len(units) != 1:
            return []
        unit = units.pop()
        total, made = (sum((a.number for a in side), Decimal(0)) for side in (ledger.totals, ledger.parts))
        terms = " + ".join(written(a.number, unit) for a in ledger.parts)
        verdict = "which agrees" if made == total else "which does not agree"
        return [f"The parts: {terms} = {written(made, unit)}; stated are {written(total, unit)}, {verdict}."]

    def left(self, ledger: Ledger) -> list[str]:
        """Name what could not be added."""
        notes = []
        if ledger.unread:
            told = "; ".join(f"“{self._short(t)}”: “{said}”" for t, said in ledger.unread[:_NAMED])
            notes.append(f"Not added, because no number that can be added is stated: {told}.")
        if ledger.silent:
            told = "; ".join(f"“{self._short(t)}”" for t in ledger.silent[:_NAMED])
            more = ", …" if len(ledger.silent) > _NAMED else ""
            notes.append(f"Of {len(ledger.silent)} no amount is stated: {told}{more}.")
        return notes

    def _short(self, thing: str) -> str:
        name = self.sources.label(thing)
        return name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip()}…"
