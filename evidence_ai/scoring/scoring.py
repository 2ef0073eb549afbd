"""The door: score(edition, evidence) -> Score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from evidence_ai.domain.edition import Edition, Formula
from evidence_ai.domain.score import Because, RightScore, Score
from evidence_ai.errors import InputError
from evidence_ai.scoring.evidence import AssumedEvidence, Evidence
from evidence_ai.scoring.items import items_mean, right_by_items
from evidence_ai.scoring.rights_mean import right_by_kinds, rights_mean
from evidence_ai.scoring.share import NOTHING, Share, share_of

Shares = Mapping[str, Share]


def score(edition: Edition, evidence: Iterable[Evidence], *, bonus: Decimal = Decimal(0)) -> Score:
    """The points a region earns, exact, with the reason of every share. Order of `evidence` never matters.

    Args:
        edition: the rules.
        evidence: at most one per indicator; an indicator without any is unanswered.
        bonus: points the Aksi HAM report adds (0 or more).

    Raises:
        InputError: an indicator is unknown to the edition or named twice, or the bonus is not one it allows.

    **Source**: the edition's own rules; each part carries its status and source.
    """
    found = _by_indicator(edition, evidence)
    _check_bonus(edition, bonus)
    shares = _shares(edition, found)
    rights, mean = _points(edition, shares)
    total = min(Fraction(edition.rules.cap), mean + Fraction(bonus))
    assumed = any(isinstance(one, AssumedEvidence) for one in found.values())
    return Score(
        edition=edition.name,
        mean=mean,
        bonus=Fraction(bonus),
        total=total,
        predikat=predikat_of(edition, total),
        provisional=assumed or any(share.value is None and share.counts for share in shares.values()),
        assumed=assumed,
        rights=rights,
    )


def predikat_of(edition: Edition, total: Fraction) -> str:
    """The predikat the exact total earns; nothing is rounded before it is compared."""
    for predikat in edition.rules.predikat:
        if total > predikat.at_least or (predikat.inclusive and total == predikat.at_least):
            return predikat.name
    return edition.rules.predikat_below


def _by_indicator(edition: Edition, evidence: Iterable[Evidence]) -> dict[str, Evidence]:
    known = {indicator.id for indicator in edition.indicators}
    found: dict[str, Evidence] = {}
    for one in evidence:
        if one.indicator not in known:
            message = f"Edisi {edition.name} tidak mempunyai indikator {one.indicator!r}, sehingga keputusan itu tidak dapat dihitung."
            raise InputError(message, advice=f"Lihat daftarnya dengan `evidence-ai editions show {edition.name}`.")
        if one.indicator in found:
            message = f"Ada lebih dari satu bukti untuk {one.indicator}, padahal hanya satu keputusan yang berlaku."
            raise InputError(message, advice="Berikan satu untuk setiap indikator, dengan semua dokumennya.")
        found[one.indicator] = one
    return found


def _check_bonus(edition: Edition, bonus: Decimal) -> None:
    if not bonus.is_finite() or bonus < 0:
        raise InputError(f"Bonus {bonus} tidak mungkin.", advice="Isi 0 poin atau lebih.")
    if bonus and not edition.rules.bonus_allowed:
        message = f"Edisi {edition.name} tidak mengenal bonus Aksi HAM, tetapi diisi {bonus}."
        raise InputError(message, advice="Isi aksi_ham_bonus dengan 0.")


def _shares(edition: Edition, found: Mapping[str, Evidence]) -> dict[str, Share]:
    gap_policy = edition.rules.gap_policy
    missing = _unanswered(edition.rules.formula)
    return {
        indicator.id: share_of(indicator, found[indicator.id], gap_policy) if indicator.id in found else missing
        for indicator in edition.indicators
    }


def _unanswered(formula: Formula) -> Share:
    """No answer earns nothing; only in 25/2013 an item not assessed leaves the denominator (17 items became 16)."""
    if formula is Formula.ITEMS:
        return Share(None, Because("not_assessed"), counts=False)
    return Share(NOTHING, Because("unanswered"))


def _points(edition: Edition, shares: Shares) -> tuple[tuple[RightScore, ...], Fraction]:
    if edition.rules.formula is Formula.ITEMS:
        by_items = tuple(right_by_items(right, shares) for right in edition.rights)
        return by_items, items_mean(shares)
    weights = {kind: Fraction(points) for kind, points in edition.rules.weights}
    by_kinds = tuple(right_by_kinds(right, shares, weights) for right in edition.rights)
    return by_kinds, rights_mean(by_kinds)
