"""Works out which share of things, or of money, is of one kind."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from graph.ask.execute import Found
from graph.ask.reckoning.amounts import written
from graph.ask.reckoning.figures import Figures
from graph.ask.reckoning.ledgers import Ledger, Ledgers
from graph.ask.reckoning.tasks import Task
from graph.model import Answer

__all__ = ["Shares"]

_ONE = Decimal("0.1")


@dataclass(frozen=True)
class _Split:
    """What a share is of, and what is said of the part, such as 'are wide', with its verb."""

    whole: str
    said: str
    verb: str = ""


@dataclass(frozen=True)
class Shares:
    """Works out shares."""

    ledgers: Ledgers
    figures: Figures

    def of(self, text: str, task: Task) -> Answer | None:
        """Return a share, or None where the plans do not give both numbers."""
        for split in self._splits(task):
            if self.ledgers.tasks.money.search(split.whole):
                return self._of_money(text, split)
            if answer := self._of_things(text, split):
                return answer
        return None

    def _splits(self, task: Task) -> Iterator[_Split]:
        """Where what a share is of ends: before the first verb that does not only describe it."""
        if task["whole"]:
            yield _Split(task["whole"], task["part"])
            return
        body = task["body"]
        found = list(self.ledgers.tasks.verb.finditer(body))
        found = [m for m in found if not m["joined"]] or found[:1]
        for match in found:
            yield _Split(body[: match.start()], body[match.start("verb") :], match["verb"])
        if not found and (at := self._noun_end(body)):
            yield _Split(body[:at], body[at:].strip(" ,"))

    def _noun_end(self, body: str) -> int:
        """Where the noun of a fragment ends, 'schools in the top tier'; 0 where nothing is said after it."""
        question = self.ledgers.finding.read(body)
        ends = [question.tokens[m.end - 1].end for m in question.links.classes if m.start == 0]
        return ends[0] if ends and ends[0] < len(body.rstrip()) else 0

    def _of_things(self, text: str, split: _Split) -> Answer | None:
        finding = self.ledgers.finding
        whole = finding.found(f"List all {split.whole}")
        if whole is None or whole.reading.operation != "list" or whole.reading.target.property:
            return None
        part = finding.found(f"Which {split.whole} {split.said}?")
        if part is None or part.reading.target != _alike(part, whole) or part.reading.operation != "list":
            return None
        every, some = finding.things(whole), finding.things(part)
        if not some or not some.keys() < every.keys():
            return None
        telling = self._telling(part, whole)
        notes = []
        if telling and some.keys() < telling < every.keys():
            if self._flag(part, whole):
                notes = [
                    f"Of {len(every)} in all, {len(telling)} say anything about this; only they were counted."
                ]
                every = {t: r for t, r in every.items() if t in telling}
            else:
                firm = _percent(len(some), len(telling))
                notes = [
                    f"Of the {len(every)}, {len(telling)} say anything about this: of those it is {firm}."
                ]
        told = _percent(len(some), len(every))
        number = f"{len(some)} of {len(every)}"
        about = f", about {round(Decimal(told[:-1]))}%" if "." in told else ""
        result = self.figures.result(f"{told}{about} ({number})", list(some), part)
        notes = [f"{len(some)} ÷ {len(every)} = {told}.", *notes]
        return self.figures.answer(text, "single", [result], [part, whole], notes) if result else None

    def _telling(self, part: Found, whole: Found) -> frozenset[str]:
        """The things of the whole of which the plans say anything of the kind, where one kind sorts them."""
        added = [c for c in part.reading.conditions if c not in whole.reading.conditions]
        if len(added) != 1 or added[0].negated or added[0].topic or not (added[0].things or added[0].values):
            return frozenset()
        open_ = replace(added[0], things=(), values=(), only=False)
        conditions = tuple(open_ if c is added[0] else c for c in part.reading.conditions)
        found = self.ledgers.finding.executor.run(replace(part.reading, conditions=conditions))
        return frozenset(self.ledgers.finding.things(found))

    def _flag(self, part: Found, whole: Found) -> bool:
        """Whether the part is told by a yes or no that is only said of some."""
        added = [c for c in part.reading.conditions if c not in whole.reading.conditions]
        return any(str(v) in ("true", "false") for c in added for v in c.values)

    def _of_money(self, text: str, split: _Split) -> Answer | None:
        """Which share of a sum of money is stated for something."""
        part = self.ledgers.of(_object(split))
        if part is None or any(self.ledgers.amounts.total(a.thing) for a in part.amounts):
            return None
        plans = frozenset(self.ledgers.amounts.plan(a.thing) for a in part.amounts)
        whole = self.ledgers.of(split.whole)
        if whole and not self.ledgers.tasks.bare(split.whole):
            whole = self.ledgers.within(whole, plans)
        if whole is None or not part.things < whole.things:
            return None
        return self._told(text, part, whole)

    def _told(self, text: str, part: Ledger, whole: Ledger) -> Answer | None:
        if part.single is None or whole.single is None or part.single[1] != whole.single[1]:
            return None
        (some, unit), (every, _) = part.single, whole.single
        if not 0 < some < every:
            return None
        told = written((100 * some / every).quantize(_ONE), "%")
        value = f"{told} ({written(some, unit)} of {written(every, unit)})"
        result = self.figures.result(value, [a.thing for a in (*part.amounts, *whole.amounts)], part.found)
        summands = self.figures.summands((*part.amounts, *whole.amounts), part.found)
        notes = [f"{written(some, unit)} ÷ {written(every, unit)} = {told}.", *self.figures.arithmetic(whole)]
        items = [i for i in (result, *dict.fromkeys(summands)) if i]
        return self.figures.answer(text, "single", items, [part.found, whole.found], notes)


def _percent(some: int, every: int) -> str:
    return written((Decimal(100 * some) / every).quantize(_ONE), "%")


def _alike(part: Found, whole: Found) -> object:
    """The target of the part, if it is of the same kind as that of the whole."""
    same = part.reading.target.cls == whole.reading.target.cls and not part.reading.target.property
    return part.reading.target if same else None


def _object(split: _Split) -> str:
    """What stands after the verb: 'goes to the choir' speaks of the choir."""
    return split.said.removeprefix(split.verb).strip()
