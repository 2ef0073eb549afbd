"""near_duplicate_document: two files hold the same document, though not the same bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from evidence_ai.checking import examples as some
from evidence_ai.checking.copies import CopyPair, near_copies
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Fact

_SAME_NUMBERS = 0.85
"""Share of printed numbers in common: forms and reports of one template differ in their numbers, copies do not. Of the
real documents that are alike and no copies none has above 0.66 in common."""
_NOISY_NUMBERS = 0.6
"""The same between two scans with the same kind, number and year, of which OCR read the rest differently."""


def find(package: Package, _edition: Edition) -> Iterator[Mismatch]:
    """One finding for each further file whose words and numbers are those of an earlier one."""
    told: set[str] = set()
    for pair in near_copies(package):
        if pair.second.document.sha256 in told or not _is_one_document(pair):
            continue
        told.add(pair.second.document.sha256)
        yield _mismatch(pair)


def _is_one_document(pair: CopyPair) -> bool:
    one, other = pair.first.understanding, pair.second.understanding
    facts: tuple[tuple[Fact[Any] | None, Fact[Any] | None], ...] = (
        (one.document_type, other.document_type),
        (one.number, other.number),
        (one.year, other.year),
        (one.period, other.period),
        (one.region_code, other.region_code),
    )
    if any(_differ(*both) for both in facts):
        return False
    numbered = None not in (one.number, other.number, one.year, other.year, one.document_type, other.document_type)
    at_least = _NOISY_NUMBERS if numbered else _SAME_NUMBERS
    return _same_numbers(pair.first.text, pair.second.text, at_least=at_least)


def _differ(one: Fact[Any] | None, other: Fact[Any] | None) -> bool:
    return one is not None and other is not None and one.value != other.value


def _same_numbers(one: DocumentText, other: DocumentText, *, at_least: float) -> bool:
    first, second = _numbers(one), _numbers(other)
    both = (first | second).total()
    return both == 0 or (first & second).total() / both >= at_least


def _numbers(text: DocumentText) -> Counter[str]:
    return Counter(word for page in text.pages for word in page.text.split() if any(sign.isdigit() for sign in word))


def _mismatch(pair: CopyPair) -> Mismatch:
    kept, percent = pair.first.document.name, int(pair.share * 100)
    return on_document(
        "near_duplicate_document",
        pair.second,
        severity=Severity.WARNING,
        message=Bilingual(
            f"Isi berkas ini hampir sama dengan “{kept}” ({percent}% rangkaian katanya sama, juga nomor dan angkanya): "
            "tampaknya dokumen yang sama dipindai atau disimpan dua kali.",
            f"This file says nearly the same as “{kept}” ({percent}% of its word runs are the same, and so are its "
            "numbers): it seems to be one document scanned or saved twice.",
        ),
        advice=Bilingual(
            f"Hapus salah satu dan rujuk yang lebih jelas terbaca; bila keduanya memang berbeda, abaikan. Bandingkan dengan “{kept}”.",
            f"Remove one and name the clearer one; if they do differ, ignore this. Compare it with “{kept}”.",
        ),
    )


def _decree(place: str = some.REGION, number: str = "3", year: int = 2019, *, name: str = "a.pdf") -> Dossier:
    said = some.understanding(number=number, year=year, region=place)
    body = (f"Pasal {at} Bantuan hukum {word} diberikan oleh pemberi bantuan hukum kepada warga miskin"
            for at, word in enumerate(_SUBJECTS, start=1))  # fmt: skip
    heading = f"PERATURAN DAERAH {place} NOMOR {number} TAHUN {year}\n"
    return some.dossier(name, said, text_read=some.text(some.page(1, heading + "\n".join(body))))


_SUBJECTS = (
    "litigasi", "nonlitigasi", "perdata", "pidana", "tata usaha", "mediasi", "penyuluhan", "konsultasi", "negosiasi",
    "pendampingan", "pemberdayaan", "penelitian",
)  # fmt: skip

RULE = Rule(
    code="near_duplicate_document",
    severity=Severity.WARNING,
    about=About.PACKAGE,
    source="Pemeriksaan Kanwil: satu dokumen diunggah satu kali; kemiripan kata diukur menurut Broder (1997)",
    title=Bilingual("Dokumen hampir sama", "Nearly the same document"),
    explanation=Bilingual(
        "Dua berkas berbeda memuat kata dan angka yang sama. Dokumen dengan nomor, tahun, masa, atau jenis berbeda tidak "
        "dihitung: formulir yang sama memang mirip.",
        "Two different files hold the same words and numbers. Documents of another number, year, period or kind do not "
        "count: filled forms of one template are alike.",
    ),
    check=find,
    fires=(
        Example("one Perda saved twice", lambda: some.package(_decree(), _decree(name="b.pdf"))),
        Example("the copy lost its heading", lambda: some.package(_decree(), _decree(place="", name="b.pdf"))),
    ),
    silent=(
        Example("a later Perda of the same words", lambda: some.package(_decree(), _decree(year=2021, name="b.pdf"))),
        Example("two other texts", lambda: some.package(some.dossier("a.pdf"), some.dossier("b.pdf"))),
        Example(
            "the very same bytes, which is a rule of its own",
            lambda: some.package(_decree(), replace(_decree(), document=some.document("b.pdf", content="a.pdf"))),
        ),
    ),
)
