"""Defects in files: copies, cut and locked PDFs, spoiled pictures, altered totals, other regions' texts."""

from __future__ import annotations

import io
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pikepdf

from evidence_ai.domain.document import Cell, DocumentText, Source
from evidence_ai.domain.dossier import Dossier, Package

sys.path.insert(0, str(Path(__file__).parents[3]))
from tests.bench.planted.editing import change_line, reworded
from tests.bench.planted.headings import _swapped as swapped
from tests.bench.planted.material import (
    CLEAN,
    Original,
    dossier_of,
    gold_table,
    gold_text,
    originals,
    read_cached,
    sample,
    with_dossier,
)
from tests.bench.planted.trial import Level, Trial
from tests.samples.scan import Copier, scanned
from tests.samples.typeset import typeset

_LEGAL = frozenset({"perda", "perkada"})
_PICTURED = (
    "perda_bantuan_hukum", "perbup_beasiswa", "perda_pengelolaan_sampah", "lra_tenaga_kerja", "sop_akta_kelahiran",
    "keputusan_forum_anak", "laporan_bantuan_hukum",
)  # fmt: skip
_VARIANTS = {
    "perbup_informasi_publik": ("wrong_region", "IN.S1"),
    "perda_layak_anak": ("wrong_level", "PA.S2"),
}


def trials() -> Iterator[Trial]:
    """Every trial about files."""
    for one in originals():
        yield from _exact_copy(one)
        yield from _noisy_copy(one)
        yield from _copied(one)
        yield from _broken(one)
    yield from _totals()
    yield from _pictures()


def _exact_copy(one: Original) -> Iterator[Trial]:
    if sum(map(ord, one.name)) % 3:
        return
    document = replace(one.dossier.document, name="berkas kedua.pdf")
    copy = replace(one.dossier, document=document)
    yield Trial(
        "duplicate_document",
        Level.PDF,
        f"sent twice: {one.name}",
        one.package,
        partial(one.package, one.dossier, copy),
        whole=True,
    )


def _noisy_copy(one: Original) -> Iterator[Trial]:
    """A second reading of the same paper: one letter in a hundred misread, another file."""
    if one.kind not in {*_LEGAL, "lra", "sop", "renja", "apbd"} or sum(len(page.text) for page in one.text.pages) < 900:
        return

    def twice() -> Package:
        return one.package(one.dossier, dossier_of(_misread(one.text, seed=len(one.name)), f"pindai {one.name}"))

    yield Trial("near_duplicate_document", Level.TEXT, f"scanned again: {one.name}", one.package, twice, whole=True)


def _misread(text: DocumentText, *, seed: int) -> DocumentText:
    chance = random.Random(seed)
    alike = {"l": "1", "i": "l", "o": "0", "e": "c", "a": "o", "m": "rn", "n": "u", "t": "f", "0": "O", "1": "l"}

    def noisy(words: str) -> str:
        return "".join(alike[sign] if sign in alike and chance.random() < 0.02 else sign for sign in words)

    return reworded(text, noisy)


def _copied(one: Original) -> Iterator[Trial]:
    """Another region's text with this region's name put in: the original lies in the package too."""
    if one.kind not in {"perda", "perkada", "sop", "renja", "keputusan_kepala_daerah", "renstra"} or not one.place:
        return
    if sum(len(page.text.split()) for page in one.text.pages) < 150:
        return
    level = one.facts["region"].split()[0]
    theirs = {"Provinsi": "Kalimantan Tengah", "Kabupaten": "Sumba Timur", "Kota": "Palopo"}[level]
    changed = reworded(one.text, partial(swapped, place=one.place, other=theirs))
    if changed == one.text:
        return

    def both() -> Package:
        return one.package(dossier_of(changed, "contoh.pdf"), one.dossier)

    yield Trial("copied_from_other_region", Level.TEXT, f"copied: {one.name}", one.package, both, one.name, whole=True)


