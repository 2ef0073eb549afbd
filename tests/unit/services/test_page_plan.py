from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evidence_ai.reading import outcomes
from evidence_ai.services.page_plan import MOST_LOSSES, PagePlan

WHY, REST = outcomes.PAGE_CRASHED, outcomes.LOST_TOO_OFTEN


def test_pages_known_from_before_are_not_given_out() -> None:
    plan = PagePlan.of(5, range(1, 6), {2, 4})
    taken = [plan.take(1)[0] for _ in range(3)]
    assert taken == [1, 3, 5]
    assert plan.take(1) == ()


def test_quick_pages_give_turns_of_many() -> None:
    plan = PagePlan.of(100, range(1, 101), ())
    assert plan.take(1) == (1,)
    plan.page_done(1, 1, 0.01)
    assert plan.take(1) == tuple(range(2, 52))


def test_slow_pages_are_given_out_one_by_one() -> None:
    plan = PagePlan.of(9, range(1, 10), ())
    plan.take(1)
    plan.page_done(1, 1, 2.0)
    assert plan.take(1) == (2,)


def test_the_page_a_lost_reader_was_at_fails_and_the_others_go_back() -> None:
    plan = PagePlan.of(9, range(1, 10), ())
    plan.take(1)
    plan.page_done(1, 1, 0.1)
    assert plan.take(1) == (2, 3, 4, 5, 6)
    plan.page_done(1, 2, 0.1)
    (failure,) = plan.lost(1, WHY, afterwards=REST)
    assert (failure.page, failure.reason) == (3, WHY)
    assert list(plan.todo) == [4, 5, 6, 7, 8, 9]


def test_a_reader_that_leaves_fails_nothing() -> None:
    plan = PagePlan.of(3, range(1, 4), ())
    plan.take(1)
    plan.leave(1)
    assert list(plan.todo) == [1, 2, 3]


def test_after_too_many_losses_the_rest_is_named() -> None:
    plan = PagePlan.of(20, range(1, 21), ())
    for reader in range(MOST_LOSSES + 1):
        plan.take(reader)
        plan.lost(reader, WHY, afterwards=REST)
    assert plan.is_finished
    assert len(plan.failed) == 20
    assert sum(one.reason == WHY for one in plan.failed.values()) == MOST_LOSSES + 1


def test_a_selection_beyond_the_file_asks_for_nothing_more() -> None:
    assert PagePlan.of(2, (1, 2, 3, 2), ()).asked == 2


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["take", "done", "lost", "leave"])), max_size=60))
def test_no_page_is_lost_or_doubled_whatever_happens(steps: list[tuple[int, str]]) -> None:
    plan = PagePlan.of(30, range(1, 31), {7})
    for reader, what in steps:
        at_hand = plan.doing.get(reader)
        if what == "take" and not at_hand:
            plan.take(reader)
        elif what == "done" and at_hand:
            plan.page_done(reader, at_hand[0], 0.2)
        elif what == "lost":
            plan.lost(reader, WHY, afterwards=REST)
        elif what == "leave":
            plan.leave(reader)
        everywhere = [*plan.todo, *plan.done, *plan.failed, *(page for pages in plan.doing.values() for page in pages)]
        assert sorted(everywhere) == list(range(1, 31))
