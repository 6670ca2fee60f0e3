"""Reads charts of schools: programs by school or by level, and which schools follow from level to level."""

from collections.abc import Iterator, Sequence

from ingest.document import Row
from ingest.findings import Findings
from ingest.layouts.school_cells import is_blank, is_name, program_texts, without_state
from ingest.layouts.school_columns import Column, filled, level_of_words, role_of
from ingest.layouts.school_facts import Placed, Way, feeds, name_school, offers, rise
from ingest.layouts.school_grid import Grid, NamedHere, grids, says
from ingest.school_names import LEVELS, levels_of_grades, school_name
from ingest.source import Text

__all__ = ["recognise"]

_LEAST = 2


def recognise(findings: Findings) -> None:
    """Add what each chart says, by the kind of chart that its header shows it to be."""
    for grid in grids(findings):
        columns = grid.columns
        programs, at = columns.first("programs"), columns.first("school")
        by_level = columns.of("schools")
        if heads := _school_heads(grid):
            _matrix(grid, programs, heads)
        elif programs and by_level and (at is None or programs.at < at.at):
            _by_program(grid, programs, by_level)
        elif programs and at and programs.at < at.at:
            _by_program(grid, programs, [at])
        elif at is None and columns.of("from") and columns.of("next"):
            _pairs(grid)
        elif at is None and not programs:
            _rising(grid)


def _school_heads(grid: Grid) -> list[Column]:
    """Return the columns that are headed by schools, where there are several.

    Where most columns of marks are, the others among them are too.
    """
    columns = grid.columns
    if columns.first("school") or not (columns.first("programs") or says("about_programs", grid.caption)):
        return []
    able = [c for c in columns.others if is_name(str(c.head)) and _is_marked(grid, c)]
    sure = [c for c in able if _is_school(grid, c.head)]
    return able if len(sure) >= _LEAST and 2 * len(sure) > len(able) else []


def _is_marked(grid: Grid, column: Column) -> bool:
    """Tell whether marks stand in a column, apart from the rows that tell of the schools themselves."""
    stated = [grid.states.of(str(grid.text(row, column))) for row in grid.rows if grid.text(row, column)]
    return not stated or any(state is not None for state in stated)


def _is_school(grid: Grid, head: Text) -> bool:
    name = school_name(str(head))
    return (
        bool(name.base) and (bool(name.levels) or name.base in grid.known) and not level_of_words(str(head))
    )


def _matrix(grid: Grid, programs: Column | None, heads: Sequence[Column]) -> None:
    """Read a chart with a program in each row and a school over each column."""
    first = programs or grid.columns.every[min(grid.columns.every)]
    if first in heads:
        return
    rows = [row for row in grid.rows if not role_of(str(grid.text(row, first)))]
    stated = [s for row in rows for s in _stated(grid, row, heads)]
    if len(stated) < _LEAST:
        return
    grid.read_header()
    schools = {head.at: Placed(head.head, _levels(grid, first, head)) for head in heads}
    for school in schools.values():
        name_school(grid.findings, school)
    for row, head, text, state in stated:
        cell = grid.cell(row, first)
        for program in program_texts(cell, one=True) if cell else ():
            name, own = without_state(program, grid.states)
            offers(grid.findings, schools[head.at], name, own or state, [name, text, head.head])


def _stated(grid: Grid, row: Row, heads: Sequence[Column]) -> list[tuple[Row, Column, Text, str]]:
    """Return what the cells of a row state; nothing where most of them hold something else."""
    cells = [(head, text) for head in heads if (text := grid.text(row, head))]
    found = [(row, h, t, state) for h, t in cells if (state := grid.states.of(str(t))) is not None]
    return (
        found
        if 2 * len(found) > len([t for _, t in cells if not is_blank(str(t)) or t in [f[2] for f in found]])
        else []
    )


def _levels(grid: Grid, first: Column, head: Column) -> tuple[str, ...]:
    """Return the levels of a school by the grades in a row of their own."""
    rows = [row for row in grid.rows if role_of(str(grid.text(row, first))) == "grades"]
    return tuple(level for row in rows for level in levels_of_grades(str(grid.text(row, head))))


