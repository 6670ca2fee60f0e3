"""The noun that a question word asks for: 'which of the smaller schools', 'what is the plan's purpose'."""

from collections.abc import Mapping, Sequence

from graph.ask.closed import closed_stems
from graph.ask.lexicon import Language
from graph.ask.mentions import ClassMention, Links, PropertyMention
from graph.ask.tokens import Token

__all__ = ["OPENERS", "beside", "noun_after"]

OPENERS = closed_stems("noun_openers")
_COPULAS = closed_stems("copulas")
_OWNING = ("'s", "’s")
_LACKING = closed_stems("lacking")
_WINDOW = 6  # words between a question word and the noun it asks for


def noun_after(
    at: int, tokens: Sequence[Token], links: Links, language: Language
) -> ClassMention | PropertyMention | None:
    """Return the noun that a question word asks for: the first that follows it closely, or none."""
    words = [t.stem for t in tokens]
    nouns = links.nouns
    passed_copula = False
    longest = sorted(nouns, key=lambda n: (n.end - n.start, isinstance(n, ClassMention)))
    starts = {n.start: n for n in longest}  # the longer of two nouns, a class before a property
    things = {m.start: m for m in links.things}
    for position in range(at + 1, min(len(words), at + 1 + _WINDOW)):
        if noun := starts.get(position):
            owned = starts.get(noun.end) if passed_copula and _owns(tokens, noun.end) else None
            return _last_of_compound(owned or noun, starts, tokens, language)
        word = words[position]
        thing = things.get(position) if passed_copula else None
        if thing and not _owns(tokens, thing.end) and thing.end not in starts:
            return None  # 'what is Oak the …' says something of it
        if word in _COPULAS and not passed_copula and position <= at + 2:
            passed_copula = True
        elif word in OPENERS or word in language.numbers or word.isdecimal():
            continue
        elif word in language.auxiliaries or word in language.asking or word in _LACKING:
            return None
    return None


def _last_of_compound(
    noun: ClassMention | PropertyMention,
    starts: Mapping[int, ClassMention | PropertyMention],
    tokens: Sequence[Token],
    language: Language,
) -> ClassMention | PropertyMention:
    """Of a compound such as 'district plans' or 'school closing criteria' the last noun counts."""
    while not _owns(tokens, noun.end):  # 'which unit's plan' asks for the unit
        at = noun.end
        if at < len(tokens) and at not in starts and _attributive(tokens, at, language):
            at += 1
        follower = starts.get(at)
        if not isinstance(follower, ClassMention) or not beside(tokens, at):
            return noun
        noun = follower
    return noun


def _owns(tokens: Sequence[Token], end: int) -> bool:
    """Whether the word before a place stands in the possessive."""
    return tokens[end - 1].text.lower().endswith(_OWNING)


def _attributive(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a word may stand inside a compound: no small word, no verb, after a noun in the singular."""
    before, word = tokens[at - 1].text.lower(), tokens[at]
    small = word.stem in language.stopwords | language.light | language.auxiliaries
    inflected = before.endswith("s") or word.text.lower().endswith(("s", "ed", "ing"))
    return word.text.isalpha() and beside(tokens, at) and not small and not inflected


def beside(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word follows the one before without a comma."""
    return tokens[at].start - tokens[at - 1].end <= 1
