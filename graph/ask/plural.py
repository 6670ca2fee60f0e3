"""The plural of an English noun."""

__all__ = ["plural_of"]

_HISSING = ("s", "x", "z", "ch", "sh")


def plural_of(noun: str) -> str:
    """Return the plural of a noun.

    >>> plural_of("priority"), plural_of("action"), plural_of("branch"), plural_of("survey")
    ('priorities', 'actions', 'branches', 'surveys')
    """
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_HISSING) else f"{noun}s"
