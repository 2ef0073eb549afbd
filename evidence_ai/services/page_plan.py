"""Who reads which page of one document, and what is left when a reader is lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from evidence_ai.domain.document import PageFailure, Reason

MOST_LOSSES = 4
"""Lost readers after which the rest of a document is not tried: each may have cost a minute."""
_TURN_S = 0.5
"""About how long a reader works before it asks again: long enough to be cheap, short enough to share a file's end."""
_LONGEST_TURN = 64


@dataclass(slots=True)
class PagePlan:
    """The pages asked for of one document. A reader is named by any number that is its own."""

    total: int
    todo: deque[int]
    doing: dict[int, deque[int]] = field(default_factory=dict)
    done: set[int] = field(default_factory=set)
    failed: dict[int, PageFailure] = field(default_factory=dict)
    losses: int = 0
    _page_s: float | None = None

    @classmethod
    def of(cls, total: int, wanted: Iterable[int], known: Collection[int]) -> PagePlan:
        """A plan for the pages wanted, of which some are known from before."""
        asked = list(dict.fromkeys(number for number in wanted if 1 <= number <= total))
        return cls(
            total, deque(number for number in asked if number not in known), done={one for one in asked if one in known}
        )

    @property
    def is_finished(self) -> bool:
        """Whether every page asked for is read or failed."""
        return not self.todo and not any(self.doing.values())

    @property
    def count(self) -> int:
        """Pages read or failed."""
        return len(self.done) + len(self.failed)

    @property
    def asked(self) -> int:
        """Pages asked for."""
        return self.count + len(self.todo) + sum(len(pages) for pages in self.doing.values())

    def take(self, reader: int) -> tuple[int, ...]:
        """The next pages for a reader; none when none is left."""
        most = 1 if self._page_s is None else min(max(round(_TURN_S / max(self._page_s, 1e-4)), 1), _LONGEST_TURN)
        taken = tuple(self.todo.popleft() for _ in range(min(most, len(self.todo))))
        self.doing[reader] = deque(taken)
        return taken

    def page_done(self, reader: int, number: int, seconds: float) -> None:
        """A reader has finished a page, read or failed by itself."""
        pages = self.doing.get(reader, deque())
        if number in pages:
            pages.remove(number)
            self.done.add(number)
            self._page_s = seconds if self._page_s is None else 0.7 * self._page_s + 0.3 * seconds

    def leave(self, reader: int) -> None:
        """A reader goes; what it had not begun is for others."""
        self.todo.extendleft(reversed(self.doing.pop(reader, deque())))

    def lost(self, reader: int, why: Reason, *, afterwards: Reason) -> tuple[PageFailure, ...]:
        """A reader was lost: the page it had is named as failed, after too many losses all that are left.

        Args:
            reader: which.
            why: what the page it was at fails with.
            afterwards: what the pages not tried any more fail with.
        """
        self.losses += 1
        pages = self.doing.pop(reader, deque())
        failed = [PageFailure(pages.popleft(), why)] if pages else []
        self.todo.extendleft(reversed(pages))
        self.failed.update((one.page, one) for one in failed)
        return (*failed, *(self.give_up(afterwards) if self.losses > MOST_LOSSES else ()))

    def give_up(self, why: Reason) -> tuple[PageFailure, ...]:
        """Name all pages nobody has begun as failed."""
        failed = tuple(PageFailure(number, why) for number in self.todo)
        self.todo.clear()
        self.failed.update((one.page, one) for one in failed)
        return failed
