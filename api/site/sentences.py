"""Sentences that programs make, in the reader's language: what stands in their gaps stays, or is said too.

A message such as "{n} links, {n2} of them proposed" is a sentence with gaps. A gap named n, n2 … holds a
number, one named t holds words that are said in the language too, any other holds what the plans say.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from api.site.languages import translations

__all__ = ["saying"]

_GAP = re.compile(r"\{([a-z]\w*)\}")
_COUNTED, _SAID = re.compile(r"n\d?"), "t"
_KEPT = 20_000
_NUMBER = r"[\d,.]+"


@cache
def saying(language: str) -> Callable[[str], str]:
    """Return what says a sentence in a language; what it does not know is left as it is.

    >>> saying("es")("Plan: The Plan")
    'Plan: The Plan'
    """
    spoken = translations(language)
    patterns = [(_pattern(text), text) for text in _templates(language)]

    @lru_cache(maxsize=_KEPT)
    def say(text: str) -> str:
        exact = spoken.gettext(text) if text else text
        if exact != text:
            return exact
        found = ((pattern.fullmatch(text), template) for pattern, template in patterns)
        match, template = next(((m, t) for m, t in found if m), (None, ""))
        if match:
            return _GAP.sub(lambda gap: _filled(gap[1], match[gap[1]], say), spoken.gettext(template))
        return text

    return say


def _filled(gap: str, held: str, say: Callable[[str], str]) -> str:
    return say(held) if gap == _SAID else held


def _templates(language: str) -> list[str]:
    """Return the messages with gaps; those with the most words of their own are tried first."""
    catalog = getattr(translations(language), "_catalog", {})
    found = [text for text in catalog if isinstance(text, str) and _GAP.search(text)]
    return sorted(found, key=lambda text: (-len(_GAP.sub("", text)), text))


def _pattern(template: str) -> re.Pattern[str]:
    """Return what finds a sentence of a message with gaps."""
    parts = _GAP.split(template)
    said = [
        re.escape(part) if at % 2 == 0 else f"(?P<{part}>{_NUMBER if _COUNTED.fullmatch(part) else '.*?'})"
        for at, part in enumerate(parts)
    ]
    return re.compile("".join(said), re.DOTALL)
