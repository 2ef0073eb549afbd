"""only_partly_examined: a file longer than any honest one; facts were not sought in all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each such document."""
    for dossier in package.dossiers:
        unseen = dossier.understanding.characters_unseen
        if not unseen:
            continue
        owner = responsible(dossier, package, edition)
        shown = f"{unseen:,}".replace(",", ".")
        yield on_document(
            "only_partly_examined",
            dossier,
            severity=Severity.INFO,
            message=Bilingual(
                f"Isi berkas ini terbaca seluruhnya, tetapi terlalu panjang: {shown} huruf di dalamnya tidak ikut ditelusuri, "
                "sehingga angka, tanggal, atau baris anggaran di bagian itu bisa terlewat.",
                f"This file was read in full but is too long: {shown} of its characters were not searched, so figures, "
                "dates or budget lines there may have been missed.",
            ),
            advice=Bilingual(
                f"Ganti berkas ini dengan bagian yang membuktikan jawaban saja; {owner.id} dapat membaginya menjadi beberapa berkas.",
                f"Replace this file with only the part that proves the answer; {owner.en} can split it into several.",
            ),
        )


def _with_unseen(characters: int) -> Package:
    dossier = some.dossier()
    return some.package(replace(dossier, understanding=replace(dossier.understanding, characters_unseen=characters)))


RULE = Rule(
    code="only_partly_examined",
    severity=Severity.INFO,
    about=About.DOCUMENT,
    source="Prinsip pemeriksaan: yang tidak ditelusuri harus disebutkan; batas jauh di atas dokumen terpanjang yang pernah diukur",
    title=Bilingual("Ditelusuri sebagian", "Only partly examined"),
    explanation=Bilingual(
        "Berkas yang jauh lebih panjang daripada dokumen mana pun (jutaan huruf, tabel ratusan ribu sel) tetap dibaca utuh, "
        "tetapi fakta hanya dicari di bagian awal dan akhirnya.",
        "A file far longer than any document (millions of characters, tables of hundreds of thousands of cells) is read "
        "in full, but facts are only sought in its beginning and end.",
    ),
    check=find,
    fires=(Example("a text of ten million characters", lambda: _with_unseen(6_000_000)),),
    silent=(
        Example("an ordinary document", lambda: _with_unseen(0)),
        Example(
            "a file that could not be read, which is a rule of its own",
            lambda: some.package(some.dossier(text_read=some.text(failed=(1,)))),
        ),
    ),
)
