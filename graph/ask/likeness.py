"""Answers what likely serves a thing, or comes closest to it: computed, marked so, with its score."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rdflib import URIRef

from graph.ask.belonging import Belonging
from graph.ask.contents import ContentSearch
from graph.ask.execute import Executor, Found
from graph.ask.grounds import Ground
from graph.ask.lexicon import Language, Lexicon
from graph.ask.mentions import ThingMention
from graph.ask.question import Question
from graph.ask.reading import Reading, Target
from graph.ask.shape import plural
from graph.ask.sources import Sources
from graph.ask.tokens import stems
from graph.ask.vocabulary import ClassSense
from graph.items import local_name
from graph.model import Answer, AnswerItem

__all__ = ["Likeness"]

_NOTE = (
    "What is marked 'inferred' was computed, and is not said by any document; the confidence is its score."
)
_LEAST = 0.15  # likeness, of long texts, below which nothing is offered as the closest
_SHOWN = 3  # likely ones that are offered below an answer
_SHORT = 70


@dataclass(frozen=True)
class Likeness:
    """Finds what was not said to belong together, but likely does."""

    sources: Sources
    contents: ContentSearch
    executor: Executor
    lexicon: Lexicon
    belonging: Belonging

    def of(self, question: Question) -> Answer | None:
        """Return the answer to a question for what is likely or closest; None where it asks for neither."""
        closest, likely = question.shape.has("inferred"), question.shape.has("likely")
        given = self._given(question) if closest or likely else None
        if given is None:
            return None
        things = [t for o in given.options for t in o.things]
        items = self._linked(things, question, given)
        if closest:
            items = _best(items, question) or self._nearest(things, question, given)
        if not items:
            return None
        return Answer(
            question.text,
            "answered",
            f"What {'comes closest to' if closest else 'likely belongs to'} “{self._short(things[0])}”",
            "single" if len(items) == 1 else "list",
            tuple(items),
            notes=(_NOTE,),
            confidence=items[0].confidence,
        )

    def below(self, found: Sequence[Found]) -> list[str]:
        """Offer what likely belongs to an answer, below what the documents say."""
        cited = self.lexicon.listed("cited")
        notes = []
        for one in found:
            shown = {r.value for r in one.rows}
            things = [
                t
                for c in one.reading.conditions
                if c.path and c.path[0].property in cited and len(c.path) == 1 and not c.negated
                for t in c.things
            ]
            sense = ClassSense(one.reading.target.cls)
            links = [(t, g) for t, g in self._links(things, [sense], frozenset()) if t not in shown]
            if links and one.reading.operation == "list" and len(one.reading.conditions) == 1:
                names = "; ".join(f"“{self._short(t)}” ({g.confidence:.2f})" for t, g in links[:_SHOWN])
                notes.append(f"Likely too, computed and not said by any document: {names}.")
        return notes

    def also(self, question: Question, answer: Answer) -> Answer:
        """Return an answer with the likely ones after it, where the question asks for them besides."""
        asked = question.shape.has("also_likely") or question.shape.has("likely")
        given = self._given(question) if asked else None
        if given is None or answer.status not in ("answered", "empty") or answer.count is not None:
            return answer
        things = [t for o in given.options for t in o.things]
        known = {i.iri for i in answer.answers}
        more = [i for i in self._linked(things, question, given) if i.iri not in known]
        if not more:
            note = "Nothing was found that is only likely; what follows, the documents say."
            return replace(answer, notes=(note, *answer.notes))
        return replace(
            answer,
            status="answered",
            kind="list",
            answers=(*answer.answers, *more),
            notes=tuple(dict.fromkeys((_NOTE, *answer.notes))),
        )

    def _given(self, question: Question) -> ThingMention | None:
        """The text that is named, such as a recommendation."""
        namelike = self.sources.index.namelike
        texts = [m for m in question.links.things if m.options[0].cls not in namelike]
        return texts[0] if len(texts) == 1 else None

    def _asked(self, question: Question) -> list[ClassSense]:
        holder = self.lexicon.settings.get("holder", {}).get("class")
        nouns = [a.noun for a in question.shape.asked if a.noun is not None]
        senses = [s for n in nouns for s in n.senses if isinstance(s, ClassSense) and s.cls != holder]
        if nouns and not senses:
            senses = [s for n in question.links.classes for s in n.senses if s.cls != holder]
        return senses

    def _plans(self, question: Question, given: ThingMention) -> frozenset[str]:
        """The plans that the question limits itself to."""
        others = [m for m in question.links.things if m is not given]
        return frozenset(p for m in others for p in self.belonging.plans(m))

    def _links(
        self, things: Sequence[str], asked: Sequence[ClassSense], plans: frozenset[str]
    ) -> list[tuple[str, Ground]]:
        """The computed links of some things to what is asked for, the surest first."""
        best: dict[str, Ground] = {}
        for thing in things:
            for other, ground in self.sources.links(thing).items():
                known = best.get(other)
                if ground.basis == "inferred" and (known is None or known.confidence < ground.confidence):
                    best[other] = ground
        kept = [(t, g) for t, g in best.items() if self._fits(t, asked, plans)]
        return sorted(kept, key=lambda pair: (-pair[1].confidence, pair[0]))

    def _fits(self, thing: str, asked: Sequence[ClassSense], plans: frozenset[str]) -> bool:
        classes = self.sources.index.classes(thing)
        if asked and not any(s.cls in classes for s in asked):
            return False
        return not plans or self.belonging.stands(thing, plans)

    def _linked(self, things: Sequence[str], question: Question, given: ThingMention) -> list[AnswerItem]:
        links = self._links(things, self._asked(question), self._plans(question, given))
        return [i for t, g in links if (i := self._item(t, g.confidence, g.link))]

    def _nearest(self, things: Sequence[str], question: Question, given: ThingMention) -> list[AnswerItem]:
        """What comes closest by its words and meaning, in the plans that the question names."""
        asked, plans = self._asked(question), self._plans(question, given)
        if not asked or not plans:
            return []
        rows = self.executor.run(Reading(Target(asked[0].cls, filters=asked[0].filters))).rows
        members = frozenset(r.value for r in rows if self.belonging.stands(r.value, plans))
        text = " ".join(self.sources.label(t) for t in things)
        small = Language.english().stopwords
        said = tuple(dict.fromkeys(w for w in stems(text) if w not in small))
        likest = self.contents.likest(said, text, members)
        items = [i for t, s in likest if s >= _LEAST and (i := self._item(t, round(s, 2), None))]
        return _best(items, question)

    def _item(self, thing: str, score: float, link: str | None) -> AnswerItem | None:
        evidence = self.sources.places([thing, *([link] if link else [])])
        if not evidence:
            return None
        kind = local_name(URIRef(self.sources.index.classes(thing)[0]))
        return AnswerItem(self.sources.label(thing), thing, kind, "inferred", score, evidence)

    def _short(self, thing: str) -> str:
        label = self.sources.label(thing)
        return label if len(label) <= _SHORT else label[: _SHORT - 1].rstrip() + "…"


def _best(items: list[AnswerItem], question: Question) -> list[AnswerItem]:
    """The closest; where several are asked for, a few."""
    nouns = [a.noun for a in question.shape.asked if a.noun is not None]
    if any(plural(question.tokens[n.end - 1].text) for n in nouns):
        return items[:_SHOWN]
    return items[:1]
