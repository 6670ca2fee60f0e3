"""Terms of the goldenthread vocabulary and of the standards it stands on.

The ontology file is the source; a test holds these names against it, both ways.
"""

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

__all__ = ["CPSV", "GT", "OA", "OSLC_RM", "PREFIXES", "P_PLAN", "SCHEMA", "STRATML"]


class GT(DefinedNamespace):
    """The project's own terms, as `graph/ontology/goldenthread.ttl` defines them."""

    _fail = True
    _extras = ["from"]  # a word of Python's own, so written GT["from"]
    _NS = Namespace("https://w3id.org/goldenthread/ns#")

    # Classes
    Plan: URIRef
    StrategicDirection: URIRef
    Goal: URIRef
    Recommendation: URIRef
    Priority: URIRef
    Need: URIRef
    FocusStatement: URIRef
    Rationale: URIRef
    Note: URIRef
    Action: URIRef
    AlignmentLink: URIRef
    TheoryOfAction: URIRef
    Metric: URIRef
    Target: URIRef
    Baseline: URIRef
    Actual: URIRef
    Service: URIRef
    Purpose: URIRef
    BudgetLine: URIRef
    Contact: URIRef
    Submission: URIRef
    PriorOutcome: URIRef
    PriorAchievement: URIRef
    PriorLearning: URIRef
    DataUsed: URIRef
    StakeholderInput: URIRef
    KeyFinding: URIRef
    Register: URIRef
    RegisterEntry: URIRef
    EssentialElement: URIRef
    ProcessStep: URIRef
    KeyDecision: URIRef
    ReviewItem: URIRef
    Criterion: URIRef
    PlanningStatement: URIRef
    Abbreviation: URIRef
    District: URIRef
    Organization: URIRef
    Vision: URIRef
    Tier: URIRef
    TierAssignment: URIRef
    Program: URIRef
    ProgramOffering: URIRef
    FeederLink: URIRef
    Horizon: URIRef
    Level: URIRef
    PlanType: URIRef
    Status: URIRef
    Basis: URIRef
    Conflict: URIRef
    Evidence: URIRef
    SourceDocument: URIRef

    # Properties
    inPlan: URIRef
    evidence: URIRef
    planType: URIRef
    schoolYear: URIRef
    ofOrganization: URIRef
    ofUnit: URIRef
    held: URIRef
    dateGenerated: URIRef
    sourceOf: URIRef
    sha256: URIRef
    readerVersion: URIRef
    fingerprint: URIRef
    shareRead: URIRef
    unreadLines: URIRef
    unreadRegions: URIRef
    formTaken: URIRef
    layoutsTaken: URIRef
    meanConfidence: URIRef
    underDirection: URIRef
    ofDirection: URIRef
    underGoal: URIRef
    underPriority: URIRef
    partOf: URIRef
    goalType: URIRef
    statePriority: URIRef
    outcome: URIRef
    audience: URIRef
    actualFunds: URIRef
    addressesNeed: URIRef
    leadResponsible: URIRef
    responsible: URIRef
    horizon: URIRef
    horizonNote: URIRef
    responsibleNote: URIRef
    noteOn: URIRef
    supports: URIRef
    needsAdditionalResources: URIRef
    resourceNote: URIRef
    timeline: URIRef
    funds: URIRef
    contributing: URIRef
    studentGroup: URIRef
    to: URIRef
    basis: URIRef
    confidence: URIRef
    citedAs: URIRef
    ifClause: URIRef
    thenClause: URIRef
    whichWill: URIRef
    leadsTo: URIRef
    measures: URIRef
    ofMetric: URIRef
    ofGoal: URIRef
    value: URIRef
    amount: URIRef
    unit: URIRef
    providedBy: URIRef
    location: URIRef
    isTotal: URIRef
    contactFor: URIRef
    returnTo: URIRef
    returnBy: URIRef
    person: URIRef
    underHeading: URIRef
    dateIssued: URIRef
    period: URIRef
    inRegister: URIRef
    introducedBy: URIRef
    aboutSchool: URIRef
    aboutProgram: URIRef
    mentions: URIRef
    shortForm: URIRef
    expansion: URIRef
    level: URIRef
    minPoints: URIRef
    maxPoints: URIRef
    atSchool: URIRef
    tier: URIRef
    ofProgram: URIRef
    status: URIRef
    statusNote: URIRef
    fromSchool: URIRef
    toSchool: URIRef
    years: URIRef
    about: URIRef
    conflictKind: URIRef
    document: URIRef
    startLine: URIRef
    endLine: URIRef
    page: URIRef
    cell: URIRef
    quote: URIRef

    # Individuals
    shortTerm: URIRef
    midTerm: URIRef
    longTerm: URIRef
    elementary: URIRef
    middle: URIRef
    high: URIRef
    existing: URIRef
    proposed: URIRef
    stated: URIRef
    section: URIRef
    inferred: URIRef
    masterPlan: URIRef
    departmentPlan: URIRef
    accountabilityPlan: URIRef
    strategicPlan: URIRef
    schoolPlan: URIRef
    otherPlan: URIRef


CPSV = Namespace("http://purl.org/vocab/cpsv#")
OA = Namespace("http://www.w3.org/ns/oa#")
OSLC_RM = Namespace("http://open-services.net/ns/rm#")
P_PLAN = Namespace("http://purl.org/net/p-plan#")
SCHEMA = Namespace("https://schema.org/")
STRATML = Namespace("urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport#")

# The prefixes that every stored query and every export shares.
PREFIXES = {
    "gt": str(GT._NS),
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "schema": str(SCHEMA),
    "oa": str(OA),
}
