"""What was answered last, kept for those who ask it again or go on from it."""

from collections import OrderedDict
from collections.abc import Iterator, MutableMapping
from threading import Lock
from typing import Generic, TypeVar

__all__ = ["Remembered"]

_MOST = 400
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Remembered(MutableMapping[_Key, _Value], Generic[_Key, _Value]):
    """Keeps the things that were used last, and forgets the others; several threads may use it at once."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._held: OrderedDict[_Key, _Value] = OrderedDict()
        self._lock = Lock()

    def __getitem__(self, key: _Key) -> _Value:
        with self._lock:
            self._held.move_to_end(key)
            return self._held[key]

    def __setitem__(self, key: _Key, value: _Value) -> None:
        with self._lock:
            self._held[key] = value
            self._held.move_to_end(key)
            if len(self._held) > self._most:
                self._held.popitem(last=False)

    def __delitem__(self, key: _Key) -> None:
        with self._lock:
            del self._held[key]

    def __iter__(self) -> Iterator[_Key]:
        with self._lock:
            return iter(tuple(self._held))

    def __len__(self) -> int:
        return len(self._held)
