"""Periods as documents state them: 'YYYY' or 'YYYY-YYYY'."""

from __future__ import annotations


def covers(period: str, year: int) -> bool:
    """Whether `year` lies in `period`.

    >>> covers("2021-2026", 2023), covers("2022", 2023)
    (True, False)
    """
    return year in years(period)


def years(period: str) -> range:
    """The years of a period; empty where it is not one."""
    first, _, last = period.partition("-")
    if not first.isdigit() or (last and not last.isdigit()):
        return range(0)
    return range(int(first), int(last or first) + 1)
