"""What each of several plans has on one matter, side by side, and which of them has nothing on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rdflib import URIRef

from graph.ask.ages import Ages
from graph.ask.belonging import Belonging
from graph.ask.lexicon import load_data
from graph.ask.occurrences import Occurrences
from graph.ask.question import Question
from graph.ask.tokens import stem, stems
from graph.ask.vocabulary import ClassSense
from graph.items import local_name
from graph.model import Answer, AnswerItem

__all__ = ["Holdings"]

_SEVERAL = 2  # plans that can be set side by side
_EACH = 4  # things shown of each plan


@dataclass(frozen=True)
class Holdings:
    """Sets plans side by side."""

    ages: Ages
    belonging: Belonging
    occurrences: Occurrences

    def of(self, question: Question) -> Answer | None:
        """Return what each plan has on a matter, or None where that is not asked of several plans."""
        if not self._each & set(question.words):
            return None
        plans, taken = self.named(question)
        matter = self._matter(question, taken) if len(plans) >= _SEVERAL else ()
        words = self.occurrences.topic(matter) if matter else ()
        if not words:
            return None
        found = {p: self._having(question, p, words) for p in plans}
        if not any(found.values()):
            return None
        return self._told(question, found)

    @cached_property
    def _each(self) -> frozenset[str]:
        return frozenset(stem(w) for w in load_data("holdings.yaml")["each"])

    @cached_property
    def _around(self) -> frozenset[str]:
        data = load_data("holdings.yaml")
        return frozenset(stem(w) for w in (*data["each"], *data["around"]))

    def named(self, question: Question) -> tuple[list[str], frozenset[int]]:
        """Return the plans that the question sets side by side, and the words that name them."""
        links, found, taken = question.links, dict[str, None](), set[int]()
        holder = self.ages.lexicon.settings.get("holder", {}).get("class")
        nouns = [n for n in links.classes if any(s.cls == holder for s in n.senses)]
        for mention in links.things:
            plans = sorted(self.belonging.plans(mention) & self.ages.read)
            found.update(dict.fromkeys(plans))
            taken |= mention.tokens if plans else set()
        for noun in nouns:
            taken |= noun.tokens
            kind = self.ages.of_kind(noun, read=True)
            for value in links.values:
                found.update((p, None) for p in kind if value.text in self.ages.years(p))
                taken |= value.tokens
            if not found and self._each & {
                question.words[i] for i in range(max(0, noun.start - 3), noun.start)
            }:
                found.update(dict.fromkeys(kind))
        return [*found], frozenset(taken)

    def _matter(self, question: Question, taken: frozenset[int]) -> tuple[str, ...]:
        """The telling words that name no plan and do not ask."""
        asked = frozenset(i for a in question.shape.asked if a.noun for i in a.noun.tokens)
        left = [
            i for i in question.weights if i not in taken | asked and question.words[i] not in self._around
        ]
        return tuple(dict.fromkeys(question.words[i] for i in left if i not in question.light))

    def _having(self, question: Question, plan: str, words: Sequence[str]) -> list[AnswerItem]:
        """What a plan has, the things that it sets out to do before the others."""
        index = self.ages.sources.index
        asked = {s.cls for s in self._senses(question)}
        first = self.ages.lexicon.listed("open")
        things = [t for t in self.occurrences.things(words) if self._stands(t, plan)]
        if asked:
            things = [t for t in things if asked & set(index.classes(t))]
        said = set(words)
        ranked = sorted(
            things,
            key=lambda t: (
                not first & set(index.classes(t)),
                not said <= set(stems(index.entities[t].label)),
            ),
        )
        items = [i for t in ranked if (i := self.item(t))]
        return items[:_EACH]

    def _senses(self, question: Question) -> Iterator[ClassSense]:
        """The kinds of things that are asked for, but for plans and those who have them."""
        holder = self.ages.lexicon.settings.get("holder", {})
        apart = {holder.get("class"), *holder.get("named_by", ())}
        for asked in question.shape.asked:
            for sense in asked.noun.senses if asked.noun else ():
                if isinstance(sense, ClassSense) and sense.cls not in apart:
                    yield sense

    def _stands(self, thing: str, plan: str) -> bool:
        by = self.ages.lexicon.settings.get("holder", {}).get("by", "")
        return thing != plan and plan in {str(v) for v in self.ages.sources.values(thing, by)}

    def item(self, thing: str) -> AnswerItem | None:
        """Return a thing as an answer, with its places."""
        sources = self.ages.sources
        evidence = sources.places([thing])
        kind = local_name(URIRef(sources.index.classes(thing)[0]))
        return AnswerItem(sources.label(thing), thing, kind, "stated", 1.0, evidence) if evidence else None

    def _told(self, question: Question, found: dict[str, list[AnswerItem]]) -> Answer:
        label = self.ages.sources.label
        notes = [
            f"{label(p)}: {f'{len(i)} shown' if i else 'nothing was found on this'}."
            for p, i in found.items()
        ]
        items = tuple(i for several in found.values() for i in several)
        whole = all(found.values()) if question.shape.boolean else None
        return Answer(
            question.text,
            "answered",
            f"What is said of it in {'; '.join(map(label, found))}",
            "boolean" if question.shape.boolean else "compare",
            items,
            boolean=whole,
            notes=tuple(notes),
            confidence=0.8,
            explanation={
                "columns": [
                    {"about": label(p), "items": [i.value for i in having]} for p, having in found.items()
                ]
            },
        )
