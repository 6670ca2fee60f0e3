"""The documents are listed with their plans and how much of them was read."""

from graph.documents import documents
from graph.store import Store


def test_documents_name_their_plan_and_share(district: Store) -> None:
    department, plan = documents(district)

    assert (department.name, department.year, department.share_read) == ("department.txt", "2023-24", 1.0)
    assert plan.plan is not None
    assert (plan.plan.label, plan.type, plan.unread_lines) == ("Lindenfeld Master Plan", "masterPlan", "4-6")
