"""The documents are listed with their plans and how much of them was read."""

from graph.documents import documents, unread_regions
from graph.store import Store


def test_documents_name_their_plan_and_share(district: Store) -> None:
    department, plan = documents(district)

    assert (department.name, department.year, department.share_read) == ("department.txt", "2023-24", 1.0)
    assert plan.plan is not None
    assert (plan.plan.label, plan.type, plan.unread_lines) == ("Lindenfeld Master Plan", "masterPlan", "4-6")


def test_unread_regions_have_a_place_and_a_number_of_words() -> None:
    assert unread_regions("lines 4-6 (12 words); page 2 (1 word)") == [
        {"place": "lines 4-6", "words": 12},
        {"place": "page 2", "words": 1},
    ]
    assert unread_regions("") == []
