"""Reads charts of programs: a program over each column, schools below it, more of it in brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.document import Cell, Document, Paragraph, Table
from ingest.findings import Findings, Item, Named, fold
from ingest.school_lists import school_entries
from ingest.school_names import levels_of_grades, school_name
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Chart", "ChartEntry", "charts", "program_kind", "recognise"]

_LONGEST_HEADER = 60  # characters
_ABOVE = 3
# 'Signature Programs for A, B and C', 'each Signature Program: A, B and C'.
_TOGETHER = re.compile(
    r"(?P<name>(?:[A-Z][\w-]+\s+)+Programs?)\b[^.:]*?"
    r"(?:\b(?:for|such as|including)\s+|:\s+)(?P<list>[A-Z][^.;]+)"
)


@dataclass(frozen=True)
class ChartEntry:
    """One school in a chart: under a column's program, with a program or academy of its own in brackets."""

    name: Text
    column: Text
    own: Text
    status: str
    row: int
    place: Text


@dataclass(frozen=True)
class Chart:
    """A chart and its entries, with the sentence above it."""

    entries: tuple[ChartEntry, ...]
    heads: tuple[Text, ...]
    caption: Text
    feeder: bool


def recognise(findings: Findings) -> None:
    """Add the programs of each chart, and what each school offers."""
    for chart in charts(findings):
        for levels, names in _row_levels(chart):
            for name in names:
                named = findings.name("School", name)
                for level in levels if not school_name(str(name)).levels else ():
                    findings.hint(named, level)
        for entry in chart.entries:
            _offer(findings, entry)
        _under_one_name(findings, chart)


def charts(findings: Findings) -> Iterator[Chart]:
    """Yield the charts of programs of a document."""
    document = findings.document
    known = frozenset(school_name(m.named.name).base for m in findings.mentions if m.named.kind == "School")
    for number, block in enumerate(document.blocks):
        if isinstance(block, Table) and (entries := _entries(block, known)):
            caption = _caption(document, number)
            heads = tuple(c.text for c in block.rows[0] if program_kind(str(c.text)))
            yield Chart(
                tuple(entries), heads, caption, bool(re.search(r"\bfeeder", str(caption), re.IGNORECASE))
            )


def _caption(document: Document, number: int) -> Text:
    """Return the paragraph above a chart that speaks of it."""
    for block in reversed(document.blocks[max(0, number - _ABOVE) : number]):
        if isinstance(block, Table):
            break
        if isinstance(block, Paragraph) and re.search(
            r"\b(?:chart|table|programs?|below)\b", str(block.text)
        ):
            return block.text
    return Text()


def _entries(table: Table, known: frozenset[tuple[str, ...]]) -> list[ChartEntry]:
    """Return the entries of a table that is a chart of programs, or nothing."""
    header, *rows = table.rows
    heads = {c.column: c.text for c in header if c.text}
    programs = [h for h in heads.values() if program_kind(str(h))]
    if len(programs) < 2 or 2 * len(programs) < len(heads):
        return []
    found = [e for n, row in enumerate(rows) for cell in row for e in _cell(cell, heads, n, known)]
    schools = [e for e in found if school_name(str(e.name)).levels or school_name(str(e.name)).base in known]
    return found if len(schools) >= 2 and 2 * len(schools) >= len(found) else []


def _cell(
    cell: Cell, heads: dict[int, Text], row: int, known: frozenset[tuple[str, ...]]
) -> Iterator[ChartEntry]:
    """Yield the schools of one cell; a name of a program among them is a heading over those that follow."""
    head = heads.get(cell.column)
    if head is None or not program_kind(str(head)):
        return
    entries = school_entries(cell.raw, known)
    for i, entry in enumerate(entries):
        if i < len(entries) - 1 and _is_program(str(entry.name)):
            head = entry.name
            continue
        own, status = _mark(entry.mark)
        yield ChartEntry(entry.name, head, own, status, row, entry.place)


@cache
def program_kind(words: str) -> str:
    """Return the kind of program that words name, by the word list; empty where they name none."""
    if len(words) > _LONGEST_HEADER:
        return ""
    plain = f" {fold(words)} "
    kinds = wording("programs")["kinds"]
    return next((k for k, forms in kinds.items() if any(f" {fold(form)} " in plain for form in forms)), "")


