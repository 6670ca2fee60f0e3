"""Everything that can go wrong for a user's reasons, each with a sentence that says what to do.

GoldenthreadError
├── InputError           the user's file, folder or question (exit 1, HTTP 422)
│   ├── UnreadableFile       it cannot be opened, is broken, encrypted or binary
│   ├── EmptyFile            there is nothing in it
│   ├── NoPlanFound          it was read, and holds nothing that looks like a plan
│   └── NamesRefused         a file of decisions about names that cannot be used
├── UsageError           wrong words on the command line or in a request (exit 2, HTTP 400)
│   ├── UnknownItem          no such item in the graph (HTTP 404)
│   ├── UnknownDataset       no data set is registered under this name (HTTP 404)
│   ├── AmbiguousItem        a name that several items bear (HTTP 409)
│   └── QueryError           a SPARQL query that is not read-only SPARQL 1.1
├── StoreError           the store's folder (exit 1, HTTP 503)
│   ├── StoreMissing         nothing was ingested yet
│   ├── StoreLocked          another process writes to it
│   └── StoreInvalid         the path is a file, not writable, or of another version
├── Busy                 too much is asked at once (exit 1, HTTP 503)
├── GraphRefused         what was read breaks a rule of the vocabulary (exit 1, HTTP 422)
└── ModelUnavailable     the embedding model cannot be loaded (exit 1, HTTP 503)
"""

from pathlib import Path
from typing import ClassVar

__all__ = [
    "AmbiguousItem",
    "Busy",
    "EmptyFile",
    "GoldenthreadError",
    "GraphRefused",
    "InputError",
    "ModelUnavailable",
    "NamesRefused",
    "NoPlanFound",
    "OtherModel",
    "QueryError",
    "StoreError",
    "StoreInvalid",
    "StoreLocked",
    "StoreMissing",
    "UnknownDataset",
    "UnknownItem",
    "UnreadableFile",
    "UsageError",
]


class GoldenthreadError(Exception):
    """The root of all errors that a user can cause or mend; its text is one plain sentence."""

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500
    title: ClassVar[str] = "The job failed"


class InputError(GoldenthreadError):
    """Something in what the user gave cannot be used."""

    http_status = 422
    title = "The input cannot be used"


class UnreadableFile(InputError):
    """A file that cannot be opened or parsed."""

    title = "The file cannot be read"

    def __init__(self, path: Path, reason: str, advice: str) -> None:
        super().__init__(f"{path}: {reason}; {advice}.")
        self.path, self.reason, self.advice = path, reason, advice


class EmptyFile(InputError):
    """A file with no text in it."""

    title = "The file is empty"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: the file holds no text; check that the right file was saved.")
        self.path = path


class NoPlanFound(InputError):
    """A file that was read and holds nothing that looks like a plan."""

    title = "No plan was found"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: no plan was found in it (no goals, actions, schools or form of a plan); "
            "leave it out, or see docs/add-a-layout.md if it is a plan."
        )
        self.path = path


class NamesRefused(InputError):
    """A file of decisions about names that cannot be read."""

    title = "The decisions about names cannot be used"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}; see 'Names' in docs/operations.md for what the file must hold.")
        self.path, self.reason = path, reason


class UsageError(GoldenthreadError):
    """Wrong words on the command line or in a request."""

    exit_code = 2
    http_status = 400
    title = "The request is not understood"


class UnknownItem(UsageError):
    """No item of the graph has this identifier or name."""

    http_status = 404
    title = "There is no such item"

    def __init__(self, name: str, nearest: tuple[str, ...] = ()) -> None:
        hint = f" The nearest are: {'; '.join(nearest)}." if nearest else ""
        super().__init__(f"There is no item {name!r} in the graph.{hint}")
        self.name, self.nearest = name, nearest


class UnknownDataset(UsageError):
    """No data set is registered under this name; `known` holds those that are."""

    http_status = 404
    title = "There is no such data set"

    def __init__(self, name: str, known: tuple[str, ...] = ()) -> None:
        there = f"there are: {', '.join(known)}" if known else "there is none"
        super().__init__(f"No data set {name!r} is registered; {there}.")
        self.name, self.known = name, known


class AmbiguousItem(UsageError):
    """Several items of the graph bear this name; `choices` holds their identifiers."""

    http_status = 409
    title = "Several items have this name"

    def __init__(self, name: str, choices: tuple[tuple[str, str], ...]) -> None:
        listed = "; ".join(f"{identifier} ({words})" for identifier, words in choices[:8])
        more = f"; and {len(choices) - 8} more" if len(choices) > 8 else ""
        super().__init__(f"{name!r} fits {len(choices)} items; name one by its identifier: {listed}{more}.")
        self.name, self.choices = name, choices


class QueryError(UsageError):
    """A query that is not read-only SPARQL 1.1, or that does not parse."""

    title = "The query cannot be run"


class StoreError(GoldenthreadError):
    """The store's folder cannot be used."""

    http_status = 503
    title = "The store cannot be used"


class StoreMissing(StoreError):
    """Nothing was ingested into this store yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no store at {path}; run 'goldenthread ingest PATH --store {path}' first.")
        self.path = path


class StoreLocked(StoreError):
    """Another process writes to the store."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Another goldenthread is writing to {path}; wait until it has finished, then try again."
        )
        self.path = path


class StoreInvalid(StoreError):
    """The store's path cannot hold a store."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot hold a store: {reason}; name another folder with --store.")
        self.path, self.reason = path, reason


class OtherModel(StoreError):
    """The store was made with another embedding model than the one that is set."""

    title = "The store was made with another embedding model"

    def __init__(self, path: Path, made: str, named: str) -> None:
        super().__init__(
            f"The store at {path} was made with the embedding model {made}, but {named} is set; run "
            "'goldenthread ingest' on its plans again, or set GOLDENTHREAD_MODEL to the model of the store."
        )
        self.path, self.made, self.named = path, made, named


class Busy(GoldenthreadError):
    """More is asked at once than this machine is to do; the same request works a little later."""

    http_status = 503
    title = "Too much is asked at once"


class GraphRefused(GoldenthreadError):
    """What was read from a document breaks a rule of the vocabulary; nothing of it was stored."""

    http_status = 422
    title = "The document was refused"

    def __init__(self, document: str, findings: tuple[str, ...]) -> None:
        more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        super().__init__(f"{document}: refused, nothing of it was stored: {findings[0]}{more}.")
        self.document, self.findings = document, findings


class ModelUnavailable(GoldenthreadError):
    """The embedding model cannot be loaded or exported."""

    http_status = 503
    title = "The embedding model is not available"
