"""What a plan says of itself, and what only its running text tells."""

from collections.abc import Callable

import pytest

from ingest.findings import Findings, Named

Read = Callable[[str], Findings]


def test_title_label_and_header_tell_the_plan(headed: Findings) -> None:
    plan = headed.plan

    assert plan.get("planType") == [Named("PlanType", "departmentPlan")]
    assert plan.get("ofUnit") == [Named("Unit", "Libraries, Media, & Learning Spaces")]
    assert plan.get("schoolYear") == ["2024-25"]
    assert str(plan.get("dateGenerated")[0]).startswith("Jul 2 2024")
    assert plan.label == "Libraries, Media, & Learning Spaces Department Plan 2024-25"
    assert headed.notes == ["The budget is not stated here: 'The total is See attachment .'."]


def test_a_plan_without_title_says_on_what_its_facts_rest(scanned: Findings) -> None:
    plan = scanned.plan

    assert plan.get("ofUnit") == [Named("Unit", "Arts Education Department")]
    assert plan.get("schoolYear") == ["2022-23"]
    assert plan.get("ofOrganization") == [Named("District", "Harbor Valley Unified School District")]
    assert plan.label == "Arts Education Department Plan 2022-23"
    assert [note.split(";")[0] for note in scanned.notes] == [
        "The plan has no title",
        "No label names the department",
        "No title or label gives the school year",
    ]


def test_both_names_of_a_department_are_kept(twice: Findings) -> None:
    assert twice.plan.get("ofUnit") == [Named("Unit", "Learning"), Named("Unit", "Student Learning")]
    assert twice.plan.label == "Learning / Student Learning Department Plan 2021-22"
    assert "Learning Department Plan 2021-22" in twice.plan.aliases


def test_the_year_may_stand_in_the_header_of_the_goals(broken: Findings) -> None:
    assert broken.plan.get("schoolYear") == ["2018-19"]
    assert broken.plan.get("ofUnit") == [Named("Unit", "Food and Gardens (including School Kitchens)")]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Elm City Public Schools\nLocal Control and Accountability Plan 2025-26", "accountabilityPlan"),
        ("Birch School District\nFACILITIES MASTER PLAN", "masterPlan"),
        ("School Plan for Student Achievement", "schoolPlan"),
        ("Oak County Office of Education\nStrategic Plan 2030", "strategicPlan"),
        ("Nutrition Division Annual Plan", "departmentPlan"),
        ("Safe Routes Plan", "otherPlan"),
    ],
)
def test_the_title_tells_the_kind(read: Read, title: str, kind: str) -> None:
    assert read(f"{title}\n\nSome words.\n").plan.get("planType") == [Named("PlanType", kind)]


def test_a_text_that_is_no_plan_states_nothing(read: Read) -> None:
    found = read("Dear families,\n\nthe picnic is on Friday. Bring a blanket.\n")

    assert found.plan.label == ""
    assert not found.plan.facts
    assert len(found.items()) == 1


def test_several_years_are_a_period_and_no_school_year(read: Read) -> None:
    plan = read("THE ELM SCHOOL STRATEGIC PLAN\n\n2014-2019\n\nWords.\n").plan

    assert [str(v) for v in plan.get("period")] == ["2014-2019"]
    assert plan.get("schoolYear") == []


def test_a_date_alone_in_its_line_is_the_date_of_the_plan(read: Read) -> None:
    plan = read("Transport Master Plan for Elm Unified School District\n\nMarch 2017\n\nWords.\n").plan

    assert [str(v) for v in plan.get("dateIssued")] == ["March 2017"]
    assert plan.get("ofOrganization") == [Named("District", "Elm Unified School District")]


def test_a_label_for_a_school_names_no_department(read: Read) -> None:
    plan = read("School Improvement Plan\n\nSchool Name: Elm Elementary\n\nSchool Year: 2025-26\n").plan

    assert plan.get("ofUnit") == []
    assert plan.get("atSchool") == [Named("School", "Elm Elementary")]
    assert plan.get("schoolYear") == ["2025-26"]


def test_the_district_named_most_often_is_the_plan_s(read: Read) -> None:
    text = (
        "Elm City School District\nFacilities Master Plan\n\n"
        "Oak County Schools help.\n\nElm City School District builds.\n"
    )

    assert read(text).plan.get("ofOrganization") == [Named("District", "Elm City School District")]
