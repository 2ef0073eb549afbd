"""Which column of a budget table is the budget, the earlier budget, the realisation, the percentage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from evidence_ai.understanding.amounts import Separators, whole
from evidence_ai.understanding.grid_cells import GridCell, Strip
from evidence_ai.understanding.table_columns import Column, Headed


class Part(StrEnum):
    """What a column of numbers is in a budget table."""

    BUDGET = "budget"
    PRIOR = "prior"
    REALISED = "realised"
    CHANGE = "change"
    PERCENT = "percent"
    OTHER = "other"


_OTHER = re.compile(
    r"prakiraan|maju|n ?\+ ?1|kontrak|sp2d|bast|harga|volume|vol\b|prognosis|fisik|koefisien|"
    r"\bno\b|kode|tgl|tanggal|satuan$|target kinerja|tahun lalu|dasar hukum"
)
_PERCENT = re.compile(r"%|persen|prosen")
_CHANGE = re.compile(r"bertambah|berkurang|selisih|\bsisa\b|\blebih\b|\(kurang\)|kurang\)")
_REALISED = re.compile(r"realisasi|penyerapan|terserap")
_PRIOR = re.compile(r"sebelum|semula|murni|(?<!rancangan )\bawal\b|\binduk\b")
_AFTER = re.compile(r"setelah|sesudah|menjadi|perubahan")
_BUDGET = re.compile(r"anggaran|pagu|apbd|plafon|alokasi|kebutuhan|jumlah|total|\brp\b|dana|target|biaya|nilai")
_TOTAL = re.compile(r"jumlah|total")


def parts_of(table: Headed, columns: Sequence[Column], marks: Separators) -> tuple[Part, ...]:
    """The part of every column, by its heading; without telling headings by the arithmetic of the rows."""
    money = [_is_money(table, column, marks) for column in columns]
    parts = [_by_heading(column.heading, is_money=is_money) for column, is_money in zip(columns, money, strict=True)]
    _one_of_each(parts, columns)
    if Part.PRIOR not in parts and Part.REALISED not in parts:
        _by_arithmetic(parts, table, columns, money, marks)
    return tuple(parts)


def _is_money(table: Headed, column: Column, marks: Separators) -> bool:
    amounts = plain = 0
    for cell in _cells(table.body, column):
        number = whole(cell.text, marks)
        if number is None or not number.value:
            continue
        amounts += number.is_money or (number.value > 100_000 and number.value == number.value.to_integral_value())
        plain += 1
    if not plain:
        return bool(_BUDGET.search(column.heading)) and not _PERCENT.search(column.heading)
    return 2 * amounts >= plain


def _cells(strips: Sequence[Strip], column: Column) -> list[GridCell]:
    return [cell for strip in strips for cell in strip.cells if column.share(cell) > 0.5]


def _by_heading(heading: str, *, is_money: bool) -> Part:
    if not is_money:
        return Part.PERCENT if _PERCENT.search(heading) and not re.search(r"fisik|target", heading) else Part.OTHER
    if _CHANGE.search(heading) and not _AFTER.search(heading):
        return Part.CHANGE
    if _OTHER.search(heading):
        return Part.OTHER
    if _CHANGE.search(heading):
        return Part.CHANGE
    if _PRIOR.search(heading) and not (_AFTER.search(heading) and _last_is_after(heading)):
        return Part.PRIOR
    if _REALISED.search(heading):
        return Part.REALISED
    return Part.BUDGET


def _last_is_after(heading: str) -> bool:
    return max(found.start() for found in _AFTER.finditer(heading)) > max(
        found.start() for found in _PRIOR.finditer(heading)
    ) and not re.search(r"(?:sebelum|semula) *perubahan$", heading)


def _one_of_each(parts: list[Part], columns: Sequence[Column]) -> None:
    """Keeps one column of a kind: of several budgets the one after the change, else the total, else the first."""
    for kind in (Part.REALISED, Part.PRIOR, Part.PERCENT):
        for at in [at for at, part in enumerate(parts) if part is kind][1:]:
            parts[at] = Part.OTHER
    budgets = [at for at, part in enumerate(parts) if part is Part.BUDGET]
    if len(budgets) < 2:
        return
    chosen = next((at for at in budgets if Part.PRIOR in parts and _AFTER.search(columns[at].heading)), None)
    if chosen is None:
        chosen = next((at for at in reversed(budgets) if _only_total(at, budgets, columns)), None)
    if chosen is None:
        chosen = next((at for at in budgets if _AFTER.search(columns[at].heading)), None)
    if chosen is None:
        headed = [at for at in budgets if columns[at].heading]
        chosen = headed[0] if headed else max(budgets, key=lambda at: columns[at].count)
    for at in budgets:
        if at != chosen:
            parts[at] = Part.OTHER


def _only_total(at: int, budgets: Sequence[int], columns: Sequence[Column]) -> bool:
    others = [other for other in budgets if other != at and columns[other].heading != columns[at].heading]
    return (
        bool(_TOTAL.search(columns[at].heading))
        and not any(_TOTAL.search(columns[other].heading.rsplit(" ", 1)[-1]) for other in others)
        and bool(others)
    )


def _by_arithmetic(
    parts: list[Part], table: Headed, columns: Sequence[Column], money: Sequence[bool], marks: Separators
) -> None:
    """Before + change = after, or budget - realisation = rest, told by the numbers where headings are lost."""
    amounts = [at for at, is_money in enumerate(money) if is_money and parts[at] is not Part.OTHER]
    amounts += [at for at, is_money in enumerate(money) if is_money and at not in amounts and not columns[at].heading]
    amounts.sort()
    if len(amounts) < 3:
        return
    first, second, third = amounts[:3]
    added = left = 0
    rate = next(
        (
            column
            for column, is_money in zip(columns, money, strict=True)
            if not is_money and column.x0 > columns[first].x1
        ),
        None,
    )
    for strip in table.body:
        a, b, c = (_value(strip, columns[at], marks) for at in (first, second, third))
        if a is None or b is None or c is None or not a or a == b:
            continue
        percent = _value(strip, rate, marks) if rate is not None else None
        if percent is not None and abs(b * 100 / a - percent) < Decimal("0.02"):
            left += 1  # over or under the budget is printed as realisation less budget
            continue
        added += abs(a + c - b) <= 1
        left += abs(a - b - c) <= 1
    if max(added, left) < 3:
        return
    parts[first], parts[second], parts[third] = (
        (Part.PRIOR, Part.BUDGET, Part.CHANGE) if added > left else (Part.BUDGET, Part.REALISED, Part.CHANGE)
    )
    for at in amounts[3:]:
        parts[at] = Part.OTHER


def _value(strip: Strip, column: Column, marks: Separators) -> Decimal | None:
    for cell in strip.cells:
        if column.share(cell) > 0.5 and (number := whole(cell.text, marks)) is not None:
            return number.value
    return None
