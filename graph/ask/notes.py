"""What a reader of an answer should mind: grounds, contradictions, doubled numbers, mended words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rdflib import RDFS

from graph.ask.answering import Answering
from graph.ask.execute import Found
from graph.ask.places import winners
from graph.ask.question import Question
from graph.ask.reading import Condition
from graph.ask.sources import Sources
from graph.ask.wording import reading_in_words
from graph.model import AnswerItem

__all__ = ["Notes"]

_MOST = 6
_NAMED = 6
_COMMENT = str(RDFS.comment)
_FEW = 3  # things shown; of one of more, a contradiction is told last and with its name


@dataclass(frozen=True)
class Notes:
    """Collects notes."""

    sources: Sources
    answering: Answering

    def of(self, question: Question, items: Sequence[AnswerItem], chosen: Sequence[Found]) -> tuple[str, ...]:
        """Return the notes to an answer, the most important first."""
        conditions = [c for f in chosen for c in f.reading.conditions]
        given = dict.fromkeys(t for c in conditions for t in c.things)
        shown = dict.fromkeys(i.iri for i in items if i.iri and i.iri not in given)
        few = len(shown) <= _FEW
        found = [
            *self._placed(chosen),
            *self._doubled(conditions),
            *(note for thing in (*given, *(shown if few else ())) for note in self.sources.conflicts(thing)),
            *_grounds(items),
            *self._weakly_read(shown),
            *self._counted(chosen),
            *self._kept_back(items, chosen),
            *self._proposed(items, chosen),
            *self.mended(question),
            *_left(chosen),
            *self._of_one(() if few else shown),
        ]
        return tuple(dict.fromkeys(found))[:_MOST]

    def _placed(self, chosen: Sequence[Found]) -> list[str]:
        """Say the numbers of the first places, and who shares the last of them."""
        found = next((f for f in chosen if f.places > 1 and f.reading.ranks), None)
        if found is None or not found.rows:
            return []
        first = winners(found)
        told = "; ".join(f"{self.answering.name(r.thing or r.value)} {r.count or 0:g}" for r in first)
        equal = sum(r.count == first[-1].count for r in first)
        notes = [f"By number: {told}."]
        if len(first) > found.places:
            notes.append(
                f"{equal} are equal on the last of {found.places} places, so {len(first)} are named."
            )
        if found.reading.operation == "fewest" and found.reading.counted:
            notes.append("Those that have none were not ranked.")
        return notes

    def mended(self, question: Question) -> list[str]:
        """Say which words were taken for slips of typing."""
        return [f"“{typed}” was read as “{taken}”." for typed, taken in question.mended.items()]

    def _doubled(self, conditions: Sequence[Condition]) -> list[str]:
        """One number that two things bear is said, with both."""
        notes = []
        for condition in conditions:
            if condition.says.isdecimal() and len(condition.things) > 1:
                names = "; ".join(f"“{_short(self.sources.label(t))}”" for t in condition.things)
                notes.append(
                    f"The number {condition.says} stands for several things, all taken here: {names}."
                )
        return notes

    def _weakly_read(self, things: Iterable[str]) -> list[str]:
        """Say why what is shown was read with less certainty, where the reader of its document says so."""
        weak = [t for t in things if self.sources.ground(t).confidence < 1]
        why = dict.fromkeys(str(v) for t in weak for v in self.sources.values(t, _COMMENT))
        return [f"Less sure than other readings: {'; '.join(_some(list(why)))}."] if why else []

    def _of_one(self, things: Iterable[str]) -> Iterator[str]:
        """What contradicts what about one of many things that are shown: last, and with its name."""
        for thing in things:
            name = _short(self.sources.label(thing))
            for said in self.sources.conflicts(thing):
                yield said if name in said else f"On “{name}”: {said}"

    def instead(self, chosen: Found, others: Sequence[Found]) -> list[str]:
        """Say what is so of the same things where nothing is counted of what was asked."""
        named, target = _things(chosen), chosen.reading.target.cls
        alike = (f for f in others if f.rows and f.reading.target.cls == target and _things(f) == named)
        other = next(alike, None)
        return [f"{reading_in_words([other], self.sources)}: {len(other.rows)}."] if other else []

    def _counted(self, chosen: Sequence[Found]) -> list[str]:
        """Say how many of what was counted no document states."""
        if len(chosen) != 1 or chosen[0].reading.operation != "count":
            return []
        found = chosen[0]
        made = [r for r in found.rows if self.answering.ground(r, found).basis == "inferred"]
        if not made:
            return []
        return [f"Of the {len(found.rows)} counted, {len(made)} are computed and not said by any document."]

    def _kept_back(self, items: Sequence[AnswerItem], chosen: Sequence[Found]) -> list[str]:
        """Name what would follow only from computed links, where something else answers."""
        shown = {i.value for i in items}
        made = (i.value for f in chosen for i in self.answering.items(f) if i.basis == "inferred")
        names = [v for v in made if v not in shown] if chosen and _lists(chosen) else []
        return [f"Computed, not said by any document: {'; '.join(_some(names))}."] if names else []

    def _proposed(self, items: Sequence[AnswerItem], chosen: Sequence[Found]) -> list[str]:
        """Say what a plan only proposes, unless that is what was asked for."""
        shown = {i.iri for i in items}
        names = [
            self.sources.label(row.value)
            for found in chosen
            for row in found.rows
            if row.value in shown and not row.literal and self.answering.ground(row, found).proposed
        ]
        if not names:
            return []
        return [f"The plans only propose this, and do not say that it is so yet: {'; '.join(_some(names))}."]


def _things(found: Found) -> frozenset[str]:
    return frozenset(t for c in found.reading.conditions for t in c.things)


def _grounds(items: Sequence[AnswerItem]) -> list[str]:
    notes = []
    if any(i.basis == "section" for i in items):
        notes.append(
            "What is marked 'section' is said of the whole table or section, not of the item itself."
        )
    if any(i.basis == "inferred" for i in items):
        notes.append("What is marked 'inferred' was computed, and is not said by any document.")
    return notes


def _left(chosen: Sequence[Found]) -> list[str]:
    left = dict.fromkeys(w for f in chosen for w in f.reading.left)
    return [f"These words were not used: {', '.join(f'“{w}”' for w in left)}."] if left else []


def _lists(chosen: Sequence[Found]) -> bool:
    return all(f.reading.operation == "list" for f in chosen)


def _some(names: Sequence[str]) -> list[str]:
    """The first few of many names."""
    short = [_short(n) for n in dict.fromkeys(names)]
    return short if len(short) <= _NAMED else [*short[:_NAMED], f"and {len(short) - _NAMED} more"]


def _short(name: str, limit: int = 80) -> str:
    return name if len(name) <= limit else name[: limit - 1].rstrip() + "…"
