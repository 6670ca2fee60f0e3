"""The files that were read, and the account of each."""

from typing import Any

from fastapi import APIRouter

from api.deps import House, HouseDep
from api.schemas_documents import AccountOut, HeldDocumentOut
from api.site.addresses import source
from graph.errors import UnknownItem
from ingest.file_account import FileAccount, file_account
from ingest.held import HeldDocument, held_documents

__all__ = ["account_of_document", "router"]

router = APIRouter(tags=["documents"])


@router.get("/api/documents", response_model=list[HeldDocumentOut])
def listed(house: HouseDep) -> list[dict[str, Any]]:
    """Return each file with its hash, its plans, type and year, and which share of its words was read."""
    return [document.as_json() for document in house.kept("documents", held_documents)]


@router.get("/api/documents/{name:path}", response_model=AccountOut)
def account(name: str, house: HouseDep) -> dict[str, Any]:
    """Return what was read of a file, which regions were not, and which readings are doubtful."""
    held, found = account_of_document(house, name)
    return held.as_json() | {
        "words": found.examined.account.words,
        "words_read": found.examined.account.read,
        "original": found.original.state,
        "regions": [
            {"place": region.place, "words": region.words, "text": text, "address": source(place)}
            for region, place, text in found.regions
        ],
        "doubtful": [
            doubt.as_json() | {"address": source(place) if place else None} for doubt, place in found.doubts
        ],
    }


def account_of_document(house: House, name: str) -> tuple[HeldDocument, FileAccount]:
    """Return a document and its account; raises UnknownItem."""
    documents = house.kept("documents", held_documents)
    held = next((document for document in documents if document.name == name), None)
    if held is None:
        raise UnknownItem(name, tuple(document.name for document in documents)[:8])
    return held, house.kept(f"account {name}", lambda _: file_account(house.settings.store, name))
