"""Says the figures that a record's own sentences state: targets of an outcome, data of now, measures."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby

from ingest.findings import Findings, Item
from ingest.forms.figures import Figures, aimed_by_a_year, figures_of, observed
from ingest.forms.record import Entry, Record
from ingest.layouts.prose import sentences
from ingest.layouts.stream import Piece
from ingest.source import Text
from ingest.wording import wording

__all__ = ["measure_in", "state_figures"]


def measure_in(piece: Piece) -> Piece:
    """Return a measure without the label before it and a dated remark on how far it has come."""
    text = piece.text
    if m := text.search(_pattern("label")):
        text = text[m.end() :]
    if m := text.search(_pattern("review")):
        text = text[: m.start()]
    return replace(piece, text=text.strip()) if len(text) < len(piece.text) else piece


def state_figures(findings: Findings, record: Record, item: Item) -> None:
    """Add the metrics with their values that a record's outcome, its measures and its data state."""
    _aims(findings, record, item)
    for entry in record.of("measure"):
        for words in _statements(entry):
            _measure(findings, item, words)
    for entry in record.of("data"):
        found = [*observed(entry.pieces)]
        for seen in found:
            metric = _of(findings, item, seen.name) if seen.name else _aimed_at(findings, item, seen.sentence)
            _value(findings, "Baseline", metric, seen.value, place=seen.sentence)
        findings.mark_read(*([entry.text] if found else []))


def _aims(findings: Findings, record: Record, item: Item) -> None:
    """State what the title of a record aims at, and the sentences of running text under it."""
    if not record.type.figures:
        return
    told = [e for e in record.of("text") if e.long]
    for entry in record.of("title") or [e for e in record.of("text") if e not in told]:
        _outcome(findings, item, entry.text)
    for sentence in (s for e in told for s in sentences(e.text)):
        _told(findings, item, sentence)


def _outcome(findings: Findings, goal: Item, sentence: Text) -> None:
    """State what an outcome aims at, of what it says it is measured by, or of what it says as a whole."""
    figures = figures_of(sentence)
    if figures.target:
        _values(findings, _of(findings, goal, figures.name or sentence), figures)


def _told(findings: Findings, item: Item, sentence: Text) -> None:
    """State what a sentence of running text aims at, if it says from where to where, or by which year."""
    figures = figures_of(sentence)
    if figures.target and (figures.baseline or aimed_by_a_year(sentence)):
        _values(findings, _of(findings, item, figures.name or sentence), figures)


def _statements(entry: Entry) -> Iterator[Text]:
    """Yield what a field holds: its list items, or its paragraphs, each whole."""
    if any(p.kind == "item" for p in entry.pieces):
        yield from (piece.text for piece in entry.items)
        return
    for _, found in groupby(entry.pieces, key=lambda p: p.block):
        yield Text.join(p.text for p in found)


def _measure(findings: Findings, item: Item, sentence: Text) -> None:
    """State a metric that is named with where it starts and what it aims at."""
    figures = figures_of(sentence)
    _values(findings, _of(findings, item, figures.name or sentence), figures)


def _of(findings: Findings, measured: Item, name: Text) -> Item:
    metric = findings.add("Metric", name, scope=measured.key)
    return metric.set("measures", measured if measured.kind != "Plan" else None)


def _values(findings: Findings, metric: Item, figures: Figures) -> None:
    if figures.baseline:
        _value(findings, "Baseline", metric, figures.baseline, figures.year)
    if figures.target:
        _value(findings, "Target", metric, figures.target)


def _aimed_at(findings: Findings, item: Item, sentence: Text) -> Item:
    """Return the metric of the one outcome under an item, of which its data are told; else the sentence's."""
    goals = [g for g in findings.items("Goal") if item in g.get("partOf")] or [item]
    if len(goals) > 1 or goals[0].kind != "Goal":
        return _of(findings, item, sentence)
    known = [m for m in findings.items("Metric") if goals[0] in m.get("measures")]
    return known[0] if len(known) == 1 else _of(findings, goals[0], goals[0].evidence[0])


def _value(
    findings: Findings, kind: str, metric: Item, text: Text, year: str = "", place: Text | None = None
) -> None:
    scope = f"{metric.key}/{year}/{place or ''}"
    value = findings.add(kind, text, [place or text], scope=scope)
    value.set("value", None if value.get("value") else text)
    value.set("ofMetric", metric).set("schoolYear", year or None)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(wording("forms")["measures"][name], re.IGNORECASE)
