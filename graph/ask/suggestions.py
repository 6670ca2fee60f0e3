"""What could be asked instead of what was refused, and where it may stand that no plan says."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from graph.ask.ages import Ages
from graph.ask.execute import Executor, Found
from graph.ask.lexicon import load_data
from graph.ask.paths import Paths
from graph.ask.question import Question
from graph.ask.reading import Condition, Reading, Target
from graph.ask.tokens import stem, stems
from graph.ask.wording import Wording, reading_in_words
from graph.model import Alternative, Answer

__all__ = ["Suggestions"]

_MOST = 3  # questions offered
_TRIED = 8  # kinds of things that are looked for around what is named
_NAMED = 3  # things around which is looked
_DEAR = 1.6  # cost of a way that says little of a thing


@dataclass(frozen=True)
class Suggestions:
    """Says what comes nearest to a question that was refused."""

    ages: Ages
    executor: Executor
    paths: Paths

    def added(self, question: Question, answer: Answer) -> tuple[tuple[Alternative, ...], tuple[str, ...]]:
        """Return questions that can be answered, and notes on where else to look."""
        offered = answer.alternatives or tuple(self._around(question)) or tuple(self._examples(question))
        return offered, tuple(self._elsewhere(question))

    def _around(self, question: Question) -> Iterator[Alternative]:
        """What the plans say of the things that the question names."""
        named = self._named(question)
        for thing, cls in named:
            offers = (o for r in self._readings(thing, cls) if (o := self._answered(r)))
            yield from islice(offers, _MOST if len(named) == 1 else 1)

    def _named(self, question: Question) -> list[tuple[str, str]]:
        """The things that are named, each meaning of a name for itself."""
        index = self.ages.sources.index
        options = [o for m in question.links.things for o in m.options if o.cls in index.namelike]
        pairs = dict.fromkeys((t, o.cls) for o in options for t in o.things)
        return [*pairs][:_NAMED]

    def _readings(self, thing: str, cls: str) -> Iterator[Reading]:
        """Readings that ask for what is joined to a thing, the nearest kinds first."""
        context = self.ages.lexicon.listed("context")
        ways = []
        for kind in sorted({*self.ages.lexicon.listed("shared"), *self.ages.lexicon.listed("open")} - {cls}):
            for path in self.paths.find(kind, cls)[:1]:
                cost = self.paths.cost_from(kind, path)
                if cost <= _DEAR and not any(s.property in context for s in path):
                    ways.append((cost, kind, path))
        for _, kind, path in sorted(ways)[:_TRIED]:
            yield Reading(Target(kind), (Condition(path, cls, (thing,)),))

    def _offered(self, found: Found) -> Alternative | None:
        index = self.ages.sources.index
        asked = Wording(index, brief=True).question(found.reading)
        return Alternative(reading_in_words([found], self.ages.sources), asked) if asked else None

    def _examples(self, question: Question) -> Iterator[Alternative]:
        """Where nothing was understood: a question of each of a few kinds that can be answered."""
        if question.links.things or question.links.classes:
            return
        seen = 0
        for cls in sorted(self.ages.lexicon.listed("shared")):
            members = sorted(self.ages.sources.index.members(cls))[:1]
            for thing in members:
                offer = next((o for r in self._readings(thing, cls) if (o := self._answered(r))), None)
                if offer:
                    seen += 1
                    yield offer
            if seen >= _MOST:
                return

    def _answered(self, reading: Reading) -> Alternative | None:
        found = self.executor.run(reading)
        return self._offered(found) if found.rows else None

    def several(self, question: Question) -> bool:
        """Say whether the question is nothing but a name, and several things are called so."""
        names = {t for t, _ in self._named(question)}
        return self._bare(question) and len(names) > 1

    def _bare(self, question: Question) -> bool:
        """Whether a name stands alone."""
        links = question.links
        telling = {i for i in question.weights if i not in question.light}
        alone = not links.classes and len(links.things) == 1 and not question.shape.tokens
        return alone and telling <= links.things[0].tokens

    def reason(self, question: Question) -> str:
        """Return why nothing can be said, where a name stands alone or no word is known; else nothing."""
        index, links = self.ages.sources.index, question.links
        telling = [i for i in question.weights if i not in question.light]
        if self._bare(question):
            names = [index.entities[t].label for t, _ in self._named(question) if t in index.entities]
            meant = " or ".join(names)
            return f"The question names {meant}, and does not say what it asks." if meant else ""
        if question.shape.has("mention") or links.things or links.classes:
            return ""
        if any(index.knows(question.words[i]) for i in telling):
            return ""
        return "The question was not understood."

    def _elsewhere(self, question: Question) -> Iterator[str]:
        """Where it may stand: a plan that is named and was not read, or another kind of paper."""
        said = {question.words[i] for i in question.weights} | {t.stem for t in question.tokens}
        for words, titles, other in self._hints:
            if not words & said:
                continue
            label = self.ages.sources.label
            named = [p for p in sorted(self.ages.unread) if any(t <= set(stems(label(p))) for t in titles)]
            names = " or ".join(f"“{label(p)}”" for p in named)
            yield (
                f"It may stand in {names}, which the plans name but which was not read."
                if named
                else f"It may stand in {other}, which is not among the plans that were read."
            )
            return

    @cached_property
    def _hints(self) -> list[tuple[frozenset[str], list[frozenset[str]], str]]:
        return [
            (frozenset(map(stem, h["words"])), [frozenset(stems(t)) for t in h["plans"]], str(h["other"]))
            for h in load_data("hints.yaml")["hints"]
        ]
