"""When neither yes nor no can be said: nothing was compared, or only by a far-fetched way."""

from dataclasses import dataclass

from graph.ask.closed import closed, closed_pairs, closed_stems
from graph.ask.english import English
from graph.ask.execute import Found
from graph.ask.question import Question
from graph.ask.reading import Condition

__all__ = ["Verdicts", "holds"]

_NEVER = "The plans do not say whether this is so."
_NO_SCALE = frozenset({"rather", "other"})
_EVERY = closed_stems("every")
_TELLING = 2  # words of a description that must stand in a text before anything is denied of it


@dataclass(frozen=True)
class Verdicts:
    """Says why a yes or no should not be claimed, or nothing.

    `records` are classes that only join others, `namelike` those whose things have names and not texts.
    """

    records: frozenset[str]
    namelike: frozenset[str]

    def objection(self, question: Question, found: Found) -> str | None:
        """Return the reason against a yes or no."""
        if not question.shape.boolean:
            return None
        if _ends(question) or _sets_against(question) or _doubtful(question, found):
            return _NEVER
        if left := self._unused(question, found):
            return f"The plans do not speak of “{left}” here."
        if self._of_all(question) and not found.reading.features.get("universal"):
            return _NEVER  # that some are so is no yes to whether all are
        if found.rows and not found.reading.features.get("universal"):
            return self._nothing_said(question, found)
        return self._denied(question, found)

    def _unused(self, question: Question, found: Found) -> str:
        """A noun or adjective of everyday English that what would be answered takes no account of."""
        left = [question.tokens[i].text for i in question.telling(found.reading.covered | question.light)]
        kinds = English.load().kinds
        return next((word for word in left if kinds.get(word.lower(), "") in ("n", "j")), "")

    def _of_all(self, question: Question) -> bool:
        """Whether something is said of all things of a kind: 'does Parks lead all of them?'."""
        words = question.words
        every = any(w in _EVERY and words[i - 1] not in ("at", "in") for i, w in enumerate(words) if i)
        return question.shape.has("universal") or (every and not question.shape.has("all"))

    def _nothing_said(self, question: Question, found: Found) -> str | None:
        """That a thing is there is no yes to a question that says something of it."""
        reading = found.reading
        if question.shape.exists or not all(self._named(c) for c in reading.conditions):
            return None
        taken = reading.target.tokens | frozenset(
            i for c in reading.conditions for i in (c.matched if c.topic else c.tokens)
        )
        said = reading.target.tokens and set(question.weights) <= taken
        return None if said or reading.target.filters else _NEVER

    def _named(self, condition: Condition) -> bool:
        """Whether a condition only says which thing is meant."""
        called = not condition.topic or condition.cls in self.namelike
        return bool(condition.things) and not condition.path and not condition.negated and called

    def _denied(self, question: Question, found: Found) -> str | None:
        """Nothing is denied of what one word describes, or what lies behind another thing."""
        reading = found.reading
        if any(c.topic and len(c.matched) < _TELLING for c in reading.conditions):
            return _NEVER
        universal = reading.features.get("universal") or question.shape.exists
        if universal or any(c.negated for c in reading.conditions):
            return None
        return _NEVER if any(self._far(c) for c in reading.conditions) else None

    def _far(self, condition: Condition) -> bool:
        """Whether a way leads over another thing, and not just over a record."""
        return sum(1 for step in condition.path[:-1] if step.cls not in self.records) > 0


def holds(question: Question, found: Found) -> bool:
    """Say whether a yes or no is a yes: of several things, named one beside the other, of each of them."""
    if found.reading.features.get("universal"):
        return not found.rows
    root = next((c for c in found.reading.conditions if not c.path and len(c.things) > 1), None)
    if root is None or root.topic or closed("either") & set(question.words):
        return bool(found.rows)
    there = {r.value for r in found.rows} | {r.thing for r in found.rows}
    named = [m for m in question.links.things if m.tokens <= root.tokens]
    meant = [{t for o in m.options for t in o.things} & set(root.things) for m in named]
    return bool(found.rows) and all(things & there for things in meant if things)


def _doubtful(question: Question, found: Found) -> bool:
    """Whether a name of several things may mean another than those that were looked at."""
    if not found.rows or holds(question, found) or found.reading.features.get("universal"):
        return False
    looked = {t for c in found.reading.conditions if not c.path for t in c.things}
    named = [{t for o in m.options for t in o.things} for m in question.links.things]
    return any(things & looked and things - looked for things in named)


def _ends(question: Question) -> bool:
    """Whether something is said to be given up or done away with: that it is there says nothing of that."""
    words = question.words
    return any(
        words[i] in _ENDING and set(words[i + 1 : i + 1 + _WITHIN]) & _ENDING[words[i]]
        for i in range(len(words))
    )


_WITHIN = 3  # words from a verb to what turns it: 'give it all up'
_ENDING = closed_pairs("ending")


def _sets_against(question: Question) -> bool:
    """Whether one thing is set against another, 'higher than', 'more than two': more than that it is so."""
    words = question.words
    return any(w == "than" and words[i - 1] not in _NO_SCALE for i, w in enumerate(words) if i)
