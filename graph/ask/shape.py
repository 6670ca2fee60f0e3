"""The shape of a question: what kind of answer it wants, read apart from what it is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.ask.closed import closed_stems
from graph.ask.heads import beside, noun_after
from graph.ask.lexicon import Language
from graph.ask.mentions import ClassMention, Links, PropertyMention
from graph.ask.thresholds import Threshold, read_threshold, without_threshold
from graph.ask.tokens import Token

__all__ = ["Asked", "Shape", "plural", "read_shape"]

_PRONOUNS = closed_stems("question_pronouns")
_ANY = closed_stems("any_or_all")
_TITLE = 2  # words of a noun that may hold a question word or a denial, 'why this matters'
_FRAGMENT = 12  # words; a longer text without a question word is no mere fragment
_NEAR = 3  # words between 'all' and its noun
_EVERY = closed_stems("all_of")
_PASSED = 3  # small words after a noun of a list, such as 'it stands under'
_UNSAID = closed_stems("saying")
_DENIALS = closed_stems("denials")
_FLAG_REACH = 3  # words between 'no' and what it denies
_PLAIN = closed_stems("copulas_and_articles")


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
    threshold: Threshold | None = None

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
        roles = {name: spot for name, spot in self.roles.items() if not spot <= spots}
        return replace(self, negated_from=None, flag_denied=True, roles=roles)

    @property
    def boolean(self) -> bool:
        """Whether the question can be answered by yes or no, and asks for nothing more."""
        return self.has("yesno") and not any(a.role != "" or a.noun for a in self.asked)

    @property
    def tokens(self) -> frozenset[int]:
        """Every word that gives the question its shape."""
        found = frozenset(i for spot in (*self.cues.values(), *self.roles.values()) for i in spot)
        limit = self.threshold.tokens if self.threshold and self.threshold.classes else frozenset()
        return found | limit | frozenset(i for a in self.asked for i in a.tokens)


def read_shape(tokens: Sequence[Token], links: Links, language: Language) -> Shape:
    """Read the shape of a linked question."""
    words = [t.stem for t in tokens]
    named = set(links.named).union(*(n.tokens for n in links.nouns if n.end - n.start > _TITLE))
    limit = read_threshold(words, links, language)
    joining = {
        c.end
        for c in links.classes
        if words[c.end : c.end + 1] in (["where"], ["whose"]) and beside(tokens, c.end)
    }
    cues = without_threshold(_cues(words, language, named, joining), limit)
    named |= joining  # 'the steps where she is named'
    numbers = {i for m in links.properties if m.end - m.start > 1 for i in m.tokens}
    if cues.get("count", frozenset()) & numbers:  # 'phone number of' counts nothing
        cues.pop("count")
    roles = {
        name: frozenset(i for p in patterns for spot in p.find(words) for i in spot if i not in named)
        for name, patterns in language.roles.items()
    }
    roles = {k: v for k, v in roles.items() if v}
    asked = tuple(_asked(tokens, links, language, cues, roles, named))
    if (
        not asked
        and not cues.get("yesno")
        and all(_relative(i, words, links, language) for i in range(len(words)))
    ):
        asked = tuple(_announced(words, links)) or tuple(_fragment(words, links, language))
    if asked and all(_by_the_way(a, words, language) for a in asked):
        asked = tuple(_announced(words, links)) or asked
    if denied := cues.get("negation", frozenset()) & cues.get("only", frozenset()):
        cues["negation"] -= denied  # 'and nothing else' is 'only'
    negation = cues.get("negation")
    exists = bool(cues.get("yesno")) and bool(_ANY & set(words[:4])) and bool(links.classes)
    return Shape(asked, cues, roles, min(negation) if negation else None, exists, threshold=limit)


def plural(word: str) -> bool:
    """Say whether a noun, as it is written, speaks of several things.

    >>> plural("criteria"), plural("schools"), plural("process")
    (True, True, False)
    """
    word = word.lower()
    return word in Language.english().irregular_plurals or (word.endswith("s") and not word.endswith("ss"))


def _relative(at: int, words: Sequence[str], links: Links, language: Language) -> bool:
    """Whether a word asks nothing: a question word after a noun or a small word only joins, 'for which'."""
    if words[at] not in language.asking:
        return True
    return at > 1 and (words[at - 1] in language.turns or any(c.end == at for c in links.classes))


def _by_the_way(asked: Asked, words: Sequence[str], language: Language) -> bool:
    """'What is the district doing about …, all the steps': the noun after 'is' is who does it."""
    if asked.noun is None or words[asked.at] != "what" or asked.noun.start <= asked.at + 1:
        return False
    return set(words[asked.noun.start : asked.noun.end]) <= language.light


def _announced(words: Sequence[str], links: Links) -> Iterator[Asked]:
    """'All of the steps in …', 'every school with …'."""
    for noun in links.classes:
        if set(words[max(0, noun.start - _NEAR) : noun.start]) & _EVERY:
            yield Asked(noun.start, "", noun, False, noun.tokens)
            return


def _fragment(words: Sequence[str], links: Links, language: Language) -> Iterator[Asked]:
    """'rec 6 actions', 'criteria for closing a school': the head of the words is what is asked for."""
    if words and words[-1] in language.whose and len(words) <= _FRAGMENT:
        yield Asked(len(words) - 1, "who", None, False, frozenset({len(words) - 1}))
        return
    nouns = links.classes or links.properties
    turn = next((i for i, w in enumerate(words) if i and w in language.turns), len(words))
    before = [noun for noun in nouns if noun.end <= turn]
    numbered = [m for m in links.things if m.options[0].how == "number" and m.end <= turn]
    if numbered and not before and turn < len(words):
        return  # 'the second goal of the master plan' asks for the goal
    if nouns and (len(words) <= _FRAGMENT or (before and not language.imperatives & set(words))):
        noun = (before or nouns)[-1]
        yield Asked(noun.start, "", noun, False, noun.tokens)


def _cues(
    words: Sequence[str], language: Language, named: set[int], joining: set[int]
) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for name, patterns in language.shapes.items():
        spots = frozenset(
            i
            for p in patterns
            for spot in p.find(words)
            if not spot <= named and not spot & joining
            for i in spot
        )
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
    openings = frozenset(i for i in range(1, len(tokens)) if not beside(tokens, i))
    found: list[Asked] = []
    for at, word in enumerate(words):
        if at in named or not _is_head(at, word, words, language, cues, openings):
            continue
        noun = noun_after(at, tokens, links, language)
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
        return not _subordinate(at, words, language, openings)
    return word in language.imperatives and (
        at == 0 or words[at - 1] in closed_stems("before_orders") or at in openings
    )


def _subordinate(at: int, words: Sequence[str], language: Language, openings: frozenset[int]) -> bool:
    """'… when it was written' asks nothing: someone does something, and no comma or 'and' stands before."""
    before = words[at - 1] if at else ""
    if before in _UNSAID and _DENIALS & set(words[max(0, at - _FLAG_REACH) : at]):
        return True  # 'never say who it is for'
    if words[at] != "when" or at == 0 or at in openings or before in closed_stems("before_when"):
        return False
    return at + 1 < len(words) and words[at + 1] not in language.auxiliaries


def _span(at: int, noun: ClassMention | PropertyMention) -> frozenset[int]:
    return noun.tokens | {at}


def _referred(at: int, words: Sequence[str], links: Links) -> ClassMention | None:
    """'…for any action, and which one?' asks for the noun before."""
    before = [c for c in links.classes if c.end <= at]
    if not before or words[at] != "which":
        return None
    if at + 1 < len(words) and words[at + 1] in closed_stems("after_which"):
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
            while passed < len(tokens) and tokens[passed].stem in closed_stems("listed_openers"):
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
