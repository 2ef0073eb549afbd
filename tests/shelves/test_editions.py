"""Checks over every edition at once: it loads, says how well it is known, and passes its own golden cases."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from importlib import resources
from typing import Any

import pytest

from evidence_ai.domain.decision import Decision, DocumentName, Verdict
from evidence_ai.domain.document import Outcome
from evidence_ai.domain.edition import Direction, Edition, Indicator, Measure, Status
from evidence_ai.domain.mismatch import Severity
from evidence_ai.domain.score import IndicatorScore, Score, decimal_text
from evidence_ai.editions import lint, load, names
from evidence_ai.scoring import ReviewedEvidence, points_possible, score
from evidence_ai.scoring.scoring import predikat_of

Case = Mapping[str, Any]
OUTCOMES = {one.value for one in Outcome}


def members(kind: str) -> list[Any]:
    """Every golden case of one kind in every edition, as pytest parameters."""
    return [
        pytest.param(name, case, id=f"{name}: {case.get('claim') or case.get('indicator') or case.get('total')}")
        for name in names()
        for case in _cases(name, kind)
    ]


def _cases(name: str, kind: str) -> Iterator[Case]:
    folder = resources.files("evidence_ai.editions").joinpath(name, "cases")
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        yield from tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal).get(kind, ())


@pytest.mark.parametrize("name", names())
def test_every_edition_is_free_of_lint_errors(name: str) -> None:
    assert [one for one in lint(name) if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", names())
def test_every_edition_states_source_and_status_of_each_indicator_and_says_what_it_is(name: str) -> None:
    edition = load(name)

    assert edition.notice.id
    assert edition.notice.en
    assert len(edition.indicators) + edition.missing_indicators == edition.declared_indicators
    assert all(one.source and one.status in set(Status) for one in edition.indicators)


@pytest.mark.parametrize("name", names())
def test_every_edition_brings_cases_of_its_rules_and_of_published_totals(name: str) -> None:
    assert list(_cases(name, "case"))
    assert list(_cases(name, "predikat"))


@pytest.mark.parametrize("name", names())
def test_the_points_possible_add_up_to_a_full_score(name: str) -> None:
    edition = load(name)

    assert sum(points_possible(edition, one.id) for one in edition.indicators) == 100


@pytest.mark.parametrize(("name", "case"), members("case"))
def test_a_golden_case_gives_its_exact_total(name: str, case: Case) -> None:
    edition = load(name)
    result = score(edition, _evidence(edition, case), bonus=Decimal(case.get("bonus", 0)))
    found = _by_id(result)

    assert f"{result.total.numerator}/{result.total.denominator}" == case["total_exact"]
    assert decimal_text(result.total) == case.get("total", decimal_text(result.total))
    assert result.predikat == case.get("predikat", result.predikat)
    assert result.provisional is case.get("provisional", False)
    assert {one.id for one in found.values() if one.pending} == set(case.get("pending", ()))
    for indicator, share in case.get("shares", {}).items():
        assert found[indicator].share == Fraction(share)
    for indicator, code in case.get("because", {}).items():
        assert found[indicator].because.code == code
        assert found[indicator].because.words.id
    points = {right.id: right.points for right in result.rights}
    for right, expected in case.get("rights", {}).items():
        assert decimal_text(points[right] or Fraction(0)) == expected


@pytest.mark.parametrize(("name", "case"), members("edges"))
def test_every_band_edge_earns_the_points_of_its_own_band(name: str, case: Case) -> None:
    edition = load(name)

    for value, points in case["points"].items():
        assert _earned(edition, case["indicator"], value).share == Fraction(points) / 10, value


@pytest.mark.parametrize(("name", "case"), [one for one in members("edges") if "gaps" in one.values[1]])
def test_a_value_in_a_printed_gap_takes_the_lower_points_and_says_so(name: str, case: Case) -> None:
    edition = load(name)

    for value, points in case["gaps"].items():
        found = _earned(edition, case["indicator"], value)
        assert found.share == Fraction(points) / 10, value
        assert found.because.code == "band_gap"
        assert "lower_points" in found.because.words.en


@pytest.mark.parametrize(("name", "case"), members("predikat"))
def test_a_published_total_earns_the_predikat_it_was_published_with(name: str, case: Case) -> None:
    assert predikat_of(load(name), Fraction(case["total"])) == case["predikat"]


@pytest.mark.parametrize("name", names())
def test_every_numeric_band_edge_of_an_edition_is_covered_by_a_golden_case(name: str) -> None:
    edition = load(name)
    covered = {case["indicator"]: {Fraction(one) for one in _numbers(case)} for case in _cases(name, "edges")}

    for indicator in edition.indicators:
        bounds = [bound.value for band in indicator.bands for bound in (band.lower, band.upper) if bound is not None]
        assert {Fraction(one) for one in bounds} <= covered.get(indicator.id, set()), indicator.id


def _numbers(case: Case) -> list[str]:
    values = [*case["points"], *case.get("gaps", ())]
    return [one for one in values if one.replace(".", "").isdigit()]


def _evidence(edition: Edition, case: Case) -> list[ReviewedEvidence]:
    answers = {one.id: _best(one) for one in edition.indicators if one.right in case.get("full", ())}
    answers |= case.get("answers", {})
    return [_answered(edition, indicator, answer) for indicator, answer in answers.items()]


def _best(indicator: Indicator) -> str:
    if indicator.measure is Measure.ADA:
        return f"dokumen {indicator.evidence_types[0]}"
    if indicator.measure is Measure.ANGGARAN:
        return "1"
    if indicator.measure is not Measure.PITA:
        return str(indicator.target)
    if not indicator.bands:
        return "10 poin"
    best = max(indicator.bands, key=lambda band: band.points)
    if indicator.direction is Direction.CATEGORY:
        return str(best.category)
    edge = best.lower or best.upper
    assert edge is not None
    return str(edge.value)


def _answered(edition: Edition, identifier: str, answer: str) -> ReviewedEvidence:
    """The case language: see the head of permenkumham_22_2021/cases/rules.toml."""
    indicator = edition.indicator(identifier)
    assert indicator is not None, identifier
    value, _, support = answer.removesuffix(" poin").partition(" dengan ")
    if answer.startswith("dokumen "):
        value, support = "", answer.removeprefix("dokumen ")
    value, _, unit = value.partition(" dalam ")
    words = {"tidak berlaku": Verdict.NOT_APPLICABLE, "ditolak": Verdict.REJECTED}
    parts = value.split("/") if "/" in value else None
    documents = (_document(support),) if support else ()
    if answer.endswith(" poin"):
        unit = "poin"
    decision = Decision(
        indicator=identifier,
        verdict=words.get(answer, Verdict.CONFIRMED),
        value=None if parts or not value or answer in {*words, "dikonfirmasi"} else value,
        unit=unit or indicator.unit,
        numerator=Decimal(parts[0]) if parts else None,
        denominator=Decimal(parts[1]) if parts else None,
        documents=tuple(one.sha256 for one in documents),
        by="penilai-1",
        at="2023-05-02T09:00:00+07:00",
        reason="alasan penilai" if answer in words else None,
    )
    return ReviewedEvidence(decision, documents)


def _document(word: str) -> DocumentName:
    if word in OUTCOMES:
        return DocumentName("a" * 64, "berkas.pdf", outcome=word)
    return DocumentName("a" * 64, "berkas.pdf", document_type=word, outcome="ok")


def _earned(edition: Edition, indicator: str, value: str) -> IndicatorScore:
    return _by_id(score(edition, [_answered(edition, indicator, value)]))[indicator]


def _by_id(result: Score) -> dict[str, IndicatorScore]:
    return {one.id: one for right in result.rights for kind in right.kinds for one in kind.indicators}
