"""A document that contradicts itself is reported, with both places."""

from ingest.findings import Findings, Item
from ingest.readers.text import document_from_text
from ingest.reconcile import reconcile
from ingest.source import Source, Text

PLAN = (
    "1. Every pupil is to follow the steps of the Charter on fair play at all of our schools.\n"
    "\n"
    "Printed again: "
    "Every pupil is to follow the steps of the Covenant on fair play at all of our schools.\n"
)


class Reader:
    """Findings over one text, with texts by their words."""

    def __init__(self, text: str = PLAN) -> None:
        self.findings = Findings(document_from_text(Source("plan.txt", text)))
        self.source = self.findings.document.source

    def text(self, words: str) -> Text:
        start = self.source.raw.index(words)
        return self.source.text(start, start + len(words))

    def conflicts(self) -> list[Item]:
        reconcile(self.findings)
        return self.findings.items("Conflict")


CHARTER = "Every pupil is to follow the steps of the Charter on fair play at all of our schools."
COVENANT = CHARTER.replace("Charter", "Covenant")


def test_two_wordings_of_one_item_that_differ_in_a_term_are_a_conflict() -> None:
    reader = Reader()
    goal = reader.findings.add("Goal", reader.text(CHARTER), notation="1")
    goal.aliases.append(COVENANT)
    goal.evidence.append(reader.text(COVENANT))

    (conflict,) = reader.conflicts()

    assert conflict.label == "Goal 1 says “Charter” in one place and “Covenant” in another"
    assert conflict.get("conflictKind") == ["wording"]
    assert [str(t) for t in conflict.evidence] == [CHARTER, COVENANT]
    assert conflict.get("about") == [goal]


def test_two_items_of_one_number_that_differ_in_a_term_are_a_conflict() -> None:
    reader = Reader()
    first = reader.findings.add("Goal", reader.text(CHARTER), notation="1")
    second = reader.findings.add("Action", reader.text(COVENANT), notation="1")

    (conflict,) = reader.conflicts()

    assert conflict.get("about") == [first, second]


def test_the_same_short_action_at_two_schools_is_no_conflict() -> None:
    action = "Open a new reading room for all first graders at"
    text = f"{action} Oak\n{action} Elm\n"
    reader = Reader(text)
    for line in text.splitlines():
        reader.findings.add("Action", reader.text(line))

    assert reader.conflicts() == []


def test_texts_that_differ_in_plain_words_or_numbers_are_no_conflict() -> None:
    text = f"{CHARTER}\n{CHARTER.replace('fair', 'clean')}\n{CHARTER.replace('Charter', '2030')}\n"
    reader = Reader(text)
    for line in text.splitlines():
        reader.findings.add("Goal", reader.text(line), notation="1")

    assert reader.conflicts() == []


def test_an_item_that_is_cited_by_another_number_is_a_conflict_with_both_places() -> None:
    reader = Reader("1. Open doors\n2. Warm rooms\nRecommendation #1: Warm rooms\nMend the roofs\n")
    one, two = (
        reader.findings.add("Recommendation", reader.text(w), notation=n)
        for w, n in (("Open doors", "1"), ("Warm rooms", "2"))
    )
    action = reader.findings.add("Action", reader.text("Mend the roofs"))
    action.support(two, "section", [reader.text("Recommendation #1: Warm rooms")], "1")

    (conflict,) = reader.conflicts()

    assert conflict.get("conflictKind") == ["numbering"]
    assert [str(t) for t in conflict.evidence] == ["Warm rooms", "Recommendation #1: Warm rooms"]
    assert conflict.get("about") == [two, one]
    assert two.get("citedAs") == ["1"]
    assert one.get("citedAs") == []


def test_an_item_cited_by_its_own_number_is_no_conflict() -> None:
    reader = Reader("1. Open doors\nGreet visitors\n")
    target = reader.findings.add("Recommendation", reader.text("Open doors"), notation="1")
    reader.findings.add("Action", reader.text("Greet visitors")).support(target, "section", [], "1")

    assert reader.conflicts() == []