def _is_program(name: str) -> bool:
    """Tell whether a name in a list of schools is made of a program's words alone, and of a level."""
    read = school_name(name)
    themes = {*wording("schools")["themes"], *wording("schools")["kinds"]}
    return bool(program_kind(name)) and set(read.base) <= themes


def _mark(mark: Text) -> tuple[Text, str]:
    """Return the program that a bracket names, and the status that it states."""
    words = wording("programs")
    status = "existing"
    for kind in ("proposed", "existing"):
        if match := mark.search(re.compile(rf"\b(?:{'|'.join(words[kind])})\b[\s:–-]*", re.IGNORECASE)):
            status, mark = kind, Text.join([mark[: match.start()], mark[match.end() :]], "").strip()
            break
    grades = levels_of_grades(str(mark)) or not re.search(r"[A-Za-z]{2}", str(mark))
    return (Text() if grades else mark), status


def _row_levels(chart: Chart) -> Iterator[tuple[set[str], list[Text]]]:
    """Yield, for each row, the levels that its schools of one level state, and its schools."""
    for row in sorted({e.row for e in chart.entries}):
        names = [e.name for e in chart.entries if e.row == row]
        stated = [school_name(str(n)).levels for n in names]
        yield {level for levels in stated if len(levels) == 1 for level in levels}, names


def _offer(findings: Findings, entry: ChartEntry) -> None:
    """Add what a school offers: the column's program, its own variant of it, or its own academy under it."""
    school = Named("School", str(entry.name).strip())
    column = _program(findings, entry.column)
    programs = [column]
    if entry.own:
        own = _program(findings, entry.own)
        if own is not column:
            own.set("broader", column)
        programs = [own] if _is_variant(findings, str(entry.own), str(entry.column)) else [column, own]
    for program in programs:
        label = f"{program.label} at {school.name}"
        item = findings.add("ProgramOffering", label, [entry.place, entry.column], scope=entry.status)
        item.set("atSchool", school).set("ofProgram", program).set("status", Named("Status", entry.status))


def _program(findings: Findings, text: Text) -> Item:
    findings.name("Program", text)
    return findings.add("Program", text)


def _is_variant(findings: Findings, own: str, column: str) -> bool:
    """Tell whether a bracket names a kind of the column's program itself, such as one in a language."""
    kind = program_kind(column)
    forms = wording("programs")["kinds"].get(kind, [])
    words = [own, *_expanded(findings, own)]
    short = [f for f in forms if " " not in f and len(f) >= 3]
    return any(program_kind(w) == kind for w in words) or any(own.lower().endswith(f) for f in short)


def _expanded(findings: Findings, short: str) -> list[str]:
    items = [i for i in findings.items("Abbreviation") if short in i.get("shortForm")]
    return [str(e) for i in items for e in i.get("expansion")]


def _under_one_name(findings: Findings, chart: Chart) -> None:
    """Read in the caption what the programs are called together, and their full names."""
    match = chart.caption.search(_TOGETHER)
    if match is None:
        return
    whole = _program(findings, chart.caption.group(match, "name"))
    listed = [_program(findings, text) for text in _listed(findings, chart.caption.group(match, "list"))]
    columns = [_program(findings, head) for head in chart.heads]
    for program in [*listed, *columns]:
        if program is not whole and not program.get("broader"):
            program.set("broader", whole)


def _listed(findings: Findings, text: Text) -> list[Text]:
    """Return the parts of an enumeration; what a short form abbreviates is one part, commas and all."""
    spans = _atoms(findings, text)
    cuts = [
        m
        for m in re.finditer(r",\s+(?:and\s+)?|\s+and\s+", str(text))
        if all(m.end() <= a or m.start() >= b for a, b in spans)
    ]
    edges = [0, *(x for m in cuts for x in (m.start(), m.end())), len(text)]
    parts = [text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return [p for p in parts if p and re.match(r"[A-Z]", str(p))]


def _atoms(findings: Findings, text: Text) -> list[tuple[int, int]]:
    """Return where in a text words and their short form stand that an enumeration must not cut."""
    places = {o: i for i, o in enumerate(text.offsets) if o >= 0}
    found = []
    for place in (t for item in findings.items("Abbreviation") for t in item.evidence):
        inside = [places[o] for o in place.offsets if o in places]
        if inside and len(inside) == len([o for o in place.offsets if o >= 0]):
            found.append((min(inside), max(inside) + 1))
    found.extend(m.span() for m in re.finditer(r"[A-Z]\w* & [A-Z]\w*(?: [A-Z]\w*)*", str(text)))
    return found
