"""Outlines in which priorities hold actions, and actions hold metrics."""

from collections.abc import Callable

from ingest.findings import Findings, Item

Read = Callable[[str], Findings]


def _tree(found: Findings) -> list[tuple[str, str, list[str]]]:
    return [
        (
            str(above.notation),
            action.label,
            [m.label for m in found.items("Metric") if action in m.get("measures")],
        )
        for action in found.items("Action")
        for prop in ("underPriority", "underGoal")
        for above in action.get(prop)
        if isinstance(above, Item)
    ]


def test_lines_that_the_scanner_ran_together(scanned: Findings) -> None:
    assert _tree(scanned) == [
        ("1", "Meet with transportation to plan shared buses.", ["Number of children on the buses"]),
        ("2", "Traveling teachers", ["Each school's own timetable"]),
        ("2", "Timetable made with Dr. Amara Lindqvist for small schools", ["Lessons held each month"]),
        ("3", "Rent a hall (HARP)", ["Rehearsals held", "comments of parents"]),
    ]


def test_a_priority_is_called_by_its_name_and_by_its_number(headed: Findings) -> None:
    first = headed.items("Priority")[0]

    assert (first.label, first.notation) == ("Open doors in the afternoon", "1")
    assert first.aliases == ["Priority 1: Open doors in the afternoon"]


def test_metrics_keep_their_letters(headed: Findings) -> None:
    assert [(m.notation, m.label) for m in headed.items("Metric")] == [
        ("a", "Visits after three"),
        ("a", "Answers to the survey"),
        ("b", "books bought (by language)"),
    ]


def test_equal_words_under_two_actions_are_two_metrics(read: Read) -> None:
    found = read(
        "Priority 1: Air\n\nAction 1: Open windows\n\nMetrics: Attendance\n\n"
        "Priority 2: Water\n\nAction 1: Mend taps\n\nMetrics: Attendance\n"
    )

    assert _tree(found) == [("1", "Open windows", ["Attendance"]), ("2", "Mend taps", ["Attendance"])]


def test_goals_may_head_an_outline_too(read: Read) -> None:
    found = read(
        "Goal 1: Clean air\n\nStrategies\n\n- Open windows\n- Plant trees\n\nMeasures\n\n- Dust counted\n"
    )

    assert [t[:2] for t in _tree(found)] == [("1", "Open windows"), ("1", "Plant trees")]


def test_a_goal_that_is_only_mentioned_is_no_outline(read: Read) -> None:
    found = read("Goal 1: Clean air\n\nThe district has five such goals.\n")

    assert not found.items("Goal")


def test_bullets_under_an_action_are_its_parts(read: Read) -> None:
    found = read("Priority 1: Air\n\n[Action 1]\n\nOpen windows\n\n- in the morning\n- at noon\n")
    whole = found.items("Action")[0]

    assert [a.label for a in found.items("Action") if whole in a.get("partOf")] == [
        "in the morning",
        "at noon",
    ]


def test_what_follows_in_a_new_paragraph_is_of_no_label(read: Read) -> None:
    found = read(
        "Priority 1: Air\n\n[Action 1]\n\nOpen windows\n\nThe board met in May.\n\n"
        "Metrics\n\n- Dust counted\n\nThis page was left blank.\n"
    )

    assert [a.label for a in found.items("Action")] == ["Open windows"]
    assert [m.label for m in found.items("Metric")] == ["Dust counted"]


def test_a_plural_is_no_number(read: Read) -> None:
    found = read("Goals: what a community hopes for\n\nStrategies\n\n- Open windows\n")

    assert not found.items("Goal")


def test_in_a_long_report_such_words_are_running_text(read: Read) -> None:
    long = "\n\n".join(f"Sentence {i} of a long report that is no plan." for i in range(300))

    assert not read(f"Priority 1: Air\n\nMetrics\n\n- Dust counted\n\n{long}").items("Priority")


OBJECTIVES = """Goal 1. Glad pupils

Objective 1.1 Longer breaks

Strategy 1: Move the bell
Owner: Bell Office, Yard Office
Timeline: Spring 2031
Measure: Minutes of break
Target: 30 minutes

Objective 1.2 Better food

Action Steps
1. Hire a cook
2. Plant beans

Measures of Success
- Plates that come back empty
"""


def test_a_goal_with_a_further_number_is_part_of_another(read: Read) -> None:
    found = read(OBJECTIVES)

    assert [(g.notation, g.label) for g in found.items("Goal")] == [
        ("1", "Glad pupils"),
        ("1.1", "Longer breaks"),
        ("1.2", "Better food"),
    ]
    assert [i.label for g in found.items("Goal") for i in g.get("partOf")] == ["Glad pupils", "Glad pupils"]


def test_an_action_has_an_owner_and_a_time_and_its_measure_a_target(read: Read) -> None:
    found = read(OBJECTIVES)
    action, (target,) = found.items("Action")[0], found.items("Target")

    assert action.label == "Move the bell"
    assert [u.name for u in action.get("responsible")] == ["Bell Office", "Yard Office"]
    assert [str(t) for t in action.get("timeline")] == ["Spring 2031"]
    assert (target.label, [m.label for m in target.get("ofMetric")]) == ("30 minutes", ["Minutes of break"])


def test_a_measure_below_several_actions_is_of_their_goal(read: Read) -> None:
    metric = read(OBJECTIVES).items("Metric")[-1]

    assert [i.label for i in metric.get("measures")] == ["Better food"]


def test_goals_stand_under_the_pillar_above_them(read: Read) -> None:
    found = read(
        "Pillar 1: Glad Schools\n\nGoal 1.1: More play\nStrategies:\n- Buy balls\n\n"
        "Pillar 2: Dry Schools\n\nGoal 2.1: New roofs\nStrategies:\n- Buy tiles\nIndicators:\n- Dry floors\n"
    )

    assert [(g.label, d.label) for g in found.items("Goal") for d in g.get("ofDirection")] == [
        ("More play", "Glad Schools"),
        ("New roofs", "Dry Schools"),
    ]
    assert [i.label for i in found.items("Metric")[0].get("measures")] == ["New roofs"]
