"""Figures in tables: a row's label, a column's role and year, the unit of either."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import Figure, FigureRole
from evidence_ai.understanding.amounts import Separators, whole
from evidence_ai.understanding.budget_codes import is_code, leading_code
from evidence_ai.understanding.measures import (
    PERCENT,
    RUPIAH,
    Measure,
    measures,
    unit_in_heading,
    unit_of,
    with_scale,
)
from evidence_ai.understanding.table_columns import Column, Headed, columns, heading_over, years_in
from evidence_ai.understanding.table_grid import GridCell, Strip

_NOT_VALUE = re.compile(
    r"^(?:no|nomor|no\.|no urut|nomor urut|kode|kode rekening|nip|tgl|tanggal|lokasi|keterangan|ket|sp2d)\b\.?|"
    r"\bkode\b|\brekening\b|\btelp|\bnip\b|tanggal|kontrak|\bnomor\b|dasar hukum"
)
_LABEL = re.compile(
    r"indikator|uraian|program|kegiatan|sasaran|tujuan|jenis|nama|komponen|sektor|lapangan|belanja|kategori"
)
_INDICATOR = re.compile(r"indikator|formula")
_WORK = re.compile(r"program|kegiatan|uraian|belanja|rekening|jenis")
_UNIT_HEADING = re.compile(r"\bsatuan\b|^unit$|\bsat\b")
_ROLE_WORDS = re.compile(
    r"(?P<target>\btarget(?:\s+capaian)?\b|\brencana\b)|(?P<realised>realisasi|\brealiasi\b)|(?P<reached>capaian|%|persen(?:tase)?\b|prosen|pencapaian|tingkat kemajuan|rasio)|"
    r"(?P<budget>anggaran|pagu|\brp\b|dana\b|biaya|alokasi|kebutuhan)"
)
_LIST_MARK = re.compile(
    r"^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\s?[.)]\s+|^[-\u2022\u00b7\uf0b7]\s*|^\d{1,2}\.(?=[A-Za-z])"
)
_HEADING_NOISE = re.compile(
    r"\b(?:target|realisasi|capaian|tahun|ke|kinerja|jumlah|nilai|satuan|rp|sasaran|pada|dan|total|anggaran|%)\b|"
    r"(?:19|20)\d\d|[-()/.,:%]|\b[ivx]+\b|\b\d+\b"
)
_TEXT_ROLES = {
    "target": FigureRole.TARGET,
    "realised": FigureRole.REALISASI,
    "reached": FigureRole.CAPAIAN,
    "budget": FigureRole.ANGGARAN,
}
_MAX_FIGURES = 1500
"""More figures on one page than any printed page holds; the rest is left out to stay bounded."""


@dataclass(frozen=True, slots=True)
class _Place:
    """One value cell with what is known of its column."""

    cell: GridCell
    heading: str
    at: int


def in_table(table: Headed, marks: Separators, year: int | None, *, default: FigureRole) -> list[Figure]:
    """The figures of one table. `year` is the document's own, used where no heading names one."""
    across = columns(table)
    found: list[Figure] = []
    for at, strip in enumerate(table.body):
        values = _values(table, across, strip, at, marks)
        for place in values:
            found += _figures(table, strip, place, marks, year, default)
        if len(found) > _MAX_FIGURES:
            break
    return found


def _values(table: Headed, across: Sequence[Column], strip: Strip, at: int, marks: Separators) -> list[_Place]:
    """The cells of a row that hold values: numbers under a heading that is no list number, code or label."""
    places = []
    for index, cell in enumerate(strip.cells):
        if not cell.text.strip(" -\u2013\n") or not measures(cell.text, marks):
            continue
        heading = _heading(table, across, cell)
        if _NOT_VALUE.search(heading) or (_is_label_heading(heading) and not _role_in(heading)):
            continue
        if index == 0 and len(strip.cells) > 1 and not heading and whole(cell.text, marks) is not None:
            continue  # a list number
        if is_code(cell.text) and re.search(r"\d\.\d{2}\b", cell.text) and cell.flat.count(".") > 1:
            continue
        places.append(_Place(cell, heading, at))
    return places


def _heading(table: Headed, across: Sequence[Column], cell: GridCell) -> str:
    if table.grid.ruled:
        own = heading_over(table.head, cell.x0, cell.x1)
        if own:
            return own
    best = max(across, key=lambda column: column.share(cell), default=None)
    if best is not None and best.share(cell) > 0.5:
        return best.heading
    return heading_over(table.head, cell.x0, cell.x1)


def _is_label_heading(heading: str) -> bool:
    return bool(_LABEL.search(heading)) and not re.search(r"target|realisasi|capaian|rp\b|%|jumlah|20\d\d", heading)


def _figures(
    table: Headed, strip: Strip, place: _Place, marks: Separators, year: int | None, default: FigureRole
) -> list[Figure]:
    found = measures(place.cell.text, marks)
    is_money = any(measure.unit == RUPIAH or measure.number.is_money for measure in found)
    label = _label(table, place, is_money=is_money, marks=marks)
    if label is None:
        return []
    years = years_in(place.heading)
    figures = []
    for measure in found:
        unit = _unit(table, strip, place, with_scale(measure), label)
        role = _role(place.heading, unit, measure, default)
        figures.append(
            Figure(
                label=_with_heading(label, place.heading, role),
                value=measure.number.value,
                raw=measure.number.raw,
                unit=unit,
                year=years[-1] if years else year,
                numerator=None,
                denominator=None,
                role=role,
                quote=Quote(table.grid.page, place.cell.flat, place.cell.box),
                confidence=_confidence(place, unit, role, table),
            )
        )
    return figures


