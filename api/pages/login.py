"""The page to log in on, and the way out."""

from typing import Annotated, cast

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.access import Access
from api.access.password_file import Account
from api.access.rates import address_of
from api.access.roles import visitor_of
from api.access.sessions import cookie_name
from api.deps import HouseDep
from api.site.addresses import own_address
from api.site.frame import page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
_Next = Annotated[str, Query(max_length=4_000)]
_NAME = 64  # characters of a name that are counted and logged


@router.get("/login", response_class=HTMLResponse)
def login_page(request: Request, next: _Next = "/") -> Response:  # noqa: A002  # what it is called everywhere
    """Show the form to log in, where the server needs that."""
    if not _access(request).accounts.needed or visitor_of(request).is_logged_in:
        return RedirectResponse(own_address(next), 303)
    return _form(request, next)


@router.post("/login", response_class=HTMLResponse)
def log_in(
    request: Request,
    house: HouseDep,
    password: Annotated[str, Form(max_length=4_000)] = "",
    name: Annotated[str, Form(max_length=4_000)] = "",
    next: Annotated[str, Form(max_length=4_000)] = "/",  # noqa: A002
) -> Response:
    """Log in with a name and a password, or with the token of the server, and go on to where one was."""
    access = _access(request)
    if not access.accounts.needed:
        return RedirectResponse("/", 303)
    tried = name.strip()[:_NAME]
    access.rates.count_login(address_of(request.client), tried)
    account = _account(access, tried, password)
    if account is None:
        house.audit.add(address_of(request.client) or "unknown", "was refused a log-in", tried)
        return _form(request, next, failed=True)
    access.rates.forgive(account.name)
    house.audit.add(account.name, "logged in", "")
    cookie = cookie_name(request.url.scheme)
    access.sessions.end(request.cookies.get(cookie, ""))
    answer = RedirectResponse(own_address(next), 303)
    answer.set_cookie(
        cookie,
        access.sessions.begin(account),
        max_age=access.sessions.seconds,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/logout", response_class=RedirectResponse)
def log_out(request: Request) -> Response:
    """Log out, and go to the page to log in."""
    cookie = cookie_name(request.url.scheme)
    _access(request).sessions.end(request.cookies.get(cookie, ""))
    answer = RedirectResponse("/login", 303, headers={"Clear-Site-Data": '"cache"'})
    answer.delete_cookie(cookie, httponly=True, samesite="lax", secure=request.url.scheme == "https")
    return answer


def _form(request: Request, back: str, failed: bool = False) -> HTMLResponse:
    values = {"next": own_address(back), "failed": failed, "with_names": _access(request).accounts.have_names}
    shown = page(request, "login.html", 403 if failed else 200, **values)
    shown.headers["Cache-Control"] = "no-store"
    return shown


def _account(access: Access, name: str, password: str) -> Account | None:
    if access.accounts.have_names:
        return access.accounts.with_password(name, password)
    return access.accounts.with_token(password)


def _access(request: Request) -> Access:
    return cast("Access", request.app.state.access)
