"""Purpose, services, budget, the year before, data, findings and needs of a department's form."""

from collections.abc import Callable

from ingest.findings import Findings, Named

Labels = Callable[[Findings, str], list[str]]

Read = Callable[[str], Findings]


def test_the_form_s_questions_are_no_answers(scanned: Findings) -> None:
    assert not [i.label for i in scanned if i.label.endswith("?") or i.label.startswith("This section")]


def test_bullets_that_the_scanner_read_as_letters(scanned: Findings, labels: Labels) -> None:
    assert labels(scanned, "Service") == [
        "Lending instruments to families.",
        "Answering the questions of principals and teachers who want to use our rehearsal rooms.",
        "Coach classroom teachers in the use of song and movement across all grades.",
        "Keep the collection of scores in order and buy new ones as set by law and Council decisions.",
        "Invite artists into schools.",
    ]
    assert {u for s in scanned.items("Service") for u in s.get("providedBy")} == {
        Named("Unit", "Arts Education Department")
    }


def test_services_over_rows_and_over_a_page_s_end(broken: Findings, labels: Labels) -> None:
    assert labels(broken, "Service") == [
        "Plan the menus of all schools and order food",
        "Run gardens at elementary schools (with volunteers)",
        "Courses for cooks, bakers & Gardeners",
        "Tasting days in fall",
        "Offer free breakfast in all schools (since last year)",
        "Provide water stations in every yard.",
    ]


def test_sub_headings_group_services(twice: Findings) -> None:
    groups = {s.label: s.get("underHeading") for s in twice.items("Service")}

    assert groups["Supervise kindergartens"] == ["Early Years"]
    assert groups["Find places for internships"] == ["Upper School"]
    assert "Choose and order new textbooks for all schools of the district (science, history etc.)" in groups
    assert groups["Coach and advise 14 schools"] == []


def test_a_label_over_several_rows(broken: Findings, labels: Labels) -> None:
    (purpose,) = labels(broken, "Purpose")

    assert purpose.startswith("Cook well for every child")
    assert purpose.endswith("teach children how to cook.")


def test_a_form_printed_twice_says_a_thing_once(twice: Findings) -> None:
    (purpose,) = twice.items("Purpose")

    assert len(purpose.evidence) == 2


def test_budget_by_location_with_its_total(scanned: Findings) -> None:
    lines = [
        (b.get("amount"), [str(x) for x in b.get("location")], b.get("isTotal"))
        for b in scanned.items("BudgetLine")
    ]

    assert lines == [
        ([48500.0], ["0000210"], [False]),
        ([1250.0], ["0000214"], [False]),
        ([49750.0], [], [True]),
    ]
    assert not scanned.items("Conflict")
    assert [n.label for n in scanned.items("Note")] == ["For the 2022-23 school year we are given about"]


def test_a_total_that_is_not_the_sum_is_reported(read: Read) -> None:
    found = read(
        "Department Purpose\n\nWe cook.\n\nDepartment Budget\n\n"
        "Site 12: $100.00\n\nSite 14: $50\n\nTotal: $175\n"
    )
    (conflict,) = found.items("Conflict")

    assert conflict.get("conflictKind") == ["sum"]
    assert len(conflict.get("about")) == 3


def test_a_budget_that_stands_elsewhere_is_no_amount(headed: Findings, twice: Findings) -> None:
    assert not headed.items("BudgetLine")
    assert not twice.items("BudgetLine")


def test_statements_of_the_year_before(scanned: Findings, labels: Labels) -> None:
    assert labels(scanned, "PriorOutcome") == ["In 2021-2022 we wanted a choir in each school."]
    assert labels(scanned, "PriorAchievement")[1] == "Mr. Okafor counted them in May."
    assert labels(scanned, "PriorLearning")[1] == "It was hard to find pianists for the afternoon."


def test_lists_of_data_are_parted_outside_brackets(scanned: Findings, labels: Labels) -> None:
    assert labels(scanned, "DataUsed") == [
        "Visits to schools (with notes on rooms and instruments)",
        "a survey of parents",
        "enrollment lists",
    ]
    assert labels(scanned, "StakeholderInput") == ["Talks with principals", "letters from parents"]


def test_listed_needs_have_numbers_and_a_note(headed: Findings) -> None:
    needs = headed.items("Need")
    note = next(n for n in headed.items("Note") if n.label.startswith("Both needs"))

    assert [(n.notation, n.label) for n in needs] == [
        ("1", "Longer opening hours in the afternoon."),
        ("2", "Books in the languages that families speak."),
    ]
    assert note.get("noteOn") == needs


def test_needs_in_running_text_are_one_need(scanned: Findings, labels: Labels) -> None:
    assert labels(scanned, "Need") == [
        "Lessons have to reach small schools too. Traveling teachers can help."
    ]
    assert labels(scanned, "KeyFinding") == ["Small schools have fewer lessons than large ones."]


def test_an_unknown_label_ends_what_stands_above_it(read: Read) -> None:
    found = read(
        "DEPARTMENT PURPOSE\tWe cook.\nDEPARTMENT MASCOT\tA spoon.\nLIST OF SERVICES\tSoup\n\tBread\n"
    )

    assert [i.label for i in found.items("Purpose")] == ["We cook."]
    assert [i.label for i in found.items("Service")] == ["Soup", "Bread"]


def test_a_long_text_with_one_such_heading_is_no_form(read: Read) -> None:
    found = read("Services\n\n" + "\n\n".join(f"Sentence {i} of a long report." for i in range(900)))

    assert not found.items("Service")


def test_a_budget_in_a_table(read: Read) -> None:
    found = read(
        "Division Purpose\n\nWe cook.\n\nTotal Division Budget\n\nIn 2020-21, about:\n\n"
        "School\tAmount\nElm\t$1,000\nOak\t$500.50\nTotal\t$1,500.50\n"
    )
    lines = found.items("BudgetLine")

    assert [b.get("amount") for b in lines] == [[1000.0], [500.5], [1500.5]]
    assert [[str(x) for x in b.get("location")] for b in lines] == [["Elm"], ["Oak"], []]
    assert {y for b in lines for y in b.get("schoolYear")} == {"2020-21"}
    assert not found.items("Conflict")
