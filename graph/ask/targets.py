"""What a question may be asking for: classes and properties, from nouns, question words and frames."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.ask.closed import closed_stems
from graph.ask.lexicon import Language, Lexicon
from graph.ask.mentions import ClassMention, Links, PropertyMention
from graph.ask.phrases import Pattern
from graph.ask.profile import Profile
from graph.ask.reading import Target
from graph.ask.shape import Asked, Shape

__all__ = ["Targets"]

_VAGUE = frozenset(
    {"where", "howmuch", "why"}
)  # question words that may ask for other things than their name says
_CUED = 0.4  # what a phrase for a property is worth to it as what is asked for
_DEFINED = 1.1  # a thing whose own words are asked for
_ANY = closed_stems("any_or_all")
_LETTERS = 2  # words of a question that is nothing but an acronym
_OPENING = 5  # words that may stand before the noun in 'is there any …'
_FIRM = 0.8  # how firmly a thing is named whose contents are asked for
_BY_CUE = 0.75
_BY_NOUN_LATER = 0.7
_BY_CONTENT = 0.55
_BY_THING = 0.5


@dataclass(frozen=True)
class Targets:
    """Proposes what may be asked for."""

    profile: Profile
    lexicon: Lexicon
    records: frozenset[str] = frozenset()

    @property
    def holder(self) -> str:
        """The class of what holds records, such as plans; empty where nothing does."""
        return str(self.lexicon.settings.get("holder", {}).get("class", ""))

    def slots(self, words: Sequence[str], shape: Shape, links: Links) -> list[list[Target]]:
        """Return, for each thing asked for, what it may be, likeliest first."""
        if shape.boolean and (any_of := self._any_of(words, links)):
            return [any_of]
        if held := list(self._members(words, links)) or list(self._inside(words, shape, links)):
            return [held]
        framed = list(self.framed(words)) or list(self._bare(words, shape, links))
        slots = [
            [replace(t, at=asked.at) for t in s]
            for asked in shape.asked
            if (s := list(self.of_asked(asked, shape, links)))
        ]
        if not slots:
            opened = [replace(t, open=True) for t in self._open(shape, links)]
            return [_unique(framed if any(f.strict for f in framed) else [*framed, *opened])]
        own = [_unique([f]) for f in framed if f.slot and not any(t.cls == f.cls for t in slots[0])]
        slots = [*own[:1], *slots]
        strong = [f for f in framed if f.weight >= 1 and not f.slot]
        if any(f.strict for f in strong):
            return [_unique(strong)]
        if any(f.match for f in strong):
            return [_unique([*strong, *slots[0]])]
        return [_unique([*strong, *slots[0]]), *(_unique(s) for s in slots[1:])]

    def _members(self, words: Sequence[str], links: Links) -> Iterator[Target]:
        """'Excelling list', 'who is in the Focus tier': what is sorted into the thing that is named."""
        if links.properties or not links.things:
            return
        spots = [s for pattern in self._roll_calls for s in pattern.find(words)]
        tokens = frozenset(i for s in spots for i in s) - links.named
        kinds = self.lexicon.settings.get("members", {}).get("of", {})
        named = {o.cls for m in links.things for o in m.options if not m.quiet}
        others = {s.cls for m in links.classes for s in m.senses} - named
        if spots and len(named & set(kinds)) == 1 and not others:
            yield replace(self._class(kinds[min(named & set(kinds))]), tokens=tokens)

    def _inside(self, words: Sequence[str], shape: Shape, links: Links) -> Iterator[Target]:
        """'What is in the second goal?' asks for what stands under it."""
        setting = self.lexicon.settings.get("contents", {})
        kinds = setting.get("of", {})
        spots = [s for p in _patterns(tuple(setting.get("phrases", ()))) for s in p.find(words)]
        named = {o.cls for m in links.things if m.firm >= _FIRM for o in m.options}
        nouns = {s.cls for m in links.classes for s in m.senses}
        held = (named | nouns) & set(kinds)
        asked = {s.cls for a in shape.asked if isinstance(a.noun, ClassMention) for s in a.noun.senses}
        if spots and len(held) == 1 and not asked - held and not nouns & set(kinds.values()):
            tokens = frozenset(i for s in spots for i in s) - links.named
            yield replace(self._class(kinds[min(held)]), tokens=tokens)

    @property
    def _roll_calls(self) -> tuple[Pattern, ...]:
        return _patterns(tuple(self.lexicon.settings.get("members", {}).get("phrases", ())))

    def _any_of(self, words: Sequence[str], links: Links) -> list[Target]:
        """'Is there any school …': the class that must have a member."""
        for mention in links.classes:
            if mention.start <= _OPENING and _ANY & set(words[: mention.start]):
                return [
                    replace(self._class(s.cls), filters=s.filters, tokens=mention.tokens)
                    for s in mention.senses
                ]
        return []

    def of_asked(self, asked: Asked, shape: Shape, links: Links) -> Iterator[Target]:
        """Yield what one thing asked for may be."""
        if isinstance(asked.noun, ClassMention):
            for sense in asked.noun.senses:
                yield replace(self._class(sense.cls), filters=sense.filters, tokens=asked.tokens)
        elif isinstance(asked.noun, PropertyMention):
            again = [m.tokens for m in links.properties if set(m.senses) == set(asked.noun.senses)]
            for named in asked.noun.senses:  # 'phone extension' asks twice for one thing
                said = links.cues.get(named.property, frozenset()) if self._valued(named.property) else ()
                yield from self._property(named.property, 1.0, asked.tokens.union(*again, said))
        if asked.role:
            yield from self._role(asked, links)
        if asked.role in _VAGUE:
            for target in self._open(shape, links):
                yield replace(target, tokens=target.tokens | asked.tokens)

    def _valued(self, prop: str) -> bool:
        """Whether a property gives values: its verb then says no more than its noun."""
        return any(u.property == prop for u in self.profile.literals)

    def of_term(self, iri: str, weight: float, tokens: frozenset[int]) -> Iterator[Target]:
        """Yield what a class or property may be asked for as."""
        if iri in self.profile.classes:
            yield replace(self._class(iri, weight), tokens=tokens)
        else:
            yield from self._property(iri, weight, tokens)

    def _role(self, asked: Asked, links: Links) -> Iterator[Target]:
        for iri, term in sorted(self.lexicon.terms.items()):
            if asked.role not in term.roles:
                continue
            if iri in self.profile.classes:
                yield replace(self._class(iri, 0.95), tokens=asked.tokens, role=asked.role)
            else:
                for target in self._property(iri, 0.9, asked.tokens, links):
                    yield replace(target, role=asked.role)

    def _class(self, cls: str, weight: float = 1.0) -> Target:
        return Target(cls, show=self.lexicon.term(cls).show, weight=weight)

    def _property(
        self, prop: str, weight: float, tokens: frozenset[int], links: Links | None = None
    ) -> Iterator[Target]:
        if links and prop in links.cues:
            weight += _CUED
            tokens |= links.cues[prop]
        for use in self.profile.literals:
            if use.property == prop:
                yield Target(use.cls, prop, weight=weight, tokens=tokens)
        ends = sorted({e.target for e in self.profile.edges if e.property == prop})
        for cls in ends:
            yield replace(self._class(cls, weight), tokens=tokens)

    def framed(self, words: Sequence[str]) -> Iterator[Target]:
        """Yield what ways of asking ask for that do not name it."""
        for frame in self.lexicon.frames:
            spots = [spot for pattern in frame.patterns for spot in pattern.find(words)]
            if spots and frame.target in self.profile.classes:
                tokens = frozenset(i for spot in spots for i in spot)
                yield Target(
                    frame.target,
                    show=frame.show,
                    weight=frame.weight,
                    tokens=tokens,
                    role=frame.name,
                    match=frame.match,
                    template=frame.template,
                    strict=frame.strict,
                    slot=frame.slot,
                )

    def _bare(self, words: Sequence[str], shape: Shape, links: Links) -> Iterator[Target]:
        """'NATO?': who says nothing but letters asks what they stand for."""
        things = links.things
        small = set(words) <= Language.english().words()
        if (
            small
            or len(things) > 1
            or len(words) > _LETTERS
            or links.nouns
            or links.cues
            or shape.cues
            or shape.roles
        ):
            return
        for frame in self.lexicon.frames:
            if frame.bare and (not things or any(o.cls == frame.target for o in things[0].options)):
                yield Target(frame.target, show=frame.show, weight=frame.weight, role=frame.name, strict=True)

    def _open(self, shape: Shape, links: Links) -> Iterator[Target]:
        """Where no noun says what is wanted: what phrases, later nouns and given things suggest."""
        given = {o.cls for thing in links.things for o in thing.options}
        for prop, tokens in sorted(links.cues.items()):
            yield from self._by_cue(prop, tokens, given)
        yield from self._by_noun(links)
        for cls in sorted(self.lexicon.listed("open") & set(self.profile.classes)):
            yield self._class(cls, _BY_CONTENT)
        weight = _DEFINED if shape.has("definition") else _BY_THING
        barred = self.lexicon.listed("quiet") | {self.lexicon.settings.get("holder", {}).get("class")}
        for cls in sorted(given - barred):
            yield self._class(cls, weight)

    def _by_cue(self, prop: str, tokens: frozenset[int], given: set[str]) -> Iterator[Target]:
        edges = [e for e in self.profile.edges if e.property == prop]
        barred = given | {self.lexicon.settings.get("holder", {}).get("class")} | self.records
        for cls in sorted({c for e in edges for c in (e.source, e.target)} - barred):
            yield replace(self._class(cls, _BY_CUE), tokens=tokens)
        for use in self.profile.literals:
            if use.property == prop:
                yield Target(use.cls, prop, weight=_BY_CUE, tokens=tokens)

    def _by_noun(self, links: Links) -> Iterator[Target]:
        holder = self.lexicon.settings.get("holder", {}).get("class")
        shared = self.lexicon.listed("shared")
        for mention in links.classes:
            for sense in mention.senses:
                weight = _BY_THING if sense.cls in shared else _BY_NOUN_LATER
                if sense.cls != holder:
                    yield replace(
                        self._class(sense.cls, weight), filters=sense.filters, tokens=mention.tokens
                    )


@cache
def _patterns(phrases: tuple[str, ...]) -> tuple[Pattern, ...]:
    return tuple(Pattern(p) for p in phrases)


def _unique(targets: list[Target]) -> list[Target]:
    kept: dict[tuple[object, ...], Target] = {}
    for target in targets:
        key = (target.cls, target.property, target.filters, target.show)
        if key not in kept or kept[key].weight < target.weight:
            kept[key] = target
    return sorted(kept.values(), key=lambda t: (-t.weight, t.cls, t.property or ""))
