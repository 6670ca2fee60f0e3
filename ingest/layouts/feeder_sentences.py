"""Reads sentences that name which schools feed into which, such as 'A and B feed into C'."""

import re
from functools import cache
from itertools import product

from ingest.document import ListItem
from ingest.findings import Findings, Named
from ingest.layouts.prose import passages, sentences
from ingest.resolution import Resolution
from ingest.resolve import resolve
from ingest.school_book import SchoolBook
from ingest.source import Text
from ingest.wording import wording

__all__ = ["recognise"]

_NOT = re.compile(r"\b(?:not|no|no longer|never|unless|if|propos\w+|recommend\w*)\b", re.IGNORECASE)
_LEVELS = ("elementary", "middle", "high")


def recognise(findings: Findings) -> None:
    """Add a link from each school before the verb of such a sentence to each school behind it."""
    book = SchoolBook.of(findings)
    names = resolve({"": findings})
    items = (block.text for block in findings.document.blocks if isinstance(block, ListItem))
    texts = dict.fromkeys((*(passage.text for passage in passages(findings.document)), *items))
    for sentence in (s for text in texts for s in sentences(text)):
        verb = sentence.search(_feeds())
        if verb is None or _NOT.search(str(sentence)):
            continue
        lower, upper = book.named_in(sentence[: verb.start()]), book.named_in(sentence[verb.end() :])
        for low, high in product(lower, upper):
            if _rises(book, low, high):
                _link(findings, names, sentence, (low, high))


def _link(findings: Findings, names: Resolution, sentence: Text, schools: tuple[Text, Text]) -> None:
    """Add one link, unless a program's link between the same schools says it already."""
    low, high = (Named("School", str(school).strip()) for school in schools)
    known = [(i.get("fromSchool"), i.get("toSchool")) for i in findings.items("FeederLink")]
    labels = [found.label if (found := names.of("", end)) else end.name for end in (low, high)]
    if labels[0] == labels[1] or ([low], [high]) in known:
        return
    for school in schools:
        findings.name("School", school)
    item = findings.add("FeederLink", " to ".join(labels), [sentence], scope=">".join(labels))
    item.set("fromSchool", low).set("toSchool", high)
    item.set("status", Named("Status", "existing")).set("basis", Named("Basis", "stated"))


def _rises(book: SchoolBook, low: Text, high: Text) -> bool:
    """Tell whether students go up from one school to the other, as far as their levels are known."""
    one, other = book.levels(str(low)), book.levels(str(high))
    return not one or not other or _LEVELS.index(one[-1]) < _LEVELS.index(other[-1])


@cache
def _feeds() -> re.Pattern[str]:
    verbs = "|".join(sorted(wording("planning")["feeds"], key=len, reverse=True))
    return re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE)
