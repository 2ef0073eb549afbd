"""out_of_force: a later text in the package revokes this one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.confidence import gravest
from evidence_ai.checking.places import is_same_place
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.words import type_name
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import Relation, RelationKind, Understanding
from evidence_ai.domain.vocabulary import LegalStatus

_KINDS = {
    "perda": re.compile(r"^(?:peraturan\s+daerah|perda|qanun)\b", re.IGNORECASE),
    "perkada": re.compile(r"^(?:peraturan\s+(?:bupati|wali\s?kota|gubernur)|per(?:bup|wali|gub)\b)", re.IGNORECASE),
    "keputusan_kepala_daerah": re.compile(r"^keputusan\s+(?:bupati|wali\s?kota|gubernur)\b", re.IGNORECASE),
}
_NUMBER_YEAR = re.compile(r"\bno(?:mor)?\b[\s.:]*(?P<number>\S+)\s+tahun\s+(?P<year>\d{4})", re.IGNORECASE)
_AGREEING = 0.3
"""A number read with doubt that another text of the region cites with the same kind and year is likely right."""
_PARTLY = re.compile(r"\b(?:pasal|ayat|ketentuan|bab|lampiran)\b", re.IGNORECASE)
"""Revoking some articles leaves the rest in force."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each text that another one, enacted later by the same region, revokes as a whole."""
    for dossier in package.dossiers:
        for later in package.dossiers:
            relation = _revoking(later, dossier)
            if relation is None:
                continue
            severity = gravest(
                dossier.understanding.number,
                dossier.understanding.year,
                dossier.understanding.document_type,
                at_most=Severity.WARNING,
                likely=_AGREEING,
            )
            if severity is not None:
                yield _mismatch(dossier, later, relation, responsible(dossier, package, edition))
                break


def _revoking(later: Dossier, earlier: Dossier) -> Relation | None:
    new, old = later.understanding, earlier.understanding
    if later is earlier or not _is_in_force(new) or not _are_of_one_region(new, old):
        return None
    if new.year is None or old.year is None or new.year.value < old.year.value:
        return None
    return next((one for one in new.relations if one.kind is RelationKind.REVOKES and _names(one, old)), None)


def _is_in_force(said: Understanding) -> bool:
    return said.status is not None and said.status.value == LegalStatus.ENACTED


def _are_of_one_region(one: Understanding, other: Understanding) -> bool:
    first, second = one.region_code, other.region_code
    return first is not None and second is not None and is_same_place(first.value, second.value)


def _names(relation: Relation, said: Understanding) -> bool:
    """Whether the revoked title is this document: kind, number and year."""
    if said.document_type is None or said.number is None or said.year is None:
        return False
    kind, wanted = _KINDS.get(said.document_type.value), _NUMBER_YEAR.search(relation.target)
    if kind is None or wanted is None or not kind.match(relation.target):
        return False
    if relation.quote is not None and _PARTLY.search(relation.quote.text):
        return False
    same_number = said.number.value.lstrip("0").casefold() == wanted["number"].lstrip("0").casefold()
    return same_number and said.year.value == int(wanted["year"])


def _mismatch(dossier: Dossier, later: Dossier, relation: Relation, owner: Bilingual) -> Mismatch:
    kind, place = dossier.understanding.document_type, f"“{later.document.name}”"
    what = type_name(kind.value if kind is not None else "lainnya")
    page = f" (halaman {relation.quote.page})" if relation.quote is not None else ""
    on_page = f" (page {relation.quote.page})" if relation.quote is not None else ""
    said = dossier.understanding
    quote = next((one.quote for one in (said.number, said.title) if one is not None and one.quote is not None), None)
    return on_document(
        "out_of_force",
        dossier,
        severity=Severity.WARNING,
        quote=quote,
        message=Bilingual(
            f"{what.id} ini sudah dicabut oleh {place}{page}: “{_short(relation.target)}”. "
            "Yang dinilai adalah peraturan yang masih berlaku.",
            f"This {what.en} was revoked by {place}{on_page}: “{_short(relation.target)}”. Only what is in force counts.",
        ),
        advice=Bilingual(
            f"Gunakan {place} sebagai bukti bila mengatur hal yang sama; bila pencabutannya hanya sebagian, jelaskan bersama {owner.id}.",
            f"Use {place} as evidence if it settles the same matter; if it revokes only a part, explain it with {owner.en}.",
        ),
    )


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:87]}..."


def _replaced(
    target: str, status: str = "enacted", quote: str = "PERATURAN DAERAH", code: str = some.REGION_CODE
) -> Package:
    new = some.understanding(number="7", year=2021, status=status, region_code=code)
    new = replace(new, relations=(Relation(RelationKind.REVOKES, target, Quote(5, quote)),))
    return some.package(some.dossier("lama.pdf"), some.dossier("baru.pdf", new))


_OLD = "PERATURAN DAERAH KABUPATEN TANJUNG ARUM NOMOR 3 TAHUN 2019"

RULE = Rule(
    code="out_of_force",
    severity=Severity.WARNING,
    about=About.PACKAGE,
    source="UU 12/2011 Lampiran II angka 143-160 dan 221-222 (pencabutan dengan peraturan yang lebih baru)",
    title=Bilingual("Sudah dicabut", "Revoked"),
    explanation=Bilingual(
        "Peraturan yang lebih baru dalam paket ini menyatakan mencabutnya: jenis, nomor, tahun, dan daerahnya sama. "
        "Pencabutan sebagian dan rancangan tidak dihitung.",
        "A later text in this package says that it revokes it: kind, number, year and region agree. Revoking a part, and "
        "drafts, do not count.",
    ),
    check=find,
    fires=(Example("the Perda that replaces it is there", lambda: _replaced(_OLD)),),
    silent=(
        Example("another number is revoked", lambda: _replaced(_OLD.replace("NOMOR 3", "NOMOR 13"))),
        Example("a Perbup of that number is revoked", lambda: _replaced("PERATURAN BUPATI NOMOR 3 TAHUN 2019")),
        Example("only an article is revoked", lambda: _replaced(_OLD, quote=f"Ketentuan Pasal 5 {_OLD}")),
        Example("a draft would revoke it", lambda: _replaced(_OLD, status="draft")),
        Example("another region revokes its own", lambda: _replaced(_OLD, code=some.OTHER_REGION_CODE)),
    ),
)
