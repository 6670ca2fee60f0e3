"""What a person decided about names is read, held against itself, and told where it cannot be used."""

from pathlib import Path

import pytest

from graph.errors import NamesRefused
from ingest.decisions import Decision, Decisions, decisions_in
from ingest.names_file import NamesFile, decisions_of


def test_a_list_of_names_is_a_decision() -> None:
    told = decisions_in({"same": [["Oak Club", "The Oak"]], "different": [["A Team", "B Team", "C Team"]]})

    assert told.problems == ()
    assert [d.same for d in told.decisions] == [True, False]
    assert told.decisions[1].names == ("A Team", "B Team", "C Team")


def test_a_decision_may_be_of_one_kind_and_district_and_have_a_note() -> None:
    entry = {"names": ["Oak", "Oaks"], "kind": "schools", "district": "River USD", "note": "asked the office"}
    told = decisions_in({"same": [entry]})

    assert told.decisions == (Decision(True, ("Oak", "Oaks"), "School", "River USD", "asked the office"),)
    about = Decisions(told.decisions).about
    assert about("School", "river-usd").held
    assert not about("School", "hill-usd").held
    assert not about("Unit", "river-usd").held


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (["a", "b"], "it must hold the lists"),
        ({"alike": [["a", "b"]]}, "'alike' is no list of decisions"),
        ({"same": "a"}, "'same' must be a list"),
        ({"same": [["Oak"]]}, "entry 1 of 'same' must give two names"),
        ({"same": [["Oak", "OAK!"]]}, "differ in more than case"),
        ({"same": [["Oak", 4]]}, "put names in quotes"),
        ({"different": [{"names": ["a", "b"], "kind": "Planet"}]}, "kind 'Planet', which is not known"),
        ({"different": [{"nammes": ["a", "b"]}]}, "says 'nammes'"),
        ({"same": [17]}, "entry 1 of 'same' must be a list of names"),
    ],
)
def test_a_bad_entry_is_told_in_one_sentence(body: object, said: str) -> None:
    told = decisions_in(body)

    assert len(told.problems) == 1
    assert said in told.problems[0]


def test_a_bad_entry_leaves_the_others() -> None:
    assert len(decisions_in({"same": [["Oak"], ["Elm", "Elms"]]}).decisions) == 1


def test_the_first_of_two_that_contradict_each_other_holds() -> None:
    first, second = Decision(True, ("Oak", "Elm")), Decision(False, ("elm", "OAK"))
    found = Decisions.of([first, second])

    assert found.held == (first,)
    assert "contradicts 'Oak' = 'Elm'" in found.contradictions()[0]
    assert Decisions.of([second, first]).held == (second,)


def test_a_contradiction_is_found_by_way_of_other_names() -> None:
    chain = [Decision(True, ("A a", "B b")), Decision(False, ("A a", "C c")), Decision(True, ("B b", "C c"))]

    assert Decisions.of(chain).held == tuple(chain[:2])


def test_decisions_on_other_kinds_or_districts_do_not_contradict() -> None:
    pair = [
        Decision(True, ("Oak", "Elm"), "School", "River"),
        Decision(False, ("Oak", "Elm"), "School", "Hill"),
        Decision(False, ("Oak", "Elm"), "Program", "River"),
    ]

    assert Decisions.of(pair).held == tuple(pair)


def test_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = NamesFile(tmp_path / "names.yaml")
    held = (Decision(True, ("Añejo: one", "two"), "Unit"), Decision(False, ("1", "2"), note="no"))
    file.write(Decisions(held))

    assert file.read().decisions == held


@pytest.mark.parametrize("content", [b"same: [a, b", b"\xff\xfe\x00", b"!!python/object:os.system {}"])
def test_a_file_that_is_none_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "names.yaml").write_bytes(content)

    with pytest.raises(NamesRefused, match=r"names.yaml: .*\.$"):
        NamesFile(tmp_path / "names.yaml").read()


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NamesRefused, match="no such file"):
        NamesFile(tmp_path / "none.yaml").read()


def test_the_users_file_comes_before_the_stores(tmp_path: Path) -> None:
    (tmp_path / "names.yaml").write_text("same: [[Oak, Elm]]")
    (tmp_path / "mine.yaml").write_text("different: [[Oak, Elm]]")
    found, problems = decisions_of(tmp_path, tmp_path / "mine.yaml")

    assert [d.same for d in found.held] == [False]
    assert len(problems) == 1


def test_names_that_are_written_alike_contradict_nothing() -> None:
    apart = Decision(same=False, names=("", "", "0", "00"), kind="School")

    assert Decisions.of([apart]).contradictions() == []
