"""What pages and routes for auditors share: sheets, findings and contradictions, made once."""

from api.deps import House
from graph.conflicts import Conflicts, find_conflicts
from graph.gap_list import GapList, list_gaps
from graph.item_sheet import SheetReader
from graph.items import Reader
from graph.listing import list_items

__all__ = ["conflicts_of", "gap_list_of", "sheets_of"]


def sheets_of(house: House) -> SheetReader:
    """Return what reads the sheets of items."""
    return house.kept("sheets", lambda store: SheetReader(Reader(store)))


def gap_list_of(house: House) -> GapList:
    """Return the findings of all rules."""
    listing, reader = house.kept("listing", list_items), sheets_of(house).reader
    return house.kept("gap list", lambda _: list_gaps(reader, listing))


def conflicts_of(house: House) -> Conflicts:
    """Return all contradictions."""
    gaps = gap_list_of(house)
    return house.kept("conflicts", lambda _: find_conflicts(gaps))
