"""The files in which a person decides about names: one that the user names, and one in the store."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from graph.errors import NamesRefused
from graph.files import write_atomically
from ingest.decisions import Decision, Decisions, ReadDecisions, decisions_in

__all__ = ["NamesFile", "decisions_of"]

_LARGEST = 2_000_000
_HEAD = "# What people decided about names; written by 'goldenthread names --decide', and may be edited.\n"


@dataclass(frozen=True, slots=True)
class NamesFile:
    """A YAML file of decisions."""

    path: Path

    def read(self) -> ReadDecisions:
        """Return the decisions, and what is wrong with others; raises NamesRefused for an unreadable file."""
        try:
            if self.path.stat().st_size > _LARGEST:
                raise NamesRefused(self.path, "it is too large for a list of decisions")
            body = yaml.safe_load(self.path.read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise NamesRefused(self.path, (error.strerror or "it cannot be opened").lower()) from error
        except (UnicodeDecodeError, RecursionError) as error:
            raise NamesRefused(self.path, "it is no text in UTF-8") from error
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            raise NamesRefused(
                self.path, f"it is no YAML{f' (line {mark.line + 1})' if mark else ''}"
            ) from error
        told = decisions_in(body)
        return ReadDecisions(
            told.decisions, tuple(f"{self.path}: {p}; the entry is left out." for p in told.problems)
        )

    def write(self, decisions: Decisions) -> None:
        """Keep decisions, whole or not at all."""
        body: dict[str, list[Any]] = {"same": [], "different": []}
        for decision in decisions.held:
            body["same" if decision.same else "different"].append(decision.as_json())
        text = yaml.safe_dump(body, allow_unicode=True, sort_keys=False, default_flow_style=None, width=120)
        write_atomically(self.path, (_HEAD + text).encode())


def decisions_of(folder: Path, named: Path | None) -> tuple[Decisions, tuple[str, ...]]:
    """Return what was decided, the user's own file first, then the store's; and what is wrong with it."""
    told: list[Decision] = []
    problems: list[str] = []
    for path in filter(None, (named, folder / "names.yaml")):
        if path == named or path.exists():
            try:
                read = NamesFile(path).read()
            except NamesRefused as error:
                problems.append(str(error))
                continue
            told.extend(read.decisions)
            problems.extend(read.problems)
    found = Decisions.of(told)
    return found, (*problems, *found.contradictions())
