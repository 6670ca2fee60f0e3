"""The shape of a question: what kind of answer it wants, read apart from what it is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.ask.lexicon import Language
from graph.ask.mentions import ClassMention, Links, PropertyMention
from graph.ask.tokens import Token

__all__ = ["Asked", "Shape", "plural", "read_shape"]

_WINDOW = 6  # words between a question word and the noun it asks for
_PRONOUNS = frozenset({"who", "whom", "when", "where", "how", "whi"})
_ANY = frozenset({"there", "ani", "everi", "all", "each", "some"})
_FRAGMENT = 12  # words; a longer text without a question word is no mere fragment
_OWNING = ("'s", "’s")
_PASSED = 3  # small words after a noun of a list, such as 'it stands under'
_FLAG_REACH = 3  # words between 'no' and what it denies
_COPULAS = frozenset({"is", "are", "was", "were", "be"})
_PLAIN = frozenset({"is", "are", "was", "were", "the", "a", "an", "our", "their"})
_OPENERS = frozenset(
    {"the", "a", "an", "all", "of", "me", "us", "every", "each", "any", "our", "their", "its", "so"}
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked for: the noun beside a question word, or the role of the question word alone."""

    at: int
    role: str = ""
    noun: ClassMention | PropertyMention | None = None
    counted: bool = False
    tokens: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Shape:
    """What kind of answer a question wants."""

    asked: tuple[Asked, ...]
    cues: Mapping[str, frozenset[int]]
    roles: Mapping[str, frozenset[int]]
    negated_from: int | None = None
    exists: bool = False
    flag_denied: bool = False
    defining: bool = False

    def has(self, name: str) -> bool:
        """Say whether the question has a shape, such as 'count'."""
        return bool(self.cues.get(name)) or (self.defining and name == "definition")

    def with_flags(self, spots: frozenset[int]) -> "Shape":
        """Return the shape where a denial stands before words that say yes or no of a thing itself.

        'takes no additional resources' says no of a thing; nothing else in the question is denied by it.
        """
        begins = self.negated_from
        if begins is None or not any(0 < i - begins <= _FLAG_REACH for i in spots):
            return self
        return replace(self, negated_from=None, flag_denied=True)

    @property
    def boolean(self) -> bool:
        """Whether the question can be answered by yes or no, and asks for nothing more."""
        return self.has("yesno") and not any(a.role != "" or a.noun for a in self.asked)

    @property
    def tokens(self) -> frozenset[int]:
        """Every word that gives the question its shape."""
        found = frozenset(i for spot in (*self.cues.values(), *self.roles.values()) for i in spot)
        return found | frozenset(i for a in self.asked for i in a.tokens)


def read_shape(tokens: Sequence[Token], links: Links, language: Language) -> Shape:
    """Read the shape of a linked question."""
    words = [t.stem for t in tokens]
    named = set(links.named)
    cues = _cues(words, language, named)
    numbers = {i for m in links.properties if m.end - m.start > 1 for i in m.tokens}
    if cues.get("count", frozenset()) & numbers:  # 'phone number of' counts nothing
        cues.pop("count")
    roles = {
        name: frozenset(i for p in patterns for spot in p.find(words) for i in spot if i not in named)
        for name, patterns in language.roles.items()
    }
    roles = {k: v for k, v in roles.items() if v}
    asked = tuple(_asked(tokens, links, language, cues, roles, named))
    if not asked and not cues.get("yesno") and not any(w in language.asking for w in words):
        asked = tuple(_fragment(words, links, language))
    negation = cues.get("negation")
    exists = bool(cues.get("yesno")) and bool(_ANY & set(words[:4])) and bool(links.classes)
    return Shape(asked, cues, roles, min(negation) if negation else None, exists)


def plural(word: str) -> bool:
    """Say whether a noun, as it is written, speaks of several things.

    >>> plural("criteria"), plural("schools"), plural("process")
    (True, True, False)
    """
    word = word.lower()
    return word in Language.english().irregular_plurals or (word.endswith("s") and not word.endswith("ss"))


def _fragment(words: Sequence[str], links: Links, language: Language) -> Iterator[Asked]:
    """'rec 6 actions', 'criteria for closing a school': the head of the words is what is asked for."""
    if links.classes and len(words) <= _FRAGMENT:
        turn = next((i for i, w in enumerate(words) if i and w in language.turns), len(words))
        before = [noun for noun in links.classes if noun.end <= turn]
        noun = (before or links.classes)[-1]
        yield Asked(noun.start, "", noun, False, noun.tokens)


