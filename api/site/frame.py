"""Renders a template as a page: the menu, the language, the reader, and addresses of what is named."""

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.access.roles import Role, visitor_of
from api.site import addresses
from api.site.assets import asset
from api.site.languages import COOKIE, LANGUAGES, language_name, language_of, translations
from api.site.menu import menu_for, section_of
from graph.citations import cited_places, repeats
from graph.items import identifier, spaced

__all__ = ["page"]

_A_YEAR = 31_536_000


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a page: a template with its values, in the reader's language.

    `json`, where given, is the address of the page's twin for programs.
    """
    language = language_of(request)
    visitor = visitor_of(request)
    frame = {
        "path": request.url.path,
        "language": language,
        "other_languages": _others(request, language),
        "section": section_of(request.url.path, visitor),
        "menu": menu_for(visitor),
        "visitor": visitor,
        "may_edit": visitor.may(Role.EDITOR),
        "csrf": getattr(request.state, "csrf", ""),
        "json": None,
    }
    html = _environment(language).get_template(template).render(frame | values)
    answer = HTMLResponse(html, status_code=status, headers={"Vary": "Accept-Language, Cookie"})
    if request.query_params.get("lang") == language:
        answer.set_cookie(COOKIE, language, max_age=_A_YEAR, samesite="lax", httponly=True)
    return answer


def _others(request: Request, language: str) -> tuple[Mapping[str, str], ...]:
    """Return the same address in the other languages."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return tuple(
        {
            "code": code,
            "name": language_name(code),
            "href": f"{request.url.path}?{urlencode([*kept, ('lang', code)])}",
        }
        for code in LANGUAGES
        if code != language
    )


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("api"),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    environment.globals |= {
        "asset": asset,
        "item_url": addresses.item,
        "source_url": addresses.source,
        "trace_url": addresses.trace,
        "plan_url": addresses.plan,
        "unit_url": addresses.unit,
        "school_url": addresses.school,
        "sheet_url": addresses.sheet,
        "outline_url": addresses.outlined,
        "map_url": addresses.drawn,
        "ask_url": addresses.asked,
        "answer_url": addresses.answer,
    }
    environment.filters |= {
        "identifier": identifier,
        "cited_places": cited_places,
        "repeats": repeats,
        "kind_words": lambda name: translations(language).gettext(spaced(name)),
        "percent": _percent,
    }
    return environment


def _percent(share: float) -> str:
    """Return a share from 0 to 1 as people write it."""
    return f"{share * 100:.1f}%"
