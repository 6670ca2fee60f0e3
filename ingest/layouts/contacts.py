"""Reads whom to ask about a plan: names with their telephone numbers and e-mail addresses."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from ingest.findings import Findings, Item, Named
from ingest.layouts.labelled_sections import Section, sections
from ingest.source import Text

__all__ = ["recognise"]

_PHONE = re.compile(
    r"(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]\d{4}(?:,?\s*(?:x|ext)\.?\s*\d{2,6})?"
    r"|\b(?:x|ext)\.?\s*\d{3,6}\b",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_BETWEEN = re.compile(r"\s*[,;/]\s*|\s+(?:and|&)\s+")
_POST = re.compile(r"^(?:Ed\.?D|Ph\.?D|M\.?A|Jr|Sr|Director|Coordinator|Superintendent|Manager|Chief)\b")
_MOST_WORDS = 8  # two names may stand without a mark between them
_KINDS = ("contact", "phone", "email", "phone_and_email")


def recognise(findings: Findings) -> None:
    """Find the contacts of the plan; several in one cell pair with their numbers by order."""
    found = [s for s in sections(findings.document) if s.kind in _KINDS and s.pieces]
    if not any(s.kind == "contact" for s in found):
        return
    for section in found:
        findings.mark_read(*section.labels)
    values = [text for s in found for text in _values(s)]
    emails, phones = list(_all(values, _EMAIL)), list(_all(values, _PHONE))
    names = [n for s in found if s.kind == "contact" for n in _names(_values(s), emails)]
    for i, name in enumerate(names):
        contact = _contact(findings, name)
        contact.set("telephone", _nth(phones, i, len(names)))
        contact.set("email", _nth(emails, i, len(names)))


def _contact(findings: Findings, name: Text) -> Item:
    contact = findings.add("Contact", name).set("contactFor", findings.plan)
    contact.set("person", findings.name("Person", name))
    for unit in findings.plan.get("ofUnit"):
        if isinstance(unit, Named):
            contact.set("ofUnit", unit)
    return contact


def _values(section: Section) -> list[Text]:
    """Return what stands beside a label; what follows in other blocks is not of it."""
    first = section.pieces[0].block
    return [p.text for p in section.pieces if p.block == first]


def _all(texts: Sequence[Text], pattern: re.Pattern[str]) -> Iterator[Text]:
    for text in texts:
        yield from (text.group(m) for m in pattern.finditer(str(text)))


def _nth(values: Sequence[Text], i: int, wanted: int) -> Text | None:
    """Return the value of the i-th contact: by order if there are as many, the only one for all."""
    if len(values) == wanted:
        return values[i]
    return values[0] if len(values) == 1 else None


def _names(texts: Sequence[Text], emails: Sequence[Text]) -> list[Text]:
    names = [n for text in texts for n in _parted(text)]
    if len(names) == 1 and len(emails) > 1:
        return _by_addresses(names[0], emails)
    return names


def _parted(text: Text) -> list[Text]:
    """Part names at commas and 'and'; a title after a comma is no name."""
    plain = _EMAIL.sub("", _PHONE.sub("", str(text)))
    part = text[: len(plain.rstrip())] if str(text).startswith(plain.rstrip()) else text
    return [n for t in part.split(_BETWEEN) if _is_name(str(n := t.strip(" .-:")))]


def _is_name(words: str) -> bool:
    """Tell whether words can be a person's: few, without figures, and no title."""
    if not re.search(r"[^\W\d_]", words):
        return False
    return len(words.split()) <= _MOST_WORDS and not re.search(r"[\d@]", words) and not _POST.match(words)


def _by_addresses(text: Text, emails: Sequence[Text]) -> list[Text]:
    """Part names that stand without a mark between them so that each agrees with its e-mail address."""
    words = list(re.finditer(r"\S+", str(text)))
    best, names = 0, [text]
    for cuts in combinations(range(1, len(words)), len(emails) - 1):
        parts = text.cut(words[c].start() for c in cuts)
        score = sum(_agreement(str(p), str(e)) for p, e in zip(parts, emails, strict=True))
        if score > best:
            best, names = score, parts
    return [n.strip() for n in names]


def _agreement(name: str, email: str) -> int:
    local = email.split("@", maxsplit=1)[0].lower()
    return sum(len(w) > 2 and w in local for w in re.findall(r"[a-z]+", name.lower()))
