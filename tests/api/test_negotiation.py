"""The form of a result is chosen as RFC 9110 says."""

import pytest
from starlette.exceptions import HTTPException

from api.negotiation import chosen


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("text/csv", "csv"),
        ("text/*", "xml"),
        ("text/*;q=0.5, text/csv;q=0.4, application/json;q=0.3", "xml"),
        ("application/json;q=0.1, text/tab-separated-values", "tsv"),
        ("text/html, */*;q=0.1", "json"),
        ("text/csv;q=x, application/xml", "xml"),
        ("APPLICATION/XML", "xml"),
    ],
)
def test_the_best_liked_form_is_chosen(accept: str, form: str) -> None:
    assert chosen(accept, triples=False)[0] == form


@pytest.mark.parametrize("accept", ["text/html", "application/json;q=0", "image/*"])
def test_a_form_that_is_not_liked_is_not_given(accept: str) -> None:
    with pytest.raises(HTTPException) as caught:
        chosen(accept, triples=False)

    assert caught.value.status_code == 406


def test_triples_have_forms_of_their_own() -> None:
    assert chosen("*/*", triples=True) == ("ttl", "text/turtle")
