"""Chooses among the readings of a question: runs the best, answers, or says why not."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.ask.abstain import Abstention
from graph.ask.answering import Answering, reading_in_words
from graph.ask.compare import Comparison, Counted, numbered
from graph.ask.execute import Executor, Found
from graph.ask.lexicon import Language
from graph.ask.question import Question
from graph.ask.reading import Reading
from graph.ask.sources import Sources
from graph.ask.sweep import Sweep, Swept
from graph.ask.texts import PassageSearch
from graph.model import Alternative, Answer, AnswerItem, Kind

__all__ = ["Decider"]

_TRIED = 8
_EMPTY = 0.25  # what finding nothing costs a reading against others
_SINGLE = 0.08  # what one thing costs where several are asked for
_BEHIND = 0.4  # a reading this far behind the best is not what was meant, even if nothing speaks against it


@dataclass(frozen=True)
class Decider:
    """Decides."""

    executor: Executor
    answering: Answering
    sources: Sources
    abstention: Abstention
    comparison: Comparison
    sweep: Sweep
    passages: PassageSearch

    def answer(self, question: Question, slots: Sequence[Sequence[Reading]]) -> Answer:
        """Answer a question from the readings of each thing that it asks for."""
        if question.links.missing:
            return self._missing(question)
        if counted := self.comparison.of(question, slots):
            return self._compared(question, counted)
        if swept := self.sweep.of(question):
            return self._swept(question, swept)
        chosen: list[Found] = []
        objections: list[tuple[str, Found]] = []
        for readings in slots:
            found, objected = self._best(readings, question)
            chosen.extend(f for f in (found,) if f)
            objections.extend(objected[:1])
        if not chosen:
            if quoted := self.passages.answer(question):
                return self._quoted(question, quoted)
            reason = objections[0][0] if objections else "The question was not understood."
            return self._refuse(question, reason, [f for _, f in objections])
        return self._compose(question, chosen)

    def _best(self, readings: Sequence[Reading], question: Question) -> tuple[Found | None, list[tuple[str, Found]]]:
        """Return the best reading that nothing speaks against, and those before it with what does."""
        tried = [self.executor.run(r) for r in readings[:_TRIED]]
        if not question.shape.boolean:
            plural = _plural(question)
            tried.sort(key=lambda f: -(f.reading.score - _emptiness(f, plural=plural)))
        objections: list[tuple[str, Found]] = []
        for found in tried:
            if found.reading.score < tried[0].reading.score - _BEHIND:
                break
            reason = self.abstention.objection(question, found)
            if reason is None:
                return found, objections
            objections.append((reason, found))
        return None, objections

    def _compose(self, question: Question, chosen: list[Found]) -> Answer:
        items = [i for f in chosen for i in self.answering.items(f)]
        words = reading_in_words(chosen, self.sources)
        sparql = "\n\n".join(dict.fromkeys(f.composed.sparql for f in chosen))
        confidence = round(min(f.reading.features.get("explained", 0.0) for f in chosen), 3)
        first = chosen[0].reading
        boolean = bool(chosen[0].rows) if question.shape.boolean else None
        count = len(chosen[0].rows) if first.operation == "count" and len(chosen) == 1 else None
        items = _best_only(items, chosen)
        if len(chosen) > 1 and all(f.reading.operation == "count" for f in chosen):
            items = self._numbers(chosen)
        if boolean is False and question.shape.exists and any(c.negated for c in first.conditions):
            boolean, items = False, []
            return Answer(
                question.text, "empty", words, "boolean", boolean=False, notes=self._notes((), chosen), sparql=sparql,
                confidence=confidence,
            )
        status = "answered" if items or boolean is not None or count else "empty"
        return Answer(
            question.text, status, words, _kind(question, chosen, items), tuple(items),  # type: ignore[arg-type]
            boolean=boolean, count=count, notes=self._notes(items, chosen), sparql=sparql, confidence=confidence,
            explanation={"score": first.score, "features": dict(first.features)},
        )

    def _notes(self, items: Sequence[AnswerItem], chosen: Sequence[Found]) -> tuple[str, ...]:
        notes = []
        if any(i.basis == "section" for i in items):
            notes.append("What is marked 'section' stands over the whole table or section, not at the item itself.")
        things = [i.iri for i in items if i.iri] + [t for f in chosen for c in f.reading.conditions for t in c.things]
        for thing in dict.fromkeys(things):
            notes.extend(self.sources.conflicts(thing))
        left = tuple(dict.fromkeys(w for f in chosen for w in f.reading.left))
        if left:
            notes.append("Not used: " + ", ".join(f"“{w}”" for w in left) + ".")
        return tuple(dict.fromkeys(notes))[:6]

    def _compared(self, question: Question, counted: Counted) -> Answer:
        confidence = min(f.reading.features.get("explained", 0.0) for f in counted.found)
        return Answer(
            question.text, "answered", reading_in_words(counted.found, self.sources), "compare", counted.items,
            boolean=counted.first_is_more, notes=self._notes(counted.items, counted.found),
            sparql="\n\n".join(f.composed.sparql for f in counted.found), confidence=confidence,
        )

    def _swept(self, question: Question, swept: Swept) -> Answer:
        return Answer(
            question.text, "answered", f"Everywhere in the plans where it is about “{swept.topic}”", "list",
            swept.items, notes=self._notes(swept.items, ()), sparql=swept.found.composed.sparql, confidence=0.7,
        )

    def _quoted(self, question: Question, quoted: tuple[AnswerItem, ...]) -> Answer:
        note = "No typed fact answers this; the sentence that does is quoted."
        return Answer(
            question.text, "answered", "What a passage of the documents says", "single" if len(quoted) == 1 else "list",
            quoted, notes=(note,), confidence=quoted[0].confidence,
        )

    def _numbers(self, chosen: Sequence[Found]) -> list[AnswerItem]:
        """Several counts asked for at once: one item for each."""
        items = []
        for found in chosen:
            noun = self.comparison.profile.names_of(found.reading.target.cls)[0]
            thing = next((t for c in found.reading.conditions for t in c.things), "")
            text = numbered(len(found.rows), noun)
            items.append(self.answering.item(text, thing or (found.rows[0].value if found.rows else ""), found))
        return [i for i in items if i]

    def _missing(self, question: Question) -> Answer:
        gap = question.links.missing[0]
        return self._refuse(question, f"There is no {self.sources.label(gap.cls)} {gap.number} in the plans.", ())

    def _refuse(self, question: Question, reason: str, chosen: Sequence[Found]) -> Answer:
        nearest = tuple(
            Alternative(reading_in_words([f], self.sources), question.text) for f in chosen if f.rows
        )
        return Answer(
            question.text, "unanswerable", reason, "list", notes=(reason,), alternatives=nearest[:3],
            sparql=chosen[0].composed.sparql if chosen else "",
            explanation={"features": dict(chosen[0].reading.features)} if chosen else {},
        )


def _plural(question: Question) -> bool:
    """Whether the question asks for several things."""
    nouns = [a.noun for a in question.shape.asked if a.noun is not None]
    words = [question.tokens[n.end - 1].text.lower() for n in nouns]
    return any(w.endswith("s") or w in Language.english().irregular_plurals for w in words)


def _emptiness(found: Found, *, plural: bool) -> float:
    """Finding nothing speaks against a reading, unless something is said not to be there."""
    if plural and len(found.rows) == 1 and found.reading.operation == "list":
        return _SINGLE
    return 0.0 if found.rows or any(c.negated for c in found.reading.conditions) else _EMPTY


def _best_only(items: list[AnswerItem], chosen: list[Found]) -> list[AnswerItem]:
    """Of a superlative, what stands first, with everything that is equal to it."""
    if chosen[0].reading.operation not in ("most", "fewest") or not chosen[0].rows:
        return items
    top = chosen[0].rows[0].count
    if top is None:
        return items
    winners = {v for r in chosen[0].rows if r.count == top for v in (r.value, r.thing)}
    return [i for i in items if i.iri in winners]


def _kind(question: Question, chosen: Sequence[Found], items: Sequence[AnswerItem]) -> Kind:
    if question.shape.boolean:
        return "boolean"
    if len(chosen) > 1:
        return "path"
    operation = chosen[0].reading.operation
    if operation == "count":
        return "count"
    if operation in ("most", "fewest"):
        return "superlative"
    return "single" if len(items) == 1 else "list"
