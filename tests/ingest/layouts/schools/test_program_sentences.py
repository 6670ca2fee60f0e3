"""Sentences that say where a program is offered, and other words of guides for families."""

from tests.ingest.layouts.schools.said import fed, offered, read


def test_a_sentence_says_where_a_program_is_offered() -> None:
    findings = read(
        "The International Baccalaureate program is offered at Stork High School. "
        "AVID is available at Heron Middle School and Ibis Middle School.\n"
    )

    assert offered(findings) == [
        ("Heron Middle School", "AVID", "existing"),
        ("Ibis Middle School", "AVID", "existing"),
        ("Stork High School", "International Baccalaureate program", "existing"),
    ]


def test_a_sentence_says_what_a_school_offers() -> None:
    findings = read("Finch Elementary offers Spanish dual language immersion in grades K-3.\n")

    assert offered(findings) == [("Finch Elementary", "Spanish dual language immersion", "existing")]


def test_what_is_not_offered_or_only_thought_of_is_left() -> None:
    findings = read(
        "AVID is not offered at Heron Middle School. The board may consider whether AVID is offered at "
        "Ibis Middle School. Finch Elementary offers help with forms.\n"
    )

    assert offered(findings) == []


def test_levels_as_labels_below_the_name_of_an_area() -> None:
    findings = read(
        "# Feeder guide\n\n## North\n\nHigh school: Stork High School\n\n"
        "Middle schools: Heron Middle School, Ibis Middle School\n\n"
        "Elementary schools feeding Heron Middle School: Finch Elementary, Lark Elementary\n"
    )

    assert fed(findings) == [
        ("Finch Elementary", "Heron Middle School"),
        ("Heron Middle School", "Stork High School"),
        ("Ibis Middle School", "Stork High School"),
        ("Lark Elementary", "Heron Middle School"),
    ]


def test_the_focus_of_schools_of_choice_is_their_program() -> None:
    table = "| School of Choice | Grades | Focus |\n|---|---|---|\n| Nova Academy | K-8 | STEAM |\n"

    assert offered(read(f"# Schools of choice\n\n{table}| Owl Elementary | K-5 | Montessori |\n")) == [
        ("Nova Academy", "STEAM", "existing"),
        ("Owl Elementary", "Montessori", "existing"),
    ]
    assert (
        offered(read(f"# Goals\n\n{table.replace(' of Choice', '')}| Owl Elementary | K-5 | Reading |\n"))
        == []
    )


def test_a_group_of_schools_in_a_first_column_feeds_none() -> None:
    findings = read(
        "# Programs\n\n| Feeder | Campus | Grades | AVID |\n|---|---|---|---|\n"
        "| Mesa | Finch | K-5 | |\n| | Heron | 6-8 | X |\n| | Mesa High | 9-12 | X |\n"
    )

    assert fed(findings) == []


def test_a_second_group_of_students_ends_what_is_said_of_the_first() -> None:
    findings = read(
        "Finch Elementary students move on to Heron Middle School, "
        "and Heron Middle School students to Stork High School.\n"
    )

    assert fed(findings) == [("Finch Elementary", "Heron Middle School")]


def test_where_a_program_is_offered_may_head_the_schools() -> None:
    findings = read(
        "| Program | Where it is offered | Status |\n|---|---|---|\n"
        "| STEAM | Finch Elementary, Heron Middle | Current |\n| Choir | Heron Middle | Planned 2031 |\n"
    )

    assert offered(findings) == [
        ("Finch Elementary", "STEAM", "existing"),
        ("Heron Middle", "Choir", "proposed"),
        ("Heron Middle", "STEAM", "existing"),
    ]


def test_what_goes_on_is_there_and_what_comes_is_proposed() -> None:
    findings = read(
        "AVID will continue to be offered at Heron Middle School. "
        "AVID will be offered at Ibis Middle School.\n"
    )

    assert offered(findings) == [
        ("Heron Middle School", "AVID", "existing"),
        ("Ibis Middle School", "AVID", "proposed"),
    ]


def test_where_students_only_may_go_is_no_feeder() -> None:
    findings = read(
        "Finch Elementary feeds into Heron Middle School. "
        "Students of Lark Elementary could go on to Ibis Middle School.\n"
    )

    assert fed(findings) == [("Finch Elementary", "Heron Middle School")]
