"""Groups a document's list items under the headings, goal labels and sentences that stand over them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from ingest.layouts.bullets import begins_with_verb
from ingest.layouts.run_together import parted
from ingest.layouts.stream import Piece, joined
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Bullet", "BulletGroup", "bullet_groups"]

_LONGEST_HEADING = 100  # characters of a line over a list that is no sentence
_ANNOUNCED = re.compile(r"(?<=[.!?])\s+[A-Z][^:]{2,200}:$")
_NUMBERED = re.compile(r"^\s*(?P<number>[IVX]{1,5}|\d{1,2}|[A-H])[.)]\s+(?=\S)")


@dataclass(frozen=True)
class Bullet:
    """A list item with the short line that stands over its list, and how deep it is indented."""

    text: Text
    heading: Text = field(default_factory=Text)
    depth: int = 0
    announced: bool = False
    """Whether the line over the list says that actions follow."""

    @property
    def is_action(self) -> bool:
        """Tell whether it says what is to be done."""
        return self.announced or begins_with_verb(str(self.text))


@dataclass
class BulletGroup:
    """What stands under one heading or label: its name and number, its goal in a sentence, its list items."""

    name: Text
    number: str = ""
    label: Text = field(default_factory=Text)
    statement: Text = field(default_factory=Text)
    bullets: list[Bullet] = field(default_factory=list)
    announced: bool = False
    """Whether the line with its name goes on and says that actions follow."""

    @property
    def is_aside(self) -> bool:
        """Tell whether its heading is one under which lists state no actions."""
        return _pattern("asides").search(str(self.name)) is not None

    @property
    def acts(self) -> bool:
        """Tell whether most of its list items are things to be done."""
        return len(self.bullets) > 1 and sum(b.is_action for b in self.bullets) * 2 > len(self.bullets)


def bullet_groups(stream: Sequence[Piece]) -> list[BulletGroup]:
    """Return the groups of a document in order; what stands before the first is left."""
    found: list[BulletGroup] = []
    heading, announced = Text(), False
    whole = joined([p for p in stream if p.row is None])
    for piece in (part for p in whole for part in parted(p, lambda t: t.search(_goal()))):
        group = found[-1] if found else None
        if piece.kind == "item":
            if group and not _pattern("asides").search(str(heading)):
                group.bullets.append(Bullet(piece.text, heading, piece.depth, announced))
        elif new := _begun(piece):
            found.append(new)
            heading, announced = Text(), new.announced
        elif group and not group.name:
            group.name = piece.text
        else:
            heading, announced = _over_a_list(piece)
            if group and not heading and not group.bullets and _pattern("statements").match(str(piece)):
                group.statement = group.statement or piece.text
    return found


def _begun(piece: Piece) -> BulletGroup | None:
    """Return the group that a label or heading begins."""
    if m := piece.text.search(_goal()):
        number = str(piece.text.group(m, "number")).lower()
        words = wording("outline_fallback")["numbers"]
        number = str(words.index(number) + 1) if number in words else number.upper()
        name, announced = _without_announcement(piece.text[m.end() :].strip())
        return BulletGroup(name, number, piece.text.group(m, "label").strip(), announced=announced)
    if piece.kind != "heading":
        return None
    numbered = piece.text.search(_NUMBERED)
    name = piece.text[numbered.end() :] if numbered else piece.text
    return BulletGroup(name.strip(" :"), numbered["number"] if numbered else "")


def _without_announcement(name: Text) -> tuple[Text, bool]:
    """Return a goal without the words that announce its list, where a page has both in one paragraph."""
    m = name.search(_ANNOUNCED)
    if m is None or _steps().search(m.group()) is None:
        return name, False
    return name[: m.start()].strip(), True


def _over_a_list(piece: Piece) -> tuple[Text, bool]:
    """Return a line as the heading of a list, if it is no sentence; and whether it announces actions."""
    words = str(piece).strip()
    announced = words.endswith(":") and _steps().search(words) is not None
    is_heading = len(words) <= _LONGEST_HEADING and not words.endswith((".", "!", "?", ";", ":"))
    return (piece.text if is_heading else Text()), announced


@cache
def _goal() -> re.Pattern[str]:
    """Match 'GOAL ONE: …', 'Goal 2 – …', 'Priority B. …', and a label alone in its line."""
    lists = wording("outline_fallback")
    labels = "|".join(sorted((re.escape(w) for w in lists["goals"]), key=len, reverse=True))
    numbers = "|".join(lists["numbers"])
    return re.compile(
        rf"^\s*(?P<label>(?:{labels})\s*(?:#|no\.?)?\s*(?P<number>\d{{1,2}}|[ivx]{{1,4}}|[a-h]|{numbers}))\b"
        r"\s*(?:[:.–—-]\s*|$)",
        re.IGNORECASE,
    )


@cache
def _steps() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(wording('outline_fallback')['steps'])})\b", re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = "|".join(wording("outline_fallback")[name])
    return re.compile(rf"^\W*(?:(?:our|the|your)\s+)?(?:{words})", re.IGNORECASE)
