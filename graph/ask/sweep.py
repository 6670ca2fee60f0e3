"""Looks for a topic over all plans: what each of them says of it, item by item, and which plans they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.ask.answering import Answering
from graph.ask.conditions import Conditions
from graph.ask.contents import ContentSearch, Hit
from graph.ask.execute import Executor, Found, Row
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Lexicon
from graph.ask.mentions import ClassMention, ThingMention, ThingOption, ValueMention
from graph.ask.occurrences import Occurrences
from graph.ask.question import Question
from graph.ask.ranking import scored
from graph.ask.reading import Reading, Target
from graph.ask.recipients import Recipients
from graph.ask.sources import Sources
from graph.model import AnswerItem, Evidence

__all__ = ["Sweep", "Swept"]

_SHAPES = ("sweep", "mention", "differ")
_ALL, _MOSTLY, _ALIKE, _LEAST = 0.97, 0.6, 0.85, 0.42
_WHICH = frozenset({"which", "what"})
_NEAR = 3  # words between a plan's name and its year
_EACH, _MOST = 3, 9  # items shown of one plan, and of all


@dataclass(frozen=True)
class Swept:
    """What was found of a topic."""

    items: tuple[AnswerItem, ...]
    topic: str
    found: Found
    plans: tuple[str, ...] = ()
    """The plans in which the items stand, where they are no items themselves."""


@dataclass(frozen=True)
class Sweep:
    """Sweeps over the things that hold others, such as plans."""

    index: EntityIndex
    contents: ContentSearch
    conditions: Conditions
    executor: Executor
    answering: Answering
    sources: Sources
    lexicon: Lexicon
    occurrences: Occurrences
    held: frozenset[str] = frozenset()

    def of(self, question: Question) -> Swept | None:
        """Return what stands in the plans about a topic, where the question asks for that."""
        holder = self.lexicon.settings.get("holder")
        if holder and (taken := Recipients(self.occurrences).named(question)):
            return self._taken(question, taken, Target(holder["class"], weight=1.0))
        return self._swept(question, holder) if holder else None

    def _swept(self, question: Question, holder: Mapping[str, str]) -> Swept | None:
        """What stands about a topic."""
        if not any(question.shape.has(s) for s in _SHAPES):
            return None
        named = [m for m in question.links.things if any(o.cls in self.index.namelike for o in m.options)]
        if named and question.links.cues and not question.shape.has("differ"):
            return None  # a typed question about something named
        found = self._holders(question, Target(holder["class"], weight=1.0))
        positions = question.telling(found.reading.covered | question.shape.tokens)
        heavy = [i for i in positions if i not in question.light]
        if not heavy or not found.rows:
            return None
        plans = {r.value for r in found.rows}
        if mentioned := self._mentioned(question, heavy, found):
            return mentioned
        topic = question.spelled(heavy)
        hits = self.contents.search(tuple(question.words[i] for i in heavy), topic)
        kept = self._kept(hits, plans, holder["by"], bool(found.reading.conditions))
        if not kept:
            return None
        items = [self._item(thing, found) for thing, _ in kept]
        if question.shape.has("sweep") or question.shape.has("mention"):
            items += [self._item(plan, found) for plan in dict.fromkeys(p for _, p in kept)]
        return Swept(tuple(i for i in items if i), topic, found)

    def _taken(self, question: Question, named: Sequence[int], target: Target) -> Swept | None:
        """Everything of which a text says that it is taken to somebody."""
        found = self._holders(question, target)
        plans = {e.document for r in found.rows for e in self.sources.evidence(r.value)}
        made = (self._item(thing, found) for thing in Recipients(self.occurrences).things(question, named))
        items = [i for i in made if i and i.evidence[0].document in plans]
        items = self._asked_for(question, sorted(items, key=_place))
        return Swept(tuple(items), f"to {question.spelled(named)}", found) if items else None

    def _mentioned(self, question: Question, heavy: Sequence[int], found: Found) -> Swept | None:
        """Every place where the words stand, if it is mentions that are asked for."""
        words: tuple[str, ...] = ()
        if question.shape.has("mention"):
            named = [i for i in heavy if _proper(question, i)]
            words = self.occurrences.topic([question.words[i] for i in named or heavy])
        if not words:
            return None
        plans = {e.document: r.value for r in found.rows for e in self.sources.evidence(r.value)}
        things = self.occurrences.parts(self.occurrences.things(words))
        made = (self._item(thing, found) for thing in things)
        items = [i for i in made if i and i.evidence[0].document in plans]
        told = [e for i in items for e in i.evidence]
        quoted = [
            AnswerItem(p.text, None, None, "passage", 1.0, (p.evidence,))
            for p in self.occurrences.sentences(words)
            if p.document in plans and not any(_within(p.evidence, e) for e in told)
        ]
        items = sorted([*items, *quoted], key=_place)
        topic = question.spelled(
            {question.words[i]: i for i in reversed(heavy) if question.words[i] in words}.values()
        )
        held = self._plans(items, plans, found)
        asked = self._asked_for(question, items)
        if asked and question.words[0] != "where":
            return Swept(tuple(asked), topic, found, tuple(i.value for i in held))
        return Swept((*asked, *held), topic, found)

    def unmentioned(self, question: Question) -> str:
        """Return that no plan mentions what a question asks mentions of, or nothing."""
        if not question.shape.has("mention") or not self.held:
            return ""
        heavy = [i for i in question.telling(question.shape.tokens) if i not in question.light]
        known = question.links.named | frozenset(i for m in question.links.classes for i in m.tokens)
        topic = [i for i in heavy if i not in known]
        if not topic or self.occurrences.topic([question.words[i] for i in topic]):
            return ""
        return f"None of the plans mentions “{question.spelled(topic)}”."

    def _asked_for(self, question: Question, items: list[AnswerItem]) -> list[AnswerItem]:
        """The items of the kind that is asked for, or none where it is plans; all where none is named."""
        asked = [a.noun for a in question.shape.asked if question.words[a.at] in _WHICH]
        senses = [s.cls for noun in asked if isinstance(noun, ClassMention) for s in noun.senses]
        if not senses:
            return items
        holder = self.lexicon.settings["holder"]
        if {holder["class"], *holder["named_by"]} & set(senses):
            return []
        of_kind = [i for i in items if i.iri and set(self.index.classes(i.iri)) & set(senses)]
        return of_kind or items

    def _plans(self, items: list[AnswerItem], plans: Mapping[str, str], found: Found) -> list[AnswerItem]:
        """The plans in which the words stand, each with the first place."""
        by = self.lexicon.settings["holder"]["by"]
        held = {r.value for r in found.rows}
        first: dict[str, AnswerItem] = {}
        for item in items:
            own = [str(v) for v in self.sources.values(item.iri, by)] if item.iri else []
            for plan in [p for p in own if p in held] or [plans[item.evidence[0].document]]:
                first.setdefault(plan, item)
        made = ((self._item(plan, found), item) for plan, item in first.items())
        return [replace(plan, evidence=item.evidence) for plan, item in made if plan]

    def _holders(self, question: Question, target: Target) -> Found:
        """The plans that the question names, by title, unit or year; all of them where it names none."""
        start = Reading(target)
        found: list[Found] = []
        placed: list[int] = []
        for given in question.links.given:
            mention: ThingMention | ValueMention = given
            if isinstance(given, ThingMention):
                mention = replace(given, options=tuple(o for o in given.options if self._holds(o)))
            elif any(abs(given.start - at) <= _NEAR for at in placed):
                continue  # the year of a plan that is named beside it
            grown = [r for r in self.conditions.extended(question, start, mention) if r.conditions]
            runs = [self.executor.run(r) for r in sorted(grown, key=lambda r: -scored(question, r).score)]
            best = next((f for f in runs if {r.value for r in f.rows} & self.held), None)
            if best:
                found.append(best)
                placed += [mention.start, mention.end]
        if not found:
            return self.executor.run(start)
        rows = {r.value: r for f in found for r in f.rows}
        covered = frozenset(i for f in found for i in f.reading.covered)
        first = replace(found[0].reading, covered=covered)
        return Found(first, found[0].composed, tuple(rows.values()))

    def _holds(self, option: ThingOption) -> bool:
        """A plan that is only named holds nothing, and so is a topic rather than a place to look."""
        holder = self.lexicon.settings["holder"]
        if option.cls == holder["class"]:
            return bool(self.held & set(option.things))
        return option.cls in holder["named_by"]

    def _kept(self, hits: Sequence[Hit], plans: set[str], by: str, named: bool) -> list[tuple[str, str]]:
        """The best things on the topic, a few of each plan."""
        kept: list[tuple[str, str]] = []
        counts: dict[str, int] = {}
        best: dict[str, float] = {}
        for hit in hits:
            if self.index.namelike & set(self.index.classes(hit.iri)) or len(kept) >= _MOST:
                continue
            for plan in (str(v) for v in self.sources.values(hit.iri, by)):
                top = best.setdefault(plan if named else "", hit.score)
                alike = hit.score >= _ALIKE * top and hit.score >= _LEAST
                good = hit.lexical >= _ALL or (alike and hit.lexical >= _MOSTLY)
                if plan in plans and good and counts.get(plan, 0) < _EACH:
                    counts[plan] = counts.get(plan, 0) + 1
                    kept.append((hit.iri, plan))
        return kept

    def _item(self, thing: str, found: Found) -> AnswerItem | None:
        own = replace(found, rows=(Row(thing, False, thing),))
        return self.answering.item(self.sources.label(thing), thing, own)


def _place(item: AnswerItem) -> tuple[str, int]:
    return item.evidence[0].document, item.evidence[0].start_line or 0


def _within(place: Evidence, other: Evidence) -> bool:
    """Whether a place lies in another one."""
    if place.document != other.document or place.start_line is None or other.start_line is None:
        return place == other
    ends = place.end_line or place.start_line, other.end_line or other.start_line
    return place.start_line <= ends[1] and other.start_line <= ends[0]


def _proper(question: Question, at: int) -> bool:
    """Whether a word is written as a name is."""
    written = question.tokens[at].text
    beside = question.tokens[at + 1].text if at + 1 < len(question.tokens) else ""
    begun = at > 0 or beside[:1].isupper()
    return written.isupper() or (written[:1].isupper() and begun)
