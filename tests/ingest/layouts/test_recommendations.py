"""Numbered lists of recommendations are found, and every place that prints one means the same item."""

from ingest.findings import Findings, Item
from ingest.layouts.panels import panels_in
from ingest.layouts.recommendations import cited_item, recognise
from ingest.readers.text import document_from_text
from ingest.source import Source

LIST = """Recommendations

1. The district is to open its doors to families and neighbors.
2. The district is to keep roofs dry and rooms warm.

Other text.
"""


def read(text: str) -> Findings:
    findings = Findings(document_from_text(Source("plan.txt", text)))
    recognise(findings)
    return findings


def cited(findings: Findings, panel: str) -> Item:
    (found,) = panels_in(Source("plan.txt", panel).text())
    return cited_item(findings, found)


def test_a_numbered_list_under_a_heading_of_recommendations_is_found() -> None:
    found = read(LIST).items("Recommendation")

    assert [(i.notation, i.label) for i in found] == [
        ("1", "The district is to open its doors to families and neighbors."),
        ("2", "The district is to keep roofs dry and rooms warm."),
    ]


def test_the_sentence_before_the_list_may_stand_between() -> None:
    text = LIST.replace("Recommendations", "Master Plan Recommendations\n\nThe Board adopted these.")

    assert len(read(text).items("Recommendation")) == 2


def test_bullets_and_lists_of_other_things_are_no_recommendations() -> None:
    assert not read("Recommendations\n\n- Read more\n- Write more").items("Recommendation")
    assert not read("Our schools\n\n1. Oak School\n2. Elm School").items("Recommendation")


def test_a_sentence_that_only_mentions_recommendations_introduces_none() -> None:
    before = "We heard many recommendations from parents. The Board then made two changes:"

    assert not read(f"{before}\n\n1. Fewer goals\n2. Clear words").items("Recommendation")


def test_a_sentence_says_that_recommendations_follow() -> None:
    for before in ("The panel recommends that the district:", "Its recommendations are as follows."):
        assert len(read(f"{before}\n\n1. Open the doors\n2. Keep the roofs dry").items("Recommendation")) == 2


def test_a_panel_means_the_item_with_its_words_whatever_its_number() -> None:
    findings = read(LIST)
    item = cited(findings, "Recommendation #1: The district is to keep all roofs dry and rooms warm.")

    assert item.notation == "2"
    assert item.aliases == ["The district is to keep all roofs dry and rooms warm."]


def test_a_panel_without_words_means_the_item_with_its_number() -> None:
    assert cited(read(LIST), "Recommendation 2:").notation == "2"


def test_a_panel_with_other_words_is_an_item_of_its_own() -> None:
    findings = read(LIST)
    item = cited(findings, "Recommendation No. 3 - Plant a tree at every school.")

    assert (item.notation, item.label) == ("3", "Plant a tree at every school.")
    assert len(findings.items("Recommendation")) == 3


def test_a_goal_belongs_to_the_plan_that_its_label_names() -> None:
    findings = read(LIST)
    item = cited(findings, "Local Control and Accountability Plan Goal #4: Pupils learn in sound buildings.")

    assert (item.kind, item.notation, item.label) == ("Goal", "4", "Pupils learn in sound buildings.")
    assert item.get("goalType") == ["LCAP goal"]
    assert [m.named.name for m in findings.mentions] == ["Local Control and Accountability Plan"]


def test_one_cell_may_hold_a_recommendation_and_a_goal() -> None:
    text = "Recommendation #7: Mend the roofs. LCAP Goal #3: Sound buildings."
    found = panels_in(Source("plan.txt", text).text())

    assert [(p.kind, p.number, str(p.text)) for p in found] == [
        ("Recommendation", "7", "Mend the roofs."),
        ("Goal", "3", "Sound buildings."),
    ]


def test_a_sentence_that_names_a_recommendation_is_no_panel() -> None:
    assert panels_in(Source("plan.txt", "As in Recommendation 7: mend the roofs.").text()) == []


def test_a_number_with_a_part_is_one_number() -> None:
    (panel,) = panels_in(Source("plan.txt", "Supports Recommendation 2.1").text())

    assert (panel.number, str(panel.label)) == ("2.1", "Recommendation 2.1")


def test_two_labels_may_stand_together() -> None:
    found = panels_in(Source("plan.txt", "Recommendation 2.1 LCAP Goal 3: Pupils learn.").text())

    assert [(p.kind, p.number, str(p.text)) for p in found] == [
        ("Recommendation", "2.1", ""),
        ("Goal", "3", "Pupils learn."),
    ]


def test_recommendations_may_stand_each_behind_its_label() -> None:
    found = read("Recommendation 2.1: Open the doors\n\nRecommendation 2.2: Keep the roofs dry").items(
        "Recommendation"
    )

    assert [(i.notation, i.label) for i in found] == [
        ("2.1", "Open the doors"),
        ("2.2", "Keep the roofs dry"),
    ]


def test_one_labelled_recommendation_is_a_citation() -> None:
    assert not read("Recommendation 2: Open the doors\n\nWe did.").items("Recommendation")


def test_what_is_recommended_to_families_is_no_recommendation_of_the_plan() -> None:
    before = "We recommend the following books for summer:"

    assert not read(f"{before}\n\n1. The Tall Tree\n2. A Small Boat").items("Recommendation")