def _by_program(grid: Grid, programs: Column, schools: Sequence[Column]) -> None:
    """Read a chart with a program in each row, and the schools that offer it beside it."""
    said: list[tuple[Text, str, NamedHere]] = []
    ways: list[tuple[Text, str, list[list[Placed]]]] = []
    program, status = Text(), ""
    for row in grid.rows:
        if cell := grid.cell(row, programs):
            texts = list(program_texts(cell, one=True))
            program, status = without_state(texts[0], grid.states) if texts else (Text(), "")
        own = status or grid.status(row)
        if program and own is not None:
            beside = [grid.schools(row, c) for c in schools]
            said.extend((program, own, named) for column in beside for named in column)
            ways.append((program, own, [[n.school for n in column] for column in beside if column]))
    sure = grid.is_sure([named.school for _, _, named in said])
    if not said or not (sure or all("school" in str(c.head).lower() for c in schools)):
        return
    grid.read_header()
    for program, own, named in said:
        offers(grid.findings, named.school, program, named.state or own, [named.school.place, program])
    if _is_way([c.level for c in schools]) and says("strong_pattern", grid.caption):
        for program, own, steps in ways:
            way = Way(own == "proposed", grid.findings.add("Program", program), all_together=True)
            rise(grid.findings, steps, way=way)


def _is_way(levels: Sequence[str]) -> bool:
    """Tell whether columns go from level to level, upwards."""
    known = [LEVELS.index(level) for level in levels if level]
    return len(known) == len(levels) >= _LEAST and known == sorted(set(known))


def _pairs(grid: Grid) -> None:
    """Read a table with a school in one column, and in the other that to which its students go on."""
    said = [
        (low.school, high.school)
        for row in grid.rows
        for one in grid.columns.of("from")
        for other in grid.columns.of("next")
        for low in grid.schools(row, one)
        for high in grid.schools(row, other)
        if not -1 < high.school.top < low.school.top
    ]
    if said:
        grid.read_header()
    for low, high in said:
        feeds(grid.findings, low, high, [low.place, high.place], way=Way(grid.proposed))


def _rising(grid: Grid) -> None:
    """Read a table with a column for each level, whose rows show how students rise from school to school."""
    columns = [
        c
        for c in (*grid.columns.of("schools"), *grid.columns.of("next"), *grid.columns.of("from"))
        if c.level
    ]
    columns.sort(key=lambda c: LEVELS.index(c.level))
    if len(columns) < _LEAST or len({c.level for c in columns}) < len(columns):
        return
    rows = list(_steps(grid, columns))
    every = [s for _, steps in rows for schools in steps.values() for s in schools]
    if not every or not (grid.is_sure(every) or _says_schools(columns)):
        return
    grid.read_header()
    for school in every:
        name_school(grid.findings, school)
    if not says("pattern", grid.caption):
        return
    together = says("strong_pattern", grid.caption)
    for row, steps in rows:
        split = sum("/" in str(grid.text(row, c)) for c in columns) > 1  # one or the other, respectively
        way = Way(grid.proposed, all_together=together and not split)
        rise(grid.findings, [steps[c.at] for c in columns if steps[c.at]], way=way)


def _says_schools(columns: Sequence[Column]) -> bool:
    return all(any(w in str(c.head).lower() for w in ("school", "campus")) for c in columns)


def _steps(grid: Grid, columns: Sequence[Column]) -> Iterator[tuple[Row, dict[int, list[Placed]]]]:
    """Yield the schools of each row by column; a cell merged with that above holds what stands there."""
    above: dict[int, list[Placed]] = {}
    for row in grid.rows:
        if len(list(filled(row))) == 1 and level_of_words(str(next(filled(row)).text)):
            continue
        found = {c.at: [named.school for named in grid.schools(row, c)] for c in columns}
        lowest = next((n for n, c in enumerate(columns) if found[c.at]), len(columns))
        for n, column in enumerate(columns):
            higher = any(grid.text(row, c) for c in columns[n:])
            covered = any(column.level in s.levels for c in columns[:n] for s in found[c.at])
            if n > lowest and not higher and not covered:
                found[column.at] = above.get(column.at, [])
        if _gap(grid, row, columns, found):
            continue
        above = {at: schools or above.get(at, []) for at, schools in found.items()}
        yield row, found


def _gap(grid: Grid, row: Row, columns: Sequence[Column], found: dict[int, list[Placed]]) -> bool:
    """Tell whether a level between two schools is empty though the lower school does not cover it."""
    filled_at = [n for n, c in enumerate(columns) if found[c.at]]
    for n in range(min(filled_at, default=0), max(filled_at, default=0)):
        column = columns[n]
        covered = any(column.level in s.levels for c in columns[:n] for s in found[c.at])
        if not found[column.at] and not covered and not is_blank(str(grid.text(row, column)) or "?"):
            return True
    return False
