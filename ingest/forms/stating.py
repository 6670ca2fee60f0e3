"""Says a form's filled records as items: goals with what stands under them, metrics with their values."""

import re
from collections.abc import Iterable
from functools import cache

from ingest.amounts import unit_in
from ingest.findings import Findings, Item, fold
from ingest.forms.aligned import state_alignment
from ingest.forms.choices import take_chosen
from ingest.forms.groups import groups_in, values_by_group
from ingest.forms.inside import take_labelled
from ingest.forms.measured import measure_in, state_figures
from ingest.forms.plans import of_plan, plan_item
from ingest.forms.priorities import state_priorities
from ingest.forms.record import Entry, Record, apart, named_apart
from ingest.forms.resources import state_places, state_resources
from ingest.forms.values import horizon_of, stated_aim, year_of
from ingest.layouts.responsible import UnitCells
from ingest.layouts.stream import Piece
from ingest.source import Text
from ingest.wording import wording

__all__ = ["state"]

# By which property an item says that it stands under another.
_UNDER = {
    ("Goal", "StrategicDirection"): "ofDirection",
    ("Goal", "Priority"): "partOf",
    ("StrategicDirection", "Priority"): "partOf",
    ("Priority", "StrategicDirection"): "underDirection",
    ("Priority", "Goal"): "underGoal",
    ("Action", "Goal"): "underGoal",
    ("Action", "Priority"): "underPriority",
    ("Action", "StrategicDirection"): "underDirection",
}
_PARTS = frozenset({"Goal", "Priority", "StrategicDirection", "Action"})
_WORDS = ("timeline", "goalType", "audience", "outcome", "comment", "status")
_PROPERTY = {"status": "statusNote"}
_VALUES = {"baseline": "Baseline", "target": "Target", "actual": "Actual"}


def state(findings: Findings, records: Iterable[Record]) -> int:
    """Add the items of records and return how many there were."""
    owners = [e.text for top in records for r in top.all() for e in r.of("owner")]
    writer = _Writer(findings, UnitCells.of(owners))
    return sum(writer.record(record, None) for record in records)


