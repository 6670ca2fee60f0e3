"""Words of the layouts become terms and typed values."""

import pytest
from rdflib import DCTERMS, ORG, SKOS, XSD, Literal

from graph.vocabulary import GT, SCHEMA
from ingest.terms import class_of, literal, property_of


def test_kinds_are_classes() -> None:
    assert [class_of(k) for k in ("Unit", "School", "Person", "Action")] == [
        ORG.OrganizationalUnit,
        SCHEMA.School,
        SCHEMA.Person,
        GT.Action,
    ]


def test_properties_are_ours_or_of_a_standard() -> None:
    assert [property_of(p) for p in ("underGoal", "broader", "dcterms:created")] == [
        GT.underGoal,
        SKOS.broader,
        DCTERMS.created,
    ]


def test_a_kind_that_the_ontology_does_not_know_is_a_defect() -> None:
    with pytest.raises(AttributeError):
        class_of("Unicorn")


@pytest.mark.parametrize(
    ("prop", "value", "wanted"),
    [
        (GT.amount, "$ 282,036.00", Literal("282036.00", datatype=XSD.decimal)),
        (GT.amount, 12, Literal("12", datatype=XSD.decimal)),
        (GT.minPoints, "13", Literal("13", datatype=XSD.integer)),
        (GT.contributing, True, Literal("true", datatype=XSD.boolean)),
        (GT.value, " 5% more ", Literal("5% more")),
        (GT.value, "  ", None),
        (GT.amount, "a lot", None),
        (GT.amount, "NaN", None),
    ],
)
def test_values_have_the_type_of_their_property(prop: object, value: object, wanted: Literal | None) -> None:
    found = literal(prop, value)  # type: ignore[arg-type]

    assert found == wanted
    assert found is None or wanted is None or found.datatype == wanted.datatype
