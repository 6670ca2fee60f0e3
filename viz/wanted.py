"""What a reader asks of a map: which item, program, school or status it shows, and how it groups."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from graph.errors import UsageError
from graph.items import Reader, identifier
from graph.search import find_item, fold

__all__ = ["ALL", "KINDS", "STATUSES", "TAKEN", "Wanted", "named", "one_of", "school_and_program"]

TAKEN: Mapping[str, tuple[str, ...]] = {
    "feeder": ("item", "program", "school", "status"),
    "alignment": ("item", "by"),
    "trace": ("item",),
    "programs": ("item", "program", "school", "status"),
    "organisation": ("item",),
}
"""The filters of each kind of map."""
KINDS = tuple(TAKEN)
STATUSES = ("existing", "proposed")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of a map; an empty one leaves all in."""

    item: str = ""
    by: str = ""
    program: str = ""
    school: str = ""
    status: str = ""

    @property
    def given(self) -> dict[str, str]:
        """The filters that are set."""
        return {name: value for name, value in asdict(self).items() if value}

    def checked(self, kind: str) -> "Wanted":
        """Return the filters as they are; raises UsageError where a map does not take one of them.

        >>> Wanted(by="unit").checked("feeder")
        Traceback (most recent call last):
        ...
        graph.errors.UsageError: The map feeder has no filter 'by'; it takes item, program, school, status.
        """
        if kind not in TAKEN:
            raise UsageError(f"There is no map {kind!r}; the maps are {', '.join(KINDS)}.")
        for name in self.given:
            if name not in TAKEN[kind]:
                raise UsageError(f"The map {kind} has no filter {name!r}; it takes {', '.join(TAKEN[kind])}.")
        if self.status and self.status not in STATUSES:
            raise UsageError(f"There is no status {self.status!r}; use {' or '.join(STATUSES)}.")
        if kind == "trace" and not self.item:
            raise UsageError("A trace is of one item; name it with --item (item= in an address).")
        return self


ALL = Wanted()


def school_and_program(
    reader: Reader, wanted: Wanted, schools: Iterable[str], programs: Iterable[str]
) -> tuple[str, str]:
    """Return the school and the program that are asked for; an item may be either."""
    school = one_of(reader, wanted.school, schools, "a school") if wanted.school else ""
    program = one_of(reader, wanted.program, programs, "a program") if wanted.program else ""
    if wanted.item:
        found = one_of(reader, wanted.item, {*schools, *programs}, "a school or program")
        return (found, program) if found in set(schools) else (school, found)
    return school, program


def named(reader: Reader, iris: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return items as what can be chosen: their identifiers and labels, by label."""
    options = ((identifier(iri), reader.item(iri).label) for iri in iris)
    return tuple(sorted(options, key=lambda option: (option[1].casefold(), option[0])))


def one_of(reader: Reader, name: str, among: Iterable[str], what: str) -> str:
    """Return the IRI that a name means among those of a map.

    Raises UnknownItem or AmbiguousItem where it means none or several, UsageError where it means another.
    """
    known = set(among)
    exact = [
        iri
        for iri in sorted(known)
        if name in (iri, identifier(iri)) or fold(reader.item(iri).label) == fold(name)
    ]
    found = exact[0] if len(exact) == 1 else find_item(reader.store, name)
    if found not in known:
        raise UsageError(
            f"{reader.item(found).as_text()} is not {what} of this map; leave the filter out to see all."
        )
    return found
