"""The pages speak English and Spanish, and every word of theirs is there in both."""

from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from fastapi.testclient import TestClient
from starlette.requests import Request

from api.app import create_app
from api.site.languages import language_of, translations
from api.site.menu import menu
from graph.settings import Settings

_TEMPLATES = Path(str(files("api"))) / "templates"


def _messages() -> set[str | tuple[str, ...]]:
    """Return what the templates and the menu say."""
    method = [("**.html", "jinja2"), ("**.yaml", "ignore"), ("**.css", "ignore"), ("**.svg", "ignore")]
    options = {"**.html": {"trimmed": "true", "newstyle_gettext": "true", "trim_blocks": "true"}}
    found = extract_from_dir(str(_TEMPLATES), method_map=method, options_map=options)
    said = {message for _, _, message, _, _ in found}
    entries = [(s.title, *(w for page in s.pages for w in (page.title, page.about))) for s in menu()]
    return said | {words for group in entries for words in group if words}


@pytest.mark.parametrize("message", sorted(_messages(), key=str), ids=str)
def test_every_message_is_there_in_spanish(message: str | tuple[str, ...]) -> None:
    spanish = translations("es")
    if isinstance(message, tuple):
        assert spanish.ngettext(message[0], message[1], 1) != message[0]
        assert spanish.ngettext(message[0], message[1], 2) != message[1]
    else:
        assert message in spanish._catalog  # type: ignore[attr-defined]  # words may be the same in both


def _request(query: str = "", **headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "query_string": query.encode(), "headers": raw})


@pytest.mark.parametrize(
    ("request_", "language"),
    [
        (_request(), "en"),
        (_request(accept_language="es-MX,es;q=0.9,en;q=0.5"), "es"),
        (_request(accept_language="de,fr"), "en"),
        (_request(cookie="language=es", accept_language="en"), "es"),
        (_request("lang=en", cookie="language=es"), "en"),
        (_request("lang=xx"), "en"),
    ],
)
def test_the_language_is_the_readers(request_: Request, language: str) -> None:
    assert language_of(request_) == language


def test_a_page_speaks_spanish_and_remembers_it(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(store=tmp_path / "none"))) as client:
        first = client.get("/?lang=es")
        again = client.get("/")

    assert '<html lang="es">' in first.text
    assert "Pregunte" in again.text
