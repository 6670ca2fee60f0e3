"""Each shape lets pass what it should, and refuses what breaks it."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import SH

from graph.errors import GraphRefused
from graph.validation import ontology, shapes, validate
from graph.vocabulary import GT

PREFIXES = """@prefix : <https://w3id.org/goldenthread/id/> .
@prefix gt: <https://w3id.org/goldenthread/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
@prefix org: <http://www.w3.org/ns/org#> .
"""
WORDS = "Plan 1: paint the gym at Oak"
GROUND = """
:e a gt:Evidence ; gt:document "a.txt" ; gt:quote "paint the gym" ; gt:startLine 1 ; gt:endLine 1 .
:plan a gt:Plan ; rdfs:label "Plan 1" ; gt:evidence :e .
:oak a schema:School ; rdfs:label "Oak" ; gt:inPlan :plan ; gt:evidence :e .
:elm a schema:School ; rdfs:label "Elm" ; gt:inPlan :plan ; gt:evidence :e .
:unit a org:OrganizationalUnit ; rdfs:label "Facilities" ; gt:inPlan :plan ; gt:evidence :e .
:program a gt:Program ; rdfs:label "Music" ; gt:inPlan :plan ; gt:evidence :e .
:tier a gt:Tier ; rdfs:label "Focus" ; gt:inPlan :plan ; gt:evidence :e .
:rec a gt:Recommendation ; rdfs:label "Mend schools" ; gt:inPlan :plan ; gt:evidence :e .
:goal a gt:Goal ; rdfs:label "Dry rooms" ; gt:inPlan :plan ; gt:evidence :e .
:register a gt:Register ; rdfs:label "Criteria" ; gt:inPlan :plan ; gt:evidence :e .
"""
ITEM = 'rdfs:label "x" ; gt:inPlan :plan ; gt:evidence :e'

# What is right in each shape, and what is wrong with the message that tells it.
RIGHT = {
    "evidence": ':p a gt:Evidence ; gt:document "a.pdf" ; gt:quote "Oak" ; gt:page 3 .',
    "cell": ':p a gt:Evidence ; gt:document "a.docx" ; gt:quote "Oak" ; gt:cell "paragraph 2" .',
    "document": ':d a gt:SourceDocument ; rdfs:label "a.txt" ; gt:sha256 "' + "ab" * 32 + '" ; '
    'gt:readerVersion "1" ; gt:sourceOf :plan ; gt:shareRead 0.5 .',
    "item": f':a a gt:Action ; {ITEM} ; skos:notation "2" ; gt:schoolYear "2023-24" .',
    "plan": ':q a gt:Plan ; rdfs:label "LCAP" ; gt:evidence :e ; gt:planType gt:otherPlan ; gt:held false .',
    "goal": f':g a gt:Goal ; {ITEM} ; gt:goalType "LCAP goal" .',
    "action": f":a a gt:Action ; {ITEM} ; gt:underGoal :goal ; gt:leadResponsible :unit ; "
    "gt:horizon gt:midTerm ; "
    "gt:needsAdditionalResources true .",
    "alignment": f":a a gt:Action ; {ITEM} ; gt:supports :rec . "
    ":l a gt:AlignmentLink ; gt:from :a ; gt:to :rec ; gt:basis gt:section ; "
    "gt:confidence 1.0 ; gt:evidence :e .",
    "theory": f':t a gt:TheoryOfAction ; {ITEM} ; gt:ifClause "if" ; gt:thenClause "then" .',
    "metric": f":m a gt:Metric ; {ITEM} ; gt:measures :goal . "
    f':v a gt:Target ; {ITEM} ; gt:value "5%" ; gt:amount 5.0 .',
    "department": f":b a gt:BudgetLine ; {ITEM} ; gt:amount 12.5 ; gt:isTotal true . "
    f":s a gt:Service ; {ITEM} ; gt:providedBy :unit .",
    "school": f":x a gt:TierAssignment ; {ITEM} ; gt:atSchool :oak ; gt:tier :tier . :oak gt:level gt:high .",
    "program": f":o a gt:ProgramOffering ; {ITEM} ; gt:atSchool :oak ; gt:ofProgram :program ; "
    "gt:status gt:proposed . "
    f":f a gt:FeederLink ; {ITEM} ; gt:fromSchool :oak ; gt:toSchool :elm .",
    "register": f":r a gt:Criterion ; {ITEM} ; gt:inRegister :register . :ab a gt:Abbreviation ; {ITEM} ; "
    'gt:shortForm "A", "B" ; gt:expansion "All" .',
    "conflict": f':c a gt:Conflict ; {ITEM} ; gt:about :rec ; rdfs:comment "Two numbers." .',
}
WRONG = [
    (':p a gt:Evidence ; gt:document "a.txt" ; gt:quote "Oak" .', "says where in its document it stands"),
    (
        ':p a gt:Evidence ; gt:document "a.txt" ; gt:quote "Oak" ; gt:startLine 2 .',
        "says where in its document it ends",
    ),
    (':p a gt:Evidence ; gt:document "a.txt" ; gt:startLine 1 ; gt:endLine 1 .', "exactly one quote"),
    (':p a gt:Evidence ; gt:quote "Oak" ; gt:page 1 .', "names exactly one document"),
    (
        ':p a gt:Evidence ; gt:document "a.txt" ; gt:quote "Oak" ; gt:startLine 3 ; gt:endLine 2 .',
        "not after the last line",
    ),
    (':p a gt:Evidence ; gt:document "a" ; gt:quote "Elm" ; gt:page 1 .', "does not stand in the file"),
    (':d a gt:SourceDocument ; rdfs:label "a.txt" ; gt:sha256 "12" .', "has the hash of its content"),
    (':a a gt:Action ; rdfs:label "x" ; gt:inPlan :plan .', "an item has evidence"),
    (':a a gt:Action ; rdfs:label "x" ; gt:evidence :e .', "an item stands in a plan"),
    (":a a gt:Action ; gt:inPlan :plan ; gt:evidence :e .", "an item has exactly one label"),
    (f':a a gt:Action ; {ITEM} ; rdfs:label "y" .', "an item has exactly one label"),
    (':q a gt:Plan ; rdfs:label "LCAP" .', "a plan has evidence"),
    (f":g a gt:Goal ; {ITEM} ; gt:underDirection :rec .", "stands under a strategic direction"),
    (f":a a gt:Action ; {ITEM} ; gt:leadResponsible :oak .", "an action is led by a unit"),
    (f':a a gt:Action ; {ITEM} ; gt:needsAdditionalResources "yes" .', "takes additional resources or not"),
    (f":a a gt:Action ; {ITEM} ; gt:horizon gt:high .", "one of the vocabulary's"),
    (f":a a gt:Action ; {ITEM} ; gt:supports :rec .", "without an alignment link"),
    (
        ":l a gt:AlignmentLink ; gt:from :rec ; gt:to :goal ; gt:confidence 1.0 ; gt:evidence :e .",
        "exactly one basis",
    ),
    (
        ":l a gt:AlignmentLink ; gt:from :rec ; gt:to :goal ; gt:basis gt:stated ; gt:evidence :e ; "
        "gt:confidence 1.5 .",
        "between 0 and 1",
    ),
    (
        ":l a gt:AlignmentLink ; gt:from :rec ; gt:to :goal ; gt:basis gt:stated ; gt:confidence 1.0 .",
        "has evidence",
    ),
    (f":t a gt:TheoryOfAction ; {ITEM} ; gt:leadsTo :goal .", "leads to a priority"),
    (f":v a gt:Target ; {ITEM} .", "as the document writes it"),
    (f':b a gt:BudgetLine ; {ITEM} ; gt:amount "a lot" .', "an amount of money is a decimal"),
    (f":x a gt:TierAssignment ; {ITEM} ; gt:atSchool :oak .", "names exactly one tier"),
    (f":o a gt:ProgramOffering ; {ITEM} ; gt:ofProgram :program .", "at exactly one school"),
    (f":f a gt:FeederLink ; {ITEM} ; gt:fromSchool :oak .", "leads to exactly one school"),
    (f":r a gt:Criterion ; {ITEM} ; gt:inRegister :goal .", "stands in a list"),
    (f':ab a gt:Abbreviation ; {ITEM} ; gt:shortForm "A" .', "exactly one expansion"),
    (f":c a gt:Conflict ; {ITEM} ; gt:about :rec .", "what contradicts what"),
]


def triples(text: str) -> Iterable[tuple[object, object, object]]:
    return Graph().parse(data=PREFIXES + GROUND + text, format="turtle")


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_what_is_right_passes(text: str) -> None:
    validate(triples(text), "a.txt", WORDS)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=lambda v: v[:60])
def test_what_is_wrong_is_refused_with_a_sentence(text: str, message: str) -> None:
    with pytest.raises(GraphRefused) as refused:
        validate(triples(text), "a.txt", WORDS)  # type: ignore[arg-type]

    assert any(message in finding for finding in refused.value.findings)
    assert str(refused.value).startswith("a.txt: refused, nothing of it was stored: ")


def test_every_file_of_shapes_has_something_right_here() -> None:
    folder = Path(__file__).parents[2] / "graph" / "shapes"

    assert {f.stem for f in folder.glob("*.ttl")} <= set(RIGHT)
    assert len(shapes())


def test_every_class_of_items_needs_label_plan_and_evidence() -> None:
    places = {GT.Evidence, GT.SourceDocument, GT.AlignmentLink, GT.Plan}  # with shapes of their own
    values = {GT.Basis, GT.Horizon, GT.Level, GT.PlanType, GT.Status}  # individuals of the vocabulary
    item = URIRef("https://w3id.org/goldenthread/shapes#ItemShape")
    classes = set(ontology().subjects(RDF.type, OWL.Class))

    assert classes - set(shapes().objects(item, SH.targetClass)) == places | values


def test_every_property_has_a_shape() -> None:
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    properties = {p for kind in kinds for p in ontology().subjects(RDF.type, kind)}

    # Links have a shape for the whole; mentions are computed; years stand with the vocabulary's horizons.
    assert properties - set(shapes().objects(None, SH.path)) == {GT.supports, GT.mentions, GT.years}


def test_shapes_want_the_types_that_the_ontology_names() -> None:
    found = {
        (path, wanted)
        for shape, path in shapes().subject_objects(SH.path)
        for wanted in (*shapes().objects(shape, SH.datatype), *shapes().objects(shape, SH["class"]))
    }
    ranges = {(p, r) for p, r in ontology().subject_objects(RDFS.range) if r != RDFS.Resource}
    own = {(path, wanted) for path, wanted in found if (path, None, None) in ontology()}

    assert {
        (p, w) for p, w in own if (p, RDFS.Resource) not in set(ontology().subject_objects(RDFS.range))
    } <= ranges
