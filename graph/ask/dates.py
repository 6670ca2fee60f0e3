"""Answers when a plan is from: by the date that it bears, the years that it covers, or its last revision."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.ask.ages import AGED, Ages
from graph.ask.closed import closed, closed_form
from graph.ask.lexicon import Language, load_data
from graph.ask.mentions import ClassMention
from graph.ask.question import Question
from graph.model import Answer, AnswerItem, Kind

__all__ = ["Dates"]

_REVISED = closed_form("revised")


@dataclass(frozen=True)
class Dates:
    """Dates plans."""

    ages: Ages

    def of(self, question: Question) -> Answer | None:
        """Return when the one plan that a question names is from, if that is all it asks."""
        plans = self._plan(question)
        named = question.links.things
        if plans and named and named[0].options[0].how == AGED and self._alone(question):
            return self._themselves(question, plans)
        kind = self._asked(question) if plans else ""
        if not plans or not kind:
            return None
        items = [i for p in plans for v in self._values(p, kind) if (i := self._item(p, v))]
        name = " or ".join(self.ages.sources.label(p) for p in plans)
        if not items:
            reason = f"The plans do not say when this was: {name}."
            return Answer(question.text, "unanswerable", reason, "single", notes=(reason,))
        told = {"covering": "The years that {} covers", "updated": "When {} was revised"}
        words = told.get(kind, "When {} is from").format(name)
        return Answer(question.text, "answered", words, "single", tuple(items), confidence=0.9)

    def _plan(self, question: Question) -> Sequence[str]:
        """The plan that is named, where nothing else is."""
        holder = str(self.ages.lexicon.settings.get("holder", {}).get("class", ""))
        named = question.links.things
        if question.links.values or question.shape.boolean or len(named) > 1:
            return ()
        if named:
            return [t for o in named[0].options if o.cls == holder for t in o.things]
        kinds = [n for n in self._nouns(question) if any(s.filters for s in n.senses)]
        plans = self.ages.of_kind(kinds[0]) if len(kinds) == 1 else []
        return plans if len(plans) == 1 else ()

    def _alone(self, question: Question) -> bool:
        """Whether nothing is asked but which plan it is."""
        nouns = frozenset(i for n in self._nouns(question) for i in n.tokens)
        known = question.links.things[0].tokens | nouns | question.light
        return not question.shape.has("count") and all(i in known for i in question.weights)

    def _nouns(self, question: Question) -> list[ClassMention]:
        """The nouns for plans."""
        holder = self.ages.lexicon.settings.get("holder", {}).get("class")
        return [n for n in question.links.classes if any(s.cls == holder for s in n.senses)]

    def _themselves(self, question: Question, plans: Sequence[str]) -> Answer:
        """The plans that are told by their age."""
        sources = self.ages.sources
        items = [i for p in plans if (i := self._item(p, sources.label(p)))]
        said = question.spelled(question.links.things[0].tokens)
        kind: Kind = "single" if len(items) == 1 else "list"
        return Answer(question.text, "answered", f"Plans: {said}", kind, tuple(items), confidence=0.9)

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        data = load_data("ages.yaml")
        return {k: frozenset(str(w) for w in data[k]) for k in ("dated", "covering", "updated")}

    def _asked(self, question: Question) -> str:
        """What is asked of the plan's time; nothing, where any word asks for something else."""
        named = question.links.named | frozenset(i for n in self._nouns(question) for i in n.tokens)
        typed = [t.text.lower() for i, t in enumerate(question.tokens) if i not in named]
        asks = closed("asking_age") & set(typed)
        small = Language.english().stopwords
        known = frozenset().union(*self._words.values())
        spoken = [
            w
            for w, t in zip(typed, (t for i, t in enumerate(question.tokens) if i not in named), strict=True)
            if t.stem not in small
        ]
        if not asks or not set(spoken) <= known:
            return ""
        return next((k for k in ("updated", "covering") if self._words[k] & set(spoken)), "dated")

    def _values(self, plan: str, kind: str) -> list[str]:
        sources, holder = self.ages.sources, self.ages.lexicon.settings.get("holder", {})
        if kind == "updated":
            names = sources.index.entities[plan].names
            return list(dict.fromkeys(m.group(1) for n in names if (m := _REVISED.search(n))))
        if kind == "covering":
            return self.ages.years(plan)
        for prop in (*holder.get("issued", ()), holder["year"], *holder.get("dates", ())):
            if values := [str(v) for v in sources.values(plan, prop)]:
                return values
        return []

    def _item(self, plan: str, value: str) -> AnswerItem | None:
        evidence = tuple(self.ages.sources.evidence(plan))[:3]
        return AnswerItem(value, plan, "Plan", "stated", 0.9, evidence) if evidence else None
