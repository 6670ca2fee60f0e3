"""What stands beside an action table: focus, rationale, footnotes, and the years of the horizons."""

from ingest.findings import Findings, Item
from ingest.layouts import action_table
from ingest.readers.text import document_from_text
from ingest.source import Source

TABLE = """WARM ROOMS

Direction & Goal\tOffice Responsible\tActions\tShort (1 yr)\tMid (2-3)\tLong (4-5)
WARM ROOMS\t\t\t\t\t
Dry roofs\tBuildings\tMend the roofs*\tX\t\t
"""


def read(after: str) -> Findings:
    findings = Findings(document_from_text(Source("plan.txt", f"{TABLE}\n{after}\n")))
    action_table.recognise(findings)
    return findings


def labels(items: list[Item]) -> list[str]:
    return [item.label for item in items]


def test_a_focus_in_one_line_in_the_next_and_in_a_list() -> None:
    after = (
        "Superintendent's priority: Roofs first\n\nSuperintendent’s Focus:\n\n- Heat\n- Light\n\n"
        "Board focus:\n\nSafe stairs."
    )

    assert labels(read(after).items("FocusStatement")) == ["Roofs first", "Heat", "Light", "Safe stairs."]


def test_a_rationale_stands_under_the_direction_of_its_table() -> None:
    (item,) = read("Why This Work Matters: *Cold children cannot learn.*").items("Rationale")

    assert item.label == "Cold children cannot learn."
    assert labels([i for i in item.get("ofDirection") if isinstance(i, Item)]) == ["WARM ROOMS"]


def test_a_footnote_belongs_to_the_actions_with_an_asterisk() -> None:
    (note,) = read("* Paid by the state").items("Note")

    assert note.label == "Paid by the state"
    assert labels([i for i in note.get("noteOn") if isinstance(i, Item)]) == ["Mend the roofs*"]


def test_a_labelled_paragraph_is_a_note_without_an_action() -> None:
    (note,) = read("Keys and Locks: The office keeps all keys.").items("Note")

    assert note.label == "Keys and Locks: The office keeps all keys."
    assert note.get("noteOn") == []


def test_texts_after_the_next_heading_do_not_belong_to_the_table() -> None:
    assert read("Next chapter\n\nSuperintendent's focus: Something else.").items("FocusStatement") == []


def test_a_header_tells_the_years_of_the_horizons() -> None:
    found = {item.notation: item.get("years") for item in read("").items("Horizon")}

    assert found == {"shortTerm": ["1 yr"], "midTerm": ["2-3"], "longTerm": ["4-5"]}


def test_a_table_without_a_header_goes_on_with_the_one_before() -> None:
    text = TABLE.replace(
        "Dry roofs\t", "Direction & Goal\tOffice Responsible\tActions\tShort\tMid\tLong\nDry roofs\t"
    )
    findings = Findings(document_from_text(Source("plan.txt", text)))
    action_table.recognise(findings)

    assert labels(findings.items("Action")) == ["Mend the roofs*"]


def test_columns_of_years_are_told_as_written_also_from_a_second_header_row() -> None:
    text = "Action\tLead\tWhen\t\t\n\t\t2030-31\tFall 2031\tQ3\nMend roofs\tBuildings\tX\t\tX\n\t\t\tX\t\n"
    findings = Findings(document_from_text(Source("plan.txt", text)))
    action_table.recognise(findings)
    (action,) = findings.items("Action")

    assert action.get("timeline") == ["2030-31", "Q3", "Fall 2031"]
    assert action.get("horizon") == []
