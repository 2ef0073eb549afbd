"""Whether printed parents equal the sum of their children, by the codes of budget lines.

A check of reading as much as of the document: a row that was not read, or an amount in the wrong column, shows here.

**Source**: Permendagri 90/2019 (bagan akun dan kodefikasi program); Permendagri 13/2006 Pasal 79 (kode rekening bertingkat).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from evidence_ai.domain.understanding import BudgetLine

Amount = Callable[[BudgetLine], int | None]


class Sum(StrEnum):
    """How a parent and its children compare, or why they differ."""

    EQUAL = "equal"
    EQUAL_BUT_FOR_SEN = "equal_but_for_sen"
    EQUAL_NET = "equal_net"
    CHILD_EMPTY = "child_empty"
    CHILD_NOT_READ = "child_not_read"
    CHILD_TWICE = "child_twice"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ParentSum:
    """One printed parent against its direct children in one column; amounts in whole rupiah."""

    parent: BudgetLine
    children: tuple[BudgetLine, ...]
    printed: int
    summed: int
    sum: Sum

    @property
    def is_equal(self) -> bool:
        """Whether the children make the parent: to the rupiah, but for sen, or receipts less expenditures of a net."""
        return self.sum in {Sum.EQUAL, Sum.EQUAL_BUT_FOR_SEN, Sum.EQUAL_NET}


@dataclass
class _Node:
    line: BudgetLine
    parts: tuple[str, ...]
    children: list[_Node] = field(default_factory=list)


def parent_sums(lines: Sequence[BudgetLine]) -> tuple[ParentSum, ...]:
    """Every checkable parent: a coded line with two or more coded lines below it that go on its code.

    A line is below another when it follows it, its code begins with the other's, and nothing of another branch stands
    between; each column (budget, before the change, realised) is checked where the parent has an amount in it.
    """
    return tuple(one for node in _nodes(lines) for amount in _COLUMNS for one in _compared(node, amount))


_COLUMNS: tuple[Amount, ...] = (
    lambda line: line.budget_rupiah,
    lambda line: line.prior_rupiah,
    lambda line: line.realised_rupiah,
)


def _nodes(lines: Sequence[BudgetLine]) -> Iterator[_Node]:
    """The lines as a tree, in the order they are printed, parents before children."""
    found: list[_Node] = []
    open_nodes: list[_Node] = []
    for line in lines:
        if line.code is None or all(amount(line) is None for amount in _COLUMNS):
            continue
        node = _Node(line, tuple(line.code.split(".")))
        while open_nodes and not _is_below(node, open_nodes[-1]):
            open_nodes.pop()
        if open_nodes:
            open_nodes[-1].children.append(node)
        open_nodes.append(node)
        found.append(node)
    return iter(found)


def _is_below(node: _Node, other: _Node) -> bool:
    return len(node.parts) > len(other.parts) and node.parts[: len(other.parts)] == other.parts


def _compared(node: _Node, amount: Amount) -> Iterator[ParentSum]:
    printed = amount(node.line)
    if printed is None or len(node.children) < _LEAST_CHILDREN:
        return
    children = [child.line for child in node.children]
    amounts = [amount(child) for child in children]
    if all(one is None for one in amounts):
        return
    summed = sum(one or 0 for one in amounts)
    found = Sum.EQUAL if summed == printed else _why(node, amounts, printed, summed)
    yield ParentSum(node.line, tuple(children), printed, summed, found)


_LEAST_CHILDREN = 2
"""A single child repeats its parent's amount, or is the only one of several that was read: it proves nothing."""


def _why(node: _Node, amounts: Sequence[int | None], printed: int, summed: int) -> Sum:
    """Why a parent differs, as far as the lines themselves tell."""
    known = [one for one in amounts if one is not None]
    if abs(printed - summed) <= len(known):
        return Sum.EQUAL_BUT_FOR_SEN
    codes = [child.parts for child in node.children]
    if len(set(codes)) < len(codes):
        return Sum.CHILD_TWICE
    if known and _NET.search(node.line.name) and abs(abs(known[0] - sum(known[1:])) - abs(printed)) <= len(known):
        return Sum.EQUAL_NET
    if len(known) < len(amounts):
        return Sum.CHILD_EMPTY
    if _has_gap(node):
        return Sum.CHILD_NOT_READ
    return Sum.OTHER


_NET = re.compile(r"pembiayaan|surplus|defisit", re.IGNORECASE)
"""Financing is printed net: receipts (6.1) less expenditures (6.2)."""


def _has_gap(node: _Node) -> bool:
    """Whether the children's numbers skip one, or their codes differ in length: a row between was not read."""
    depth = len(node.parts)
    if len({len(child.parts) for child in node.children}) > 1:
        return True
    last = [child.parts[-1] if len(child.parts) == depth + 1 else child.parts[depth] for child in node.children]
    numbers = [int(one) for one in last if one.isdigit()]
    return numbers != list(range(1, len(numbers) + 1))
