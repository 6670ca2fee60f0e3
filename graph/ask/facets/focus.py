"""What a question asks for: a kind of thing, a value, or whoever, whenever, wherever."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.ask.closed import closed
from graph.ask.facets.marks import Marks
from graph.ask.facets.mentions import Linked, Named, OfClass, OfThing, OfValue, Sense, Span
from graph.ask.facets.quantities import Units
from graph.ask.facets.readings import Condition, Goal
from graph.ask.facets.schema import Schema
from graph.ask.facets.speech import Speech
from graph.ask.facets.terms import Attribute, Hop
from graph.ask.facets.words import alike, content, low, spoken

__all__ = ["Focus"]

_PASSED = 4  # words between a question word and the noun that it asks for
_AUXILIARIES = closed("auxiliaries")
_ASKING = closed("asking_words")
_ARTICLES = closed("articles_and_owners")
_BE = closed("be_or_s")
_KIND_WORDS = closed("kind_words")
_SORTED, _JOINED = 0.95, 0.6  # a thing that sorts others, for those others: by a property called so, or any
_OPEN = 0.5
_NOUN = 0.8  # how surely a word names a kind of thing
_HINTED = 0.6  # for a property, where the words name a kind of thing themselves
_VALUED = 0.55


@dataclass(frozen=True)
class Focus:
    """Finds what is asked for."""

    schema: Schema

    def goals(self, linked: Linked, marks: Marks) -> list[Goal]:
        """Return what may be asked for, likeliest first."""
        found = [*self._names(linked), *self._nouns(linked, marks), *self._roles(linked, marks)]
        if marks.yesno:
            found += self._subjects(linked)
        if not found:
            found = [*self._open(linked)]
        best: dict[object, Goal] = {}
        for goal in sorted(found, key=lambda g: -g.score):
            best.setdefault((goal.root, goal.attribute, goal.things, goal.conditions), goal)
        return list(best.values())[:_KEPT]

    def _names(self, linked: Linked) -> Iterator[Goal]:
        """'The names of all suppliers', 'name and …': what things are called, and not the things."""
        for at, word in enumerate(linked.words[:-1]):
            span = linked.at(at)
            free = span is None or not any(isinstance(x, Named) for x in span.senses)
            if word in ("name", "names") and free and linked.words[at + 1] in closed("after_names"):
                for cls, attribute in self.schema.labels.items():
                    yield Goal(cls, attribute, score=1.0, tokens=frozenset({at}))

    def _nouns(self, linked: Linked, marks: Marks) -> Iterator[Goal]:
        """The noun beside a question word, or the first noun of a fragment."""
        for number, (asked, start) in enumerate(_openings(linked, marks)):
            who = asked >= 0 and linked.words[asked] in ("who", "whom")
            for head in _heads(linked, start, marks):
                for goal in self._of_head(linked, head):
                    score = goal.score - 0.15 * number - 0.4 * (who and not self._personal(goal.root))
                    yield replace(goal, score=score, tokens=goal.tokens | ({asked} if asked >= 0 else set()))

    def _of_head(self, linked: Linked, at: int) -> Iterator[Goal]:
        span = linked.at(at)
        senses = span.senses if span else ()
        exact = any(isinstance(s, OfClass) and s.score >= _NOUN for s in senses)
        for goal in self._meant(linked, at):
            yield replace(goal, score=goal.score * _HINTED) if exact and goal.hinted else goal

    def _meant(self, linked: Linked, at: int) -> Iterator[Goal]:
        span = linked.at(at)
        for sense in span.senses if span else ():
            yield from self._of_sense(linked, sense, span.tokens if span else frozenset())
        for relation, cue in linked.relations.items():
            if at in cue.tokens and cue.strength >= 0.5:
                for r in self.schema.relations:
                    if r.property == relation:
                        yield Goal(
                            r.target, score=0.8 * min(1, cue.strength), tokens=frozenset({at}), needs=relation
                        )
        for attribute, cue in linked.attributes.items():
            if at in cue.tokens:
                score = 0.95 * min(1.1, cue.strength)
                yield Goal(attribute.owner, attribute, score=score, tokens=cue.tokens, hinted=True)

    def _of_sense(self, linked: Linked, sense: Sense, tokens: frozenset[int]) -> Iterator[Goal]:
        if isinstance(sense, OfClass):
            yield Goal(sense.cls, score=sense.score, tokens=tokens)
        elif isinstance(sense, Named) and isinstance(sense.term, Attribute):
            yield Goal(sense.term.owner, sense.term, score=sense.score + 0.1, tokens=tokens)
        elif isinstance(sense, Named):
            for r in self.schema.relations:
                if r.property == sense.term:
                    ends = any(n.endswith(" of") for n in self.schema.names[r.property])  # 'copies of …'
                    end = r.source if ends else r.target
                    yield Goal(end, score=0.95 * sense.score, tokens=tokens, needs=r.property)
        elif isinstance(sense, OfThing):
            named = all(linked.tokens[i].text[:1].isupper() for i in tokens)
            yield from (g for g in self._sorted_by(sense, tokens) if not named or g.score >= _SORTED)
        elif isinstance(sense, OfValue) and sense.attribute.kind == "text":
            condition = Condition(attribute=sense.attribute, values=(sense.value,), tokens=tokens)
            yield Goal(sense.attribute.owner, score=_VALUED, tokens=tokens, conditions=(condition,))

    def _sorted_by(self, sense: OfThing, tokens: frozenset[int]) -> Iterator[Goal]:
        """'Chairs' are things of the type chair: a thing by which others are sorted stands for them."""
        for r in self.schema.relations:
            if r.target not in sense.classes or r.source == r.target or r.pairs < 2 * r.targets:
                continue
            said = (*self.schema.names[r.property], *self.schema.names.get(r.target, ()))
            sorts = any(alike(w, k) >= 0.85 for n in said for w in content(n) for k in _KIND_WORDS)
            condition = Condition(
                (Hop(r.property, False, r.target),), things=sense.things, tokens=tokens, cost=0.1
            )
            yield Goal(r.source, score=_SORTED if sorts else _JOINED, tokens=tokens, conditions=(condition,))

    def _roles(self, linked: Linked, marks: Marks) -> Iterator[Goal]:
        words = linked.words
        for at, word in enumerate(words):
            if word in closed("persons"):
                worth = 0.55 if _noun_follows(linked, at) else 0.85
                yield from (replace(g, score=worth * g.score) for g in self._persons(at))
            elif word == "when" or words[at : at + 2] in (("what", "date"), ("which", "date")):
                yield from self._dated(linked, at)
            elif word == "where":
                yield from self._places(linked, at)
            elif word == "how" and at + 1 < len(words) and not marks.counted & {at}:
                later = at > 1 and words[at - 1] == "and"  # a second question
                yield from (
                    replace(g, score=g.score * (0.4 if later else 1.0)) for g in self._amounts(linked, at)
                )

    def _persons(self, at: int) -> Iterator[Goal]:
        speech = Speech.english()
        for name, worth in (("persons", 1.0), ("agents", 0.6)):
            known = speech.stems(name)
            for cls in self.schema.classes:
                if self.schema.said(cls) & known:
                    yield Goal(cls, score=worth, tokens=frozenset({at}))

    def _personal(self, cls: str) -> bool:
        return bool(
            self.schema.said(cls) & (Speech.english().stems("persons") | Speech.english().stems("agents"))
        )

    def _dated(self, linked: Linked, at: int) -> Iterator[Goal]:
        for attribute in self.schema.attributes:
            if attribute.dated:
                cue = linked.cue(attribute)
                yield Goal(
                    attribute.owner, attribute, score=0.5 + 0.5 * cue.strength, tokens=cue.tokens | {at}
                )

    def _places(self, linked: Linked, at: int) -> Iterator[Goal]:
        places, mail = Speech.english().stems("places"), closed("no_places")
        asked = frozenset(i for i, t in enumerate(linked.tokens) if t.stem in places) | {at}
        for attribute in self.schema.attributes:
            said = {w for n in attribute.names for w in content(n)}
            if attribute.kind in ("text", "thing") and said & places and not said & mail:
                cue = linked.cue(attribute)
                score = 0.5 + 0.4 * cue.strength
                yield Goal(attribute.owner, attribute, score=score, tokens=cue.tokens | asked)
        for r in self.schema.relations:
            named = {low(t) for n in self.schema.names[r.property] for t in spoken(n)}
            cue = linked.cue(r.property)
            placed = named & Speech.english().words("places") or self.schema.said(r.target) & places
            if placed and r.source != r.target:
                score = 0.55 + 0.4 * cue.strength
                yield Goal(r.target, score=score, tokens=cue.tokens | asked, needs=r.property)

    def _amounts(self, linked: Linked, at: int) -> Iterator[Goal]:
        """'How much does … cost', 'how heavy is …', 'how long …'."""
        much = linked.words[at + 1] in closed("amounts")
        for attribute, cue in linked.attributes.items():
            if attribute.numeric and (much or at + 1 in cue.tokens):
                tokens = cue.tokens | {at, at + 1}
                yield Goal(attribute.owner, attribute, score=0.5 + 0.5 * cue.strength, tokens=tokens)
        if linked.words[at + 1] == "much":
            for attribute in self.schema.attributes:
                if Units.known().dimensions.get(attribute.unit) == "money":
                    yield Goal(attribute.owner, attribute, score=0.5, tokens=frozenset({at, at + 1}))

    def _subjects(self, linked: Linked) -> Iterator[Goal]:
        """A thing of which something is asked by yes or no."""
        for number, span in enumerate(s for s in linked.spans if s.given):
            for sense in span.senses:
                if isinstance(sense, OfThing):
                    for cls in sense.classes:
                        score = 0.95 * sense.score - 0.2 * number
                        yield Goal(cls, things=sense.things, score=score, tokens=span.tokens)

    def _open(self, linked: Linked) -> Iterator[Goal]:
        """'What is compatible with …': whatever the words lead to."""
        for attribute, cue in linked.attributes.items():
            yield Goal(attribute.owner, attribute, score=_OPEN * cue.strength + 0.2, tokens=cue.tokens)
        for r in self.schema.relations:
            if found := linked.relations.get(r.property):
                score = _OPEN * found.strength + 0.2
                yield Goal(r.target, score=score, needs=r.property)
                yield Goal(r.source, score=score, needs=r.property)


_KEPT = 24


def _openings(linked: Linked, marks: Marks) -> list[tuple[int, int]]:
    """Where nouns that are asked for may begin, each with its question word."""
    speech = Speech.english()
    words = linked.words
    found = [
        (i, i + 1)
        for i, w in enumerate(words)
        if w in _ASKING and not (w == "how" and not marks.counted & {i}) and not _relative(linked, i)
    ]
    found += [
        (i, i + 2)
        for i, w in enumerate(words[:-1])
        if w in ("who", "whom") and words[i + 1] in _BE and _noun_follows(linked, i)
    ]
    if marks.counted and not any(words[a] == "how" for a, _ in found):
        found.insert(0, (min(marks.counted), max(marks.counted) + 1))
    asks = closed("open_questions") & set(words)
    if not found and not asks:
        start = 0
        while start < len(words) and (
            words[start] in speech.words("commands") or words[start] in speech.words("yesno")
        ):
            start += 1
        found = [(-1, start)]
    return found[:3]


def _relative(linked: Linked, at: int) -> bool:
    """'Ships whose length …' asks for ships: what follows a noun tells of it."""
    before = linked.at(at - 1) if at and linked.words[at] in ("whose", "which") else None
    return before is not None and any(isinstance(s, OfClass) for s in before.senses)


def _noun_follows(linked: Linked, at: int) -> bool:
    """'Who is the manager of …' asks for the noun; 'who is certified' does not."""
    words = linked.words
    return at + 2 < len(words) and words[at + 1] in _BE and words[at + 2] in _ARTICLES


def _heads(linked: Linked, start: int, marks: Marks) -> list[int]:
    """The positions of the noun that is asked for: the last of the words that stand together."""
    passed = 0
    for at in range(start, len(linked.words)):
        span = linked.at(at)
        if span and not span.tokens & marks.tokens:
            return [_last(linked, span, marks)]
        if at in marks.tokens or (linked.words[at] in _BE and at <= start + 1):
            continue
        if _is_head(linked, at):
            return [at]
        passed += 1
        if passed > _PASSED or (linked.words[at] in _AUXILIARIES and at >= start):
            return []
    return []


def _is_head(linked: Linked, at: int) -> bool:
    """Whether a word points to a property, and does not merely describe the noun after it."""
    then = linked.at(at + 1)
    described = then is not None and any(isinstance(s, OfClass) for s in then.senses)
    cued = any(at in c.tokens for c in (*linked.relations.values(), *linked.attributes.values()))
    return cued and not described and linked.tokens[at].stem not in Speech.english().function


def _flag(sense: Sense) -> bool:
    """'Hazardous' describes what comes after it."""
    return isinstance(sense, Named) and isinstance(sense.term, Attribute) and sense.term.kind == "flag"


def _last(linked: Linked, span: Span, marks: Marks) -> int:
    """'Bronze masks', 'open orders': after what only describes, the noun itself."""
    at = span
    while True:
        then = linked.at(at.end)
        if (
            then is None
            or then.tokens & marks.tokens
            or linked.tokens[then.start].start - linked.tokens[at.end - 1].end > 1
        ):
            return at.start
        plain = not any(isinstance(s, (OfClass, Named)) and s.score > 0.9 and not _flag(s) for s in at.senses)
        plain = plain and linked.tokens[at.start].stem not in Speech.english().stems("persons")
        noun = any(isinstance(s, OfClass) and s.score >= 0.8 for s in then.senses)
        sorts = plain and any(isinstance(s, (OfThing, Named)) for s in then.senses)
        if not noun and not sorts:
            return at.start
        at = then
