"""Tells whether a short form fits the words that stand beside it, as in 'School Site Council (SSC)'."""

import re
from dataclasses import dataclass
from functools import cache

__all__ = ["SHORT_FORM", "expansion_before", "fits", "singular", "split_bracket"]

# Two to ten letters of which at least two are capitals; '&', '/' and '-' may stand between them.
SHORT_FORM = re.compile(r"(?=[A-Z][a-z0-9&/-]*[A-Z])[A-Z][A-Za-z0-9]*(?:[&/-][A-Z][A-Za-z0-9]*)*s?")
_BRACKET = re.compile(rf"^(?P<main>.*?\S)\s*\((?P<short>{SHORT_FORM.pattern})\)$")
_SMALL = {"a", "an", "and", "&", "at", "by", "de", "for", "in", "of", "on", "or", "the", "to", "with"}
_WORD = re.compile(r"[(\[]?[^\W_]+(?:[.’'][^\W_]+)*[)\]]?|&")
_ACROSS = re.compile(r"[.;:!?]\s|[()\[\]]\s*$|\t|[\"“”]+")
# Letters whose word is often left out: (p)rogram or (p)lan, (e)ducation, (s)chool or (s)ervices.
_LEFT_OUT = "PES"
_MOST_PENALTY = 1.0
# Small words may give a letter, and halves of hyphenated words none, without a fit being less exact.
_EXACT = 0.15
_MOST_PARTS = 80  # words; what is longer is no name, and would be matched without end


@dataclass(frozen=True, slots=True)
class _Part:
    word: str
    small: bool
    optional: bool
    joined: bool
    stray: bool = False
    """Whether it is a plain word in small letters, where the first word has a capital."""


def singular(short: str) -> str:
    """Return a short form without the 's' of a plural: 'SPSAs' is 'SPSA'."""
    return short[:-1] if re.search(r"[A-Z]s$", short) else short


def split_bracket(name: str) -> tuple[str, str]:
    """Return a name and the short form that stands in brackets behind it, or the name and nothing.

    >>> split_bracket("Planning, Innovation and Accountability (PIA)")
    ('Planning, Innovation and Accountability', 'PIA')
    """
    match = _BRACKET.match(name.strip())
    if match and fits(match["short"], match["main"]):
        return match["main"], match["short"]
    return name.strip(), ""


def fits(short: str, words: str, *, exactly: bool = False) -> bool:
    """Tell whether the letters of a short form are the initials of these words, small words aside.

    >>> fits("M&O", "Maintenance and Operations"), fits("CEL", "Instructional Leadership Academy")
    (True, False)
    """
    return _penalty(singular(short), words) <= (_EXACT if exactly else _MOST_PENALTY)


def expansion_before(text: str, short: str) -> tuple[int, int] | None:
    """Return where in the text, at its very end, the words stand that a short form abbreviates."""
    crossings = [m.end() for m in _ACROSS.finditer(text.rstrip())]
    start = crossings[-1] if crossings else 0
    words = list(_WORD.finditer(text, start))
    best: tuple[float, int, int] | None = None
    for count, word in enumerate(reversed(words[-(len(short) + 6) :]), 1):
        penalty = _penalty(singular(short), text[word.start() :])
        if penalty <= _MOST_PENALTY and (best is None or (penalty, count) < best[:2]):
            best = (penalty, count, word.start())
    return (_inside_bracket(text, best[2]), len(text.rstrip())) if best else None


def _inside_bracket(text: str, start: int) -> int:
    """Return where words begin, without a bracket that opens before them and does not close among them."""
    opens = text[start] in "([" and not re.search(r"[)\]]", text[start:])
    return start + 1 if opens else start


def _penalty(short: str, words: str) -> float:
    """Return how ill a short form fits, the least over the forms that a slash divides."""
    found = [_one(re.sub(r"[^A-Za-z0-9&]", "", form), words) for form in short.split("/")]
    return max(found) if found else float("inf")


def _one(short: str, words: str) -> float:
    letters = short.upper()
    parts = tuple(_parts(words))
    if len(letters) < 2 or not 0 < len(parts) <= _MOST_PARTS:
        return float("inf")
    if parts[0].small or parts[0].word[0] != letters[0]:
        return float("inf")

    @cache
    def rest(i: int, j: int) -> float:
        if j == len(parts):
            return _leftover(letters, i)
        taken = [
            rest(i + k, j + 1) + 0.2 * (k - 1) + (0.05 if parts[j].small and letters[i] != "&" else 0.0)
            for k in (1, 2, 3)
            if _takes(letters, i, k, parts[j])
        ]
        return min([*taken, rest(i, j + 1) + _skip(parts[j], first=j == 0)])

    # Two letters fit too much by chance for a word to be skipped.
    found = rest(0, 0)
    return found if found <= _EXACT or len(letters) > 2 else float("inf")


def _takes(letters: str, i: int, k: int, part: _Part) -> bool:
    if part.word == "&":
        return k == 1 and letters[i : i + 1] in {"&", "A"}
    wanted = letters[i : i + k].replace("&", "A")
    return len(wanted) == k and part.word.startswith(wanted)


def _skip(part: _Part, *, first: bool) -> float:
    if first:
        return float("inf")
    if part.small or part.optional:
        return 0.0
    return 0.1 if part.joined else 2.0 if part.stray else 1.0


def _leftover(letters: str, i: int) -> float:
    left = letters[i:]
    if not left:
        return 0.0
    return 0.8 if len(left) == 1 and len(letters) >= 4 and left in _LEFT_OUT else float("inf")


def _parts(words: str) -> list[_Part]:
    found: list[_Part] = []
    end, name = -1, words.lstrip("([")[:1].isupper()
    for match in _WORD.finditer(words):
        word = match.group()
        bare = word.strip("()[]")
        joined = match.start() == end + 1 and words[end : end + 1] in "-/–"
        stray = name and bare[:1].islower()
        found.append(_Part(bare.upper(), bare.lower() in _SMALL, bare != word, joined and end >= 0, stray))
        end = match.end()
    return found
