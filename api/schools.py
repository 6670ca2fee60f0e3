"""What the pages and routes for planners share: the schools and programs, kept."""

from api.deps import House
from graph.program_list import ProgramList, list_programs
from graph.school_book import SchoolBook, read_schools

__all__ = ["programs_of", "schools_of"]


def schools_of(house: House) -> SchoolBook:
    """Return the schools of the store as it is now."""
    return house.kept("schools", read_schools)


def programs_of(house: House) -> ProgramList:
    """Return the programs of the store as it is now."""
    return house.kept("programs", lambda _: list_programs(schools_of(house)))
