"""Asks a language model at an OpenAI-compatible address; off unless the user has named one."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any, NoReturn
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from graph.errors import UsageError

__all__ = ["ChatModel", "NoReply"]

_KEY = "GOLDENTHREAD_PROPOSER_KEY"
_CHUNK = 8192
_LONGEST = 200_000  # bytes of a reply that are read


class NoReply(Exception):
    """The model gave nothing that can be used; the text says why, and holds no secret."""


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> NoReturn:
        raise NoReply("its address leads elsewhere")


@dataclass(frozen=True)
class ChatModel:
    """A model behind an address; the key is read from the environment alone, and only when it is sent."""

    url: str
    name: str
    seconds: float

    def __post_init__(self) -> None:
        """Refuse an address that is no web address."""
        if urlsplit(self.url).scheme not in ("http", "https") or not urlsplit(self.url).netloc:
            raise UsageError(
                f"GOLDENTHREAD_PROPOSER_URL={self.url!r} is no web address; write it as https://host/v1."
            )

    def reply(self, messages: Sequence[dict[str, str]]) -> str:
        """Return what the model answers to messages; raises NoReply."""
        body = {"model": self.name, "messages": list(messages), "temperature": 0, "stream": False}
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if key := os.environ.get(_KEY):
            headers["Authorization"] = f"Bearer {key}"
        request = Request(  # noqa: S310  # the scheme was checked above
            f"{self.url.rstrip('/')}/chat/completions", json.dumps(body).encode(), headers, method="POST"
        )
        try:
            return _content(self._received(request))
        except HTTPError as error:
            raise NoReply(f"it answered with the status {error.code}") from error
        except TimeoutError as error:
            raise NoReply(f"it took longer than {self.seconds:g} seconds") from error
        except (URLError, OSError, ValueError) as error:
            reason = getattr(error, "reason", None)
            late = isinstance(reason, TimeoutError)
            raise NoReply(
                f"it took longer than {self.seconds:g} seconds" if late else "it cannot be reached"
            ) from error

    def _received(self, request: Request) -> bytes:
        """Read the whole reply, as long as it is neither late nor endless."""
        until = monotonic() + self.seconds
        found = b""
        with build_opener(_NoRedirects).open(request, timeout=self.seconds) as reply:
            while chunk := reply.read1(_CHUNK):
                found += chunk
                if monotonic() > until:
                    raise TimeoutError
                if len(found) > _LONGEST:
                    raise NoReply("its reply does not end")
        return found


def _content(body: bytes) -> str:
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise NoReply("its reply is not of the form of a chat completion") from error
    if not isinstance(content, str):
        raise NoReply("its reply is not a text")
    return content
