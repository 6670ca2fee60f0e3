"""The one table of looks: what every kind of box and line of the maps looks like.

Colours are told apart by people who see them differently too (after Okabe and Ito, 2008), and none
stands alone: status is also a dash, basis also an arrowhead, kind also a word.
"""

from dataclasses import dataclass
from typing import Any

__all__ = [
    "BASES",
    "BOXES",
    "CLUSTER",
    "FONT",
    "GOLD",
    "HERE",
    "INK",
    "LEVELS",
    "NEUTRAL",
    "PLAIN",
    "PROGRAMS",
    "TIERS",
    "Box",
    "Line",
    "box_of",
]

INK = "#1c2733"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
HERE = "#a87900"
"""The border of the item that a map is about: the gold of the thread."""


@dataclass(frozen=True, slots=True)
class Box:
    """How a node is drawn."""

    fill: str
    border: str
    dashed: bool = False
    stacked: bool = False
    """Whether it stands for several, which is drawn as a thick border."""

    @property
    def width(self) -> float:
        """The width of the border."""
        return 3.0 if self.stacked else 1.5

    def as_vis(self, *, here: bool = False) -> dict[str, Any]:
        """Return the options of a group of vis-network; `here` is the look of what a map is about."""
        shown = {"background": self.fill, "border": HERE if here else self.border}
        return {
            "color": shown | {"highlight": shown, "hover": shown},
            "borderWidth": 4 if here else self.width,
            "borderWidthSelected": 4.5 if here else 3.5,
            "shapeProperties": {"borderRadius": 6, "borderDashes": [5, 4] if self.dashed else False},
        }


@dataclass(frozen=True, slots=True)
class Line:
    """How an edge is drawn."""

    color: str
    width: float = 2
    dashes: tuple[int, ...] = ()
    head: str = "arrow"
    opacity: float = 0.9

    def as_vis(self) -> dict[str, Any]:
        """Return the options of vis-network."""
        shown = {"color": self.color, "highlight": self.color, "hover": self.color, "opacity": self.opacity}
        return {"color": shown, "width": self.width, "dashes": list(self.dashes) or False}

    def head_as_vis(self) -> dict[str, Any]:
        """Return the options of its head, of which wide lines have a smaller one in proportion."""
        scale = round(min(0.7, 2.6 / self.width + 0.2), 2)
        return {"to": {"enabled": bool(self.head), "type": self.head or "arrow", "scaleFactor": scale}}


NEUTRAL = Box("#f1f3f5", "#8592a0")
TIERS = (
    Box("#fdebd0", "#c46a00"),
    Box("#dbe9f8", "#2b69a8"),
    Box("#dcf0e0", "#2c7a45"),
    Box("#efe3f5", "#7d4a9c"),
)
"""Tiers in their order, from the one with most need."""

LEVELS = (
    Box("#fff6cc", "#8a6d00"),
    Box("#fdebd0", "#c46a00"),
    Box("#efe3f5", "#7d4a9c"),
)
"""Schools by their level, from elementary up."""

PROGRAMS = ("#0072b2", "#d55e00", "#009e73", "#b5528a", "#8a6d00", "#3f8fc4", "#6a4c93", "#a23b3b", "#4d5b6a")
"""Colours of programs, in the order of their names; they begin again where there are more."""

BOXES: dict[str, Box] = {
    "Plan": Box("#e6e9ed", "#4d5b6a"),
    "District": Box("#e6e9ed", "#4d5b6a"),
    "StrategicDirection": Box("#efe3f5", "#7d4a9c"),
    "Recommendation": Box("#dbe9f8", "#2b69a8"),
    "Goal": Box("#dcf0e0", "#2c7a45"),
    "Priority": Box("#fdebd0", "#c46a00"),
    "FocusStatement": Box("#fdebd0", "#c46a00"),
    "Need": Box("#fbe4e4", "#b04545"),
    "TheoryOfAction": Box("#fff6cc", "#8a6d00"),
    "Action": Box("#ffffff", "#8592a0"),
    "Metric": Box("#e0f3f3", "#2a7f80"),
    "Target": Box("#e0f3f3", "#2a7f80"),
    "Baseline": Box("#e0f3f3", "#2a7f80"),
    "Actual": Box("#e0f3f3", "#2a7f80"),
    "OrganizationalUnit": Box("#dbe9f8", "#2b69a8"),
    "Service": Box("#e0f3f3", "#2a7f80"),
    "Program": Box("#dbe9f8", "#2b69a8"),
    "School": Box("#dcf0e0", "#2c7a45"),
    "ProposedSchool": Box("#ffffff", "#2c7a45", dashed=True),
}

BASES: dict[str, Line] = {
    "stated": Line("#1c2733", 2.4),
    "section": Line("#2b69a8", 1.6, (9, 4)),
    "inferred": Line("#b5528a", 1.6, (2, 5), "vee"),
}
GOLD: dict[str, Line] = {
    "stated": Line("#a87900", 4),
    "section": Line("#a87900", 3, (10, 5)),
    "inferred": Line("#8a2f64", 2, (2, 5), "vee"),
}
"""The golden thread: the same three bases, drawn as a thread."""
PLAIN = Line("#8592a0", 1.6)
CLUSTER = Box("#eef1f4", "#4d5b6a", stacked=True)
"""A box that stands for several and opens."""


def box_of(kind: str) -> Box:
    """Return the look of a class of items."""
    return BOXES.get(kind, NEUTRAL)
