"""To which items a question limits itself: those of a plan, of a department, or under what it names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rdflib import URIRef

from graph.ask.ages import Ages
from graph.ask.belonging import Belonging
from graph.ask.execute import Executor
from graph.ask.mentions import ClassMention, ThingMention, ValueMention
from graph.ask.queries import query
from graph.ask.question import Question
from graph.items import local_name
from graph.model import Evidence

__all__ = ["Reach", "Reaches"]


@dataclass(frozen=True)
class Reach:
    """Some items, with the documents of the plans that were read, and what they are called together."""

    items: frozenset[str]
    name: str
    documents: frozenset[str] = frozenset()
    itself: frozenset[str] = frozenset()
    """The things that are named."""
    unread: tuple[str, ...] = ()
    """The plans that are named and were never read."""


@dataclass(frozen=True)
class Reaches:
    """Finds the items that a question is about."""

    ages: Ages
    belonging: Belonging
    executor: Executor

    def of(self, question: Question) -> list[Reach]:
        """Return the limits of a question, one for each plan, thing or value that it names."""
        plans = [n for n in question.links.classes if any(s.cls == self._holder for s in n.senses)]
        nouns = [n for n in plans if any(s.filters for s in n.senses)]
        return [
            *(self._of_plans(self._of_kind(n), question.spelled(n.tokens)) for n in nouns),
            *(self._of_thing(m, planned=bool(plans)) for m in question.links.things),
            *(self._of_value(question, m) for m in question.links.values),
        ]

    def stands(self, thing: str, places: Sequence[Evidence], reach: Reach) -> bool:
        """Say whether a thing lies within a reach; what belongs to no plan, by where it is printed."""
        if thing in reach.items:
            return True
        return thing not in self._plans and bool(reach.documents & {e.document for e in places})

    @property
    def _holder(self) -> str:
        return str(self.ages.lexicon.settings.get("holder", {}).get("class", ""))

    @cached_property
    def _plans(self) -> Mapping[str, frozenset[str]]:
        """The plans of each thing."""
        by = self.ages.lexicon.settings.get("holder", {}).get("by", "")
        found: dict[str, frozenset[str]] = {}
        for row in self.executor.select(query("narrower"), {"property": URIRef(by)}):
            thing = str(row["thing"])
            found[thing] = found.get(thing, frozenset()) | {str(row["broader"])}
        return found

    def _of_kind(self, noun: ClassMention) -> list[str]:
        """The plans of a kind: those that were read, or, where none was, those that are named."""
        return self.ages.of_kind(noun, read=True) or self.ages.of_kind(noun)

    def _of_plans(self, plans: Sequence[str], name: str) -> Reach:
        given = frozenset(plans)
        read = sorted(given & self.ages.read)
        documents = frozenset(e.document for p in read for e in self.ages.sources.evidence(p))
        items = frozenset(t for t, own in self._plans.items() if own & given)
        unread = tuple(sorted(given - self.ages.read))
        return Reach(items | given, name, documents, given, unread)

    def _of_thing(self, mention: ThingMention, *, planned: bool) -> Reach:
        """What stands in a plan, in the plan of a department, or under a thing."""
        things = list(dict.fromkeys(t for o in mention.options for t in o.things))
        name = " or ".join(dict.fromkeys(self._named(mention, t) for t in things))
        plans = sorted(self.belonging.plans(mention))
        if any(o.cls == self._holder for o in mention.options) or (planned and plans):
            return self._of_plans(plans, " or ".join(map(self.ages.sources.label, plans)))
        below = frozenset(t for thing in things for t in self._below(thing))
        own = self._of_plans(plans, name)
        return Reach(own.items | below | frozenset(things), name, own.documents, frozenset(things))

    def _of_value(self, question: Question, mention: ValueMention) -> Reach:
        """What has a value, such as a school year, or stands in a plan that has it."""
        owners = frozenset(t for s in mention.senses for t in self._having(s.property, str(s.value)))
        plans = self._of_plans(sorted(t for t in owners if t in self.ages.read), "")
        return Reach(plans.items | owners, question.spelled(mention.tokens), plans.documents)

    def _below(self, thing: str) -> Iterator[str]:
        rows = self.executor.select(query("below"), {"thing": URIRef(thing)})
        return (str(r["item"]) for r in rows)

    def _having(self, prop: str, value: str) -> Iterator[str]:
        rows = self.executor.select(query("valued"), {"property": URIRef(prop)})
        return (str(r["thing"]) for r in rows if str(r["value"]) == value)

    def _named(self, mention: ThingMention, thing: str) -> str:
        """What a thing is called: by its number, where it is called by that."""
        if mention.options[0].how != "number":
            return self.ages.sources.label(thing)
        cls = next(iter(self.ages.sources.index.classes(thing)), "")
        return f"{local_name(URIRef(cls)).lower()} {mention.text}"
