"""What was found is the same after it was kept."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Document
from ingest.findings import Findings, Named
from ingest.memory import FindingsFile, Kept, _pack_text, _unpack_text
from ingest.passages import Piece
from ingest.source import Source, Text

RAW = "# Plan 1\n1. Goal\n- Paint the gym, Oak School\n"


@pytest.fixture
def findings() -> Findings:
    source = Source("plan.txt", RAW, "text/plain", "ab" * 32, ((0, 1), (9, 2)))
    text = source.text()
    found = Findings(Document(source, (), (text[0:1],)))
    found.plan.label = "Plan 1"
    goal = found.add("Goal", text[12:16], notation="1")
    action = found.add("Action", text[19:32])
    action.set("underGoal", goal).set("responsible", found.name("School", text[34:44]))
    action.set("contributing", True).set("outcome", text[2:8]).set("amount", 1.5)
    action.support(goal, "section", [text[12:16]], "2", "carried over")
    action.aliases.append("Gym")
    found.mark_read(text[9:11])
    found.hint(Named("School", "Oak School"), "elementary")
    found.notes.append("a note")
    return found


@pytest.fixture
def restored(findings: Findings, tmp_path: Path) -> Kept:
    file = FindingsFile(tmp_path, "ab" * 32, "v1")
    file.write(Kept(findings, [Piece(2, 8, "Plan 1", "")]))
    return file.read()


def test_items_come_back_with_their_facts(restored: Kept) -> None:
    action = restored.findings.items("Action")[0]
    [goal] = restored.findings.items("Goal")

    assert [(f.prop, str(f.value) if isinstance(f.value, Text) else f.value) for f in action.facts] == [
        ("underGoal", goal),
        ("responsible", Named("School", "Oak School")),
        ("contributing", True),
        ("outcome", "Plan 1"),
        ("amount", 1.5),
    ]
    assert (goal.notation, action.aliases) == ("1", ["Gym"])


def test_links_come_back_with_their_target(restored: Kept) -> None:
    [link] = restored.findings.items("Action")[0].links

    assert link.target is restored.findings.items("Goal")[0]
    assert (link.basis, link.cited, link.note) == ("section", "2", "carried over")


def test_all_else_comes_back(findings: Findings, restored: Kept) -> None:
    back = restored.findings

    assert back.plan is back.items("Plan")[0]
    assert back.document.source == findings.document.source
    assert back.mentions == findings.mentions
    assert back.hints == findings.hints
    assert back.notes == findings.notes
    assert restored.pieces == [Piece(2, 8, "Plan 1", "")]


def test_what_was_removed_is_not_kept(findings: Findings, tmp_path: Path) -> None:
    findings.remove(findings.items("Goal")[0])
    file = FindingsFile(tmp_path, "cd" * 32, "v1")
    file.write(Kept(findings, []))
    [action] = file.read().findings.items("Action")

    assert "underGoal" not in {f.prop for f in action.facts}
    assert action.links == []


def test_a_file_of_older_rules_is_found_where_there_is_no_other(findings: Findings, tmp_path: Path) -> None:
    FindingsFile(tmp_path, "ab" * 32, "old").write(Kept(findings, []))
    newer = FindingsFile(tmp_path, "ab" * 32, "new")

    assert not newer.exists()
    assert (older := newer.or_older()) is not None
    assert older.read().findings.plan.label == "Plan 1"
    assert FindingsFile(tmp_path, "ff" * 32, "new").or_older() is None


@given(st.text(max_size=30), st.data())
def test_a_text_keeps_the_place_of_each_letter(words: str, data: st.DataObject) -> None:
    offsets = data.draw(st.lists(st.integers(-1, 50), min_size=len(words), max_size=len(words)))
    text = Text(words, tuple(offsets))

    assert _unpack_text(_pack_text(text)) == text
