"""Takes what is said after an answer for a full question: another thing put in, or said of what was found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal as OneOf

from graph.ask.closed import closed_form, closed_stems
from graph.ask.engine import Engine
from graph.ask.fragment import Fragment, Sayings
from graph.ask.mentions import ClassMention, ThingMention, ThingOption
from graph.ask.plural import plural_of
from graph.ask.profile import local_words
from graph.ask.question import Question
from graph.ask.referents import Referents
from graph.ask.substitution import place_of, put_in, without_named
from graph.model import Answer

__all__ = ["FollowUps", "Taking", "Turn"]

Act = OneOf["ask", "count", "list", "ground", "belongs"]
_MOST = 200  # things of an answer that a follow-up can be about
_NAMED = 3  # of them that are named in words
_STANDIN = "those"
_COPULA = closed_form("leading_copula")
_RELATIVE = closed_form("leading_relative")


@dataclass(frozen=True, slots=True)
class Turn:
    """What was asked before, as a question of its own, and what was answered."""

    text: str
    referents: Referents | None
    answer: Answer
    typed: str = ""
    base: "Turn | None" = None


@dataclass(frozen=True, slots=True)
class Taking:
    """One way to take a follow-up for a question of its own."""

    text: str
    referents: Referents | None = None
    act: Act = "ask"
    said: str = ""
    firm: bool = False
    rival: bool = False
    instead: bool = False
    then: tuple[str, ...] = ()
    part: bool = False
    """Whether only a part of what was found before is an answer."""


@dataclass(frozen=True)
class FollowUps:
    """Proposes how a follow-up can be taken, likeliest first."""

    engine: Engine

    def takings(self, text: str, turn: Turn) -> list[Taking]:
        """Return the ways to take a text after a turn; none where it stands by itself."""
        words = Fragment.of(text)
        if picked := self._picked(words, turn):
            return [self._about(*picked)]
        rest = self.engine.read(words.rest)
        if words.pronoun and (named := self._without_named(words.rest, rest, turn)) != words.rest:
            words, rest = replace(words, rest=named), self.engine.read(named)
        inside = words.narrows and bool(closed_stems("inside") & set(rest.words[:1]))  # 'only in that plan'
        within = inside or (words.narrows and not any(self._same(m, turn) for m in rest.links.things))
        if words.inner or (not words.pronoun and not within and self._complete(rest)):
            return []
        found = list(self._of_answer(rest, turn)) or list(self._members(words, rest, turn))
        if found:
            return found
        said = self._said_of(words, rest, turn)
        part = (replace(t, part=words.narrows) for t in self._part(words, rest, turn))
        if words.partitive or _role_alone(rest):
            return [*(part if words.partitive else ()), *said]
        if words.pronoun and not words.ones and not words.narrows:
            return [*said, *self._put_in(words, rest, turn), *part]
        return [*(() if inside else self._put_in(words, rest, turn)), *part, *said]

    def _without_named(self, text: str, rest: Question, turn: Turn) -> str:
        return without_named(text, rest, self.engine.read(turn.text, turn.referents))

    def whole(self, text: str) -> bool:
        """Whether a text asks as a full sentence does, and names what it is about."""
        words = Fragment.of(text)
        if words.pronoun or words.opened or words.narrows:
            return False
        question = self.engine.read(text)
        asks = any(spot for p in Sayings.english().asking for spot in p.find(question.words))
        return asks and bool(question.links.given or question.lettered)

    def _asks_kind(self, turn: Turn) -> bool:
        """Whether things of a kind were asked for before, as by 'which actions', and not as by 'who'."""
        asked = self.engine.read(turn.text, turn.referents).shape.asked
        return any(isinstance(a.noun, ClassMention) for a in asked)

    def _complete(self, question: Question) -> bool:
        """Whether a question says both what it asks for and of what."""
        shape, links = question.shape, question.links
        all_asked = any(spot for p in Sayings.english().all for spot in p.find(question.words))
        if all_asked and any(a.noun for a in shape.asked):
            return True
        asks = shape.boolean or any(a.noun or a.role for a in shape.asked)
        formal = shape.tokens | frozenset(i for spot in links.cues.values() for i in spot)
        formal |= frozenset(i for m in links.nouns for i in m.tokens)
        telling = [i for i in question.weights if i not in question.light and i not in formal]
        return asks and bool(links.given or links.missing or telling or len(links.classes) > 1)

    def _of_answer(self, rest: Question, turn: Turn) -> Iterator[Taking]:
        """'How many of those?', 'which ones?', 'why?': nothing is asked but of the answer itself."""
        if rest.links.given or rest.links.classes:
            return
        pronouns = Sayings.english().plural | Sayings.english().singular
        for act in ("ground", "count", "list"):
            spots = [spot for p in Sayings.english().acts[act] for spot in p.find(rest.words)]
            said = frozenset(i for spot in spots for i in spot)
            left = [i for i in rest.weights if i not in said and rest.words[i] not in pronouns]
            if not said or left or (act == "list" and rest.links.cues):
                continue
            if act == "ground":
                yield Taking(
                    rest.text, None, "ground", "Taken as asking on what the answer before rests.", True
                )
            elif referents := self._found(turn, frozenset({_STANDIN})):
                yield Taking(rest.text, referents, act, f"Taken as asking of {referents.says}.", True)

    def _members(self, words: Fragment, rest: Question, turn: Turn) -> Iterator[Taking]:
        """'Is Oakdale one of them?', 'what about Oakdale?' where such things were asked for."""
        found = self._found(turn, frozenset({_STANDIN}))
        things = [m for m in rest.links.things if not m.quiet]
        if found is None or len(things) != 1:
            return
        asked = rest.shape.boolean and any(p for m in Sayings.english().members for p in m.find(rest.words))
        bare = not rest.shape.asked and not words.narrows and not self._same(things[0], turn)
        bare = bare and not [i for i in rest.weights if i not in things[0].tokens | rest.light]
        if (asked or bare) and {o.cls for o in things[0].options} & {o.cls for o in found.options}:
            name = rest.text[rest.tokens[things[0].start].start : rest.tokens[things[0].end - 1].end]
            plural = self._noun(found)
            yield Taking(
                f"Is {name} one of those {plural}?",
                found,
                "belongs",
                f"Taken as asking whether {name} is one of {found.says}.",
                True,
            )

    def _put_in(self, words: Fragment, rest: Question, turn: Turn) -> Iterator[Taking]:
        """'And for recommendation 5?': what is named takes the place of what was named before."""
        since: list[str] = []
        earlier: Turn | None = turn
        while earlier is not None:
            before = self.engine.read(earlier.text, earlier.referents)
            text = put_in(rest, before, self.engine.lexicon, nouns=not (words.narrows or words.pronoun))
            if text != before.text:
                then = "".join(f", then “{t}”" for t in since)
                said = f"Taken as a follow-up: “{text}”{then}"
                yield Taking(text, earlier.referents, "ask", said, firm=True, instead=True, then=tuple(since))
                return
            since.insert(0, earlier.typed)
            earlier = earlier.base

    def _part(self, words: Fragment, rest: Question, turn: Turn) -> Iterator[Taking]:
        """'Only the long-term ones': a part of what was found before."""
        referents = self._found(turn, frozenset({_STANDIN}))
        if referents is None or not rest.tokens:
            return
        noun, classes = self._noun(referents), {o.cls for o in referents.options}
        own = [s for m in rest.links.classes for s in m.senses if s.cls in classes]
        head = rest.tokens[_head(rest) - 1].end if _head(rest) else 0
        opening = words.rest[:head] or "which"
        said = _without_article(words.rest[head:])
        if own and own[0].filters:
            yield self._about(f"{opening} of {_STANDIN} {_COPULA.sub('', said)}?", referents)
        elif not own and not words.narrows and not words.partitive and _noun_alone(rest):
            yield self._about(f"which {said} of {_STANDIN}?", referents)
        else:
            relative = _RELATIVE.sub("", said)
            said = said if head else relative if relative != said else f"are {said}"
            yield self._about(f"{opening} of {_STANDIN} {noun} {said}?", referents)

    def _said_of(self, words: Fragment, rest: Question, turn: Turn) -> Iterator[Taking]:
        """'Who leads them?': asked of what was found, or of the one thing that was spoken of."""
        text = words.rest
        asks = any(a.noun or a.role for a in rest.shape.asked) or rest.links.cues or rest.weights
        if not asks:
            return
        if not words.pronoun:
            text = f"{text.rstrip(' ?!.')} for {_STANDIN}?"
        single = words.pronoun in Sayings.english().singular
        marks = frozenset({words.pronoun or _STANDIN})
        found, spoken = self._found(turn, marks), self._spoken(turn, marks)
        rivals = single and found is not None and len(found.things) == 1
        order = [spoken, found] if single and not rivals else [found, None if found else spoken]
        order = [found, spoken] if rivals else order
        if _role_alone(rest) and not self._asks_kind(turn):
            order = [spoken, found]
        for referents in order:
            if referents is not None:
                taking = self._about(_partitive(text, words.pronoun, self._noun(referents)), referents)
                yield replace(taking, rival=rivals)

    def _picked(self, words: Fragment, turn: Turn) -> tuple[str, Referents] | None:
        """'The second one': one of the things found, by its place in the answer."""
        match = Sayings.english().ordinal.search(words.rest)
        things = [i.iri for i in turn.answer.answers if i.iri in self.engine.index.entities]
        if not match or not things:
            return None
        word = match[1].lower()
        place = len(things) - 1 if word in Sayings.english().last else Sayings.english().first.index(word)
        if place >= len(things):
            return None
        text = words.rest[: match.start()] + "it" + words.rest[match.end() :]
        if not re.sub(r"\W|\bit\b", "", text):
            text = "what does it say?"
        return text, self._of_things([str(things[place])], frozenset({"it"}))

    def _found(self, turn: Turn, words: frozenset[str]) -> Referents | None:
        """The things of the answer before, or of the one before that where it was a yes or no."""
        while turn.answer.boolean is not None and turn.base is not None:
            turn = turn.base
        if turn.answer.status != "answered" or turn.answer.boolean is not None:
            return None
        items = [i for i in turn.answer.answers if i.basis != "passage"]
        things = [i.iri for i in items if i.iri and i.iri in self.engine.index.entities]
        asked = f" (“{turn.text}”)" if turn.referents is None else ""
        return self._of_things(list(dict.fromkeys(things))[:_MOST], words, asked) if things else None

    def _spoken(self, turn: Turn, words: frozenset[str]) -> Referents | None:
        """The one thing that was named in the question before."""
        mentions = self.engine.read(turn.text, turn.referents).links.things
        named = [m for m in mentions if not m.quiet]
        return self._of_things(list(named[0].options[0].things), words) if named else None

    def _of_things(self, things: Sequence[str], words: frozenset[str], asked: str = "") -> Referents:
        by_class: dict[str, list[str]] = {}
        for thing in things:
            for cls in self.engine.index.classes(thing):
                by_class.setdefault(cls, []).append(thing)
        options = tuple(ThingOption(c, tuple(t), 1.0, "previous") for c, t in by_class.items())
        referents = Referents(words, options, "")
        names = [self.engine.index.entities[t].label for t in things]
        said = ", ".join(f"“{n}”" for n in names)
        if len(things) > _NAMED:
            said = f"the {len(things)} {self._noun(referents)} found before{asked}"
        return Referents(words, options, said)

    def _noun(self, referents: Referents) -> str:
        cls = max(referents.options, key=lambda o: len(o.things)).cls
        noun = next(iter(self.engine.lexicon.term(cls).nouns), local_words(cls))
        return plural_of(noun)

    def _about(self, text: str, referents: Referents) -> Taking:
        said = f"Taken as a follow-up about {referents.says}."
        return Taking(text, referents, "ask", said, firm=True)

    def _same(self, mention: ThingMention, turn: Turn | None) -> bool:
        while turn is not None:
            if place_of(mention, self.engine.read(turn.text, turn.referents)) is not None:
                return True
            turn = turn.base
        return False


def _noun_alone(rest: Question) -> bool:
    """Whether nothing but a kind of thing or value is named: 'and the metrics?'."""
    named = frozenset(i for m in rest.links.nouns for i in m.tokens)
    return bool(named) and not rest.links.given and set(rest.weights) <= named | rest.light


def _role_alone(rest: Question) -> bool:
    """Whether nothing but a question word is said, 'when?', which may be asked of either thing."""
    return any(a.role and not a.noun for a in rest.shape.asked) and len(rest.words) == 1


def _head(rest: Question) -> int:
    """How many words at the beginning only ask: 'which', 'how many'."""
    counted = rest.shape.cues.get("count", frozenset())
    if rest.words and rest.words[0] == "which":
        return 1
    return max(counted) + 1 if counted and min(counted) == 0 else 0


def _without_article(text: str) -> str:
    """What is left without small words around it: 'long-term' of 'the long-term ones?'."""
    text = closed_form("of_them").sub("", text)
    text = closed_form("pointing_article").sub("", text.strip(" ?!.,"), count=1)
    return closed_form("trailing_ones").sub("", text)


def _partitive(text: str, pronoun: str, noun: str) -> str:
    """'Which of them lead …' asks for things of the kind that they are."""
    return re.sub(rf"\bof {pronoun}\b(?! {noun})", f"of {pronoun} {noun}", text, flags=re.IGNORECASE)