def _broken(one: Original) -> Iterator[Trial]:
    """The PDF cut off after a third, or locked with a password."""
    at = sum(map(ord, one.name))
    if at % 6 or one.facts["kind"] != "born-digital" or one.path.stat().st_size > 3_000_000:
        return
    content = one.path.read_bytes()
    ways = {"locked": _locked(content), "noise": bytes(random.Random(at).randbytes(40_000)), "empty": b""}
    for way, spoiled in ways.items():
        if spoiled is None:
            continue
        name = f"{way} {one.name}"
        dossier = partial(_from_bytes, spoiled, name)
        yield Trial(
            "unreadable_document", Level.PDF, f"{way}: {one.name}", one.package,
            lambda dossier=dossier: one.package(dossier()), name, whole=True,  # type: ignore[misc]
        )  # fmt: skip


def _from_bytes(content: bytes, name: str) -> Dossier:
    return dossier_of(read_cached(content, name), name, content=content or b" ")


def _locked(content: bytes) -> bytes | None:
    out = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            pdf.save(out, encryption=pikepdf.Encryption(owner="pemilik", user="rahasia"))
    except pikepdf.PdfError:
        return None
    return out.getvalue()


_TOTAL = re.compile(r"^\W*(?:jumlah|total)\b", re.IGNORECASE)


def _totals() -> Iterator[Trial]:
    """One digit of a total altered, where the lines above it add up to it."""
    for name in ("DPA Dinas Kesehatan 2024.pdf", "DPA Dinas Pendidikan.pdf", "DPA Bagian Hukum 2024.pdf", "Lampiran APBD 2024.pdf",
                 "LRA Bagian Hukum 2024.pdf", "LRA Dinas Tenaga Kerja 2024.pdf", "LRA Dinas Lingkungan Hidup 2024.pdf"):  # fmt: skip
        old = next(one for one in sample().dossiers if one.document.name == name)
        for digit in (1, 2, 3):
            text = _altered_total(old.text, digit)
            if text is not None:
                spoiled = partial(_sample_with, dossier_of(text, name))
                yield Trial(
                    "budget_total_differs", Level.TEXT, f"digit {digit}: {name}", sample, spoiled, name, whole=True
                )
    for one in originals():
        for number, printed in _real_totals(one):
            changed = _with_total(one.text, number, printed, digit=1)
            if changed is not None:
                real = partial(one.package, dossier_of(changed, one.name))
                name = f"page {number}: {one.name}"
                yield Trial("budget_total_differs", Level.TEXT, name, one.package, real, one.name, whole=True)


def _sample_with(dossier: Dossier) -> Package:
    return with_dossier(sample(), dossier)


def _altered_total(text: DocumentText, digit: int) -> DocumentText | None:
    """The last amount of the first total altered."""
    for page in text.pages:
        for line in page.lines:
            amounts = re.findall(r"\d{1,3}(?:\.\d{3})+", line.text)
            if _TOTAL.search(line.text) and amounts:
                return _with_total(text, page.number, amounts[-1], digit=digit)
    return None


def _with_total(text: DocumentText, number: int, printed: str, *, digit: int) -> DocumentText | None:
    """The amount altered in the lines and table rows that begin as a total, or that hold nothing else."""
    other = _other_amount(printed, digit)
    page = next(one for one in text.pages if one.number == number)

    def change(words: str) -> str:
        return words.replace(printed, other)

    lines = tuple(change_line(line, change) if _is_total(line.text, printed) else line for line in page.lines)
    tables = tuple(replace(table, rows=tuple(_row(row, printed, other) for row in table.rows)) for table in page.tables)
    if lines == page.lines:
        return None
    altered = replace(page, lines=lines, tables=tables)
    return replace(text, pages=tuple(altered if one is page else one for one in text.pages))


def _is_total(words: str, printed: str) -> bool:
    return printed in words and (_TOTAL.search(words) is not None or words.strip(" Rp.,-") == printed)


def _row(row: tuple[Cell | None, ...], printed: str, other: str) -> tuple[Cell | None, ...]:
    if not any(cell is not None and _TOTAL.match(cell.text) for cell in row):
        return row
    return tuple(cell if cell is None else replace(cell, text=cell.text.replace(printed, other)) for cell in row)


def _other_amount(printed: str, digit: int) -> str:
    """Two digits changed, so that no single misread digit explains it."""
    digits = list(printed)
    places = [at for at, sign in enumerate(digits) if sign.isdigit()]
    for at in (places[digit % len(places)], places[(digit + 2) % len(places)]):
        digits[at] = str((int(digits[at]) + 3) % 10)
    return "".join(digits)