def _cues(words: Sequence[str], language: Language, named: set[int]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for name, patterns in language.shapes.items():
        spots = frozenset(i for p in patterns for spot in p.find(words) if not spot <= named for i in spot)
        if spots:
            found[name] = spots
    return found


def _asked(
    tokens: Sequence[Token],
    links: Links,
    language: Language,
    cues: Mapping[str, frozenset[int]],
    roles: Mapping[str, frozenset[int]],
    named: set[int],
) -> list[Asked]:
    words = [t.stem for t in tokens]
    openings = frozenset(i for i in range(1, len(tokens)) if not _beside(tokens, i))
    found: list[Asked] = []
    for at, word in enumerate(words):
        if at in named or not _is_head(at, word, words, language, cues, openings):
            continue
        noun = _noun_after(at, tokens, links, language)
        if noun and word in _PRONOUNS and at not in cues.get("count", ()):
            plain = word == "who" and set(words[at + 1 : noun.start]) <= _PLAIN
            noun = noun if plain else None
        noun = noun or _referred(at, words, links)
        counted = at in cues.get("count", ())
        role = next((r for r, spots in roles.items() if at in spots), "")
        if noun is not None:
            found.append(
                Asked(at, role if role in ("howmuch", "share") else "", noun, counted, _span(at, noun))
            )
            found.extend(_joined(noun, tokens, links, language, counted=counted))
        elif role and role != "how":
            found.append(Asked(at, role, None, counted, frozenset({at})))
    return _without_repeats(found)


def _is_head(
    at: int,
    word: str,
    words: Sequence[str],
    language: Language,
    cues: Mapping[str, frozenset[int]],
    openings: frozenset[int],
) -> bool:
    if word in language.asking or at in cues.get("count", ()):
        return True
    return word in language.imperatives and (
        at == 0 or words[at - 1] in ("and", "pleas", "you", "to", "then") or at in openings
    )


def _noun_after(
    at: int, tokens: Sequence[Token], links: Links, language: Language
) -> ClassMention | PropertyMention | None:
    words = [t.stem for t in tokens]
    nouns = links.nouns
    passed_copula = False
    longest = sorted(nouns, key=lambda n: (n.end - n.start, isinstance(n, ClassMention)))
    starts = {n.start: n for n in longest}  # the longer of two nouns, a class before a property
    for position in range(at + 1, min(len(words), at + 1 + _WINDOW)):
        if noun := starts.get(position):
            return _last_of_compound(noun, starts, tokens, language)
        word = words[position]
        if word in _COPULAS and not passed_copula and position <= at + 2:
            passed_copula = True
        elif word in _OPENERS or word in language.numbers or word.isdigit():
            continue
        elif word in language.auxiliaries or word in language.asking:
            return None
    return None


def _last_of_compound(
    noun: ClassMention | PropertyMention,
    starts: Mapping[int, ClassMention | PropertyMention],
    tokens: Sequence[Token],
    language: Language,
) -> ClassMention | PropertyMention:
    """Of a compound such as 'district plans' or 'school closing criteria' the last noun counts."""
    while not tokens[noun.end - 1].text.lower().endswith(_OWNING):  # 'which unit's plan' asks for the unit
        at = noun.end
        if at < len(tokens) and at not in starts and _attributive(tokens, at, language):
            at += 1
        follower = starts.get(at)
        if not isinstance(follower, ClassMention) or not _beside(tokens, at):
            return noun
        noun = follower
    return noun


def _attributive(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a word may stand inside a compound: no small word, no verb, after a noun in the singular."""
    before, word = tokens[at - 1].text.lower(), tokens[at]
    small = word.stem in language.stopwords | language.light | language.auxiliaries
    inflected = before.endswith("s") or word.text.lower().endswith(("s", "ed", "ing"))
    return word.text.isalpha() and _beside(tokens, at) and not small and not inflected


def _beside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word follows the one before without a comma."""
    return tokens[at].start - tokens[at - 1].end <= 1


def _span(at: int, noun: ClassMention | PropertyMention) -> frozenset[int]:
    return noun.tokens | {at}


def _referred(at: int, words: Sequence[str], links: Links) -> ClassMention | None:
    """'…for any action, and which one?' asks for the noun before."""
    before = [c for c in links.classes if c.end <= at]
    if not before or words[at] != "which":
        return None
    if at + 1 < len(words) and words[at + 1] in ("one", "of"):
        return before[-1]
    return before[0] if words[0] == "of" else None  # 'of the gardens …, which are …'


def _joined(
    noun: ClassMention | PropertyMention,
    tokens: Sequence[Token],
    links: Links,
    language: Language,
    *,
    counted: bool,
) -> list[Asked]:
    """'priorities, actions and metrics', 'the goal it is under, the unit': nouns joined to the first."""
    found = []
    at = noun.end
    nouns = {m.start: m for m in links.nouns}
    while (begun := _next_joined(at, tokens, links, language)) is not None:
        follower = nouns.get(begun)
        if follower is None:
            break
        found.append(Asked(begun, "", follower, counted, follower.tokens))
        at = follower.end
    return found


def _next_joined(at: int, tokens: Sequence[Token], links: Links, language: Language) -> int | None:
    """Where the next noun of a list must begin: after a comma or 'and', small words passed over."""
    small = language.stopwords | language.light
    cued = frozenset(i for spot in links.cues.values() for i in spot)
    passed = at
    while passed < len(tokens) and passed - at <= _PASSED:
        apart = tokens[passed].start - tokens[passed - 1].end > 1  # a comma stands between
        if apart or tokens[passed].stem == "and":
            passed += tokens[passed].stem == "and"
            while passed < len(tokens) and tokens[passed].stem in _OPENERS - {"of", "me", "us", "so"}:
                passed += 1
            return passed
        if passed in links.named or not (tokens[passed].stem in small or passed in cued):
            return None
        passed += 1
    return None


def _without_repeats(found: list[Asked]) -> list[Asked]:
    kept: list[Asked] = []
    for asked in found:
        same = [
            k
            for k in kept
            if k.noun is not None and asked.noun is not None and k.noun.senses == asked.noun.senses
        ]
        if not same and not any(k.role == asked.role and asked.noun is None and k.noun is None for k in kept):
            kept.append(asked)
    return kept