class _Writer:
    """Writes one record after the other, each under the item of the one above it."""

    def __init__(self, findings: Findings, owners: UnitCells) -> None:
        self.findings = findings
        self.owners = owners

    def record(self, record: Record, above: Item | None) -> int:
        """Add a record's item, its facts, and the records under it; return how many items came of them."""
        if record.type.kind == "Plan":
            return self._plan(record)
        take_labelled(record)
        self.findings.mark_read(*take_chosen(record))
        if record.type.kind == "Fields":
            self._facts(record, above or self.findings.plan)
            return sum(self.record(r, above) for r in record.under)
        several = record.type.kind in ("Need", "Note") and not record.under
        if several and len(parts := apart(record)) > 1:
            return sum(self.record(part, above) for part in parts)
        item = self._item(record, above)
        if item is None:
            if above and record.type.kind == "Metric":
                self._measured(record, above)
            return sum(self.record(r, above) for r in record.under)
        _place(item, above)
        self._facts(record, item)
        self._responsible(record, item)
        self._measured(record, item)
        self._needs(record, item)
        self._parts(record, item)
        found = 1 + sum(self.record(r, item) for r in record.under)
        state_figures(self.findings, record, item)
        return found

    def _plan(self, record: Record) -> int:
        """Add the plan of one school of several, with all that stands in it."""
        plan = plan_item(self.findings, record)
        before = frozenset(item.key for item in self.findings)
        found = sum(self.record(r, plan) for r in record.under)
        of_plan(self.findings, plan, before)
        return 1 + found

    def _item(self, record: Record, above: Item | None) -> Item | None:
        """Return the item of a record: its title, else its text, else its label with the number."""
        title, text = _title(record), record.text_of("text")
        if not text:
            title, text = named_apart(record, title)
        label = next((t for t in (title, text, record.label) if _says(t)), None)
        if label is None or (label is record.label and (_is_empty(record) or _is_bare_id(record))):
            return None
        scope = f"{above.key if above else record.name}/{record.number}"
        item = self._told_above(record, label) if above is None else None
        item = item or self.findings.add(record.type.kind, label, notation=record.number, scope=scope)
        if record.label and label is not record.label:
            written = str(record.label)
            item.aliases.extend([written] if written not in item.aliases else [])
            item.evidence.append(record.label)
        if _says(title) and _says(text):
            item.set("description", text)
        item.evidence.extend(e.text for e in record.of("title")[1:] if e.text not in item.evidence)
        return item

    def _told_above(self, record: Record, label: Text) -> Item | None:
        """Return the one metric of the same name that is known already; a table adds its values."""
        metrics = self.findings.items("Metric") if record.type.kind == "Metric" else []
        same = [i for i in metrics if fold(i.label) == fold(str(label))]
        if len(same) == 1 and label not in same[0].evidence:
            same[0].evidence.append(label)
        return same[0] if len(same) == 1 else None

    def _facts(self, record: Record, item: Item) -> None:
        for role in _WORDS:
            for entry in (e for e in record.of(role) if _says(e.text)):
                item.set(_PROPERTY.get(role, role), entry.text)
        for priority in (p for e in record.of("statePriority") for p in state_priorities(e.text) if _says(p)):
            item.set("statePriority", priority)
        for group in (g for e in record.of("group") for g in groups_in(e.text) if _says(g)):
            item.set("studentGroup", group)
        for entry in (e for e in record.of("supports") if _says(e.text)):
            state_alignment(self.findings, item, entry)
        state_resources(record, item, _says)
        state_places(self.findings, record, item)
        for entry in record.of("alias"):
            item.aliases.extend({str(entry.text)} - {*item.aliases, item.label})
            item.evidence.append(entry.text)
        self._marks(record, item)

    def _marks(self, record: Record, item: Item) -> None:
        """State what cells say in a word: the horizon, and whether it contributes."""
        for entry in record.of("horizon"):
            marked = str(entry.text).strip().lower() in wording("forms")["affirmed"]
            span = horizon_of(entry.header if marked else entry.text)
            item.set("horizon" if span else "timeline", span or entry.text)
            self.findings.mark_read(entry.text)
        for entry in record.of("unit"):
            item.set("unit", None if item.get("unit") else unit_in(entry.text))
            self.findings.mark_read(entry.text)
        for entry in record.of("contributing"):
            if (answer := _yes_or_no(entry.text)) is not None:
                item.set("contributing", answer)
                self.findings.mark_read(entry.text)
        self.findings.mark_read(*(e.text for e in record.entries if e.role in ("number", "skip")))
        self.findings.mark_read(*(e.text for e in record.entries if _is_blank(str(e.text))))

    def _responsible(self, record: Record, item: Item) -> None:
        for entry in record.of("owner"):
            who = self.owners.responsible(entry.text)
            units = [self.findings.name("Unit", unit) for unit in who.units]
            for unit in units:
                item.set("responsible", unit)
            if not item.get("leadResponsible"):
                item.set("leadResponsible", units[0] if units else None)
            item.set("responsibleNote", who.note)
            item.evidence.append(entry.text)

    def _needs(self, record: Record, item: Item) -> None:
        """Add the needs that a field of a goal or priority names."""
        if item.kind in ("Goal", "Priority"):
            for piece in _items(record.of("need")):
                item.set("addressesNeed", self.findings.add("Need", piece.text, scope=item.key))

    def _parts(self, record: Record, item: Item) -> None:
        listed = [e for e in record.of("title") if e.cell and record.type.kind == "Action" and _has_list(e)]
        for piece in (p for e in (*record.of("parts"), *listed) for p in e.items if _says(p.text)):
            _place(self.findings.add("Action", piece.text, scope=item.key), item)

    def _measured(self, record: Record, item: Item) -> None:
        """Add the metrics named in a record's field, and the values of these, or of the item itself."""
        named = record.of("metric")
        metrics = [self._metric(p, item) for p in map(measure_in, _items(named)) if p.text]
        if item.kind == "Metric":
            metrics = [item]
        for entry in record.of("aim"):
            self._aim(entry, item)
        for role, kind in _VALUES.items():
            for entry in record.of(role):
                beside = item.kind == "Metric" or any(e.beside(entry) for e in named)
                self._values(entry, kind, metrics if beside else [], item)

    def _metric(self, piece: Piece, measured: Item) -> Item:
        metric = self.findings.add("Metric", piece.text, scope=measured.key)
        return metric.set("measures", measured)

    def _aim(self, entry: Entry, item: Item) -> None:
        """State what a metric is to come to: its description, and a target if value and year are told."""
        item.set("description", entry.text if _says(entry.text) else None)
        value, year = stated_aim(entry.text)
        if value and item.kind == "Metric":
            target = self.findings.add("Target", value, [entry.text], scope=f"{item.key}/{year}")
            target.set("value", value).set("ofMetric", item).set("schoolYear", year)

    def _values(self, entry: Entry, kind: str, metrics: list[Item], item: Item) -> None:
        pieces = [entry.text] if len(metrics) < 2 else [p.text for p in entry.pieces]
        paired = len(pieces) == len(metrics)
        for text, metric in zip(pieces, metrics if paired else [None] * len(pieces), strict=True):
            if not _says(text):
                continue
            of = metric or item
            value = self.findings.add(kind, text, scope=f"{of.key}/{entry.header}/{entry.year}/{entry.group}")
            value.set("value", text).set("ofMetric", metric)
            value.set("ofGoal", item if item.kind == "Goal" else None)
            value.set("schoolYear", year_of(entry))
            value.set("studentGroup", entry.group or None)
            self._by_group(value, text)

    def _by_group(self, whole: Item, text: Text) -> None:
        """Add what a value says of one group of students after the other, each as a value of its own."""
        for group, words in values_by_group(text):
            part = self.findings.add(
                whole.kind, words, [Text.join([group, words])], scope=f"{whole.key}/{group}"
            )
            part.set("value", words).set("studentGroup", group)
            for fact in whole.facts:
                if fact.prop in ("ofMetric", "ofGoal", "schoolYear"):
                    part.set(fact.prop, fact.value)


