"""Risk against coverage: the surest answers first, ties together, the area between its bounds."""

from hypothesis import given
from hypothesis import strategies as st

from graph.ask.questions import AskedQuestion
from graph.ask.risk import RiskCurve
from graph.ask.scoring import Scored
from graph.model import Answer

CLAIMS = st.lists(st.tuples(st.sampled_from([0.5, 0.7, 0.9, 1.0]), st.booleans(), st.booleans()), max_size=30)


def _scored(confidence: float, *, right: bool, claims: bool = True) -> Scored:
    question = AskedQuestion("q", "?", "list", ({"value": "x"},))
    status = "answered" if claims else "unanswerable"
    return Scored(question, Answer("?", status, "", "list", confidence=confidence), float(right))


def test_the_surest_come_first() -> None:
    curve = RiskCurve.of(
        [_scored(0.9, right=True), _scored(0.5, right=False), _scored(0, right=False, claims=False)]
    )

    assert [(p.confidence, p.risk) for p in curve.points] == [(0.9, 0.0), (0.5, 0.5)]
    assert [round(p.coverage, 2) for p in curve.points] == [0.33, 0.67]
    assert (curve.area, curve.by_chance, curve.at_best) == (0.25, 0.5, 0.25)


def test_nothing_claimed_is_no_risk() -> None:
    assert RiskCurve.of([_scored(0, right=False, claims=False)]).as_json() == {
        "area": 0.0, "by_chance": 0.0, "at_best": 0.0, "points": []
    }  # fmt: skip


@given(CLAIMS)
def test_the_area_is_never_better_than_the_best(claims: list[tuple[float, bool, bool]]) -> None:
    curve = RiskCurve.of([_scored(c, right=right, claims=says) for c, right, says in claims])

    assert curve.at_best <= curve.area + 1e-9
    assert all(0 <= p.risk <= 1 and 0 <= p.coverage <= 1 for p in curve.points)
    assert [p.coverage for p in curve.points] == sorted(p.coverage for p in curve.points)
