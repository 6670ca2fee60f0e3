"""Things called by name: whole names, other names, acronyms, and parts of names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from graph.ask.closed import closed_stems
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Language, Lexicon
from graph.ask.mentions import ThingMention, ThingOption
from graph.ask.tokens import Token, school_year, stem, stems

__all__ = ["name_mentions"]

_SYNONYM = 0.9
_PART = 0.8
_CAPITAL, _SMALL = 0.45, 0.6  # how much of a name a part must be, written with a capital or without
_DATED = 0.7
_SMALL_WORDS = 3  # small words that name something together, 'not there yet'
_FEW = 6  # things that may share a part of a name; a word in more names is a word, not a name
_COMMON_WORD = 0.55  # how firmly a single small word is taken for a name


def name_mentions(
    tokens: Sequence[Token], index: EntityIndex, lexicon: Lexicon, language: Language
) -> list[ThingMention]:
    """Return every mention of a thing by name, overlapping ones too."""
    words = [t.stem for t in tokens]
    found = [*_whole(words, index), *_synonyms(words, index, lexicon, language), *_joined(tokens, index)]
    quiet = lexicon.listed("quiet")
    covered = {(m.start, m.end) for m in found if not all(o.cls in quiet for o in m.options)}
    found += _elliptic(words, index)
    found += [m for m in _parts(tokens, words, index, lexicon, language) if (m.start, m.end) not in covered]
    found = [_as_written(m, tokens, index) for m in _together(found)]
    return [
        ThingMention(
            m.start,
            m.end,
            m.text,
            m.options,
            _firmness(m, tokens, index, language),
            all(o.cls in lexicon.listed("quiet") for o in m.options),
        )
        for m in found
        if not _only_stem(m, tokens, index)
        if _in_capitals(m, tokens)
        or m.end - m.start >= _SMALL_WORDS
        or not all(w in language.stopwords for w in words[m.start : m.end])
    ]


def _as_written(mention: ThingMention, tokens: Sequence[Token], index: EntityIndex) -> ThingMention:
    """'ITS' is what is called so, rather than what is called 'IT'."""
    if mention.end - mention.start > 1 or not _in_capitals(mention, tokens):
        return mention
    typed = tokens[mention.start].text
    own = [o for o in mention.options if any(typed in index.entities[t].names for t in o.things)]
    kinds = {o.cls for o in own}
    return replace(mention, options=tuple(o for o in mention.options if o in own or o.cls not in kinds))


def _in_capitals(mention: ThingMention, tokens: Sequence[Token]) -> bool:
    """'ITS' in a question that is not all in capitals is a name, though 'its' is none."""
    typed = [t.text for t in tokens[mention.start : mention.end]]
    others = [t.text for t in (*tokens[: mention.start], *tokens[mention.end :]) if t.text.isalpha()]
    shouted = sum(t.isupper() for t in others) * 2 > len(others) if others else False
    return all(t.isupper() and len(t) > 1 for t in typed) and not shouted


def _only_stem(mention: ThingMention, tokens: Sequence[Token], index: EntityIndex) -> bool:
    """'academic' is not the unit 'Academics', though the stems are the same."""
    if mention.end - mention.start > 1 or mention.options[0].how != "name" or " " in mention.text:
        return False
    typed = tokens[mention.start].text.lower().removesuffix("'s").removesuffix("’s")
    return not {typed, typed.removesuffix("s"), typed + "s"} & index.surfaces


def _together(found: Sequence[ThingMention]) -> list[ThingMention]:
    """One mention for the same words, whatever they may mean."""
    spans: dict[tuple[int, int], ThingMention] = {}
    for m in found:
        known = spans.get((m.start, m.end))
        if known is None:
            spans[m.start, m.end] = m
        else:
            have = {(o.cls, o.things) for o in known.options}
            more = tuple(o for o in m.options if (o.cls, o.things) not in have)
            spans[m.start, m.end] = replace(known, options=(*known.options, *more))
    return list(spans.values())


def _whole(words: Sequence[str], index: EntityIndex) -> Iterator[ThingMention]:
    spots = sorted(index.names.find(words), key=lambda s: (s.start, s.end))
    for (start, end), group in groupby(spots, key=lambda s: (s.start, s.end)):
        things = [
            s.meaning for s in group if end - start > 1 or index.namelike & set(index.classes(s.meaning))
        ]
        if things:
            yield ThingMention(start, end, " ".join(words[start:end]), _options(things, index, 1.0, "name"))


def _synonyms(
    words: Sequence[str], index: EntityIndex, lexicon: Lexicon, language: Language
) -> Iterator[ThingMention]:
    for spot in lexicon.synonyms.find(words):
        score = _SYNONYM
        things = [t for t in index.names.meanings(spot.meaning) if index.namelike & set(index.classes(t))]
        if len(spot.meaning) > 2:
            found, end = _run(spot.meaning, 0, index, language)
            parts = sorted(found - set(things)) if end == len(spot.meaning) and len(found) <= _FEW else []
            if parts and not things:
                score = _PART * max(_share(spot.meaning, t, index, language) for t in parts)
            things += parts
        if things:
            yield ThingMention(
                spot.start, spot.end, " ".join(spot.meaning), _options(things, index, score, "synonym")
            )


def _elliptic(words: Sequence[str], index: EntityIndex) -> Iterator[ThingMention]:
    """'short and long term', 'the top and bottom tiers': the first name lacks its last word."""
    for spot in index.names.find(words):
        before = spot.start - 2
        if (
            spot.end - spot.start < 2
            or before < 0
            or words[spot.start - 1] not in closed_stems("name_joiners")
        ):
            continue
        for cut in range(1, spot.end - spot.start):
            for at in (before, before - 1):  # 'short, mid and long term'
                key = (words[at], *words[spot.end - cut : spot.end]) if at >= 0 else ()
                things = index.names.meanings(key)
                if not things:
                    break
                yield ThingMention(at, at + 1, " ".join(key), _options(things, index, 1.0, "name"), 1.0)


def _joined(tokens: Sequence[Token], index: EntityIndex) -> Iterator[ThingMention]:
    """'road map' for what is called 'roadmap' elsewhere, and the other way round."""
    for at in range(len(tokens) - 1):
        word = stem(tokens[at].text + tokens[at + 1].text)
        things = index.short.get(word, ())
        if 0 < len(things) <= _FEW:
            yield ThingMention(at, at + 2, word, _options(things, index, _SYNONYM, "name"))


def _parts(
    tokens: Sequence[Token], words: Sequence[str], index: EntityIndex, lexicon: Lexicon, language: Language
) -> Iterator[ThingMention]:
    """Runs of words that stand together in the names of a few things."""
    at = 0
    while at < len(words):
        things, end = _run(words, at, index, language)
        things, end = _without_noun(words, (at, end), things, index, lexicon)
        if end > at and 0 < len(things) <= _FEW and not _only_common(words[at:end], index):
            share = max(_share(words[at:end], t, index, language) for t in things)
            if any(school_year(w) for w in words[at:end]) and end - at > 1:
                share = max(share, _DATED)  # a plan is told from others by its unit and year
            capital = any(t.text[:1].isupper() and t.start > 0 for t in tokens[at:end])
            capital = capital and not _within_name(tokens, at, end, index)
            if share >= (_CAPITAL if capital else _SMALL):
                options = _options(sorted(things), index, _PART + 0.15 * share, "part")
                yield ThingMention(at, end, " ".join(words[at:end]), options)
        at = max(end, at + 1)


def _without_noun(
    words: Sequence[str], span: tuple[int, int], things: set[str], index: EntityIndex, lexicon: Lexicon
) -> tuple[set[str], int]:
    """'chess clubs' asks for clubs with chess: a noun after a name of another kind is no part of the name."""
    at, end = span
    own = {w for t in things for c in index.classes(t) for w in index.kinds.get(c, ())}
    if end - at > 1 and words[end - 1] in lexicon.light - own and words[end - 1] in index.nouns:
        before = set.intersection(*(set(index.short.get(w, ())) for w in words[at : end - 1]))
        return before, end - 1
    return things, end


def _only_common(words: Sequence[str], index: EntityIndex) -> bool:
    """Words that name a kind, and years, tell one thing from another only beside a word that does."""
    return all(w in index.common or w[:2].isdecimal() for w in words)


def _within_name(tokens: Sequence[Token], at: int, end: int, index: EntityIndex) -> bool:
    """Whether the words are part of a longer name, written with capitals too, that means another thing."""
    beside = [i for i in (at - 1, end) if 0 < i < len(tokens)]
    return any(tokens[i].text[:1].isupper() and tokens[i].stem not in index.common for i in beside)


def _run(words: Sequence[str], at: int, index: EntityIndex, language: Language) -> tuple[set[str], int]:
    if words[at] in language.stopwords or words[at] not in index.short:
        return set(), at
    things = set(index.short[words[at]])
    end = at + 1
    while end < len(words) and (common := things & set(index.short.get(words[end], ()))):
        things = things if _all_called(words[end], things, index) else common
        end += 1
    while end > at + 1 and words[end - 1] in language.stopwords:
        end -= 1
    return things, end


def _all_called(word: str, things: set[str], index: EntityIndex) -> bool:
    """'The Oakdale schools' are all schools of the name, not just the one that has the noun in its name."""
    return len(things) <= _FEW and all(
        word in index.kinds.get(c, ()) for t in things for c in index.classes(t)
    )


def _share(part: Sequence[str], thing: str, index: EntityIndex, language: Language) -> float:
    """How much of a thing's best-fitting name these words are, by how telling they are."""
    best = 0.0
    for name in index.entities[thing].names:
        own = {w for w in stems(name) if w not in language.stopwords and (w in part or w not in index.apart)}
        weight = sum(index.idf(w) for w in own)
        if weight:
            best = max(best, sum(index.idf(w) for w in own & set(part)) / weight)
    return best


def _options(things: Sequence[str], index: EntityIndex, score: float, how: str) -> tuple[ThingOption, ...]:
    """One option for each class and thing; things of one class and one name stay apart."""
    return tuple(
        ThingOption(cls, (thing,), score, how)
        for thing in dict.fromkeys(things)
        for cls in index.classes(thing)
    )


def _firmness(
    mention: ThingMention, tokens: Sequence[Token], index: EntityIndex, language: Language
) -> float:
    """Names of several words or with a capital are names; one small word may be just a word."""
    spoken = tokens[mention.start : mention.end]
    capital = any(t.text[:1].isupper() and t.start > 0 for t in spoken) or _in_capitals(mention, tokens)
    score = max(o.score for o in mention.options)
    if mention.options[0].how == "part" and _within_name(tokens, mention.start, mention.end, index):
        return score * _COMMON_WORD
    if mention.options[0].how == "name" and (len(spoken) > 1 or " " in mention.text):
        return score
    telling = [t for t in spoken if t.stem not in language.stopwords]
    if len(telling) > 1:
        return score if capital or score >= _SYNONYM else score * 0.9
    return score if capital or any(c.isdecimal() for t in spoken for c in t.text) else score * _COMMON_WORD
