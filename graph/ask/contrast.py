"""Divides a question that sets two things against each other into two plain questions."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.ask.closed import closed
from graph.ask.mentions import ClassMention, PropertyMention
from graph.ask.question import Question
from graph.ask.tokens import school_year

__all__ = ["Sides", "divided"]

_MORE = closed("more_or_less")
_OPENERS = closed("contrast_openers")
_LIKE = closed("set_beside")
_SETS = closed("contrasting")
_ON = closed("regarding")
_STANDS_FOR = (("the", "one"), ("the", "ones"), ("that",), ("those",))
_SMALL = closed("contrast_small")
_OPENING = 3  # words in which a question says that it compares


@dataclass(frozen=True, slots=True)
class Sides:
    """Two plain questions, what each of them is about, and what is counted if numbers are compared."""

    questions: tuple[str, str]
    about: tuple[str, str]
    counted: str = ""


def divided(question: Question) -> Sides | None:
    """Return the two questions in one, or None where it sets nothing against anything."""
    if found := _counts(question):
        return found
    if not question.shape.has("differ") and not _SETS & set(_words(question)[:_OPENING]):
        return None
    return _between(question) or _differing(question) or _set_beside(question)


def _counts(question: Question) -> Sides | None:
    """'Are there fewer goals in A than in B?', 'which has more goals, A or B?': the number of each."""
    words = _words(question)
    found = [n for n in question.links.classes if _MORE & set(words[: n.start])]
    joint = _joint(words, found[0].end) if found else -1
    if joint < 0 or joint + 1 >= len(words) or found[0].end > joint:
        return None
    noun = found[0]
    at = max(i for i in range(noun.start) if words[i] in _MORE)
    opened = next((i for i in range(at) if words[i] not in _OPENERS), at)
    before = [i for i in range(opened, at) if words[i] not in closed("contrast_passed")]
    left = [*before, *(i for i in range(at + 1, joint) if i not in noun.tokens)]
    right = [i for i in range(joint + 1, len(words)) if not _repeats(question, noun, i)]
    cued = {i for spots in question.links.cues.values() for i in spots}
    verbs = [i for i in left if i in cued and i not in question.links.named] if not cued & set(right) else []
    if not left or not right:
        return None
    many = question.spelled(noun.tokens)
    texts = (
        f"How many {many} does {_text(question, left)}",
        f"How many {many} does {_text(question, [*right, *verbs])}",
    )
    return Sides(texts, (_text(question, left), _text(question, right)), many)


def _joint(words: Sequence[str], end: int) -> int:
    """Where the second side begins: at 'than', at the second 'as', or at 'or'."""
    if "than" in words:
        return words.index("than")
    spots = [i for i, w in enumerate(words) if w == "as"]
    if len(spots) > 1:
        return spots[-1]
    if not _MORE & set(words) - {"many"}:
        return -1  # 'how many in A or B' asks for one number
    return next((i for i in range(end, len(words)) if words[i] == "or"), -1)


def _repeats(question: Question, noun: ClassMention, at: int) -> bool:
    """Whether a word names what is counted once more."""
    return any(at in n.tokens and n.senses == noun.senses for n in question.links.classes)


def _between(question: Question) -> Sides | None:
    """'How does X differ between A and B?'"""
    words = _words(question)
    begun = words.index("between") if "between" in words else -1
    joint = next((i for i in range(begun + 1, len(words)) if words[i] == "and"), -1)
    if begun < 0 or joint < 0 or joint + 1 >= len(words):
        return None
    sides = list(range(begun + 1, joint)), list(range(joint + 1, len(words)))
    empty = _OPENERS | closed("contrast_empty")
    stem = [i for i in range(begun) if words[i] not in empty and not words[i].startswith("differ")]
    if not stem:
        return _told(question, *sides)
    return _of(question, stem, sides)


def _of(question: Question, stem: list[int], sides: tuple[list[int], list[int]]) -> Sides:
    """The same matter of either side."""
    about = _text(question, sides[0]), _text(question, sides[1])
    told = _text(question, stem)
    if any(n.tokens & set(stem) for n in question.links.nouns):
        return Sides((f"What is the {told} of {about[0]}?", f"What is the {told} of {about[1]}?"), about)
    texts = (f"What does {about[0]} say about {told}?", f"What does {about[1]} say about {told}?")
    return Sides(texts, about)


def _differing(question: Question) -> Sides | None:
    """'How do the X of A and B differ?', 'how does X differ from Y?'"""
    words = _words(question)
    end = next((i for i, w in enumerate(words) if w.startswith("differ")), -1)
    if end < 0 or words[0] != "how":
        return None
    begun = next((i for i in range(1, end) if words[i] not in _OPENERS), end)
    after = next((i for i in range(end, len(words)) if words[i] == "from"), -1)
    if after > 0:
        return _told(question, list(range(begun, end)), list(range(after + 1, len(words))))
    joint = next((i for i in range(end - 1, begun, -1) if words[i] in ("and", "from")), -1)
    return _told(question, list(range(begun, joint)), list(range(joint + 1, end))) if joint > 0 else None


def _set_beside(question: Question) -> Sides | None:
    """'Compare the X of A with the one of B', 'compare A and B on X', 'set X beside Y'."""
    words = _words(question)
    begun = next((i for i, w in enumerate(words[:_OPENING]) if w in _SETS), -1)
    joints = [i for i in range(begun + 1, len(words)) if words[i] in _LIKE]
    joints = joints or [i for i in range(begun + 1, len(words)) if words[i] == "and"]
    if begun < 0 or not joints:
        return None
    left, right = list(range(begun + 1, joints[0])), list(range(joints[0] + 1, len(words)))
    on = next((i for i in right if words[i] in _ON), -1)
    if on > 0 and on + 1 < len(words):
        return _of(question, list(range(on + 1, len(words))), (left, [i for i in right if i < on]))
    return _told(question, left, right)


def _told(question: Question, left: list[int], right: list[int]) -> Sides | None:
    """The same question of both sides: what the first names and the second leaves out is said of both."""
    if not left or not right:
        return None
    noun = next((n for n in question.links.nouns if n.tokens <= set(left)), None)
    first = _text(question, left)
    if noun is None:
        if not all(any(m.tokens & set(s) for m in question.links.things) for s in (left, right)):
            return None
        about = first, _text(question, right)
        return Sides((f"What does {about[0]} say?", f"What does {about[1]} say?"), about)
    rest = _without_pronoun(question, right)
    other = _text(question, rest)
    if rest != right or not _names(question, noun, rest):
        between = "" if rest and _words(question)[rest[0]] in _SMALL else "of "
        other = f"{question.spelled(noun.tokens)} {between}{other}"
    years = [i for i in left if school_year(question.tokens[i].text)]
    if years and not any(school_year(question.tokens[i].text) for i in rest):
        other = f"{other} {question.spelled(years[:1])}"
    return Sides((f"What is {first}?", f"What is {other}?"), (first, _text(question, rest)))


def _without_pronoun(question: Question, side: list[int]) -> list[int]:
    """'The one for B', 'those of B': what stands for the noun of the other side is left away."""
    words = [_words(question)[i] for i in side]
    short = next((s for s in _STANDS_FOR if tuple(words[: len(s)]) == s), ())
    return side[len(short) :]


def _names(question: Question, noun: ClassMention | PropertyMention, side: list[int]) -> bool:
    return any(n.senses == noun.senses and n.tokens <= set(side) for n in question.links.nouns)


def _words(question: Question) -> list[str]:
    return [t.text.lower() for t in question.tokens]


def _text(question: Question, positions: Sequence[int]) -> str:
    """The words at some positions, written as they were typed where they stand together."""
    said = ""
    for number, at in enumerate(positions):
        token = question.tokens[at]
        if number:
            together = at == positions[number - 1] + 1
            said += question.text[question.tokens[at - 1].end : token.start] if together else " "
        said += token.text
    return said
