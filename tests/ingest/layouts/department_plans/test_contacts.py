"""Contacts with their numbers, and to whom a form goes back."""

from collections.abc import Callable

from ingest.findings import Findings, Named

Read = Callable[[str], Findings]


def _contacts(found: Findings) -> list[tuple[str, str, str]]:
    return [
        (c.label, *(" ".join(map(str, c.get(prop))) for prop in ("telephone", "email")))
        for c in found.items("Contact")
    ]


def test_labels_of_their_own(headed: Findings) -> None:
    assert _contacts(headed) == [("Dr. Ines Varga", "555-010-0199, x. 4021", "varga.ines@example.org")]
    assert headed.items("Contact")[0].get("contactFor") == [headed.plan]
    assert headed.items("Contact")[0].get("person") == [Named("Person", "Dr. Ines Varga")]


def test_two_contacts_in_one_cell_pair_by_order(twice: Findings) -> None:
    assert _contacts(twice) == [
        ("Marta L. Osei", "X40017", "osei.marta@example.org"),
        ("Jonah Pike", "X40018", "pike.jonah@example.org"),
    ]


def test_a_plan_without_contact_has_none(scanned: Findings, broken: Findings) -> None:
    assert not scanned.items("Contact")
    assert not broken.items("Contact")


def test_names_parted_by_a_comma(read: Read) -> None:
    found = read("Division Contact: Ana Ruiz, Tom Bell\nContact Phone: 555-010-0100\n")

    assert _contacts(found) == [("Ana Ruiz", "555-010-0100", ""), ("Tom Bell", "555-010-0100", "")]


def test_return_to_a_person_by_a_day(twice: Findings) -> None:
    first, second = twice.items("Submission")

    assert [str(first.get(prop)[0]) for prop in ("returnTo", "returnBy")] == ["Hana Suzuki", "Sept. 30, 2021"]
    assert first.get("mentions") == [Named("Person", "Hana Suzuki")]
    assert second.label == "Add to shared folder Plans 2021 - 2022"


def test_return_to_an_address_names_nobody(broken: Findings) -> None:
    (form,) = broken.items("Submission")

    assert str(form.get("email")[0]) == "kitchen.office@example.org"
    assert not form.get("mentions")
    assert not form.get("returnBy")


def test_words_with_figures_are_no_name(read: Read) -> None:
    found = read(
        "Department: Yards\nPrepared by: Ana Ruiz, ana@example.org\nSchool Year 2030-31\n\nMission\nTo rake."
    )

    assert [c.label for c in found.items("Contact")] == ["Ana Ruiz"]
