"""duplicate_document: the same bytes were sent under several names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity

_COPY = re.compile(r"\(\d+\)|(?<![a-z])(?:copy|kopi|salinan)(?![a-z])| - \d+\.", re.IGNORECASE)
"""What systems and people add to the name of a second copy."""


def find(package: Package, _edition: Edition) -> Iterator[Mismatch]:
    """One finding for each further copy, naming the one to keep: the first, or the one not named a copy."""
    by_content: dict[str, list[Dossier]] = {}
    for dossier in package.dossiers:
        if dossier.document.size_bytes:  # empty files are equal and no copies
            by_content.setdefault(dossier.document.sha256, []).append(dossier)
    for same in by_content.values():
        kept = min(same, key=lambda one: (_COPY.search(one.document.name) is not None, same.index(one)))
        for copy in same:
            if copy is not kept:
                yield _mismatch(copy, kept)


def _mismatch(copy: Dossier, kept: Dossier) -> Mismatch:
    return on_document(
        "duplicate_document",
        copy,
        severity=Severity.WARNING,
        message=Bilingual(
            f"Berkas ini persis sama dengan “{kept.document.name}”. Satu dokumen cukup diunggah satu kali "
            "dan boleh dirujuk oleh beberapa indikator.",
            f"This file is exactly the same as “{kept.document.name}”. One document is uploaded once "
            "and may be named for several indicators.",
        ),
        advice=Bilingual(
            f"Hapus salinan ini dan rujuk “{kept.document.name}”; bila seharusnya dokumen lain, unggah dokumen yang benar.",
            f"Remove this copy and name “{kept.document.name}”; if another document was meant, upload that one.",
        ),
    )


RULE = Rule(
    code="duplicate_document",
    severity=Severity.WARNING,
    about=About.PACKAGE,
    source="sha256 yang sama berarti isi yang sama (FIPS 180-4)",
    title=Bilingual("Berkas ganda", "Duplicate file"),
    explanation=Bilingual(
        "Dua nama, satu isi: sering tanda salah pilih berkas.",
        "Two names, one content: often the wrong file was picked.",
    ),
    check=find,
    fires=(
        Example(
            "one file under two names",
            lambda: some.package(some.dossier("a.pdf", content="sama"), some.dossier("b.pdf", content="sama")),
        ),
    ),
    silent=(
        Example("two different files", lambda: some.package(some.dossier("a.pdf"), some.dossier("b.pdf"))),
        Example("a single file", lambda: some.package(some.dossier())),
    ),
)
