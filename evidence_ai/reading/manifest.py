"""The manifest of a package: which answer a region gave for which indicator, and with which files."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from importlib import import_module

from evidence_ai.domain.claim import Claim
from evidence_ai.domain.document import Reason
from evidence_ai.reading.encodings import decoded, delimiter
from evidence_ai.reading.outcomes import reason

COLUMNS = ("indikator", "jawaban", "satuan", "pembilang", "penyebut", "berkas", "keterangan")
_HEADER_WITHIN = 15
"""People put a title above the header; further down it is no header any more."""
_FILE_BREAKS = re.compile(r"[|\r\n]+")


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: dict[str, str]


def read_manifest(content: bytes, name: str) -> tuple[tuple[Claim, ...], tuple[Reason, ...]]:
    """Claims in row order, and what is wrong with the manifest; never raises for bad content."""
    try:
        rows = _xlsx_rows(content) if name.lower().endswith(".xlsx") else _csv_rows(content)
    except Exception:  # noqa: BLE001 - csv, zipfile, lxml and openpyxl each fail in their own way
        return (), (_broken(name),)
    header = next((at for at, row in enumerate(rows[:_HEADER_WITHIN]) if "indikator" in _names(row)), None)
    if header is None:
        return (), (_headless(name),)
    columns = _names(rows[header])
    records = [
        _Row(number, dict(zip(reversed(columns), reversed(_padded(row, len(columns))), strict=False)))
        for number, row in enumerate(rows[header + 1 :], start=header + 2)
        if any(cell.strip() for cell in row)
    ]
    claims = tuple(_claim(record) for record in records if record.cells["indikator"].strip())
    return claims, tuple(_problems(records, columns, name))


def _csv_rows(content: bytes) -> list[list[str]]:
    text = decoded(content)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text)))


def _xlsx_rows(content: bytes) -> list[list[str]]:
    from_xlsx = import_module("evidence_ai.reading.formats.xlsx")
    rows: list[list[str]] = from_xlsx.first_sheet_rows(content)
    return rows


def _names(row: list[str]) -> list[str]:
    return [cell.strip().lower() for cell in row]


def _padded(row: list[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))][:width]


def _claim(row: _Row) -> Claim:
    cell = {name: row.cells.get(name, "").strip() or None for name in COLUMNS}
    return Claim(
        indicator=cell["indikator"] or "",
        value=cell["jawaban"],
        unit=cell["satuan"],
        numerator=cell["pembilang"],
        denominator=cell["penyebut"],
        file_names=tuple(part.strip() for part in _FILE_BREAKS.split(cell["berkas"] or "") if part.strip()),
        note=cell["keterangan"],
        row=row.number,
    )


def _problems(records: list[_Row], columns: list[str], name: str) -> list[Reason]:
    found = []
    missing = [column for column in ("jawaban", "berkas") if column not in columns]
    if missing:
        found.append(_columns_missing(name, missing))
    nameless = [record.number for record in records if not record.cells["indikator"].strip()]
    if nameless:
        found.append(_rows_nameless(name, nameless))
    if not records:
        found.append(_without_rows(name))
    return found


def _broken(name: str) -> Reason:
    return reason(
        "manifest_broken",
        f"{name} tidak dapat dibuka, jadi jawaban daerah tidak dapat dicocokkan dengan dokumen. Simpan ulang sebagai CSV (UTF-8) atau XLSX lalu kemas kembali.",
        f"{name} cannot be opened, so answers cannot be compared with documents. Save it again as CSV (UTF-8) or XLSX and pack again.",
    )


def _headless(name: str) -> Reason:
    return reason(
        "manifest_without_header",
        f"{name} tidak mempunyai baris judul dengan kolom 'indikator'. Kolom yang dipakai: {', '.join(COLUMNS)}.",
        f"{name} has no header row with a column 'indikator'. The columns are: {', '.join(COLUMNS)}.",
    )


def _columns_missing(name: str, missing: list[str]) -> Reason:
    return reason(
        "manifest_columns_missing",
        f"{name} tidak mempunyai kolom {', '.join(missing)}; bagian itu tidak dapat diperiksa. Tambahkan kolomnya.",
        f"{name} lacks the columns {', '.join(missing)}; that part cannot be checked. Add them.",
    )


def _rows_nameless(name: str, rows: list[int]) -> Reason:
    numbers = ", ".join(map(str, rows[:10])) + (" …" if len(rows) > 10 else "")
    return reason(
        "manifest_rows_without_indicator",
        f"{name} baris {numbers}: kolom indikator kosong, jadi jawabannya tidak dihitung. Isi kode indikatornya.",
        f"{name} rows {numbers}: the indicator is empty, so the answer does not count. Fill in its code.",
    )


def _without_rows(name: str) -> Reason:
    return reason(
        "manifest_empty",
        f"{name} hanya berisi judul kolom. Isi satu baris untuk setiap indikator yang dijawab.",
        f"{name} holds only its header. Fill in one row for each indicator answered.",
    )
