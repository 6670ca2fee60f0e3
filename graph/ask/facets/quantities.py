"""Units of measurement by everything that they are called, and how one is turned into another."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.ask.lexicon import load_data

__all__ = ["Units"]

_LONGEST = 3  # words of a unit's name


@dataclass(frozen=True)
class Units:
    """The units that are known."""

    dimensions: dict[str, str]
    factors: dict[str, float]
    called: dict[str, tuple[str, ...]]

    @classmethod
    @cache
    def known(cls) -> "Units":
        """Return the units of `units.yaml`."""
        dimensions, factors = {}, {}
        called: dict[str, tuple[str, ...]] = {}
        for dimension, units in load_data("units.yaml").items():
            for symbol, (factor, *names) in units.items():
                dimensions[symbol] = dimension
                factors[symbol] = float(factor)
                said = [symbol.lower(), *(str(n).lower() for n in names)]
                for name in (*said, *(n.replace("/", " ") for n in said if "/" in n)):
                    called[name] = tuple(dict.fromkeys([*called.get(name, ()), symbol]))
        return cls(dimensions, factors, called)

    def meant(self, name: str) -> tuple[str, ...]:
        """Return the units that a name may mean: pounds are weighed and paid."""
        plain = name.strip().lower().replace("^", "")
        return self.called.get(plain) or self.called.get(plain.replace("_", " "), ())

    def at(self, words: Sequence[str], start: int) -> tuple[tuple[str, ...], int]:
        """Return the units that are named from a word on, and where their name ends."""
        for end in range(min(len(words), start + _LONGEST), start, -1):
            if found := self.meant(" ".join(words[start:end])):
                return found, end
        return (), start

    def factor(self, given: str, wanted: str) -> float | None:
        """Return what an amount of one unit is multiplied by to be one of another, or None."""
        if given == wanted:
            return 1.0
        dimension = self.dimensions.get(given)
        if dimension in (None, "money", "temperature") or dimension != self.dimensions.get(wanted):
            return None
        return self.factors[given] / self.factors[wanted]
