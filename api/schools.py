"""What the pages and routes for planners share: the schools and programs, kept, and where levels are told."""

from api.deps import House
from graph.listing import list_items
from graph.model import Evidence
from graph.program_list import ProgramList, list_programs
from graph.school_book import SchoolBook, SchoolLine, read_schools
from ingest.school_names import school_name

__all__ = ["level_places", "programs_of", "schools_of"]

_A_NAME = 80  # letters; a longer quote names more than one school


def schools_of(house: House) -> SchoolBook:
    """Return the schools of the store as it is now."""
    known = house.kept("listing", list_items).items
    return house.kept("schools", lambda store: read_schools(store, known))


def programs_of(house: House) -> ProgramList:
    """Return the programs of the store as it is now."""
    return house.kept("programs", lambda _: list_programs(schools_of(house)))


def level_places(line: SchoolLine) -> tuple[Evidence, ...]:
    """Return the places where a school is named with its level; none where the level is told otherwise."""
    told = (e for e in line.evidence if len(e.quote) <= _A_NAME)
    return tuple(e for e in told if school_name(e.quote).levels & set(line.facts.levels))
