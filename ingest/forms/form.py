"""A form as an analyst describes it in a YAML file: its records, their labels, columns and nesting."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import InputError
from ingest.forms.phrases import Phrases
from ingest.source import Text

__all__ = ["ROLES", "BadForm", "Form", "Kind", "RecordType", "load_form"]

Kind = Literal[
    "Plan",
    "StrategicDirection",
    "Goal",
    "Recommendation",
    "Priority",
    "Need",
    "Action",
    "Metric",
    "Service",
    "Note",
    "Fields",
]
ROLES: dict[str, str] = {
    "number": "The number of the record: '2', '1.3', 'B4'.",
    "title": "What the record is called: the item's name. List items in an action's cell are its parts.",
    "text": "What the record says at length: its description, or its name where it has no title.",
    "comment": "Why it is so, or a remark on it.",
    "owner": "Who is responsible: departments, posts or people; the first named leads.",
    "timeline": "When it is done or due, as written.",
    "horizon": "Its span, short-, mid- or long-term; other words are its timeline.",
    "funds": "What it costs, as written.",
    "source": "Where the money comes from, or what is needed for it.",
    "contributing": "Yes or no: whether it counts towards increased or improved services.",
    "group": "The students whom it is for.",
    "goalType": "The type of a goal, as written.",
    "statePriority": "The state's priorities that it addresses.",
    "audience": "For whom it is, other than students.",
    "outcome": "What is to come of it.",
    "metric": "What it is measured by: each list item is a metric that measures the record.",
    "baseline": "Where a metric starts; the year of the column is kept.",
    "target": "What a metric is to reach; the year of the column is kept.",
    "actual": "What was reached; the year of the column is kept.",
    "unit": "What it is counted in; of a pattern of numbers such as '#.#%' its sign.",
    "supports": "The goal or recommendation that it serves, as cited.",
    "parts": "Its steps: each list item is an action that is part of it.",
    "need": "The needs or problems that a goal or priority answers: each list item is one.",
    "school": "The school whose plan it is; of a plan alone.",
    "year": "The school year of the plan; of a plan alone.",
    "district": "The district whose plan it is; of a plan alone.",
    "resources": "What it takes, in words: amounts in it are funds, the whole is a note on resources.",
    "spent": "What it is estimated to have cost, as written.",
    "data": "Sentences with figures of today, of which baselines are read.",
    "measure": "Sentences that name a measure with its start and its target.",
    "alias": "Another name of it, such as a short one.",
    "aim": "What a metric is to come to, in a sentence: a target where it says value and year.",
    "status": "How far it has come, as written.",
    "label": "In a table on its side: which field the other cells of the row are, by the field's label.",
    "cell": "In a table on its side: a value, of which the row's label says what it is.",
    "skip": "Words that are read and state nothing.",
}
"""What may stand in a field or column of a record, with what becomes of it."""
_STRICT = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,),
                     use_attribute_docstrings=True)  # fmt: skip
_LEAST_COLUMNS = 2
_LEAST_LETTERS = 6  # of a header that may be cut inside a word


class BadForm(InputError):
    """A described layout that cannot be used; the sentence says what is wrong and where."""

    def __init__(self, path: Path | str, why: str) -> None:
        super().__init__(f"{path}: the layout is not well described: {why}. See docs/add-a-layout.md.")


class RecordType(BaseModel):
    """One kind of record: the class of its item, how it begins, its columns, its labelled fields."""

    model_config = _STRICT

    kind: Kind = Field(alias="is")
    """The class of the item that each record becomes: a goal, an action and so on."""
    under: tuple[str, ...] = ()
    """The records under which it may stand; without any it stands at the top."""
    begins: tuple[str, ...] = ()
    """The labels with which a record begins, such as "goal {number}"; what follows the label is its title."""
    columns: dict[str, tuple[str, ...]] = {}
    """The columns of tables whose rows are such records: a role, or a record above it, and its headers."""
    fields: dict[str, tuple[str, ...]] = {}
    """The labelled fields of a record: a role, and the labels under which it is written."""
    bullets: str = ""
    """The record that each list item below it is, such as an action."""
    alone: bool = False
    """Whether a row may stand at the top though the record may also stand under others."""
    figures: bool = False
    """Whether metrics and targets are read out of the sentence of its title."""
    blank: tuple[str, ...] = ()
    """Titles that name nothing, such as "agree" in a column of responses."""
    must: tuple[str, ...] = ()
    """The columns without which a header is not taken."""
    least_columns: int = _LEAST_COLUMNS
    """How many columns a header must name for its table to be taken."""

    @cached_property
    def beginning(self) -> Phrases:
        """The labels with which a record of this type begins."""
        return Phrases(self.begins)

    def is_blank(self, title: Text) -> bool:
        """Tell whether a title names nothing, such as a bare 'agree', or 'Agree. Done.', among responses."""
        hit = Phrases(self.blank).at_start(title)
        return bool(hit and hit.is_plain and (not hit.rest or self.is_blank(hit.rest)))

    def column_of(self, words: str) -> str:
        """Return the role of a column by its header, also one cut inside a word; '' where it has none."""
        letters = _letters(words)
        if not letters:
            return ""
        may_be = self._headers.begin(words)
        found = (role for role, ways in self.columns.items() if may_be and Phrases(ways).whole(words))
        return next(found, "") or self._column_letters.get(letters, "")

    @cached_property
    def _headers(self) -> Phrases:
        """All headers of the record's columns."""
        return Phrases(tuple(way for ways in self.columns.values() for way in ways))

    @cached_property
    def unnamed(self) -> str:
        """The role of a first column without a header: that of numbers, where the form writes it '#'."""
        return next((role for role, ways in self.columns.items() if "#" in ways), "")

    @cached_property
    def naming(self) -> str:
        """The role of names beside such numbers; '' where the record has none."""
        role = re.sub("number$", "title", self.unnamed)
        return role if role in self.columns else ""

    @cached_property
    def _column_letters(self) -> dict[str, str]:
        """The role of each header by its letters alone, as a narrow column may cut its words anywhere."""
        ways = [(way, role) for role, ways in self.columns.items() for way in ways]
        plain = [(way.replace("(s)", ""), role) for way, role in ways if "{" not in way and "…" not in way]
        return {
            letters: role for way, role in reversed(plain) if len(letters := _letters(way)) >= _LEAST_LETTERS
        }

    def field_of(self, words: str) -> str:
        """Return the role of a field by its label; '' where it has none."""
        return next((role for role, ways in self.fields.items() if Phrases(ways).whole(words)), "")

    def problems(self, name: str, records: Iterable[str]) -> list[str]:
        """Return what is wrong with this description, in words."""
        known = {*records}
        strange = [r for r in (*self.columns, *self.fields) if not _is_role(r, known)]
        found = [f"'{r}' under '{name}' is no role and no record" for r in strange]
        found += [f"'{u}', above '{name}', is no record" for u in self.under if u not in known]
        if self.bullets and self.bullets not in known:
            found.append(f"the bullets of '{name}' are to be '{self.bullets}', which is no record")
        return found


