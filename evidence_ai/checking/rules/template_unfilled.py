"""template_unfilled: a form was sent with its blanks empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.confidence import gravest
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.words import type_name
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Page, Source
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity

_FORMS = frozenset(
    {
        "notulen",
        "daftar_hadir",
        "surat_keterangan",
        "berita_acara",
        "laporan_kegiatan",
        "perjanjian",
        "undangan",
        "surat",
    }
)
"""Kinds that are filled in. Regulations and SOPs print empty forms on purpose."""
_BLANK = re.compile(r"^\W{0,4}[A-Z][\w /()\-]{1,40}\s*:\s*[._\u2026][\s._\u2026]{3,}$")
_FILLED = re.compile(r"^\W{0,4}[A-Z][\w /()\-]{1,40}\s*:\s*[^\W_]")
_FEWEST = 3


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each form whose first page was typed and has more blanks than answers."""
    for dossier in package.dossiers:
        kind = dossier.understanding.document_type
        if kind is None or kind.value not in _FORMS or not dossier.text.pages:
            continue
        page = dossier.text.pages[0]
        blanks, severity = _blanks(page), gravest(kind, at_most=Severity.WARNING)
        if severity is None or len(blanks) < _FEWEST:
            continue
        what, owner = type_name(kind.value), responsible(dossier, package, edition)
        named = ", ".join(f"“{one}”" for one in blanks[:4])
        yield on_document(
            "template_unfilled",
            dossier,
            severity=severity,
            page=page.number,
            message=Bilingual(
                f"Formulir {what.id} ini belum diisi: {len(blanks)} isian masih titik-titik ({named}). "
                "Formulir kosong tidak membuktikan kegiatan.",
                f"This form ({what.en}) is not filled in: {len(blanks)} fields are still dots ({named}). "
                "An empty form proves no activity.",
            ),
            advice=Bilingual(
                f"Ganti dengan formulir yang sudah diisi dan ditandatangani; mintakan kepada {owner.id}.",
                f"Replace it with the filled and signed form; ask {owner.en} for it.",
            ),
        )


def _blanks(page: Page) -> list[str]:
    """The labels of empty fields; none where most fields are filled, or where a pen may have filled them."""
    if page.source is not Source.TEXT_LAYER:
        return []
    lines = [line.text.strip() for line in page.lines]
    blank = [line.split(":", maxsplit=1)[0].strip() for line in lines if _BLANK.match(line)]
    return blank if len(blank) > sum(bool(_FILLED.match(line)) for line in lines) else []


def _form(*lines: str, kind: str = "notulen") -> Package:
    said = some.understanding(kind, number=None, year=None)
    return some.package(some.dossier("formulir.pdf", said, text_read=some.text(some.page(1, "\n".join(lines)))))


_EMPTY = ("NOTULEN RAPAT", "Hari/Tanggal : ..............", "Tempat : ............", "Pimpinan rapat : __________")

RULE = Rule(
    code="template_unfilled",
    severity=Severity.WARNING,
    about=About.DOCUMENT,
    source="Pemeriksaan Kanwil: data dukung harus terisi; Permendagri 1/2023 (bentuk notula, berita acara, surat keterangan)",
    title=Bilingual("Formulir belum diisi", "Form not filled in"),
    explanation=Bilingual(
        "Halaman pertama sebuah notulen, daftar hadir, atau surat keterangan lebih banyak titik-titiknya daripada isinya. "
        "Hasil pindai tidak dinilai: tulisan tangan mungkin tidak terbaca.",
        "The first page of minutes, an attendance list or a statement has more dots than answers. Scans are not judged: "
        "handwriting may not be read.",
    ),
    check=find,
    fires=(Example("empty minutes", lambda: _form(*_EMPTY)),),
    silent=(
        Example("filled minutes", lambda: _form("Tanggal : 3 Mei 2024", "Tempat : Aula", "Pimpinan : Camat")),
        Example("a few open fields", lambda: _form(*_EMPTY, "A : b", "C : d", "E : f", "G : h")),
        Example("an SOP with its form", lambda: _form(*_EMPTY, kind="sop")),
        Example("one dotted line", lambda: _form(*_EMPTY[:2])),
    ),
)