def _place(item: Item, above: Item | None) -> None:
    """State what an item stands under, by the property that says so of the two kinds."""
    if above is None:
        return
    if item.kind == "Metric" and above.kind != "Plan":
        item.set("measures", above)
    elif item.kind == "Note":
        item.set("noteOn", above)
    elif "Need" in (item.kind, above.kind):
        need, answer = (item, above) if item.kind == "Need" else (above, item)
        answer.set("addressesNeed", need if answer.kind in ("Goal", "Priority") else None)
    elif item.kind == above.kind and item.kind in _PARTS:
        item.set("partOf", above)
    elif (item.kind, above.kind) == ("Action", "Recommendation"):
        item.support(above, "stated", item.evidence[:1])
    elif prop := _UNDER.get((item.kind, above.kind)):
        item.set(prop, above)


def _title(record: Record) -> Text:
    """Return a record's title; of an action's cell with a list in it, what stands above the list."""
    titles = record.of("title")
    if record.type.kind == "Action" and len(titles) == 1 and titles[0].cell and _has_list(titles[0]):
        return titles[0].lead
    return record.text_of("title")


def _has_list(entry: Entry) -> bool:
    """Tell whether a cell holds a list: several items, or one under other words."""
    marked = [p.kind == "item" for p in entry.pieces]
    if sum(marked) == 1 and entry.pieces[marked.index(True)].mark == "-":
        # 'Families - Partnership' is a name over two lines
        return not marked[0] and not str(entry.lead).rstrip()[-1:].isalnum()
    return sum(marked) > 1 or (any(marked) and not marked[0])


def _items(entries: list[Entry]) -> list[Piece]:
    """Return the things that a field names: its list items, or its one text."""
    found: list[Piece] = []
    for entry in entries:
        items = [p for p in entry.items if _says(p.text)]
        found.extend(items or ([Piece(entry.text)] if _says(entry.text) else []))
    return found


def _yes_or_no(text: Text) -> bool | None:
    words = str(text).strip().lower()
    if words in wording("forms")["affirmed"]:
        return True
    return False if words in wording("forms")["denied"] else None


def _is_bare_id(record: Record) -> bool:
    """Tell whether of a direction only the id is told, and only other directions stand under it."""
    only = str(record.label) == record.number and record.type.kind == "StrategicDirection"
    return only and all(r.type.kind == "StrategicDirection" for r in record.under)


def _is_empty(record: Record) -> bool:
    """Tell whether a form was not filled in here: nothing stands under its label."""
    return not any(_says(e.text) for e in record.entries) and all(_is_empty(r) for r in record.under)


def _says(text: Text) -> bool:
    return any(c.isalnum() for c in text.value) and not _is_blank(str(text))


@cache
def _blank() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in wording("forms")["blank"]), re.IGNORECASE)


def _is_blank(words: str) -> bool:
    return _blank().fullmatch(words.strip()) is not None
