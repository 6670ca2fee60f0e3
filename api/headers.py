"""Headers that keep a browser from running, loading, framing or keeping what the pages did not mean it to."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from viz.page import policy

__all__ = ["SafeHeaders", "map_policy"]

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
_OFF = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb", "browsing-topics")
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: with that a browser hides the origin of our own forms, too.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _OFF),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_ONLY_HTTPS = "max-age=31536000"
_UNKEPT = "no-store"


def map_policy() -> str:
    """Return the policy of a map: its own scripts and style by their hashes, within pages of this site."""
    return f"{policy()}; frame-ancestors 'self'"


class SafeHeaders:
    """Adds the headers to every answer that has none of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                if scope.get("scheme") == "https":
                    headers.setdefault("Strict-Transport-Security", _ONLY_HTTPS)
                visitor = state.get("visitor")
                if visitor and visitor.is_logged_in and not scope["path"].startswith("/static/"):
                    headers["Cache-Control"] = _UNKEPT
            await send(message)

        await self.app(scope, receive, send_safely)
