"""What every request passes before a route sees it: where it comes from, who sends it, and how often."""

from urllib.parse import urlencode

from fastapi import HTTPException, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access.access import Access, login_needed
from api.access.bodies import Body, refuse_longer_than
from api.access.doors import ASKED, changes_something, counted_as, is_open, takes_documents
from api.access.form_token import require_form_token
from api.access.origins import SAFE, is_from_elsewhere
from api.access.rates import address_of
from api.access.roles import NOBODY
from api.access.sessions import Session
from api.problems import asks_for_a_page, refused

__all__ = ["Guard"]

_MOST = 2 * 2**20  # bytes of a request that brings no document


class Guard:
    """Lets a request pass with `state.visitor` and `state.csrf` set, or answers it itself."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        body = Body(receive, self._longest(request))
        try:
            session = self._admit(request)
            if session and changes_something(request.method, request.url.path):
                await require_form_token(request.headers, body, session.csrf)
        except HTTPException as error:
            await _answer(request, error)(scope, receive, send)
            return
        await self.app(scope, body, send)

    def _admit(self, request: Request) -> Session | None:
        """Raise HTTPException for what may not pass; return the session of the browser, where it has one."""
        state = request.state
        state.visitor, state.csrf = NOBODY, ""
        self._require_place(request)
        refuse_longer_than(self._longest(request), request.headers.get("content-length"))
        visitor, session = self.access.who(request)
        state.visitor, state.csrf = visitor, session.csrf if session else ""
        path = request.url.path
        if visitor == NOBODY and not is_open(path):
            raise login_needed()
        kind = counted_as(request.method, path, ASKED.get(path, "") in request.query_params)
        if kind:
            self.access.rates.count(kind, visitor, address_of(request.client))
        return session

    def _require_place(self, request: Request) -> None:
        host = request.headers.get("host", "")
        if self.access.hosts and not self.access.hosts.hold(host):
            raise HTTPException(
                400,
                f"This server does not go by the name {host[:100]!r}; start it with --allowed-host NAME.",
            )
        if is_from_elsewhere(request.method, request.headers):
            raise HTTPException(403, "A page of another site sent this; open this site itself and try there.")

    def _longest(self, request: Request) -> int:
        documents = takes_documents(request.method, request.url.path)
        return self.access.upload_bytes + _MOST if documents else _MOST


def _answer(request: Request, error: HTTPException) -> Response:
    if error.status_code == 401 and asks_for_a_page(request):
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        back = request.method in SAFE and asked != "/"
        return RedirectResponse("/login" + (f"?{urlencode({'next': asked})}" if back else ""), 303)
    return refused(request, error)
