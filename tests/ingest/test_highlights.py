"""A text is cut by what was read of it, and loses no letter."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.account import account_of
from ingest.document import Document
from ingest.findings import Findings
from ingest.highlights import Part, highlights
from ingest.source import Source

RAW = "Action 1: Plant **trees** with the Garden Club\nnobody reads this\nthe end\n"


def findings(raw: str = RAW, **more: object) -> Findings:
    return Findings(Document(Source("plan.txt", raw, **more), ()))  # type: ignore[arg-type]


def read(found: Findings) -> list[Part]:
    return list(highlights(found, account_of(found)))


def shown(found: Findings) -> list[tuple[str, str]]:
    return [
        (s.text, s.thing.name if s.thing else f"unread {s.unread}" if s.unread else "")
        for line in read(found)
        for s in line.stretches
        if s.text.strip()
    ]


def with_action() -> Findings:
    found = findings()
    text = found.document.source.text()
    found.mark_read(text[0:9])
    found.add("Action", text[10:].split("\n")[0].clean(), notation="1")
    found.name("Unit", text[35:46])
    return found


def test_items_names_labels_and_unread_regions_are_told_apart() -> None:
    assert shown(with_action()) == [
        ("Action 1:", "a label, heading or page line that was understood"),
        ("Plant **trees** with the ", "action 1: Plant trees with the Garden Club"),
        ("Garden Club", "unit: Garden Club"),
        ("nobody reads this", "unread 1"),
        ("the end", "unread 1"),
    ]


def test_a_region_opens_once_though_it_goes_on_over_lines() -> None:
    assert [s.opens for line in read(with_action()) for s in line.stretches if s.unread] == [True, False]


def test_a_fact_is_told_as_one_of_its_item() -> None:
    found = findings("Plant trees by May\n")
    text = found.document.source.text()
    found.add("Action", text[0:11]).set("timeline", text[12:18])

    assert ("by May", "timeline of action: Plant trees") in shown(found)


def test_places_are_lines_pages_or_cells() -> None:
    assert [r.place for r in read(findings("a\nb"))] == ["1", "2"]
    assert [r.place for r in read(findings("ab", marks=((0, 1), (1, 2))))] == ["page 1", "page 2"]
    assert [r.place for r in read(findings("ab", marks=((0, "S!A1"), (1, "S!B1"))))] == ["S!A1", "S!B1"]


@given(st.lists(st.tuples(st.integers(0, len(RAW)), st.integers(1, 30)), max_size=8))
def test_no_letter_is_lost(read_texts: list[tuple[int, int]]) -> None:
    found = findings()
    for number, (start, length) in enumerate(read_texts):
        found.add("Goal", found.document.source.text()[start : start + length], scope=str(number))

    assert "\n".join("".join(s.text for s in line.stretches) for line in read(found)) == RAW