def _real_totals(one: Original) -> Iterator[tuple[int, str]]:
    """Totals of the reference tables whose lines on the same page add up to it."""
    rows = [
        row for row in gold_table("budget_lines") if row["file"].endswith(f"/{one.name}") and row["amount"].isdigit()
    ]
    for row in rows:
        if not _TOTAL.match(row["name"]) or not re.search(r"\d\.\d{3}", row["amount_printed"]):
            continue
        page = next((page for page in one.text.pages if page.number == int(row["page"])), None)
        if page is not None and page.source is Source.TEXT_LAYER and _adds_up(page.text, row["amount_printed"]):
            yield page.number, row["amount_printed"]


def _adds_up(words: str, printed: str) -> bool:
    """Whether the amounts in the total's column, going up from it, add up to it."""
    rows = [(_AMOUNT.findall(line), line) for line in words.splitlines()]
    at = next((at for at, (amounts, line) in enumerate(rows) if printed in amounts and _is_total(line, printed)), None)
    if at is None:
        return False
    of, column = len(rows[at][0]), rows[at][0].index(printed)
    wanted, total = _whole(printed), 0
    for amounts, _ in reversed(rows[:at]):
        if len(amounts) != of:
            continue
        total += _whole(amounts[column])
        if total >= wanted:
            return total == wanted
    return False


_AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{2})?")


def _whole(printed: str) -> int:
    return int(re.sub(r"\D", "", re.sub(r"[.,]\d{2}$", "", printed)))


def _pictures() -> Iterator[Trial]:
    """Scanned pages: one smeared, all washed out, the paper scanned twice."""
    for at, name in enumerate(_PICTURED):
        pdf = typeset(name)
        copier = Copier(seed=880 + at, dpi=150)
        clean = scanned(pdf, copier)
        file = f"{name}.pdf"
        twin = partial(_alone, clean, file)
        for page in (1, 2):
            spoiled = scanned(pdf, copier, spoiled_page=page)
            pages = len(read_cached(clean, file).pages)
            if page <= pages:
                rule = "illegible_page" if pages > 1 else "unreadable_document"
                yield Trial(
                    rule, Level.IMAGE, f"page {page} smeared: {name}", twin, partial(_alone, spoiled, file), file
                )
        again = scanned(pdf, Copier(seed=990 + at, dpi=150, skew=0.8, noise=14))
        yield Trial(
            "near_duplicate_document", Level.IMAGE, f"scanned twice: {name}", twin,
            partial(_both, clean, again, file), None,
        )  # fmt: skip
    yield from _typeset_variants()


def _alone(content: bytes, name: str) -> Package:
    return Package("uji", "99.01", 2024, (), (_from_bytes(content, name),))


def _both(first: bytes, second: bytes, name: str) -> Package:
    return Package("uji", "99.01", 2024, (), (_from_bytes(first, name), _from_bytes(second, f"lagi {name}")))


def _typeset_variants() -> Iterator[Trial]:
    """The planted files of the sample package against its clean twin: whole PDFs and pictures."""
    planted = CLEAN.parent / "sample_package"
    pairs = {
        "wrong_region": ("Perbup 12 Tahun 2021 Pelayanan Informasi.pdf",),
        "wrong_level": ("Perda Kabupaten Layak Anak.pdf",),
        "wrong_period": ("DPA Dinas Pendidikan.pdf",),
        "not_enacted": ("Perbup Kawasan Tanpa Rokok.pdf",),
        "illegible_page": ("Perda 7 Tahun 2018 Sampah.pdf",),
        "unreadable_document": ("SOP Permohonan Informasi.pdf",),
        "budget_total_differs": ("DPA Dinas Kesehatan 2024.pdf",),
        "wrong_document_type": ("Tim Terpadu Konflik Sosial 2024.pdf",),
        "unrelated_document": ("Perda Permukiman.pdf",),
    }
    for rule, (name,) in pairs.items():
        spoiled = partial(_sample_file, planted / name)
        yield Trial(rule, Level.PDF, f"sample: {name}", sample, spoiled, name, whole=True)


def _sample_file(path: Path) -> Package:
    return with_dossier(sample(), _from_bytes(path.read_bytes(), path.name))


def gold_texts(files: tuple[str, ...]) -> Iterator[DocumentText]:
    """Texts of files of the reference tables."""
    return map(gold_text, files)
