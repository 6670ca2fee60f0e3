"""Text columns of a PDF are read one after the other, and side panels by themselves."""

from tests.ingest.readers.drawn import Drawing, drawn
from tests.ingest.readers.shown import read, shown

LEFT = [
    "The district looks after the",
    "buildings in which children",
    "learn, and it mends each",
    "roof before the rain comes",
    "in the autumn of the year.",
]
RIGHT = [
    "Families say what they need",
    "at meetings in the evening,",
    "and what they say is written",
    "down and read to the board",
    "before it makes its plans.",
]


def column(left: float, top: float, lines: list[str]) -> list[tuple[float, float, str]]:
    return [(left, top + 12 * n, line) for n, line in enumerate(lines)]


def test_the_left_column_comes_before_the_right() -> None:
    page = Drawing([*column(60, 100, LEFT), *column(320, 100, RIGHT)])

    assert [b[1] for b in shown(read(drawn(page), "p.pdf"))] == [" ".join(LEFT), " ".join(RIGHT)]


def test_a_line_over_both_columns_stands_before_them_and_after() -> None:
    wide = "What the district does with its buildings, and what it hears from the families of its children"
    page = Drawing([(60, 70, wide), *column(60, 100, LEFT), *column(320, 100, RIGHT), (60, 200, wide)])

    assert [b[1] for b in shown(read(drawn(page), "p.pdf"))] == [wide, " ".join(LEFT), " ".join(RIGHT), wide]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    page = Drawing([*column(60, 100, LEFT[:4]), *column(320, 100, [LEFT[4], *RIGHT])])

    assert " ".join(LEFT) in shown(read(drawn(page), "p.pdf"))[0][1]


def test_tables_in_text_columns_stay_in_their_column() -> None:
    page = Drawing([*column(60, 100, LEFT * 2), *column(330, 100, RIGHT * 2)])
    page.cells(
        (56, 150, 200),
        (230, 250, 270),
        [["Measure", "2024", "2030"], ["Reading", "5", "7"], ["Maths", "4", "9"]],
    )
    page.cells(
        (326, 430, 480),
        (237, 257, 277),
        [["Measure", "2024", "2030"], ["Rooms", "3", "8"], ["Roofs", "1", "2"]],
    )

    assert [b[0] for b in shown(read(drawn(page), "p.pdf"))] == ["p", "t", "p", "t"]


def test_rows_of_many_cells_without_rules_are_no_text_columns() -> None:
    rows = [
        ["Elementary School", "Grades", "Zoned Middle School", "Zoned High School"],
        ["Finch Elementary", "K-5", "Heron Middle", "North Marsh High"],
        ["Lark Elementary", "K-5", "Heron Middle", "North Marsh High"],
        ["Wren Elementary", "K-6", "Ibis Middle", "South Marsh High"],
        ["Swift Elementary", "K-5", "Ibis Middle", "South Marsh High"],
    ]
    lefts = (60, 200, 280, 420)
    page = Drawing(
        [(x, 100 + 14 * n, cell) for n, row in enumerate(rows) for x, cell in zip(lefts, row, strict=True)]
    )

    blocks = shown(read(drawn(page), "p.pdf"))
    assert [b[0] for b in blocks] == ["t"]
    assert blocks[0][1] == rows


def test_short_cells_beside_rows_of_cells_are_of_the_same_rows() -> None:
    rows = [
        ["School of the area", "Grades", "Feeds into"],
        ["Finch Elementary", "K-5", "Heron Middle School"],
        ["Lark Elementary", "K-5", "Heron Middle School"],
        ["Wren Elementary", "K-6", "Ibis Middle School"],
        ["Swift Elementary", "K-5", "Ibis Middle School"],
    ]
    page = Drawing(
        [
            (x, 100 + 14 * n, cell)
            for n, row in enumerate(rows)
            for x, cell in zip((60, 240, 330), row, strict=True)
        ]
    )

    assert [b[0] for b in shown(read(drawn(page), "p.pdf"))] == ["t"]
