"""Who may enter a server, and as whom: by a token, a session, or because no log-in is needed."""

from fastapi import HTTPException, Request

from api.access.accounts import Accounts
from api.access.hosts import Hosts, is_address, is_loopback
from api.access.password_file import Account
from api.access.rates import Rates, address_of
from api.access.roles import GUEST, LOCAL, NOBODY, Visitor
from api.access.sessions import Session, Sessions, cookie_name
from graph.settings import Settings

__all__ = ["Access", "login_needed"]

_CHALLENGE = 'Bearer realm="goldenthread"'
_BEARER = "bearer "


class Access:
    """What one application knows of those who ask; `hosts` are the names that it goes by."""

    def __init__(self, settings: Settings, hosts: Hosts | None = None) -> None:
        self.hosts = hosts
        self.accounts = Accounts.of(settings)
        self.sessions = Sessions(self.accounts, settings.session_hours)
        self.rates = Rates(settings)
        self.upload_bytes = settings.upload_bytes

    def who(self, request: Request) -> tuple[Visitor, Session | None]:
        """Return who sends a request, and the browser's session; raises HTTPException for a wrong token."""
        if not self.accounts.needed:
            return _without_login(request), None
        sent = request.headers.get("authorization", "")
        if sent.lower().startswith(_BEARER):
            return _visitor(self._with_token(request, sent[len(_BEARER) :].strip())), None
        found = self.sessions.find(request.cookies.get(cookie_name(request.url.scheme), ""))
        return (_visitor(found[1]), found[0]) if found else (NOBODY, None)

    def _with_token(self, request: Request, token: str) -> Account:
        address = address_of(request.client)
        self.rates.require_trust(address)
        account = self.accounts.with_token(token)
        if account is None:
            self.rates.count_login(address, "")
            raise HTTPException(
                401,
                "This token is not known; 'goldenthread users' makes one.",
                headers={"WWW-Authenticate": f'{_CHALLENGE}, error="invalid_token"'},
            )
        return account


def login_needed() -> HTTPException:
    """Return what is said to those who have to log in first."""
    return HTTPException(
        401,
        "This needs a log-in: send 'Authorization: Bearer TOKEN', or log in at /login with a browser.",
        headers={"WWW-Authenticate": _CHALLENGE},
    )


def _visitor(account: Account) -> Visitor:
    return Visitor(account.name, account.role)


def _without_login(request: Request) -> Visitor:
    """Return the one at this machine, or a guest where a proxy says that the request is from elsewhere.

    Some proxies say `unknown` or another word in place of an address; that is elsewhere, too.
    """
    host = request.client.host if request.client else ""
    is_near = is_loopback(host) or not (is_address(host) or "x-forwarded-for" in request.headers)
    return LOCAL if is_near else GUEST
