"""Units are listed with what they lead and share, and actions that nobody owns are counted."""

import pytest

from graph.errors import UsageError
from graph.planned.book import Book
from graph.planned.leads import UnitLine, loads
from graph.planned.unit_sheet import unit_sheet
from graph.planned.wanted import Wanted

ID = "https://w3id.org/goldenthread/id/"


def _line(book: Book, label: str) -> UnitLine:
    return next(line for line in loads(book).units if line.unit.label == label)


def test_a_unit_leads_what_names_it_first_and_shares_the_rest(district_book: Book) -> None:
    safety, families = (_line(district_book, label) for label in ("Safety Office", "Family Services"))

    assert (safety.led.counts, safety.shared.total) == ((("shortTerm", 1),), 0)
    assert (families.led.total, dict(families.shared.counts)) == (0, {"shortTerm": 1, "longTerm": 1})
    assert (families.services, families.plans) == (1, 1)


def test_units_stand_below_the_larger_ones_that_hold_them(district_book: Book) -> None:
    labels = [(line.unit.label, line.depth, line.within) for line in loads(district_book).units]

    at = labels.index(("Student Services", 0, 1))
    assert labels[at + 1] == ("Safety Office", 1, 0)


def test_actions_without_owner_or_lead_are_counted(district_book: Book) -> None:
    found = loads(district_book)

    assert (len(found.unowned), len(found.leaderless)) == (2, 1)


def test_loads_are_of_what_is_asked_for(district_book: Book) -> None:
    found = loads(district_book, Wanted(target="master/rec2"), "longTerm", "name")

    assert found.actions == 1
    assert [line.unit.label for line in found.units if line.shared.total] == ["Family Services"]


def test_a_sheet_tells_names_people_plans_and_metrics(yard: Book) -> None:
    sheet = unit_sheet(yard, ID + "grounds")

    assert sheet.names == ("Yards",)
    assert [u.label for u in sheet.larger] == ["Operations"]
    assert [(person.label, contact.label) for person, contact in sheet.people] == [
        ("Ann Reed", "Ann Reed, Grounds")
    ]
    assert [m.label for m in sheet.metrics] == ["Shaded share of the yard"]
    assert (sheet.count("leads"), sheet.count("shares"), sheet.unnamed) == (1, 0, 2)


def test_a_sheet_of_a_larger_unit_names_those_within(yard: Book) -> None:
    sheet = unit_sheet(yard, ID + "operations")

    assert [u.label for u in sheet.smaller] == ["Grounds"]
    assert sheet.page("shares").work[0].item.label == "Plant trees and water them"


def test_what_is_no_unit_has_no_sheet(yard: Book) -> None:
    with pytest.raises(UsageError, match="no unit"):
        unit_sheet(yard, ID + "yard")
