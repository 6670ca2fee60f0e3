"""A form as an analyst describes it in a YAML file: its records, their labels, columns and nesting."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import InputError
from ingest.forms.phrases import Phrases

__all__ = ["ROLES", "BadForm", "Form", "RecordType", "load_form"]

Kind = Literal[
    "Plan", "StrategicDirection", "Goal", "Recommendation", "Priority", "Need", "Action", "Metric", "Service"
]
Role = Literal[
    "number", "title", "text", "comment", "owner", "timeline", "funds", "source", "contributing", "group",
    "goalType", "statePriority", "audience", "outcome", "metric", "baseline", "target", "actual", "supports",
    "parts", "need", "school", "year", "data", "measure", "skip",
]  # fmt: skip
ROLES: frozenset[str] = frozenset(get_args(Role))
_STRICT = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,))
_LEAST_COLUMNS = 2


class BadForm(InputError):
    """A described layout that cannot be used; the sentence says what is wrong and where."""

    def __init__(self, path: Path | str, why: str) -> None:
        super().__init__(f"{path}: the layout is not well described: {why}. See docs/add-a-layout.md.")


class RecordType(BaseModel):
    """One kind of record: the class of its item, how it begins, its columns, its labelled fields."""

    model_config = _STRICT

    kind: Kind = Field(alias="is")
    under: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    columns: dict[str, tuple[str, ...]] = {}
    fields: dict[str, tuple[str, ...]] = {}
    bullets: str = ""
    alone: bool = False
    figures: bool = False
    least_columns: int = _LEAST_COLUMNS

    @cached_property
    def beginning(self) -> Phrases:
        """The labels with which a record of this type begins."""
        return Phrases(self.begins)

    def column_of(self, words: str) -> str:
        """Return the role of a column by its header; '' where it has none."""
        return next((role for role, ways in self.columns.items() if Phrases(ways).whole(words)), "")

    def problems(self, name: str, records: Iterable[str]) -> list[str]:
        """Return what is wrong with this description, in words."""
        known = {*records}
        strange = [r for r in (*self.columns, *self.fields) if r not in ROLES and r not in known]
        found = [f"'{r}' under '{name}' is no role and no record" for r in strange]
        found += [f"'{u}', above '{name}', is no record" for u in self.under if u not in known]
        if self.bullets and self.bullets not in known:
            found.append(f"the bullets of '{name}' are to be '{self.bullets}', which is no record")
        return found


class Form(BaseModel):
    """A layout: its name, which records must be found for it to hold, and its records."""

    model_config = _STRICT

    form: str
    needs: dict[str, int]
    records: dict[str, RecordType]
    skip: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()

    @cached_property
    def instructions(self) -> Phrases:
        """The form's own words, which are read and state nothing."""
        return Phrases(self.skip)

    @cached_property
    def endings(self) -> Phrases:
        """Headings of parts that belong to no record."""
        return Phrases(self.ends)

    @cached_property
    def labels(self) -> tuple[tuple[str, str, Phrases], ...]:
        """Every labelled field: its record's name, its role, the ways in which it is written."""
        return tuple(
            (name, role, Phrases(ways))
            for name, record in self.records.items()
            for role, ways in record.fields.items()
        )

    def problems(self) -> list[str]:
        """Return what is wrong with this description, in words."""
        found = [f"'needs' names '{n}', which is no record" for n in self.needs if n not in self.records]
        return found + [p for n, r in self.records.items() for p in r.problems(n, self.records)]


def load_form(path: Path | str, text: str) -> Form:
    """Return the form that a YAML text describes; raises BadForm with what is wrong with it."""
    try:
        form = Form.model_validate(yaml.safe_load(text))
    except yaml.YAMLError as error:
        raise BadForm(path, " ".join(str(error).split())) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = " › ".join(map(str, first["loc"])) or "the file"
        raise BadForm(path, f"{place}: {first['msg'].lower()}") from error
    if problems := form.problems():
        raise BadForm(path, "; ".join(problems))
    return form
