"""Which totals of a budget page can really be checked, and whether they add up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from evidence_ai.domain.document import Grade, Page, Source
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.understanding import BudgetLevel, BudgetLine

_RANK = {
    BudgetLevel.URUSAN: 0,
    BudgetLevel.BIDANG: 1,
    BudgetLevel.PROGRAM: 2,
    BudgetLevel.KEGIATAN: 3,
    BudgetLevel.SUB_KEGIATAN: 4,
    BudgetLevel.REKENING: 5,
    BudgetLevel.LAIN: 6,
}
_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d{2})?(?![\d.,]?\d)")
_TOTAL = re.compile(
    r"(?:grand\s+|sub\s*)?(?:jumlah|total)(?:\s+(?:total|jumlah|keseluruhan|seluruhnya|belanja|anggaran|pagu|program|"
    r"kegiatan|sub|rp|[ivx]+|[a-z]|\d+|\(|\)))*\W*",
    re.IGNORECASE,
)
"""The bare label of a total; 'Jumlah produksi padi' is a quantity."""
_STARTS_TOTAL = re.compile(r"\W*(?:grand\s+|sub\s*)?(?:jumlah|total)\b", re.IGNORECASE)

_TRUSTED = frozenset({Grade.EXCELLENT, Grade.GOOD})


@dataclass(frozen=True, slots=True)
class WrongTotal:
    """A printed total that is not the sum of the lines above it.

    `certain` where no OCR is between; `one_digit` where a single misread digit would explain the difference.
    """

    total: BudgetLine
    printed: int
    added: int
    lines: int
    certain: bool
    one_digit: bool


@dataclass(frozen=True, slots=True)
class _Node:
    line: BudgetLine
    amount: int
    children: tuple[_Node, ...]


def wrong_totals(dossier: Dossier) -> Iterator[WrongTotal]:
    """Totals that surely differ: every line above was read with its amount, and no amount of the page is left over.

    Lines count in the order they were read. Silent for tables that go on from another page, for pages of
    doubtful reading, and where any way of adding (all lines, the topmost, several totals) gives what is printed.
    """
    pages = {page.number: page for page in dossier.text.pages}
    lines = dossier.understanding.budget_lines
    open_before = False
    for number, group in groupby(lines, key=lambda line: line.quote.page):
        on_page, page = list(group), pages.get(number)
        if page is not None and page.grade in _TRUSTED and not open_before:
            yield from _on_page(page, on_page)
        open_before = on_page[-1].level is not BudgetLevel.JUMLAH


def _on_page(page: Page, lines: list[BudgetLine]) -> Iterator[WrongTotal]:
    if sum(line.level is BudgetLevel.JUMLAH for line in lines) == 0 or _left_over(page, lines):
        return
    for column in (_budget, _realised):
        block: list[BudgetLine] = []
        totals: list[int] = []
        for line in lines:
            if line.level is not BudgetLevel.JUMLAH:
                block.append(line)
                continue
            found = _check(line, block, totals, page, column)
            if found is not None:
                yield found
            printed = column(line)
            if printed is not None:
                totals.append(printed)
            block = []


Column = Callable[[BudgetLine], int | None]


def _budget(line: BudgetLine) -> int | None:
    return line.budget_rupiah


def _realised(line: BudgetLine) -> int | None:
    return line.realised_rupiah


def _check(
    total: BudgetLine, block: list[BudgetLine], totals: list[int], page: Page, column: Column
) -> WrongTotal | None:
    printed = column(total)
    if printed is None or len(block) < 2 or not _TOTAL.fullmatch(" ".join(total.name.split())):
        return None
    tree = _tree(block, column)
    if tree is None or not all(_adds_up(node) for node in tree):
        return None
    added = sum(node.amount for node in tree)
    every = sum(column(line) or 0 for line in block)
    sums = {added, every, added + sum(totals), every + sum(totals), *(node.amount for node in tree)}
    if any(abs(printed - one) <= len(block) for one in sums):  # each line may have been rounded to whole rupiah
        return None
    return WrongTotal(
        total, printed, added, len(tree), page.source is Source.TEXT_LAYER, one_digit=_one_digit(printed, added)
    )


def _one_digit(one: int, other: int) -> bool:
    left, right = str(one), str(other)
    return len(left) == len(right) and sum(a != b for a, b in zip(left, right, strict=True)) == 1


def _tree(block: list[BudgetLine], column: Column) -> tuple[_Node, ...] | None:
    """The lines as a forest by their level, deeper under shallower; None where an amount or the order is unclear."""
    if any(column(line) is None for line in block) or len({line.year for line in block}) > 1:
        return None
    depths = [_depth(line, block) for line in block]
    if depths[0] != min(depths):
        return None
    return _forest(list(zip(block, depths, strict=True)), column)


def _forest(pairs: list[tuple[BudgetLine, int]], column: Column) -> tuple[_Node, ...]:
    nodes: list[_Node] = []
    at = 0
    while at < len(pairs):
        line, depth = pairs[at]
        end = at + 1
        while end < len(pairs) and pairs[end][1] > depth:
            end += 1
        nodes.append(_Node(line, column(line) or 0, _forest(pairs[at + 1 : end], column)))
        at = end
    return tuple(nodes)


def _depth(line: BudgetLine, block: list[BudgetLine]) -> int:
    """How deep a line stands: by its code where all have one, else by its level."""
    if all(one.code for one in block) and len({one.level for one in block}) == 1:
        return len(re.findall(r"\d+", line.code or ""))
    return _RANK.get(line.level, 6)


def _adds_up(node: _Node) -> bool:
    if not node.children:
        return True
    return node.amount == sum(child.amount for child in node.children) and all(_adds_up(one) for one in node.children)


def _left_over(page: Page, lines: list[BudgetLine]) -> bool:
    """Whether the page prints an amount that no line explains: then a line may have been missed."""
    known: set[int] = set()
    for line in lines:
        amounts = [one for one in (line.budget_rupiah, line.realised_rupiah, line.prior_rupiah) if one is not None]
        known.update(amounts)
        known.update(abs(one - other) for one in amounts for other in amounts)
    sums = [line for line in lines if line.level is BudgetLevel.JUMLAH]
    totals = {column(line) for line in sums for column in (_budget, _realised)}
    return any(not _explained(line.text, known, totals) for line in page.lines)


def _explained(words: str, known: set[int], totals: set[int | None]) -> bool:
    """Whether every amount of a printed line is known, or is a part of the line's last one (Operasi + Modal = Jumlah).

    A total's own line need not add up across: that is what is in question.
    """
    amounts = [_whole(match[0]) for match in _AMOUNT.finditer(words)]
    if all(one in known for one in amounts):
        return True
    last = amounts[-1]
    return last in known and (last == sum(amounts[:-1]) or (last in totals and _STARTS_TOTAL.match(words) is not None))


def _whole(printed: str) -> int:
    """An amount in whole rupiah; two digits after the last separator are sen."""
    if re.search(r"[.,]\d{2}$", printed):
        printed = printed[:-3]
    return int(re.sub(r"\D", "", printed))
