"""Reads tables with one school in each row: its level, programs, where its students come from and go."""

import re
from collections.abc import Collection, Sequence

from ingest.document import Cell, Row
from ingest.findings import Findings
from ingest.layouts.program_chart import program_kind
from ingest.layouts.school_cells import program_texts, without_state
from ingest.layouts.school_columns import Column, filled, level_of_words
from ingest.layouts.school_facts import Placed, name_school, offers, rise
from ingest.layouts.school_grid import Grid, grids, heading_level, says
from ingest.school_names import LEVELS, levels_of_grades, school_name
from ingest.source import Text

__all__ = ["recognise"]

_LEAST = 2
_DRAWN = "•"  # as readers write a sign that a font or a picture draws
_LONGEST_NAME = 6  # words of a program's name
_SITES = re.compile(r"\s+(?:programs?|schools|sites|locations|campuses)$", re.IGNORECASE)
_Above = dict[int, list[Placed]]  # by column, the schools in the last cell that was filled
# A table of schools has one of these beside the names of its schools.
_TELLING = ("programs", "grades", "level", "next", "from", "tier")


def recognise(findings: Findings) -> None:
    """Add what stands beside each school in tables with one school in each row."""
    for grid in grids(findings):
        if (at := _school_column(grid)) is not None:
            _read(grid, at)


def _school_column(grid: Grid) -> Column | None:
    """Return the column with one school in each row, where the table is of that kind."""
    columns = grid.columns
    alone = columns.of("schools")
    at = columns.first("school") or (alone[0] if len(alone) == 1 else None)
    programs = columns.first("programs")
    if at is None or (programs and programs.at < at.at) or (len(alone) > 1 and not columns.first("school")):
        return None
    telling = any(columns.of(role) for role in _TELLING)
    return at if telling or _marked(grid, at) or _program_above(grid) else None


def _read(grid: Grid, at: Column) -> None:
    found: list[tuple[Row, Placed]] = []
    firsts: set[int] = set()
    level, count, last = heading_level(grid), 0, None
    beside = next((c for c in grid.columns.of("level") if c.at < at.at), None)
    for row in grid.rows:
        level = level_of_words(str(grid.text(row, beside))) or level  # merged over the rows below
        if (band := _band(row)) is not None:
            level, last = band, None
            firsts.add(len(found))
            grid.findings.mark_read(*(c.text for c in filled(row)))
            continue
        count += 1
        school = _school(grid, row, at, level)
        if school is None and not grid.cell(row, at):
            school = last  # merged with the cell above
        if school:
            found.append((row, school))
        last = school
    named = {id(school): school for _, school in found}
    if (len(named) >= _LEAST or count < _LEAST) and 2 * len(found) > count:
        _state(grid, at, found, firsts)


def _state(grid: Grid, at: Column, found: Sequence[tuple[Row, Placed]], firsts: Collection[int]) -> None:
    """State what the rows say; `firsts` are the numbers of those that come first below a band."""
    grid.read_header()
    for school in {id(school): school for _, school in found}.values():
        name_school(grid.findings, school)
    marks = _marked(grid, at)
    over = _program_above(grid) if not marks else Text()
    above: _Above = {}
    for number, (row, school) in enumerate(found):
        if number in firsts:
            above.clear()  # nothing is merged over a band
        _programs(grid, row, school, over)
        _marks(grid, row, school, marks)
        _feeders(grid, row, school, above)
        grid.findings.mark_read(
            *(grid.text(row, c) for role in ("grades", "level") for c in grid.columns.of(role))
        )


def _band(row: Row) -> str | None:
    """Return the level that a row with nothing else says of the rows below; None of any other row.

    Words such as 'Secondary Schools' and 'Magnet Campuses' are of several levels or of any.
    """
    cells = list(filled(row))
    if len({str(c.text) for c in cells}) != 1:
        return None
    words = str(cells[0].text)
    return level_of_words(words) or ("" if len(row) > _LEAST and says("bands", words.lower()) else None)


def _school(grid: Grid, row: Row, at: Column, level: str) -> Placed | None:
    beside = grid.cell(row, grid.columns.first("grades"))
    if beside and sum(bool(levels_of_grades(line)) for line in str(beside.raw).splitlines()) > 1:
        return None  # two rows that were read as one
    grades = str(grid.text(row, grid.columns.first("grades")))
    said = str(grid.text(row, grid.columns.first("level")))
    levels = levels_of_grades(grades) or levels_of_grades(said) or school_name(said or grades).levels
    levels = levels or frozenset({at.level or level} - {""})
    return grid.only_school(row, at, [x for x in LEVELS if x in levels])