def _label(table: Headed, place: _Place, *, is_money: bool, marks: Separators) -> str | None:
    """The words of the row that name the value: the nearest fitting label column to its left."""
    texts = _texts_left_of(table, place, marks)
    if not texts:
        return None
    wanted = _WORK if is_money else _INDICATOR
    unwanted = _INDICATOR if is_money else re.compile(r"lokasi|sumber|penanggung|catatan|unit kerja")
    headed = [(cell, heading_over(table.head, cell.x0, cell.x1)) for cell in texts]
    fitting = [
        cell for cell, heading in headed if wanted.search(heading) and not (is_money and unwanted.search(heading))
    ]
    if not fitting:
        fitting = [
            cell
            for cell, heading in headed
            if _LABEL.search(heading) and not re.search(r"lokasi|sumber|unit kerja", heading)
        ]
    cell = fitting[-1] if fitting else max(texts, key=lambda cell: min(len(cell.flat), 60))
    _, name = leading_code(cell.flat)
    label = _LIST_MARK.sub("", name).strip(" :;.,-")
    return label if sum(map(str.isalpha, label)) >= 2 else None


def _texts_left_of(table: Headed, place: _Place, marks: Separators) -> list[GridCell]:
    strip = table.body[place.at]
    texts = [cell for cell in strip.cells if cell.x1 <= place.cell.x0 + 3 and _is_text(cell, table, marks)]
    # Cells of earlier rows that reach down beside this one: a label merged over several rows.
    for above in reversed(table.body[max(place.at - 12, 0) : place.at]):
        for cell in above.cells:
            reaches = above.ruled and cell.y1 >= strip.y1 - 2 and cell.x1 <= place.cell.x0 + 3
            if reaches and _is_text(cell, table, marks) and not any(_over(cell, other) for other in texts):
                texts.append(cell)
    return sorted(texts, key=lambda cell: cell.x0)


def _over(one: GridCell, other: GridCell) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 2


def _is_text(cell: GridCell, table: Headed, marks: Separators) -> bool:
    if sum(map(str.isalpha, cell.text)) < 2 or is_code(cell.flat):
        return False
    heading = heading_over(table.head, cell.x0, cell.x1)
    if _UNIT_HEADING.search(heading) or re.fullmatch(r"target|realisasi|capaian", heading):
        return False
    return not measures(cell.text, marks) or bool(_is_label_heading(heading))


def _unit(table: Headed, strip: Strip, place: _Place, measure: Measure, label: str) -> str | None:
    if measure.unit is not None:
        return measure.unit
    declared = unit_in_heading(place.heading)
    if declared is not None:
        return declared
    role = _last_role(place.heading)
    if role is FigureRole.CAPAIAN and re.search(r"capaian|pencapaian", place.heading) and "target" not in place.heading:
        return PERCENT
    for cell in strip.cells:
        if cell is not place.cell and _UNIT_HEADING.search(heading_over(table.head, cell.x0, cell.x1)):
            unit = unit_of(cell.flat)
            if unit is not None:
                return unit
    if measure.number.is_money and (role is FigureRole.ANGGARAN or measure.number.value >= 10**7):
        return RUPIAH
    in_label = unit_in_heading(label.lower())
    if in_label is not None:
        return in_label
    if (
        re.match(r"(?:persentase|prosentase|presentase|cakupan)\b", label, re.IGNORECASE)
        and abs(measure.number.value) <= 1000
    ):
        return PERCENT
    return None


def _role(heading: str, unit: str | None, measure: Measure, default: FigureRole) -> FigureRole:
    role = _last_role(heading)
    is_money = unit is not None and RUPIAH in unit
    if role is FigureRole.CAPAIAN and unit not in {PERCENT, None}:
        return FigureRole.REALISASI
    if role is FigureRole.ANGGARAN and not is_money and not measure.number.is_money:
        return default
    if role is None:
        return FigureRole.ANGGARAN if is_money else default
    if role is FigureRole.TARGET and is_money:
        return FigureRole.ANGGARAN
    return role


def _last_role(heading: str) -> FigureRole | None:
    """The role word nearest to the numbers: headings run from the group down to the column itself."""
    last = None
    for found in _ROLE_WORDS.finditer(heading):
        kind = found.lastgroup
        if kind == "reached" and last == "target" and found.group() in {"capaian", "%", "persen"}:
            continue
        if kind == "budget" and last == "realised":
            continue
        last = kind
    return _TEXT_ROLES[last] if last else None


def _role_in(heading: str) -> bool:
    return _ROLE_WORDS.search(heading) is not None


def _with_heading(label: str, heading: str, role: FigureRole) -> str:
    """A plain statistic is named by its column too: 'PLTM X, kapasitas terpasang'."""
    if role is not FigureRole.NILAI:
        return label
    own = " ".join(_HEADING_NOISE.sub(" ", heading).split())
    if len(own) < 4 or own in label.lower() or len(own.split()) > 6:
        return label
    return f"{label}, {own}"


def _confidence(place: _Place, unit: str | None, role: FigureRole, table: Headed) -> float:
    score = 0.45
    score += 0.2 if place.heading else 0.0
    score += 0.1 if unit is not None else 0.0
    score += 0.1 if role is not FigureRole.NILAI else 0.0
    score += 0.1 if table.grid.ruled else 0.0
    return round(score, 2)
