"""Links the words of a question to the graph: numbers first, then names, kinds, values and phrases."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.ask.index import EntityIndex
from graph.ask.lexicon import Language, Lexicon
from graph.ask.mentions import (
    ClassMention,
    Links,
    PropertyMention,
    ThingMention,
    ThingOption,
    ValueMention,
)
from graph.ask.names import name_mentions
from graph.ask.numbers import number_mentions
from graph.ask.qualifiers import Qualifiers
from graph.ask.quotations import Quotations
from graph.ask.subjects import Subjects
from graph.ask.tokens import Token
from graph.ask.vocabulary import Vocabulary

__all__ = ["Linker"]

_NAMED = 0.8  # how firmly a name must be linked to keep a year that is part of it
_NEARLY = 0.05  # 'STEM school' is no school called so, if something else is called STEM


class Linker:
    """Finds in a question everything that the graph knows by name."""

    def __init__(
        self, index: EntityIndex, vocabulary: Vocabulary, lexicon: Lexicon, language: Language
    ) -> None:
        self._index = index
        self._vocabulary = vocabulary
        self._lexicon = lexicon
        self._language = language
        self._quotations = Quotations.of(index)
        self._qualifiers = Qualifiers.of(lexicon)
        self._subjects = Subjects.of(lexicon)

    def link(self, tokens: Sequence[Token]) -> Links:
        """Link a question; longer names win over shorter ones, names over kinds, kinds over phrases."""
        words = [t.stem for t in tokens]
        classes = self._classes(words, tokens)
        numbered, missing, classes = number_mentions(
            words, classes, self._index, self._vocabulary, self._language
        )
        taken = {i for m in numbered for i in m.tokens} | {i for m in missing for i in m.tokens}
        values = self._values(words, taken)
        names = name_mentions(tokens, self._index, self._lexicon, self._language)
        names += self._quotations.find(words)
        things, classes = _resolve([*numbered, *names], classes, taken)
        things = tuple(_with_class_noun(t, classes, words) for t in things)
        things = tuple(self._or_plan(t, things, classes, values, words) for t in things)
        things = self._qualifiers.settled(things, classes, words)
        things = self._subjects.without(things, classes, words)
        classes = self._subjects.nouns(classes, words)
        used = {i for m in things for i in m.tokens} | {i for m in values for i in m.tokens}
        classes = tuple(c for c in classes if not c.tokens <= used)
        return Links(
            classes,
            self._properties(words, used),
            things,
            tuple(v for v in values if not any(v.tokens < t.tokens and t.firm >= _NAMED for t in things)),
            self._cues(words, used),
            missing,
        )

    def _or_plan(
        self,
        thing: ThingMention,
        things: tuple[ThingMention, ...],
        classes: tuple[ClassMention, ...],
        values: Sequence[ValueMention],
        words: Sequence[str],
    ) -> ThingMention:
        """'The 2016-17 plan of the library', 'library 2016-17': a unit may stand for its plan."""
        holder = self._lexicon.settings.get("holder", {}).get("class")
        if not holder or any(o.cls == holder for t in things for o in t.options):
            return thing
        known = {year for plans in self._vocabulary.holders.values() for year in plans.values() if year}
        years = {v.text for v in values} & known
        nouns = [c for c in classes if any(s.cls == holder for s in c.senses)]
        beside = any(_together(thing, c, words, self._language) for c in nouns)
        plans: dict[str, ThingOption] = {}
        for option in thing.options:
            for unit in option.things:
                for plan, year in self._vocabulary.holders.get(unit, {}).items():
                    if year in years or (beside and not years):
                        plans[plan] = ThingOption(holder, (plan,), option.score, "name")
        return replace(thing, options=(*thing.options, *plans.values())) if plans else thing

    def _classes(self, words: Sequence[str], tokens: Sequence[Token]) -> tuple[ClassMention, ...]:
        typed = [t.text.lower() for t in tokens]
        joined = list(self._lexicon.synonyms.find(words))
        spots: dict[tuple[int, int], list[object]] = {}
        for spot in self._vocabulary.classes.find(words):
            if _proper(tokens, spot.start, spot.end):
                continue
            if any(
                s.start <= spot.start < spot.end <= s.end and s.end - s.start > spot.end - spot.start
                for s in joined
            ):
                continue  # 'after school' is no school
            if not self._noun(spot.end - spot.start, typed[spot.end - 1]):
                continue  # 'planning' is no plan
            if spot.end - spot.start == 1 and self._verb(spot.start, words, typed):
                continue  # 'do not need'
            if self._owned(words, typed, spot.start, spot.end):
                continue  # 'the library department's plan' is the plan of a department
            spots.setdefault((spot.start, spot.end), []).append(spot.meaning)
        found = [ClassMention(s, e, tuple(senses)) for (s, e), senses in spots.items()]  # type: ignore[arg-type]
        return tuple(_longest(found))

    def _verb(self, at: int, words: Sequence[str], typed: Sequence[str]) -> bool:
        """Whether a noun stands as a verb: 'do not need', 'which step needs more money'."""
        if _as_verb(at, words, typed, self._language):
            return True
        singular = at > 0 and words[at - 1] in self._language.doers and not typed[at - 1].endswith("s")
        said = singular and words[at] in self._language.deeds and typed[at].endswith("s")
        return said and any(c.start == at < c.end - 1 for c in self._vocabulary.cues.find(words))

    def _owned(self, words: Sequence[str], typed: Sequence[str], start: int, end: int) -> bool:
        """Whether a phrase is a noun in the possessive, and what belongs to it."""
        owners = [i for i in range(start, end - 1) if typed[i].endswith(("'s", "’s"))]
        return any(any(self._vocabulary.classes.find([words[i]])) for i in owners)

    def _noun(self, length: int, word: str) -> bool:
        """Whether a word is written like the last word of some noun of that length, singular or plural."""
        word = word.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
        forms = {word, word + "s", word + "es", word.removesuffix("s"), word.removesuffix("es")}
        forms |= {word.removesuffix("ies") + "y", word.removesuffix("y") + "ies"}
        return any((length, form) in self._vocabulary.verbal for form in forms)

    def _properties(self, words: Sequence[str], used: set[int]) -> tuple[PropertyMention, ...]:
        spots: dict[tuple[int, int], list[object]] = {}
        for spot in self._vocabulary.properties.find(words):
            if not spot.tokens & used:
                spots.setdefault((spot.start, spot.end), []).append(spot.meaning)
        found = [PropertyMention(s, e, tuple(senses)) for (s, e), senses in spots.items()]  # type: ignore[arg-type]
        return tuple(_longest(found))

    def _values(self, words: Sequence[str], taken: set[int]) -> tuple[ValueMention, ...]:
        spots: dict[tuple[int, int], list[object]] = {}
        for spot in self._vocabulary.values.find(words):
            if not spot.tokens & taken:
                spots.setdefault((spot.start, spot.end), []).append(spot.meaning)
        found = [
            ValueMention(s, e, " ".join(words[s:e]), tuple(senses))  # type: ignore[arg-type]
            for (s, e), senses in spots.items()
        ]
        return tuple(_longest(found))

    def _cues(self, words: Sequence[str], used: set[int]) -> dict[str, frozenset[int]]:
        found: dict[str, frozenset[int]] = {}
        for spot in self._vocabulary.cues.find(words):
            alone = spot.end - spot.start == 1
            if alone and spot.start == 0 and words[0] in self._language.imperatives:
                continue  # "List …" and "Name …" ask; they do not say that something is listed or named
            if not alone or spot.start not in used:
                found[spot.meaning] = found.get(spot.meaning, frozenset()) | spot.tokens
        return found


def _as_verb(at: int, words: Sequence[str], typed: Sequence[str], language: Language) -> bool:
    """Whether a word that is a noun and a verb stands as a verb: 'does not need', 'the steps need'."""
    if at == 0 or words[at] not in language.deeds or typed[at].endswith("s"):
        return False
    return words[at - 1] in language.helpers or (
        typed[at - 1].endswith("s")
        and not typed[at - 1].endswith(("'s", "’s"))
        and words[at - 1] in language.doers
    )


def _together(thing: ThingMention, noun: ClassMention, words: Sequence[str], language: Language) -> bool:
    """Whether only small words and years stand between a name and a noun."""
    between = words[thing.end : noun.start] if thing.end <= noun.start else words[noun.end : thing.start]
    return all(w in language.stopwords or w[:2].isdecimal() for w in between)


def _proper(tokens: Sequence[Token], start: int, end: int) -> bool:
    """'Measure B' is a name: a noun with a capital before another word in capitals."""
    if start == 0 or end - start > 1 or end >= len(tokens):
        return False
    return tokens[start].text[:1].isupper() and tokens[end].text.isupper() and tokens[end].text.isalpha()


def _longest(found: Iterable) -> list:  # type: ignore[type-arg]
    """Keep the longest of overlapping mentions, the earlier of equally long ones."""
    kept: list = []  # type: ignore[type-arg]
    for mention in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if not any(mention.tokens & other.tokens for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def _resolve(
    things: list[ThingMention],
    classes: tuple[ClassMention, ...],
    taken: set[int],
) -> tuple[tuple[ThingMention, ...], tuple[ClassMention, ...]]:
    """Let longer mentions of things and classes push out shorter ones that they overlap."""
    kept_things: list[ThingMention] = []
    kept_classes: list[ClassMention] = []
    together: list[ThingMention | ClassMention] = [*things, *classes]
    ranked = sorted(
        together,
        key=lambda m: (
            -_rank(m),
            m.start - m.end,
            m.start,
            isinstance(m, ThingMention),
            getattr(m, "quiet", False),
        ),
    )
    blocked: set[int] = set()
    for mention in ranked:
        own = set(range(mention.start, mention.end))
        numbered = isinstance(mention, ThingMention) and mention.options[0].how == "number"
        if own & blocked or (not numbered and own & taken):
            continue
        blocked |= own
        (kept_things if isinstance(mention, ThingMention) else kept_classes).append(mention)  # type: ignore[arg-type]
    return (
        tuple(sorted(kept_things, key=lambda m: m.start)),
        tuple(sorted(kept_classes, key=lambda m: m.start)),
    )


def _rank(mention: ThingMention | ClassMention) -> float:
    length = mention.end - mention.start
    if isinstance(mention, ClassMention):
        return length + 0.5
    return length * mention.firm + (2.0 if mention.options[0].how == "number" else 0.0)


def _with_class_noun(
    thing: ThingMention, classes: tuple[ClassMention, ...], words: Sequence[str]
) -> ThingMention:
    """'HR division': a noun of the thing's own class beside its name belongs to the name."""
    for mention in classes:
        if mention.start != thing.end and mention.end != thing.start:
            continue
        best = max(o.score for o in thing.options)
        own = [o for o in thing.options if any(s.cls == o.cls and not s.filters for s in mention.senses)]
        own = [o for o in own if o.score >= best - _NEARLY]
        described = thing.start > 0 and words[thing.start - 1] in ("a", "an")
        if described and len(own) < len(thing.options):
            continue  # 'a STEM school' describes a school; 'the Oak school' names one
        if own:
            return ThingMention(
                min(thing.start, mention.start),
                max(thing.end, mention.end),
                thing.text,
                tuple(ThingOption(o.cls, o.things, o.score, o.how) for o in own),
                1.0,
                thing.quiet,
                thing.strays,
            )
    return thing
