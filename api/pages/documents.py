"""The list of the documents, the account of each, and the page on which all of their text stands marked."""

from base64 import b64encode
from hashlib import sha256
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import House, HouseDep
from api.report_text import report_html, report_style
from api.routes.documents import account_of_document
from api.site.frame import page
from graph.ask.remembered import Remembered
from graph.errors import StoreMissing
from ingest.examined import Examination
from ingest.held import held_documents
from ingest.highlights import class_words

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
_SMALL = 3  # an unread region of fewer words is listed apart
_KEPT = 8  # pages of the report, of several megabytes each; anyone may ask for any words
_MOST = 200  # regions or doubts on a page; the JSON has all


@router.get("/documents", response_class=HTMLResponse)
def documents_page(request: Request, house: HouseDep) -> HTMLResponse:
    """Show every document with its hash, when it was read, its plan, and the share that was read."""
    try:
        held = house.kept("documents", held_documents)
    except StoreMissing:  # the first document may be uploaded
        held = ()
    return page(
        request,
        "documents.html",
        documents=held,
        class_words=class_words,
        address=quote,
        json="/api/documents",
    )


@router.get("/documents/{name:path}", response_class=HTMLResponse)
def document_page(request: Request, name: str, house: HouseDep) -> HTMLResponse:
    """Show what was read of one document, what was not, and what is doubtful."""
    held, account = account_of_document(house, name)
    return page(
        request,
        "document.html",
        held=held,
        account=account,
        large=[r for r in account.regions if r[0].words >= _SMALL],
        small=[r for r in account.regions if r[0].words < _SMALL],
        most=_MOST,
        class_words=class_words,
        address=quote,
        json=f"/api/documents/{quote(name)}",
    )


@router.get("/report", response_class=HTMLResponse)
def report_page(house: HouseDep, document: Annotated[str, Query(max_length=500)] = "") -> HTMLResponse:
    """Show the page of `goldenthread report`: all documents, or those with these words in their name."""
    pages: Remembered[str, str] = house.kept("reports", lambda _: Remembered(_KEPT))
    html = pages.get(document)
    if html is None:
        html = pages[document] = _report(house, document)
    digest = b64encode(sha256(report_style().encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; frame-ancestors 'self'"
    return HTMLResponse(html, headers={"Content-Security-Policy": policy})


def _report(house: House, words: str) -> str:
    examination = Examination(house.settings.store, words)
    found = [examined for examined, _ in examination.documents()]
    return "".join(report_html(examination, found))
