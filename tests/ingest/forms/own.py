"""A layout as an analyst writes it, and a plan in it, for tests of layouts without code."""

AIMS = """
form: Aims with a table of measures and a list of steps
needs: {aim: 1, step: 1}
records:
  aim:
    is: Goal
    begins: ["aim {number}"]
    bullets: step
  measure:
    is: Metric
    under: [aim]
    columns:
      title: ["measure(s)"]
      target: ["where we want to be"]
  step:
    is: Action
    under: [aim]
skip: ["steps"]
"""
PLAN = """# Plan of the Harbor School

Aim 1: Every child reads

| Measure | Where we want to be |
|---|---|
| Children who read alone | 70% |

Steps

- Open the library before school
"""
