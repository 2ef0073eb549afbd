"""The share of its points one indicator earns, with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from evidence_ai.domain.decision import DocumentName, Verdict
from evidence_ai.domain.document import Outcome
from evidence_ai.domain.edition import Direction, Indicator, Measure
from evidence_ai.domain.score import Because
from evidence_ai.scoring.bands import band_share
from evidence_ai.scoring.evidence import Evidence
from evidence_ai.scoring.numbers import exact_number

NOTHING = Fraction(0)
FULL = Fraction(1)
POINTS_UNIT = "poin"

_UNIT_SYNONYMS = {"persen": "%", "percent": "%", "rp": "rupiah", "rp.": "rupiah", "idr": "rupiah", "point": "poin"}
_RATES = {"%": 100, "per 1.000": 1_000, "per 100.000": 100_000}
_READABLE = frozenset({Outcome.OK.value, Outcome.PARTIAL.value})


@dataclass(frozen=True, slots=True)
class Share:
    """0..1 with its reason. `value` None: pending, or (`counts` False) out of the denominator."""

    value: Fraction | None
    because: Because
    counts: bool = True


def add_up(shares: Iterable[Share]) -> Fraction:
    """The sum of the known shares. Whole ones are counted, which is far cheaper than adding fractions."""
    known = [share.value for share in shares if share.value is not None and share.value is not NOTHING]
    parts = [value for value in known if value is not FULL]
    return sum(parts, Fraction(len(known) - len(parts)))


def share_of(indicator: Indicator, evidence: Evidence, gap_policy: str) -> Share:
    """The share one indicator earns by one piece of evidence.

    **Source**: drafted; measures as the edition's rules say (part `measures`).
    """
    if evidence.verdict is Verdict.NOT_APPLICABLE:
        return Share(None, Because("not_applicable", (("reason", evidence.reason),)), counts=False)
    if evidence.verdict is Verdict.REJECTED:
        return Share(NOTHING, Because("rejected", (("reason", evidence.reason),)))
    stopped = _stopped_by_documents(indicator, evidence.documents)
    if stopped is not None:
        return stopped
    if indicator.measure is Measure.ADA:
        return _existence(evidence.documents)
    if indicator.measure is Measure.RASIO and evidence.numerator is not None and evidence.denominator is not None:
        return _ratio_of_parts(indicator, evidence.numerator, evidence.denominator)
    if indicator.measure is Measure.PITA and not evidence.value and evidence.numerator and evidence.denominator:
        return _band_of_parts(indicator, evidence.numerator, evidence.denominator, gap_policy)
    return _by_value(indicator, evidence, gap_policy)


def _stopped_by_documents(indicator: Indicator, documents: tuple[DocumentName, ...]) -> Share | None:
    """The share if no document can carry the indicator; None if at least one can, or if none was named.

    A document that cannot be read may still be good, so it decides before one that is known to be weak.
    """
    stops = [_stop(indicator, document) for document in documents]
    if not stops or None in stops:
        return None
    pending = [stop for stop in stops if stop is not None and stop.value is None]
    return (pending or stops)[0]


def _stop(indicator: Indicator, document: DocumentName) -> Share | None:
    if document.outcome is not None and document.outcome not in _READABLE:
        return Share(None, Because("document_unreadable", (("document", document.name), ("outcome", document.outcome))))
    kind = document.document_type
    if kind is None or kind in indicator.evidence_types:
        return None
    inputs = (("document", document.name), ("document_type", kind), ("accepted", ", ".join(indicator.evidence_types)))
    if kind in indicator.weak_types:
        return Share(NOTHING, Because("document_weak", inputs))
    # A figure may stand in any report and a person has seen it there; existence is proved by the kind itself.
    return Share(NOTHING, Because("document_other_type", inputs)) if indicator.measure is Measure.ADA else None


def _existence(documents: tuple[DocumentName, ...]) -> Share:
    if not documents:
        return Share(NOTHING, Because("document_none"))
    names = ", ".join(sorted(document.name for document in documents))
    return Share(FULL, Because("document_confirmed", (("document", names),)))


def _ratio_of_parts(indicator: Indicator, numerator: str, denominator: str) -> Share:
    target = _target(indicator)
    parts = _parts(numerator, denominator, target)
    if isinstance(parts, Share):
        return parts
    part, whole = parts
    share = _against_target(indicator, 100 * part.numerator * whole.denominator, part.denominator * whole.numerator)
    code = "ratio_parts_lower" if indicator.direction is Direction.LOWER else "ratio_parts"
    return Share(share, Because(code, (("numerator", numerator), ("denominator", denominator), *target)))


def _band_of_parts(indicator: Indicator, numerator: str, denominator: str, gap_policy: str) -> Share:
    """A banded percentage or rate given by its parts only; other units have no such reading."""
    scale = _RATES.get(_unit(indicator.unit) or "")
    if scale is None:
        return Share(NOTHING, Because("value_missing", (("unit", indicator.unit or "-"),)))
    parts = _parts(numerator, denominator, ())
    if isinstance(parts, Share):
        return parts
    part, whole = parts
    return Share(*band_share(indicator, f"{scale} x {numerator} / {denominator}", scale * part / whole, gap_policy))


def _parts(numerator: str, denominator: str, more: tuple[tuple[str, str], ...]) -> tuple[Fraction, Fraction] | Share:
    """Both parts as numbers, or the share of an indicator whose parts are none."""
    part, whole = exact_number(numerator), exact_number(denominator)
    if part is None or whole is None:
        wrong = numerator if part is None else denominator
        return Share(None, Because("value_not_a_number", (("value", wrong),)))
    inputs = (("numerator", numerator), ("denominator", denominator), *more)
    if whole == 0:
        return Share(NOTHING, Because("denominator_zero", inputs))
    if part < 0 or whole < 0:
        return Share(None, Because("denominator_negative", inputs))
    return part, whole


def _by_value(indicator: Indicator, evidence: Evidence, gap_policy: str) -> Share:
    unit = indicator.unit or "-"
    if evidence.value is None or not evidence.value.strip():
        if not indicator.bands_complete and not indicator.bands:
            return Share(None, Because("points_needed", (("value", "-"),)))
        return Share(NOTHING, Because("value_missing", (("unit", unit),)))
    written = evidence.value.strip()
    if indicator.direction is Direction.CATEGORY:
        return Share(*band_share(indicator, written, None, gap_policy))
    value = exact_number(written)
    if value is None:
        return Share(None, Because("value_not_a_number", (("value", written),)))
    if not indicator.bands_complete and (_unit(evidence.unit) or _unit(indicator.unit)) == POINTS_UNIT:
        return _entered(written, value)
    if evidence.unit is not None and indicator.unit is not None and _unit(evidence.unit) != _unit(indicator.unit):
        inputs = (("value", written), ("unit_given", evidence.unit), ("unit", unit))
        return Share(None, Because("unit_differs", inputs))
    if value < 0:
        return Share(None, Because("value_negative", (("value", written),)))
    return _measured(indicator, written, value, gap_policy)


def _entered(written: str, value: Fraction) -> Share:
    if not 0 <= value <= 10:
        return Share(None, Because("points_out_of_range", (("value", written),)))
    return Share(FULL if value == 10 else value / 10, Because("points_entered", (("value", written),)))


def _measured(indicator: Indicator, written: str, value: Fraction, gap_policy: str) -> Share:
    if indicator.measure is Measure.PITA:
        return Share(*band_share(indicator, written, value, gap_policy))
    if indicator.measure is Measure.ANGGARAN:
        code = "budget" if value > 0 else "budget_zero"
        return Share(FULL if value > 0 else NOTHING, Because(code, (("value", written),)))
    code = "count" if indicator.measure is Measure.JUMLAH else "ratio"
    if indicator.direction is Direction.LOWER:
        code = "ratio_lower"
    share = _against_target(indicator, value.numerator, value.denominator)
    return Share(share, Because(code, (("value", written), *_target(indicator))))


def _against_target(indicator: Indicator, above: int, below: int) -> Fraction:
    """min(1, above / below / target), or 1 minus that where lower is better.

    In whole numbers until the end, because a national table makes thirty thousand of these.
    """
    assert indicator.target is not None  # noqa: S101  # linting refuses an edition where it is
    target, parts = indicator.target.as_integer_ratio()
    reached, full = above * parts, below * target
    if indicator.direction is Direction.LOWER:
        return Fraction(full - reached, full) if reached < full else NOTHING
    return Fraction(reached, full) if reached < full else FULL


def _target(indicator: Indicator) -> tuple[tuple[str, str], ...]:
    return (("target", str(indicator.target)), ("unit", indicator.unit or "-"))


def _unit(text: str | None) -> str | None:
    if text is None:
        return None
    folded = " ".join(text.casefold().split())
    return _UNIT_SYNONYMS.get(folded, folded)
