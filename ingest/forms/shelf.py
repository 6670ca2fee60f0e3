"""The forms that a user keeps in a folder of their own, beside the built-in ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from graph.errors import UnreadableFile
from ingest.forms.form import BadForm, Form, load_form
from ingest.forms.glance import could_hold, letters_of

__all__ = ["Shelf", "read_form"]

_ENDINGS = {".yaml", ".yml"}
_LARGEST = 1_000_000  # bytes of a form


@dataclass(frozen=True)
class Shelf:
    """Described forms by their files' names, each with the hash of what its file says."""

    forms: dict[str, Form]
    hashes: dict[str, str]

    @classmethod
    def of(cls, folder: Path) -> "Shelf":
        """Return the forms of a folder; raises BadForm, or UnreadableFile where there is none."""
        try:
            files = sorted(f for f in folder.iterdir() if f.suffix.lower() in _ENDINGS and f.is_file())
        except OSError as error:
            reason = (error.strerror or "it cannot be opened").lower()
            raise UnreadableFile(folder, reason, "name the folder of your layouts with --layouts") from error
        if not files:
            raise UnreadableFile(folder, "no layout (.yaml) is in this folder", "see docs/add-a-layout.md")
        forms = {f.name: read_form(f) for f in files}
        return cls(forms, {f.name: sha256(f.read_bytes()).hexdigest()[:12] for f in files})

    @property
    def version(self) -> str:
        """The hash of all forms."""
        return _hash(self.hashes.values())

    def mark(self, raw: str) -> str:
        """Return the hash of the forms that could hold for a text; '' where none could.

        What is read of a text changes only where this does.
        """
        letters = letters_of(raw)
        return _hash(self.hashes[n] for n, form in self.forms.items() if could_hold(form, letters))


def read_form(file: Path) -> Form:
    """Return the form of a file; raises BadForm or UnreadableFile."""
    try:
        content = file.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise UnreadableFile(file, reason, "check that it is there and can be opened") from error
    if len(content) > _LARGEST:
        raise BadForm(file, "it is larger than a form can be")
    try:
        return load_form(file, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadForm(file, "its text is not UTF-8; save it as such") from error


def _hash(hashes: Iterable[str]) -> str:
    found = sorted(hashes)
    return sha256(" ".join(found).encode()).hexdigest()[:8] if found else ""
