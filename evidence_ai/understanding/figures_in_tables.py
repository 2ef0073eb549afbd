"""Figures in tables: a row's label, a column's role and year, the unit of either."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import Figure, FigureRole
from evidence_ai.understanding.amounts import Separators, whole
from evidence_ai.understanding.budget_codes import is_code
from evidence_ai.understanding.figure_labels import UNIT_HEADING, Labels, Wanted, is_label_heading
from evidence_ai.understanding.grid_cells import GridCell, Strip
from evidence_ai.understanding.measures import (
    PERCENT,
    RUPIAH,
    Measure,
    measures,
    unit_in_heading,
    unit_of,
    with_scale,
)
from evidence_ai.understanding.table_columns import Column, Headed, columns, years_in

_NOT_VALUE = re.compile(
    r"^(?:no|nomor|no\.|no urut|nomor urut|kode|kode rekening|nip|tgl|tanggal|lokasi|keterangan|ket|sp2d)\b\.?|"
    r"\bkode\b|\brekening\b|\btelp|\bnip\b|tanggal|kontrak|\bnomor\b|dasar hukum"
)
_ROLE_WORDS = re.compile(
    r"(?P<target>\btarget(?:\s+capaian)?\b|\brencana\b)|(?P<realised>realisasi|\brealiasi\b)|(?P<reached>capaian|%|persen(?:tase)?\b|prosen|pencapaian|tingkat kemajuan|rasio)|"
    r"(?P<budget>anggaran|pagu|\brp\b|dana\b|biaya|alokasi|kebutuhan)"
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
_LISTED = re.compile(r"\s*\d{1,2}[.)]\s+[A-Z][a-z]")
"""'2. Pembinaan dan': a numbered name, no value."""
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
    places = [place for at, strip in enumerate(table.body) for place in _values(table, across, strip, at, marks)]
    places = places[:_MAX_FIGURES]
    labels = Labels(table, [_wanted(place, marks) for place in places], marks)
    found: list[Figure] = []
    for place, wanted in zip(places, labels.values, strict=True):
        found += _figures(table, labels.of(wanted), place, marks, year, default)
    return found


def _values(table: Headed, across: Sequence[Column], strip: Strip, at: int, marks: Separators) -> list[_Place]:
    """The cells of a row that hold values: numbers under a heading that is no list number, code or label."""
    places: list[_Place] = []
    if _numbers_columns(strip):
        return places
    for index, cell in enumerate(strip.cells):
        if not cell.text.strip(" -\u2013\n") or _LISTED.match(cell.text) or not measures(cell.text, marks):
            continue
        heading = _heading(table, across, cell)
        if _NOT_VALUE.search(heading) or (is_label_heading(heading) and not _role_in(heading)):
            continue
        if index == 0 and len(strip.cells) > 1 and not heading and whole(cell.text, marks) is not None:
            continue  # a list number
        if not table.grid.ruled and not heading and _is_bare(cell, marks):
            continue
        if is_code(cell.text) and re.search(r"\d\.\d{1,2}\b", cell.text) and cell.flat.count(".") > 1:
            continue
        places.append(_Place(cell, heading, at))
    return places


def _numbers_columns(strip: Strip) -> bool:
    """Whether a row only counts the columns: '3 4 5', as it stands under headings repeated on a page."""
    counts = [int(cell.flat.strip("()")) for cell in strip.cells if re.fullmatch(r"\(?\d{1,2}\)?", cell.flat)]
    return len(strip.cells) >= 3 and counts == list(range(counts[0], counts[0] + len(strip.cells))) if counts else False


def _is_bare(cell: GridCell, marks: Separators) -> bool:
    """A number without unit, point or comma: outside ruled and headed columns it may number anything."""
    found = measures(cell.text, marks)
    return len(found) == 1 and found[0].unit is None and found[0].number.raw.strip("().,- ").isdigit()


def _heading(table: Headed, across: Sequence[Column], cell: GridCell) -> str:
    if table.grid.ruled:
        own = table.heading(cell.x0, cell.x1)
        if own:
            return own
    best = max(across, key=lambda column: column.share(cell), default=None)
    if best is not None and best.share(cell) > 0.5:
        return best.heading
    return table.heading(cell.x0, cell.x1)


def _wanted(place: _Place, marks: Separators) -> Wanted:
    """Money is told by its looks and by the words nearest above it; '1.250.000 ton' is none."""
    found = measures(place.cell.text, marks)
    looks = any(measure.unit == RUPIAH or measure.number.is_money for measure in found)
    counted = re.search(r"\bvolume\b", place.heading) or (
        "target" in place.heading and _last_role(place.heading) is not FigureRole.ANGGARAN
    )
    return Wanted(place.at, place.cell, looks and not counted)


def _figures(
    table: Headed, label: str | None, place: _Place, marks: Separators, year: int | None, default: FigureRole
) -> list[Figure]:
    if label is None:
        return []
    strip = table.body[place.at]
    found = measures(place.cell.text, marks)
    aimed = _AIMED.search(" ".join(strip.text.lower() for strip in table.head)) is not None or not table.head
    years = years_in(place.heading)
    figures = []
    for measure in (_with_percent_sign(one, label) for one in found):
        unit = _unit(table, strip, place, with_scale(measure), label)
        role = _role(place.heading, unit, measure, default) if aimed else _plain_role(place.heading, unit, measure)
        figures.append(
            Figure(
                label=_with_heading(_without_unit(label, unit), place.heading, role),
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


_PERCENT_LABEL = re.compile(r"(?:p(?:er|ro|re)sen(?:t[a-z]*)?|cakupan)\b", re.IGNORECASE)
_SIGN_AS_DIGITS = re.compile(r"(100|[1-9]\d)(?:96|46|9o|06)")


def _with_percent_sign(measure: Measure, label: str) -> Measure:
    """'9096' at 'Persentase ...' is '90%' with its sign misread for digits: no percentage is that high."""
    torn = _SIGN_AS_DIGITS.fullmatch(measure.number.raw)
    if torn is None or measure.unit is not None or not _PERCENT_LABEL.match(label):
        return measure
    number = replace(measure.number, value=Decimal(torn[1]), raw=torn[1], percent=True)
    return Measure(number, PERCENT)


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
        if cell is not place.cell and UNIT_HEADING.search(table.heading(cell.x0, cell.x1)):
            unit = unit_of(cell.flat)
            if unit is not None:
                return unit
    in_label = unit_in_heading(label.lower())
    if in_label is not None and in_label != RUPIAH:
        return in_label
    if measure.number.is_money and (role is FigureRole.ANGGARAN or measure.number.value >= 10**8):
        return RUPIAH
    if _PERCENT_LABEL.match(label) and abs(measure.number.value) <= 1000:
        return PERCENT
    return None


_AIMED = re.compile(
    r"target|rencana|realisasi|realiasi|capaian|pencapaian|indikator|sasaran|anggaran|pagu|\brp\b|biaya|dana\b|kebutuhan|alokasi|program|kegiatan|kondisi"
)
"""Headings of tables that set aims or report on them; other tables of a plan are plain statistics."""


def _plain_role(heading: str, unit: str | None, measure: Measure) -> FigureRole:
    role = _role(heading, unit, measure, FigureRole.NILAI)
    return FigureRole.NILAI if role is FigureRole.CAPAIAN else role


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


_BARE_TOTAL = re.compile(r"(?:jumlah|total)(?: keseluruhan)?", re.IGNORECASE)


def _without_unit(label: str, unit: str | None) -> str:
    """'Padi (ton)' in tons is 'Padi'."""
    found = re.fullmatch(r"(?P<name>.*\w\W*)\s*\((?P<unit>%|[A-Za-z/ .]{1,24})\)", label)
    if found is None or unit is None:
        return label
    said = unit_of(found["unit"])
    return found["name"].strip(" ,") if said is not None and unit.lower() == said.lower() else label


def _with_heading(label: str, heading: str, role: FigureRole) -> str:
    """A plain statistic is named by its column too: 'PLTM X, kapasitas terpasang'; a bare total by what it totals."""
    if role is FigureRole.ANGGARAN and "anggaran" in heading and _BARE_TOTAL.fullmatch(label):
        return f"{label} anggaran"
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