def _programs(grid: Grid, row: Row, school: Placed, over: Text) -> None:
    """State the programs of a row, each with the status in its bracket or in a column beside it.

    `over` is the program that the heading names, where no column does.
    """
    beside = grid.status(row)
    if over and beside is not None:
        offers(grid.findings, school, over, beside, [school.place, over])
    about = [c for c in grid.columns.of("focus") if says("of_choice", str(grid.heading).lower())]
    for column in [*grid.columns.of("programs"), *about]:
        for text in program_texts(grid.cell(row, column) or Cell(Text(), Text())):
            program, own = without_state(text, grid.states)
            status = own or beside
            if status is not None and program:
                offers(grid.findings, school, program, status, [school.place, text])


def _program_above(grid: Grid) -> Text:
    """Return the program that the heading names, where the table tells how it stands at each school."""
    if grid.columns.of("programs") or not (grid.columns.of("status") or grid.columns.of("start")):
        return Text()
    words = grid.heading
    if ends := words.search(_SITES):
        words = words[: ends.start()]
    named = len(str(words).split()) <= _LONGEST_NAME and not words.search(
        r"\b(?i:programs|academies|magnets)\b"
    )
    return words if named and program_kind(str(words)) else Text()


def _marked(grid: Grid, at: Column) -> list[Column]:
    """Return the columns of programs in which marks stand."""
    found = []
    for column in (*grid.columns.others, *grid.columns.of("programs")):
        cells = [grid.text(row, column) for row in grid.rows if _band(row) is None]
        marks = [str(c) for c in cells if c and not grid.states.denies(str(c))]
        if column.at > at.at and marks and all(grid.states.of(m) is not None for m in marks):
            found.append(column)
    if _all_drawn(grid, found):
        return []
    offered = [c for c in found if says("offered", str(c.head).lower()) or program_kind(str(c.head))]
    about = any(says("about_programs", str(c.head).lower()) for c in found)
    return found if about or says("about_programs", grid.caption) or 2 * len(offered) > len(found) else []


def _all_drawn(grid: Grid, marks: Sequence[Column]) -> bool:
    """Tell whether one bullet stands in every cell: signs drawn as pictures, ticks and crosses alike."""
    cells = [str(grid.text(row, c)) for row in grid.rows if _band(row) is None for c in marks]
    return len(marks) >= _LEAST and len(cells) > len(marks) and set(cells) == {_DRAWN}


def _marks(grid: Grid, row: Row, school: Placed, marks: Sequence[Column]) -> None:
    for column in marks:
        words = grid.text(row, column)
        if not words or grid.states.denies(str(words)):
            continue
        if (status := grid.states.of(str(words))) is not None:
            offers(grid.findings, school, column.head, status, [school.place, words, column.head])


def _feeders(grid: Grid, row: Row, school: Placed, above: _Above) -> None:
    """Link the schools beside a school: from which its students come, and to which they go on."""
    for column in _sending(grid):
        for named in grid.schools(row, column):
            steps = [[named.school], [school]]
            if column.level and -1 < school.top < named.school.top:
                steps.reverse()  # 'feeder middle school' beside an elementary school
            rise(grid.findings, steps, proposed=grid.proposed)
    columns = sorted(grid.columns.of("next"), key=lambda c: LEVELS.index(c.level) if c.level else c.at)
    after = [s for column in columns if (s := _next(grid, row, column, school, above))]
    if grid.columns.first("school"):
        for schools in after:  # of this very school it is said, whatever its level
            rise(grid.findings, [[school], schools], proposed=grid.proposed)
    else:  # a row for each school of one level, whose students rise from column to column
        rise(grid.findings, [[school], *after], proposed=grid.proposed)


def _sending(grid: Grid) -> list[Column]:
    """Return the columns of schools from which students come; not one of groups over several rows."""
    school = grid.columns.first("school")
    return [
        c
        for c in grid.columns.of("from")
        if not (school and c.at < school.at and any(not grid.cell(row, c) for row in grid.rows))
    ]


def _next(grid: Grid, row: Row, column: Column, school: Placed, above: _Above) -> list[Placed]:
    """Return the schools in a column of those that come next.

    A cell merged with that above holds what stands there, where that comes after this school.
    """
    if grid.cell(row, column):
        above[column.at] = [named.school for named in grid.schools(row, column)]
        return above[column.at]
    return [s for s in above.get(column.at, []) if -1 < school.top < s.top]
