"""The prompts that a form prints behind its labels: 'Strategy – What strategy will we pursue?'."""

import re
from functools import cache

from ingest.source import Text
from ingest.wording import wording

__all__ = ["begins_prompt", "without_prompt"]


def without_prompt(text: Text) -> Text:
    """Return a label without the question or instruction behind it; the text where it has none.

    >>> str(without_prompt(Text("Methods What does this strategy entail?")))
    'Methods'
    """
    m = _prompt().search(text.value)
    return text[: m.start()].strip() if m else text


def begins_prompt(text: Text) -> bool:
    """Tell whether a text begins as a form's own question or instruction does."""
    return _instruction().match(text.value) is not None


@cache
def _instruction() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(wording('forms')['prompts'])})\b")


@cache
def _prompt() -> re.Pattern[str]:
    """Match where a prompt begins behind other words; its first word is capitalised."""
    words = "|".join(wording("forms")["prompts"])
    return re.compile(rf"(?<=[^\W_]|[):.?…])\s+[-–—(]?\s*(?=(?:{words})\b)")
