"""Finds the name of the school district in a text."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from ingest.findings import fold
from ingest.source import Text
from ingest.wording import wording

__all__ = ["district_in"]

_COVER = 12  # lines of the cover
_FRONT = 60  # lines in which a label may name the district


def district_in(texts: Sequence[Text]) -> Text | None:
    """Return the name of the district whose plan this is, as it stands first.

    It is the one that a label calls so on the first pages, or else of those on the cover, or else of
    all, the one that is named most often. A county's office of education is named in plans of others
    too, so that a district goes before it.
    """
    front = texts[:_FRONT]
    labelled = [text[m.end() :] for text in front if (m := text.search(_label()))]
    every = _named(texts)
    for found in (_named(labelled), _named(texts[:_COVER]), every):
        of_places = [name for name in found if not _office().search(str(name))]
        if name := _most_named(of_places or found, every):
            return name
    return None


def _named(texts: Sequence[Text]) -> list[Text]:
    return [
        text.group(m, "name")
        for text in texts
        for m in _pattern().finditer(str(text))
        if all(word[0].isupper() or word == "of" for word in m["name"].split())
    ]


def _most_named(found: Sequence[Text], every: Sequence[Text]) -> Text | None:
    """Return the one that all the texts name most often; of names as frequent, the first."""
    often = Counter(fold(str(name)) for name in every)
    best = max((fold(str(name)) for name in found), key=lambda name: often[name], default="")
    return next((name for name in found if fold(str(name)) == best), None)


@cache
def _pattern() -> re.Pattern[str]:
    ends = "|".join(wording("front_matter")["districts"]).replace(" ", r"\s+")
    never = "|".join(f"{w}|{w.upper()}|{w.title()}" for w in wording("front_matter")["no_district_words"])
    word = r"(?:[A-Z][\w’'-]*|(?:[A-Z]\.){1,3}|(?:St|Mt|Ft|Pt)\.)\s+"
    return re.compile(rf"\b(?P<name>(?:(?!(?:{never})\b){word}){{1,3}}(?i:{ends}))\b")


@cache
def _label() -> re.Pattern[str]:
    return re.compile("|".join(wording("front_matter")["district_labels"]), re.IGNORECASE)


@cache
def _office() -> re.Pattern[str]:
    return re.compile("|".join(wording("front_matter")["offices"]), re.IGNORECASE)
