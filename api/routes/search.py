"""Search in the text of a package's documents."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, StringConstraints

from api.dependencies import CallerOf, PartOf, ServiceOf, cursor
from api.examples import answers_like
from evidence_ai.domain.personal_data import masked
from evidence_ai.services.searching import Hit, NotSearched, search

router = APIRouter(prefix="/packages/{package_id}", tags=["documents"])
Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=3, max_length=200, pattern=r"^[^\x00]+$"),
    Query(description="Words as they follow each other; case and line ends do not matter.", examples=["bantuan hukum"]),
]


class HitOut(BaseModel):
    """One place; the text around it with personal numbers masked."""

    document_id: str
    document_name: str
    page: int
    before: str
    match: str
    after: str

    @classmethod
    def of(cls, one: Hit) -> HitOut:
        """From a hit."""
        return cls(
            document_id=one.document.id, document_name=masked(one.document.name), page=one.page, before=one.before,
            match=one.match, after=one.after,
        )  # fmt: skip


class NotSearchedOut(BaseModel):
    """A document with pages that could not be looked through; `pages` null: none of them was read (yet)."""

    document_id: str
    document_name: str
    pages: list[int] | None

    @classmethod
    def of(cls, one: NotSearched) -> NotSearchedOut:
        """From a gap."""
        pages = None if one.pages is None else list(one.pages)
        return cls(document_id=one.document.id, document_name=masked(one.document.name), pages=pages)


class SearchOut(BaseModel):
    """A page of places, how many there are, and where nobody can tell: what is unreadable is not absent."""

    items: list[HitOut]
    next: str | None
    total: int
    not_searched: list[NotSearchedOut]


_EXAMPLE = {
    "items": [{
        "document_id": "0199c0de", "document_name": "Perda 5 Tahun 2023.pdf", "page": 1,
        "before": "PERATURAN DAERAH TENTANG ", "match": "BANTUAN HUKUM", "after": " BAGI MASYARAKAT MISKIN",
    }],
    "next": None, "total": 1,
    "not_searched": [{"document_id": "0199c0e0", "document_name": "Foto.jpg", "pages": [1]}],
}  # fmt: skip


@router.get("/search", responses=answers_like(_EXAMPLE))
def searched(package_id: str, q: Words, caller: CallerOf, service: ServiceOf, part: PartOf) -> SearchOut:
    """Where words stand in the documents of a package, in the order of documents and pages."""
    after = part.after()
    with service.records.looking() as work:
        found = search(work, caller, package_id, q)
    end = after + part.limit
    return SearchOut(
        items=[HitOut.of(one) for one in found.hits[after:end]],
        next=cursor(str(end)) if len(found.hits) > end else None,
        total=len(found.hits),
        not_searched=[NotSearchedOut.of(one) for one in found.not_searched],
    )
