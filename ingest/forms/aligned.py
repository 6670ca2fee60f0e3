"""Says which goals of another plan an item is aligned to, such as the LCAP goal of a school's goal."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.findings import Findings, Item
from ingest.forms.record import Entry
from ingest.layouts.panels import Panel, panels_in
from ingest.layouts.recommendations import cited_item
from ingest.source import Text
from ingest.wording import wording

__all__ = ["state_alignment"]

_GOALS = re.compile(r"^(?P<label>Goals?)?\s*#?\s*(?P<number>\d{1,2}[a-z]?)(?![\w.%])", re.IGNORECASE)
_MORE = re.compile(
    r"(?:,|;|&|\band\b)\s*(?:Goals?\s*)?#?\s*(?P<number>\d{1,2}[a-z]?)(?![\w.%])", re.IGNORECASE
)
_SERVED = ("Goal", "Priority", "Recommendation")
_CITED = re.compile(
    r"^(?P<kind>Rec(?:ommendation)?s?|Priorit(?:y|ies)|Commitments?)\b[\s.#]*(?P<number>\d{1,2}[a-z]?)\b"
    r"(?=(?:\s*(?:,|;|&|and)\s*#?\s*\d{1,2}[a-z]?)*\s*$)",
    re.IGNORECASE,
)
_CODES = re.compile(r"[A-Z]{1,4}[-.]?\d{1,2}[a-z]?(?:\s*(?:[,;/&]|and)\s*[A-Z]{1,4}[-.]?\d{1,2}[a-z]?)*")
_CODE = re.compile(r"[A-Z]{1,4}[-.]?\d{1,2}[a-z]?")
_SIGN = re.compile(r"^\s*[:.–—-]?\s*")


def state_alignment(findings: Findings, item: Item, entry: Entry) -> None:
    """State that an item supports the goals that a field names, as the document itself says."""
    for text in _paragraphs(entry):
        if own := _own(findings, text):
            for target in own:
                item.support(target, "stated", [text], target.notation)
            continue
        for panel in _panels(text, _plan_in(entry.header)):
            target = cited_item(findings, panel) if panel.number else _unnumbered(findings, panel)
            if target is not item:
                item.support(target, "stated", panel.evidence, panel.number)


def _own(findings: Findings, text: Text) -> list[Item]:
    """Return the recommendations or priorities of the same document that a field cites by their numbers."""
    if _CODES.fullmatch(str(text).strip(" .")):
        return _coded(findings, text)
    m = text.search(_CITED)
    if m is None:
        return []
    kind = "Recommendation" if m["kind"].lower().startswith("rec") else "Priority"
    known = {i.notation: i for i in findings.items(kind) if not i.get("inPlan")}
    numbers = [m["number"], *re.findall(r"\d+[a-z]?", text.value[m.end() :])]
    return [known[n] for n in numbers if n in known]


def _coded(findings: Findings, text: Text) -> list[Item]:
    """Return what a field cites by the codes that the document itself gives, as 'R2, R1'."""
    known = {a: i for kind in _SERVED for i in findings.items(kind) for a in (i.notation, *i.aliases)}
    return [known[code] for code in _CODE.findall(text.value) if code in known]


def _paragraphs(entry: Entry) -> list[Text]:
    """Return the field's paragraphs; lines that no label begins go on the one before."""
    found: list[Text] = []
    for piece in entry.pieces:
        begins = panels_in(piece.text) or _GOALS.match(str(piece)) or piece.kind == "item"
        if found and not begins:
            found[-1] = Text.join([found[-1], piece.text])
        else:
            found.append(piece.text)
    return found


def _panels(text: Text, plan: Text) -> Iterator[Panel]:
    if found := panels_in(text, anywhere=True):
        yield from found
        return
    m = text.search(_GOALS)
    if m is None:
        yield Panel("Goal", "", Text(), text, plan)
        return
    more = list(_MORE.finditer(text.value, m.end()))
    alone = not re.sub(r"[\W_]", "", _MORE.sub("", text.value[m.end() :]))
    if more and alone:
        for one in (m, *more):
            yield Panel("Goal", one["number"], text.group(one, "number"), Text(), plan)
        return
    rest = text[m.end() :]
    sign = rest.search(_SIGN)
    yield Panel("Goal", m["number"], text.group(m), rest[sign.end() if sign else 0 :].strip(), plan)


def _unnumbered(findings: Findings, panel: Panel) -> Item:
    """Return the goal of the other plan that is called by its words alone."""
    kind = f"{panel.plan or 'LCAP'} goal" if not _accountability().search(str(panel.plan)) else "LCAP goal"
    goal = findings.add("Goal", panel.text, scope=kind)
    goal.set("goalType", kind)
    goal.set("inPlan", findings.name("Plan", panel.plan) if panel.plan else None)
    return goal


def _plan_in(label: Text) -> Text:
    """Return the plan that the field's label names."""
    m = label.search(_plans())
    return label.group(m) if m else Text()


@cache
def _plans() -> re.Pattern[str]:
    words = wording("action_tables")
    names = "|".join([*words["accountability_plans"], *words["other_plans"]])
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE)


@cache
def _accountability() -> re.Pattern[str]:
    return re.compile("|".join(wording("action_tables")["accountability_plans"]), re.IGNORECASE)
