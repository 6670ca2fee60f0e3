"""An answer without evidence does not exist, and the JSON form is that of the interface."""

import pytest

from graph.model import Answer, AnswerItem, Evidence

PLACE = Evidence("plan.txt", 3, 4, None, "Open two labs")


def test_an_item_without_evidence_is_refused() -> None:
    with pytest.raises(ValueError, match="evidence"):
        AnswerItem("Open two labs", None, "Action", "stated", 1.0, ())


def test_the_json_form_has_the_fields_of_the_interface() -> None:
    item = AnswerItem("Open two labs", "urn:a", "Action", "section", 1.0, (PLACE,))

    body = Answer("Which?", "answered", "Actions", "list", (item,), id="q1").as_json()

    assert list(body) == [
        "id", "question", "status", "interpretation", "kind", "answers", "boolean", "count", "notes",
        "sparql", "confidence", "alternatives", "seconds",
    ]  # fmt: skip
    assert body["answers"][0]["evidence"] == [
        {"document": "plan.txt", "start_line": 3, "end_line": 4, "page": None, "quote": "Open two labs"}
    ]


@pytest.mark.parametrize(
    ("evidence", "citation"),
    [
        (PLACE, "plan.txt, lines 3 to 4"),
        (Evidence("plan.txt", 3, 3, None, "x"), "plan.txt, line 3"),
        (Evidence("plan.pdf", None, None, 7, "x"), "plan.pdf, page 7"),
        (Evidence("garden.ttl", None, None, None, "x"), "garden.ttl"),
        (Evidence("plan.docx", None, None, None, "x", "table 1, row 2"), "plan.docx, table 1, row 2"),
    ],
)
def test_a_citation_names_the_place(evidence: Evidence, citation: str) -> None:
    assert evidence.as_citation() == citation
