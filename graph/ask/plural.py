"""The plural of an English noun."""

__all__ = ["plural"]

_HISSING = ("s", "x", "z", "ch", "sh")


def plural(noun: str) -> str:
    """Return the plural of a noun.

    >>> plural("priority"), plural("action"), plural("branch"), plural("survey")
    ('priorities', 'actions', 'branches', 'surveys')
    """
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_HISSING) else f"{noun}s"
