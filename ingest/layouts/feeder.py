"""Reads which schools' students go on to which, as sentences say or a chart of feeder patterns implies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.findings import Findings, Item, Named
from ingest.layouts.planning_statements import in_context
from ingest.layouts.program_chart import Chart, charts
from ingest.layouts.program_words import program_names, programs_named
from ingest.layouts.prose import Passage, passages, sentences
from ingest.resolution import Resolution, Resource
from ingest.resolve import resolve
from ingest.school_book import SchoolBook
from ingest.school_names import LEVELS
from ingest.source import Text
from ingest.wording import wording

__all__ = ["recognise"]

# How sure a link is that a chart only suggests.
_IMPLIED = 0.6


@dataclass(frozen=True)
class _Offer:
    """A school that offers a program, as one of the document's charts or lists says it."""

    school: Named
    offered: Item
    program: Resource | None
    status: str
    levels: tuple[str, ...]
    place: Text


@dataclass(frozen=True)
class _Said:
    """What one sentence says: the program's students go, or are to go, to a school."""

    target: Text
    program: Text
    proposed: bool
    recommended: bool
    passage: Passage
    sentence: Text


class _Reader:
    """Reads the feeder links of one document; its names are brought together as across documents."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.names: Resolution = resolve({"": findings})
        self.book = SchoolBook.of(findings)
        self.known = program_names(findings)
        self.offers = [o for item in findings.items("ProgramOffering") if (o := self._offer(item))]

    def _offer(self, item: Item) -> _Offer | None:
        schools, programs = item.get("atSchool"), item.get("ofProgram")
        if not isinstance(schools[0], Named) or not isinstance(programs[0], Item):
            return None
        status = next((s.name for s in item.get("status") if isinstance(s, Named)), "existing")
        hints = self.findings.hints.get(schools[0], set())
        levels = self.book.levels(schools[0].name) or tuple(x for x in LEVELS if x in hints)
        return _Offer(
            schools[0], programs[0], self.names.of_item("", programs[0]), status, levels, item.evidence[0]
        )

    def same(self, one: Named, other: Named) -> bool:
        """Tell whether two names mean one school."""
        return one == other or self.names.of("", one) == self.names.of("", other)

    def link(
        self, offer: _Offer, to: Named, program: Named | Item, status: str, evidence: list[Text]
    ) -> Item | None:
        """Add one link, or more evidence for a link that was already found."""
        if self.same(offer.school, to):
            return None
        whole = self._program(program)
        scope = f"{self._school(offer.school)}>{self._school(to)}"
        label = f"{self._school(offer.school)} to {self._school(to)}: {whole}"
        item = self.findings.add("FeederLink", label, evidence, scope=scope)
        item.set("fromSchool", offer.school).set("toSchool", to).set("ofProgram", program)
        return item if item.get("status") else item.set("status", Named("Status", status))

    def _school(self, named: Named) -> str:
        resource = self.names.of("", named)
        return resource.label if resource else named.name

    def _program(self, program: Named | Item) -> str:
        found = self.names.of_item("", program) if isinstance(program, Item) else self.names.of("", program)
        return found.label if found else program.label if isinstance(program, Item) else program.name


def recognise(findings: Findings) -> None:
    """Add the feeder links that sentences state, then those that only a chart shows or suggests."""
    book, known = SchoolBook.of(findings), program_names(findings)
    said = [s for passage in passages(findings.document) for s in _statements(passage, book, known)]
    for s in said:
        findings.name("School", s.target)
        findings.name("Program", s.program)
    reader = _Reader(findings)
    for s in sorted(said, key=lambda s: s.proposed):
        _state(reader, s)
    for chart in charts(findings):
        if chart.feeder:
            _imply(reader, chart)


def _statements(passage: Passage, book: SchoolBook, known: set[str]) -> Iterator[_Said]:
    """Yield what the sentences of a passage say of where the students of a program go."""
    for sentence, before in in_context(passage, known):
        words = str(sentence)
        verb, advice = _verb().search(words), _advice().search(words)
        if (verb is None and advice is None) or re.search(r"\b(?:not|no longer|never)\b", words):
            continue
        start = verb.end() if verb else advice.end() if advice else 0
        after = sentence[start:]
        targets = book.named_in(after)
        context = programs_named(sentence[:start], known) or before
        for target, program in _pairs(after, targets, known, context[-1:]):
            proposed = verb is None or _projected().search(words[:start]) is not None
            yield _Said(target, program, proposed, verb is None, passage, sentence)


def _pairs(
    after: Text, targets: Sequence[Text], known: set[str], context: Sequence[Text]
) -> Iterator[tuple[Text, Text]]:
    """Yield each school with its program: 'X for A and Y for B', 'A students at X and B students at Y'."""
    starts = [after.offsets.index(t.offsets[0]) for t in targets]
    before: Sequence[Text] = ()
    for target, start, end in zip(targets, starts, [*starts[1:], len(after)], strict=False):
        behind = after[start + len(target) : end]
        programs = programs_named(behind, known)
        own = programs[:1] if re.match(r"\W*(?:for|in|with)\b", str(behind)) else []
        if program := (own or before[-1:] or context)[:1]:
            yield target, program[0]
        before = programs[len(own) :]


@cache
def _verb() -> re.Pattern[str]:
    verbs = "|".join(sorted(wording("planning")["attends"], key=len, reverse=True))
    return re.compile(rf"\b[Ss]tudents\b.*?\b(?:{verbs})\b")


@cache
def _projected() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(wording('planning')['projected'])})\b")


@cache
def _advice() -> re.Pattern[str]:
    """Match 'we recommend that the next … site be'."""
    words = wording("planning")
    advice, site, coming = ("|".join(words[key]) for key in ("recommends", "site", "coming"))
    return re.compile(
        rf"\b(?:{advice})\b.*?\b(?:{site})s?\b\s+(?:be|is|should be|would be|will be|at)\b"
        rf"|\b(?:{coming})\b[^.]*?\b(?:{site})s?\b[^.]*?\b(?:should|would|will) be\b"
    )


def _state(reader: _Reader, said: _Said) -> None:
    """Link the schools whose students a sentence speaks of to the school that it names."""
    target = Named("School", str(said.target).strip())
    program = Named("Program", str(said.program).strip())
    resource = reader.names.of("", program)
    levels = reader.book.levels(target.name)
    for offer in _below([o for o in reader.offers if o.program == resource], levels):
        status = "proposed" if said.proposed else "existing"
        evidence = [said.sentence, offer.place]
        item = reader.link(offer, target, program, status, evidence)
        if item is None or item.get("basis"):
            continue
        # A site recommended for a program is one for each of its schools, though it names none.
        named = not said.recommended or _spoken_of(reader, offer, said)
        item.set("basis", Named("Basis", "stated" if named else "section"))


def _spoken_of(reader: _Reader, offer: _Offer, said: _Said) -> bool:
    """Tell whether a school is named where a site is recommended for its students: there or right after."""
    every = list(sentences(said.passage.text))
    at = next(i for i, s in enumerate(every) if s.offsets[:1] == said.sentence.offsets[:1])
    names = [n for s in every[at : at + 2] for n in reader.book.named_in(s)]
    return any(reader.same(offer.school, Named("School", str(n))) for n in names)


def _below(offers: Sequence[_Offer], levels: Sequence[str]) -> list[_Offer]:
    """Return the existing offers at the next level below a school's own, whose students it can receive."""
    if not levels:
        return []
    lowest = LEVELS.index(levels[0])
    able = [o for o in offers if o.status == "existing" and o.levels and _top(o) < LEVELS.index(levels[-1])]
    able = [o for o in able if _top(o) < lowest or o.levels[-1] in levels]
    nearest = max((_top(o) for o in able if _top(o) < lowest), default=-1)
    return [o for o in able if _top(o) >= nearest]


