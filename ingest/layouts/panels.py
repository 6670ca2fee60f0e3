"""Labelled texts beside an action table: 'Recommendation #2: …', 'LCAP Goal #3: …', a focus, a rationale."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.document import Block, Heading, ListItem, Paragraph, Table
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Panel", "SideText", "is_labelled", "panels_in", "side_texts"]


@dataclass(frozen=True)
class Panel:
    """A numbered label and its text; `plan` is the name of the plan before the word 'Goal'."""

    kind: str
    number: str
    label: Text
    text: Text
    plan: Text = Text()  # noqa: RUF009  # an empty text is a frozen value

    @property
    def evidence(self) -> list[Text]:
        """Return the places that prove it."""
        return [Text.join([self.label, self.text])]


@dataclass(frozen=True)
class SideText:
    """An unnumbered label with its texts: 'focus', 'rationale', 'footnote' or 'remark'."""

    kind: str
    label: Text
    texts: tuple[Text, ...]


def panels_in(text: Text, *, anywhere: bool = False) -> list[Panel]:
    """Return the panels of a text that begins with a label of one (or holds one `anywhere`)."""
    found = list(_numbered().finditer(text.value))
    # Inside a text a label needs its sign, or it is a sentence that speaks of a recommendation.
    matches = [m for n, m in enumerate(found) if n == 0 or re.search(r"#|:\s*$", m.group())]
    if not matches or (not anywhere and text.value[: matches[0].start()].strip()):
        return []
    ends = [*(m.start() for m in matches[1:]), len(text)]
    return [_panel(text, m, end) for m, end in zip(matches, ends, strict=True)]


def _panel(text: Text, m: re.Match[str], end: int) -> Panel:
    plan = text.group(m, "plan") if m["plan"] else Text()
    kind = "Goal" if m["goal"] else "Recommendation"
    return Panel(kind, m["number"], text.group(m, "label").strip(), text[m.end() : end].strip(), plan)


def is_labelled(block: Heading | Paragraph | ListItem) -> bool:
    """Tell whether a block begins with the label of a panel or of another side text."""
    return bool(panels_in(block.text)) or bool(_labelled(block)[0])


def side_texts(blocks: Sequence[Block]) -> tuple[list[Panel], list[SideText]]:
    """Return the panels and other labelled texts among the blocks that follow a table."""
    panels: list[Panel] = []
    others: list[SideText] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if isinstance(block, Table) or not block.text:
            continue
        if found := panels_in(block.text):
            if not found[-1].text and (after := _own_text(blocks, at)):
                found[-1] = Panel(found[-1].kind, found[-1].number, found[-1].label, after, found[-1].plan)
                at += 1
            panels.extend(found)
        elif side := _side_text(block, blocks, at):
            others.append(side)
            at += len(side.texts) if not _inline(block, side) else 0
    return panels, others


def _inline(block: Block, side: SideText) -> bool:
    """Tell whether a label's text stands in the same block."""
    return not isinstance(block, Table) and len(str(block.text)) > len(str(side.label)) + 1


def _side_text(block: Heading | Paragraph | ListItem, blocks: Sequence[Block], at: int) -> SideText | None:
    kind, label, text = _labelled(block)
    if not kind:
        return None
    if text:
        return SideText(kind, label, (text,))
    if items := _items(blocks, at):
        return SideText(kind, label, items)
    after = _own_text(blocks, at)
    return SideText(kind, label, (after,)) if after else None


def _labelled(block: Heading | Paragraph | ListItem) -> tuple[str, Text, Text]:
    """Return the kind of label that a block begins with, the label, and what follows it in the block."""
    text = block.text
    if isinstance(block, ListItem):
        return ("footnote", Text(), text) if block.mark == "*" else ("", text, Text())
    if m := text.search(r"^\*+\s+(?=\S)"):
        return "footnote", Text(), text[m.end() :]
    for kind in ("focus", "rationale"):
        if m := text.search(_label(kind)):
            return kind, text.group(m).strip(), text[m.end() :].strip()
    if m := text.search(r"^(?P<label>[A-Z][^.:?!]{2,80}):\s+(?=[A-Z“\"])"):
        return "remark", text.group(m, "label"), text[m.end() :].strip()
    return "", text, Text()


def _items(blocks: Sequence[Block], at: int) -> tuple[Text, ...]:
    found: list[Text] = []
    for block in blocks[at:]:
        if not isinstance(block, ListItem) or block.mark == "*":
            break
        found.append(block.text)
    return tuple(found)


def _own_text(blocks: Sequence[Block], at: int) -> Text:
    """Return the text of the next block where it is a paragraph without a label of its own."""
    block = blocks[at] if at < len(blocks) else None
    if not isinstance(block, Paragraph) or panels_in(block.text) or _labelled(block)[0]:
        return Text()
    return block.text


@cache
def _numbered() -> re.Pattern[str]:
    words = wording("action_tables")
    plans = "|".join([*words["accountability_plans"], *words["other_plans"]])
    goal = rf"(?P<plan>(?i:{plans}))\s+(?P<goal>(?i:Goal))"
    label = rf"(?P<label>(?:{goal}|{words['recommendation']}){words['number']})"
    # A full stop or dash before a digit belongs to the number; a label may stand alone before another.
    next_label = rf"(?=(?:(?i:{plans})\s+(?i:Goal)|{words['recommendation']}){words['unnamed_number']})"
    end = rf"(?:[:–—]\s*|[.-](?!\d)\s*|$|(?<=\s){next_label})"
    return re.compile(rf"(?:(?<=^)|(?<=[\s.]))(?:(?i:{words['supports']})\s+)?{label}{end}")


@cache
def _label(kind: str) -> re.Pattern[str]:
    return re.compile(rf"^{wording('action_tables')[kind]}\s*(?::|$)\s*", re.IGNORECASE)
