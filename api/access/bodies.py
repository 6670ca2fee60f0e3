"""What a request brings along: not more than it may, and not slower than anyone would send it."""

import asyncio
from collections import deque
from time import monotonic

from fastapi import HTTPException
from starlette.types import Message, Receive

__all__ = ["Body", "refuse_longer_than"]

_PATIENCE = 30.0  # seconds for the first piece, and on top of what a slow line takes
_SLOWEST = 20_000.0  # bytes a second


def refuse_longer_than(most: int, announced: str | None) -> None:
    """Raise HTTPException 413 where a request announces more than it may bring."""
    if announced is not None and announced.isdecimal() and int(announced) > most:
        raise HTTPException(413, _too_long(most))


class Body:
    """The body of one request, given on piece by piece; what was looked at comes again."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._most = most
        self._length = 0
        self._begun = monotonic()
        self._ended = False
        self._again: deque[Message] = deque()

    async def __call__(self) -> Message:
        """Give the next piece, as ASGI has it."""
        return self._again.popleft() if self._again else await self._next()

    async def head(self, length: int) -> bytes:
        """Return the beginning of the body, without taking it away."""
        found = b""
        while len(found) < length and not self._ended:
            message = await self._next()
            self._again.append(message)
            found += message.get("body", b"")
        return found[:length]

    async def _next(self) -> Message:
        if self._ended:  # what comes now is that the other side went away, however late
            return await self._receive()
        allowed = _PATIENCE + self._length / _SLOWEST - (monotonic() - self._begun)
        try:
            message = await asyncio.wait_for(self._receive(), max(allowed, 0))
        except TimeoutError:
            self._ended = True
            raise HTTPException(
                408, "The request came too slowly; send it again over a faster line."
            ) from None
        self._length += len(message.get("body", b""))
        self._ended = not message.get("more_body", False)
        if self._length > self._most:
            raise HTTPException(413, _too_long(self._most))
        return message


def _too_long(most: int) -> str:
    return f"What was sent is longer than the {most:,} bytes that are taken here; send less."