def _top(offer: _Offer) -> int:
    return LEVELS.index(offer.levels[-1])


def _imply(reader: _Reader, chart: Chart) -> None:
    """Link the schools of a program in a feeder chart, each level to the next, where no sentence did."""
    proposed = re.search(r"\bproposed\b", str(chart.caption), re.IGNORECASE) is not None
    rows = {e.place.offsets[:1]: e.row for e in chart.entries}
    offers = [o for o in reader.offers if o.place.offsets[:1] in rows]
    for low in offers:
        able = _next([o for o in offers if o.program == low.program], low)
        for high in able:
            status = "proposed" if proposed or "proposed" in (low.status, high.status) else "existing"
            link = reader.link(low, high.school, low.offered, status, [low.place, high.place])
            if link is None or link.get("basis"):
                continue
            if len(able) == 1 and rows[high.place.offsets[:1]] > rows[low.place.offsets[:1]]:
                link.set("basis", Named("Basis", "section"))
            else:
                # Of several schools, or of two in one row, a chart does not say which goes to which.
                sure = round(_IMPLIED / len(able), 2)
                link.set("basis", Named("Basis", "inferred")).set("confidence", sure)


def _next(offers: Sequence[_Offer], low: _Offer) -> list[_Offer]:
    """Return the offers at the next level that the program has above an offer's own."""
    if not low.levels:
        return []
    for level in LEVELS[_top(low) + 1 :]:
        if able := [o for o in offers if level in o.levels and low.levels[0] not in o.levels]:
            return able
    return []