@lru_cache(4096)  # the same cells are held against each record
def _letters(words: str) -> str:
    return "".join(c for c in words.lower() if c.isalnum() or c == "#")


def _is_role(words: str, records: set[str]) -> bool:
    """Tell whether words are a role, a record, or 'record.role', a role of another record of the row."""
    record, dot, role = words.partition(".")
    return record in records and (not dot or role in ROLES) if dot or words in records else words in ROLES


class Form(BaseModel):
    """A layout: its name, which records must be found for it to hold, and its records."""

    model_config = _STRICT

    form: str
    """What the form is called, as reports name it."""
    needs: dict[str, int] | tuple[dict[str, int], ...]
    """How many records of each name must be found for the form to be taken, such as {goal: 1, action: 2}.

    A list of these says that any one suffices.
    """
    records: dict[str, RecordType]
    """The kinds of records, by a name of your own."""
    share: float = Field(default=0.0, ge=0, le=1)
    """Which part of the document's blocks the form must explain to be taken, such as 0.5.

    It is wanted of forms with few demands, which hold for a part of many documents.
    """
    prose: bool = False
    """Whether the plan is running text.

    Then paragraphs below a record's title tell of it, a heading ends what stands under headings of its
    level, and list items are records only where most of them say what is to be done.
    """
    skip: tuple[str, ...] = ()
    """The form's own instructions, which are read and state nothing."""
    asides: tuple[str, ...] = ()
    """Headings and prompts of parts that tell of the open records and fill none of their fields."""
    ends: tuple[str, ...] = ()
    """Headings of parts that hold no records; the form goes on where a record begins again."""
    mentions: tuple[str, ...] = ()
    """Headings of parts that may name records without being where they stand, such as a summary.

    A record that only a title was found of there is none.
    """

    @property
    def ways(self) -> tuple[dict[str, int], ...]:
        """The numbers of records of which any one must be found for the form to hold."""
        return (self.needs,) if isinstance(self.needs, dict) else self.needs

    @cached_property
    def instructions(self) -> Phrases:
        """The form's own words, which are read and state nothing."""
        return Phrases(self.skip)

    @cached_property
    def interludes(self) -> Phrases:
        """Headings of parts that tell of the open records and fill none of their fields."""
        return Phrases(self.asides)

    @cached_property
    def endings(self) -> Phrases:
        """Headings of parts that belong to no record."""
        return Phrases(self.ends)

    @cached_property
    def tellings(self) -> Phrases:
        """Headings of parts that may name records and hold none."""
        return Phrases(self.mentions)

    @cached_property
    def labels(self) -> tuple[tuple[str, str, Phrases], ...]:
        """Every labelled field: its record's name, its role, the ways in which it is written."""
        return tuple(
            (name, role, Phrases(ways))
            for name, record in self.records.items()
            for role, ways in record.fields.items()
        )

    def sibling(self, text: Text) -> Callable[[Text], bool]:
        """Return what tells whether another text begins with a label of the form, as this one must too."""
        return self._is_labelled if self._is_labelled(text) else lambda _: False

    def _is_labelled(self, text: Text) -> bool:
        """Tell whether a text begins with a record's label and number, or a field's label and a colon."""
        hits = [k.beginning.at_start(text) for k in self.records.values() if k.begins]
        if any(hit and hit.number and hit.rest and hit.names for hit in hits):
            return True
        fields = (ways.at_start(text) for _, _, ways in self.labels)
        return any(hit and hit.sign == ":" and hit.rest for hit in fields)

    def problems(self) -> list[str]:
        """Return what is wrong with this description, in words."""
        named = {n for way in self.ways for n in way}
        found = [f"'needs' names '{n}', which is no record" for n in sorted(named) if n not in self.records]
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
