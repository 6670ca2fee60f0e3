"""Chooses among the readings of what is asked: runs the likeliest, and takes the first that holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.ask.abstain import Abstention
from graph.ask.execute import Executor, Found
from graph.ask.lexicon import Language
from graph.ask.question import Question
from graph.ask.reading import Condition, Reading

__all__ = ["Choice", "Chooser"]

# Set on development questions; docs/question-engine.md tells which.
_TRIED = 14
_WHO = ("who", "whom")
_EMPTY = 0.25  # what finding nothing costs a reading against others
_IDLE = 0.03  # what it costs to deny what nothing has
_SINGLE = 0.08  # what one thing costs where several are asked for
_BEHIND = 0.4  # a reading this far behind the best is not what was meant, even if nothing speaks against it


@dataclass(frozen=True)
class Choice:
    """What was chosen, what was run and lost, and what speaks against the best that lost."""

    found: Found | None
    others: tuple[Found, ...] = ()
    objections: tuple[tuple[str, Found], ...] = field(default=())
    untried: tuple[Reading, ...] = ()


@dataclass(frozen=True)
class Chooser:
    """Chooses."""

    executor: Executor
    abstention: Abstention

    def best(self, readings: Sequence[Reading], question: Question) -> Choice:
        """Return the best reading that nothing speaks against, and the others that were run."""
        tried = self._run(readings, question)
        run = {id(f.reading) for f in tried}
        untried = tuple(r for r in readings if id(r) not in run)
        objections: list[tuple[str, Found]] = []
        for number, found in enumerate(tried):
            if found.reading.score < tried[0].reading.score - _BEHIND:
                break
            reason = self._objection(question, found)
            if reason is None and (reason := self._vacuous(found)):
                objections.append((reason, found))
                break  # a looser reading would say it of other things than those named
            if reason is None:
                return Choice(found, (*tried[:number], *tried[number + 1 :]), tuple(objections), untried)
            objections.append((reason, found))
        return Choice(None, tuple(tried), tuple(objections), untried)

    def _run(self, readings: Sequence[Reading], question: Question) -> list[Found]:
        """Run the likeliest readings, until no later one can be better than what was found."""
        plural = _plural(question)
        costs: dict[int, float] = {}
        tried: list[Found] = []
        best = -1.0
        for reading in readings[:_TRIED]:
            if reading.score <= best:
                break
            found = self.executor.run(reading)
            tried.append(found)
            costs[id(found)] = 0.0 if _none(question, found) else self._cost(found, plural=plural)
            if not question.shape.boolean and self._objection(question, found) is None:
                best = max(best, reading.score - costs[id(found)])
        if question.shape.boolean:
            return tried
        return sorted(tried, key=lambda f: -(f.reading.score - costs[id(f)]))

    def _cost(self, found: Found, *, plural: bool) -> float:
        """Finding nothing speaks against a reading, and so does denying what nothing has."""
        reading = found.reading
        kept = tuple(c for c in reading.conditions if not c.negated)
        if reading.operation in ("list", "count") and len(kept) < len(reading.conditions):
            if found.rows:
                affirmed = tuple(replace(c, negated=False) for c in reading.conditions)
                return 0.0 if self._any(reading, affirmed) else _IDLE
            return 0.0 if not kept or self._any(reading, kept) else _EMPTY
        return _cost(found, plural=plural)

    def _any(self, reading: Reading, conditions: tuple[Condition, ...]) -> bool:
        """Whether anything is found under other conditions."""
        return bool(self.executor.run(replace(reading, conditions=conditions)).rows)

    def _objection(self, question: Question, found: Found) -> str | None:
        return self.abstention.objection(question.clause(found.reading.target.at), found)

    def _vacuous(self, found: Found) -> str | None:
        """Of nothing, all can be said: 'all A have B' tells nothing where there is no A."""
        reading = found.reading
        if found.rows or not reading.features.get("universal"):
            return None
        said = max((c for c in reading.conditions if c.negated), key=lambda c: max(c.tokens, default=0))
        meant = replace(reading, conditions=tuple(c for c in reading.conditions if c is not said))
        return None if self.executor.run(meant).rows else "The plans name none of these."


def _plural(question: Question) -> bool:
    """Whether the question asks for several things."""
    asked = [
        a for a in question.shape.asked if question.words[a.at] not in _WHO
    ]  # 'who leads' names no things
    nouns = [a.noun for a in asked if a.noun is not None]
    words = [question.tokens[n.end - 1].text.lower() for n in nouns]
    return any(w.endswith("s") or w in Language.english().irregular_plurals for w in words)


def _none(question: Question, found: Found) -> bool:
    """Whether it is a finding that there is none: every word was taken at its name, and the way was named."""
    reading = found.reading
    if found.rows or reading.operation != "count" or not reading.conditions:
        return False
    plain = all(c.things and len(c.path) == 1 and not c.topic for c in reading.conditions)
    named = plain and all(question.links.cues.get(c.path[0].property) for c in reading.conditions)
    features = reading.features
    return named and features.get("explained", 0.0) >= 1 and not features.get("skipped")


def _cost(found: Found, *, plural: bool) -> float:
    """Finding nothing speaks against a reading, unless something is said not to be there."""
    if plural and len(found.rows) == 1 and found.reading.operation in ("list", "count"):
        return _SINGLE
    return 0.0 if found.rows or any(c.negated for c in found.reading.conditions) else _EMPTY
