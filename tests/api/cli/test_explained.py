"""An explanation on the terminal can be read by a person."""

from api.cli.explained import explained

EXPLANATION = {
    "shape": ["count"],
    "mentions": [{"words": "rec 2", "kind": "number", "as": ["recommendation: Read more"]}],
    "mended": {"recs": "rec"},
    "queries": [
        {
            "reading": "Actions that support recommendation 2",
            "score": 1.2,
            "found": 3,
            "sparql": "SELECT ?x WHERE {\n  ?x <urn:p> $given1 .\n}",
            "bound": {"$given1": {"term": "<urn:rec>", "label": "Read more"}},
        }
    ],
    "lost": [{"reading": "Goals", "score": 0.4, "found": 0, "why": "It finds nothing."}],
}


def test_says_words_query_and_what_lost() -> None:
    text = explained(EXPLANATION)

    assert "“rec 2” – by number: recommendation: Read more" in text
    assert "“recs” read as “rec”" in text
    assert "  ?x" in text
    assert "$given1 = <urn:rec> (Read more)" in text
    assert "0.40  Goals\n        It finds nothing." in text


def test_an_answer_without_an_explanation_is_no_error() -> None:
    assert explained({}) == "How the question was read"
