from __future__ import annotations

from evidence_ai.services.evaluating.rates import Rate, overlap, plain


def test_an_interval_contains_its_rate_and_stays_within_zero_and_one() -> None:
    for right, n in ((0, 7), (7, 7), (3, 9), (940, 1000)):
        rate = Rate(right, n)
        assert rate.interval is not None
        assert rate.value is not None
        low, high = rate.interval
        assert 0 <= low <= rate.value <= high <= 1


def test_nothing_measured_is_no_rate() -> None:
    assert Rate.of([]).value is None
    assert Rate.of([]).interval is None


def test_titles_are_compared_by_letters_and_digits_only() -> None:
    assert plain("PERUBAHAN  ATAS\nPerda No. 3") == plain("perubahan atas perda no 3")


def test_overlap_counts_repeated_words_once_each() -> None:
    assert overlap("a a b", "a b b") == 2 / 3
    assert overlap("", "a") == 0
