"""Comparing: a retrained matcher beside the one in force, on rows nobody learned from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_ai.classifying.matcher import Matcher
from evidence_ai.training.match_rows import Read, answer, right_by_indicator


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows answered rightly per indicator ('NONE': rightly rejected), by the old matcher and by the new one."""

    losses: tuple[tuple[str, int], ...]
    gains: tuple[tuple[str, int], ...]
    rows: int

    @property
    def promotes(self) -> bool:
        """Whether the new one may take the old one's place: no indicator loses."""
        return not self.losses


def compare(old: Matcher, new: Matcher, rows: Sequence[Read]) -> Comparison:
    """Both matchers on the held-out rows among `rows`."""
    heldout = [one for one in rows if one.row.heldout]
    before = right_by_indicator([answer(one, old) for one in heldout])
    after = right_by_indicator([answer(one, new) for one in heldout])
    changes = [(one, after[one] - before[one]) for one in sorted(before | after)]
    return Comparison(
        losses=tuple((one, change) for one, change in changes if change < 0),
        gains=tuple((one, change) for one, change in changes if change > 0),
        rows=len(heldout),
    )
