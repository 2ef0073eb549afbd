"""Scoring: exact, bounded, monotone, and deaf to order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_ai.domain.decision import Decision, DocumentName, Verdict
from evidence_ai.domain.edition import Direction, Edition, Indicator, Measure
from evidence_ai.domain.score import Score, decimal_text
from evidence_ai.editions import load
from evidence_ai.errors import InputError
from evidence_ai.scoring import AssumedEvidence, ReviewedEvidence, exact_number, points_possible, score

EDITION = load("permenkumham_22_2021")
RATIOS = [one.id for one in EDITION.indicators if one.measure is Measure.RASIO]
# A slow machine is no failure, and thirty packages of up to 25 decisions meet every measure many times.
property_of_scoring = settings(deadline=None, max_examples=30)


def decided(indicator: str, documents: tuple[DocumentName, ...] = (), **changes: object) -> ReviewedEvidence:
    """A confirmed decision on these documents; `changes` set other fields."""
    plain = Decision(
        indicator=indicator,
        verdict=Verdict.CONFIRMED,
        value=None,
        unit=None,
        numerator=None,
        denominator=None,
        documents=tuple(one.sha256 for one in documents),
        by="penilai-1",
        at="2023-05-02T09:00:00Z",
        reason="alasan",
    )
    return ReviewedEvidence(replace(plain, **changes), documents)  # type: ignore[arg-type]


def evidence_for(indicator: Indicator) -> st.SearchStrategy[ReviewedEvidence]:
    """Any decision a person could make on this indicator."""
    numbers = st.decimals(min_value=0, max_value=10**9, allow_nan=False, allow_infinity=False, places=3)
    whole = st.integers(min_value=1, max_value=10**6).map(Decimal)
    confirmed = st.builds(
        lambda value, top, bottom: decided(indicator.id, value=f"{value:f}", numerator=top, denominator=bottom),
        numbers,
        st.none() | whole,
        st.none() | whole,
    )
    words = st.sampled_from(["KLA", "nindya", "tanpa predikat"]).map(lambda word: decided(indicator.id, value=word))
    others = st.sampled_from([Verdict.REJECTED, Verdict.NOT_APPLICABLE])
    return (words if indicator.direction is Direction.CATEGORY else confirmed) | others.map(
        lambda verdict: decided(indicator.id, verdict=verdict)
    )


@st.composite
def packages(draw: st.DrawFn) -> list[ReviewedEvidence]:
    """Decisions on some of the indicators."""
    chosen = draw(st.lists(st.sampled_from(EDITION.indicators), unique_by=lambda one: one.id, max_size=25))
    return [draw(evidence_for(one)) for one in chosen]


def shares_of(result: Score) -> Mapping[str, Fraction | None]:
    return {one.id: one.share for right in result.rights for kind in right.kinds for one in kind.indicators}


@property_of_scoring
@given(packages(), st.randoms(use_true_random=False))
def test_order_never_matters(evidence: list[ReviewedEvidence], chance: object) -> None:
    other = list(evidence)
    chance.shuffle(other)  # type: ignore[attr-defined]

    assert score(EDITION, other) == score(EDITION, evidence)


@property_of_scoring
@given(packages(), st.decimals(min_value=0, max_value=50, places=2))
def test_totals_and_shares_stay_within_their_bounds(evidence: list[ReviewedEvidence], bonus: Decimal) -> None:
    result = score(EDITION, evidence, bonus=bonus)

    assert 0 <= result.mean <= 100
    assert result.mean <= result.total <= 100
    assert all(share is None or 0 <= share <= 1 for share in shares_of(result).values())


@property_of_scoring
@given(packages())
def test_every_number_is_the_sum_of_the_numbers_below_it(evidence: list[ReviewedEvidence]) -> None:
    result = score(EDITION, evidence)

    for right in result.rights:
        counted = [kind.points for kind in right.kinds if kind.points is not None]
        assert right.points == (sum(counted) if counted else None)
        for kind in right.kinds:
            assert (kind.points or 0) == sum(one.points for one in kind.indicators)
    rights = [right.points for right in result.rights if right.points is not None]
    assert result.mean == (sum(rights) / Fraction(len(rights)) if rights else 0)


@property_of_scoring
@given(packages(), st.sampled_from(RATIOS), st.integers(0, 1000), st.integers(0, 1000))
def test_a_higher_share_never_lowers_the_total(
    evidence: list[ReviewedEvidence], indicator: str, one: int, two: int
) -> None:
    others = [each for each in evidence if each.indicator != indicator]
    totals = [
        score(EDITION, [*others, decided(indicator, numerator=Decimal(part), denominator=Decimal(1000))]).total
        for part in sorted((one, two))
    ]

    assert totals[0] <= totals[1]


@property_of_scoring
@given(st.sampled_from(RATIOS))
def test_a_full_share_adds_exactly_the_points_possible(indicator: str) -> None:
    full = decided(indicator, numerator=Decimal(1), denominator=Decimal(1))

    assert score(EDITION, [full]).total == points_possible(EDITION, indicator)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("264.78", Fraction(26478, 100)),
        ("264,78", Fraction(26478, 100)),
        ("1.234.567", Fraction(1234567)),
        ("1.234,5", Fraction(12345, 10)),
        ("1.234", Fraction(1234, 1000)),
        ("0,125", Fraction(1, 8)),
        ("1,234", None),
        ("1,234.5", None),
        ("nihil", None),
        ("", None),
        ("1e5", None),
        ("٣", None),
        ("9" * 29, None),
    ],
)
def test_numbers_are_read_only_where_one_reading_is_possible(text: str, number: Fraction | None) -> None:
    assert exact_number(text) == number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(5, 1000), "0.01"),
        (Fraction(4999, 1000000), "0.00"),
        (Fraction(-5, 1000), "-0.01"),
        (Fraction(74995, 1000), "75.00"),
        (Fraction(1620, 17), "95.29"),
        (Fraction(100), "100.00"),
    ],
)
def test_display_rounds_half_up_to_two_decimals(value: Fraction, text: str) -> None:
    assert decimal_text(value) == text


def test_lower_is_better_turns_the_ratio_around() -> None:
    right = EDITION.rights[0]
    indicators = tuple(
        replace(one, direction=Direction.LOWER) if one.id == "BH.H1" else one for one in right.indicators
    )
    edition = replace(EDITION, rights=(replace(right, indicators=indicators), *EDITION.rights[1:]))

    assert _share(edition, decided("BH.H1", numerator=Decimal(1), denominator=Decimal(4))) == Fraction(3, 4)
    assert _share(edition, decided("BH.H1", value="130")) == 0


def _share(edition: Edition, evidence: ReviewedEvidence) -> Fraction | None:
    return shares_of(score(edition, [evidence]))[evidence.indicator]


def test_one_good_document_outweighs_a_weak_and_an_unreadable_one() -> None:
    documents = (
        DocumentName("a" * 64, "rka.pdf", "rka", "ok"),
        DocumentName("b" * 64, "rusak.pdf", None, "unreadable"),
        DocumentName("c" * 64, "dpa.pdf", "dpa", "ok"),
    )

    assert _share(EDITION, decided("BH.P1", documents, value="5")) == 1


def test_an_unreadable_document_beside_a_weak_one_leaves_the_indicator_pending() -> None:
    documents = (
        DocumentName("a" * 64, "rka.pdf", "rka", "ok"),
        DocumentName("b" * 64, "rusak.pdf", None, "unreadable"),
    )
    result = score(EDITION, [decided("BH.P1", documents, value="5")])

    assert shares_of(result)["BH.P1"] is None
    assert result.provisional


def test_assumed_evidence_makes_a_score_provisional_and_marks_it_assumed() -> None:
    result = score(EDITION, [AssumedEvidence("BH.H1", value="80", unit="persen")])

    assert (result.provisional, result.assumed) == (True, True)
    assert result.total == Fraction(96, 100)


def test_every_reason_has_words_in_both_languages_that_name_its_inputs() -> None:
    result = score(EDITION, [decided("BH.H1", numerator=Decimal(17), denominator=Decimal(20))])
    because = next(one.because for one in result.rights[0].kinds[2].indicators if one.id == "BH.H1")

    assert dict(because.inputs) == {"numerator": "17", "denominator": "20", "target": "100", "unit": "%"}
    assert "17" in because.words.id
    assert "20" in because.words.en


def test_evidence_without_a_person_is_refused() -> None:
    with pytest.raises(InputError, match="siapa pemutusnya"):
        decided("BH.H1", by=" ")


def test_evidence_with_other_documents_than_decided_on_is_refused() -> None:
    decision = decided("BH.S1").decision

    with pytest.raises(InputError, match="bukan yang disebut"):
        ReviewedEvidence(decision, (DocumentName("a" * 64, "lain.pdf"),))


def test_an_unknown_indicator_is_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"BH\.X9"):
        score(EDITION, [decided("BH.X9")])


def test_two_pieces_of_evidence_for_one_indicator_are_refused() -> None:
    with pytest.raises(InputError, match=r"BH\.H1"):
        score(EDITION, [decided("BH.H1", value="1"), decided("BH.H1", value="2")])


@pytest.mark.parametrize("bonus", [Decimal(-1), Decimal("NaN"), Decimal("Infinity")])
def test_an_impossible_bonus_is_refused(bonus: Decimal) -> None:
    with pytest.raises(InputError, match="onus"):
        score(EDITION, [], bonus=bonus)


def test_a_bonus_is_refused_where_the_edition_knows_none() -> None:
    with pytest.raises(InputError, match="tidak mengenal bonus"):
        score(load("permenkumham_25_2013"), [], bonus=Decimal(1))
