"""The JSON objects other programs rely on, made from domain values; the same for the command line and the API.

Every object carries all keys of its verb; what is not known is null or [], never '' or {}. Numbers that name a person
(NIK, KK, NPWP) are masked in every text that leaves here.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from evidence_ai.domain.active_content import ActiveContent
from evidence_ai.domain.bilingual import Bilingual, Language
from evidence_ai.domain.candidate import Candidate
from evidence_ai.domain.document import DocumentText, Page, Reason
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.mismatch import Mismatch
from evidence_ai.domain.quote import Box, Fact, Quote
from evidence_ai.domain.score import decimal_text
from evidence_ai.domain.signature import Signature
from evidence_ai.domain.understanding import BudgetLine, Figure, Understanding
from evidence_ai.services.masking import is_personal, masked_object
from evidence_ai.services.prechecking import ClaimCheck, Coverage, Precheck
from evidence_ai.services.proposing import Proposal
from evidence_ai.services.raising import Gain, gains

JsonObject = dict[str, Any]


def read_object(dossier: Dossier, *, language: Language) -> JsonObject:
    """The object of `read`: the file, its outcome, and every page's text."""
    pages = [_page(page) for page in dossier.text.pages]
    return masked_object(_file_object(dossier, language) | {"pages": pages})


def understand_object(dossier: Dossier, *, language: Language) -> JsonObject:
    """The object of `understand`: the file and its outcome, facts, figures and budget lines."""
    return masked_object(_file_object(dossier, language) | _facts(dossier.understanding))


def classify_object(dossier: Dossier, *, language: Language) -> JsonObject:
    """The object of `classify`: all of `understand`, candidates, abstention and scope."""
    proposed = masked_object(_classification(dossier, language))
    return understand_object(dossier, language=language) | proposed


def check_object(dossier: Dossier, *, language: Language) -> JsonObject:
    """The object of `check`: all of `classify`, the mismatches found, electronic signatures and active content."""
    found = [mismatch_object(one, language=language) for one in dossier.mismatches]
    beside = masked_object(
        {
            "signatures": [_signature(one, language) for one in dossier.text.signatures],
            "active_content": [_active(one, language) for one in dossier.text.active],
        }
    )
    return classify_object(dossier, language=language) | {"mismatches": found} | beside


def so_far(one: JsonObject, dossier: Dossier) -> JsonObject:
    """An object of the quick lane: what it says is said of the pages looked at, and how many were not."""
    return one | {"lane": "quick", "pages_waiting": dossier.text.pages_waiting}


def mismatch_object(mismatch: Mismatch, *, language: Language) -> JsonObject:
    """One finding; `file` and `indicator` say what it is about, null where it is about the whole package."""
    found = {
        "code": mismatch.code,
        "severity": mismatch.severity.value,
        "page": mismatch.page,
        "quote": quote_object(mismatch.quote),
        "message": mismatch.message.in_(language),
        "advice": mismatch.advice.in_(language),
        "indicator": mismatch.indicator,
        "file": mismatch.file_name,
    }
    return masked_object(found)


def _signature(one: Signature, language: Language) -> JsonObject:
    return {
        "state": one.state.value,
        "signer": one.signer,
        "organisation": one.organisation,
        "issuer": one.issuer,
        "issuer_trusted": one.is_issuer_trusted,
        "signed_at": None if one.signed_at is None else one.signed_at.isoformat(),
        "timestamped": one.is_timestamped,
        "covers_whole_file": one.covers_whole_file,
        "page": one.page,
        "quote": quote_object(one.quote),
        "message": one.words.in_(language),
    }


def _active(one: ActiveContent, language: Language) -> JsonObject:
    words = one.words.in_(language)
    return {"kind": one.kind.value, "place": one.place, "page": one.page, "count": one.count, "message": words}


def precheck_object(done: Precheck, *, language: Language) -> JsonObject:
    """The object of `precheck`: documents, answers, coverage, findings and the two provisional totals."""
    found = {
        "package": done.package.name,
        "edition": done.edition.name,
        "documents": [check_object(dossier, language=language) for dossier in done.package.dossiers],
        "claims": [_claim(one, language) for one in done.claims],
        "coverage": [_coverage(one) for one in done.coverage],
        "mismatches": [mismatch_object(one, language=language) for one in done.mismatches],
        "provisional_score": {
            "certain": decimal_text(done.provisional.certain.total),
            "if_all_confirmed": decimal_text(done.provisional.if_all_confirmed.total),
        },
        "proposals": [proposal_object(one, language=language) for one in done.proposals],
        "gains": [gain_object(one, language=language) for one in gains(done)],
    }
    return masked_object(found)


def proposal_object(one: Proposal, *, language: Language) -> JsonObject:
    """An answer that a document supports, with its page; nobody has taken it over yet."""
    found = {
        "indicator": one.indicator,
        "value": one.value,
        "unit": one.unit,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "file": one.file_name,
        "quote": quote_object(one.quote),
        "confidence": round(one.confidence, 4),
        "alternatives": one.alternatives,
        "because": one.because.in_(language),
        "answered": one.answered,
    }
    return masked_object(found)


def gain_object(one: Gain, *, language: Language) -> JsonObject:
    """What one indicator would add, why it does not yet, who must act, and the steps."""
    found = {
        "indicator": one.indicator.id,
        "state": one.state.value,
        "points_possible": decimal_text(one.points, 4),
        "accepted": list(one.indicator.evidence_types),
        "owner": one.owner.in_(language),
        "because": [words.in_(language) for words in one.because],
        "steps": [words.in_(language) for words in one.steps],
        "carry_over": [
            {"sha256": kept.sha256, "file": kept.name, "data_year": kept.data_year, "in_package": kept.in_package}
            for kept in one.carry_over
        ],
    }
    return masked_object(found)


def _claim(checked: ClaimCheck, language: Language) -> JsonObject:
    claim, finding = checked.claim, checked.finding
    return {
        "indicator": claim.indicator,
        "value": claim.value,
        "unit": claim.unit,
        "numerator": claim.numerator,
        "denominator": claim.denominator,
        "documents": list(claim.file_names),
        "result": finding.result.value if finding is not None else "unclear",
        "quote": quote_object(finding.quote) if finding is not None else None,
        "file": finding.file_name if finding is not None else None,
        "because": finding.because.in_(language) if finding is not None else None,
    }


def _coverage(one: Coverage) -> JsonObject:
    return {
        "indicator": one.indicator.id,
        "state": one.state.value,
        "documents": list(one.documents),
        "points_possible": decimal_text(one.points_possible, 4),
    }


def quote_object(quote: Quote | None) -> JsonObject | None:
    """Where something stands: page, box in points, words."""
    return None if quote is None else {"page": quote.page, "box": _box(quote.box), "text": quote.text}


def _file_object(dossier: Dossier, language: Language) -> JsonObject:
    document, text = dossier.document, dossier.text
    return {
        "file": document.name,
        "sha256": document.sha256 or None,
        "media_type": document.media_type or None,
        "outcome": text.outcome.value,
        "reason": _reason(text.reason, language),
        "pages_total": text.pages_total,
        "pages_read": len(text.pages),
        "pages_failed": _failures(text, language),
    }


def _failures(text: DocumentText, language: Language) -> list[JsonObject]:
    return [{"page": one.page, "reason": _reason(one.reason, language)} for one in text.pages_failed]


def _reason(reason: Reason | None, language: Language) -> JsonObject | None:
    return None if reason is None else {"code": reason.code, "message": _words(reason.message, language)}


def _words(words: Bilingual, language: Language) -> str:
    return words.in_(language)


def _page(page: Page) -> JsonObject:
    return {
        "number": page.number,
        # Files without pages (text, office files) have no size; 0 would be one.
        "width_pt": round(page.width_pt, 2) or None,
        "height_pt": round(page.height_pt, 2) or None,
        "source": page.source.value,
        "grade": page.grade.value,
        "text": page.text,
    }


def _facts(known: Understanding) -> JsonObject:
    return {
        "document_type": _fact(known.document_type),
        "issuer_level": _fact(known.issuer_level),
        "region": _fact(known.region),
        "region_code": _fact(known.region_code),
        "number": _fact(known.number),
        "year": _fact(known.year),
        "title": _fact(known.title),
        "enacted_on": _fact(known.enacted_on),
        "promulgated_on": _fact(known.promulgated_on),
        "status": _fact(known.status),
        "period": _fact(known.period),
        "figures": [_figure(figure) for figure in known.figures if not is_personal(figure)],
        "budget_lines": [_budget_line(line) for line in known.budget_lines],
    }


def _fact(fact: Fact[Any] | None) -> JsonObject | None:
    if fact is None or fact.value is None or fact.value == "":
        return None
    value = fact.value if isinstance(fact.value, int) else str(fact.value)
    return {"value": value, "confidence": round(fact.confidence, 4), "quote": quote_object(fact.quote)}


def _figure(figure: Figure) -> JsonObject:
    return {
        "label": figure.label,
        "value": decimal_string(figure.value),
        "raw": figure.raw,
        "unit": figure.unit or None,
        "year": figure.year,
        "numerator": decimal_string(figure.numerator),
        "denominator": decimal_string(figure.denominator),
        "role": figure.role.value if figure.role else None,
        "quote": quote_object(figure.quote),
        "confidence": round(figure.confidence, 4),
    }


def _budget_line(line: BudgetLine) -> JsonObject:
    return {
        "code": line.code or None,
        "name": line.name,
        "level": line.level.value,
        "budget_rupiah": line.budget_rupiah,
        "realised_rupiah": line.realised_rupiah,
        "prior_rupiah": line.prior_rupiah,
        "percent": decimal_string(line.percent),
        "year": line.year,
        "quote": quote_object(line.quote),
    }


def decimal_string(value: Decimal | None) -> str | None:
    """A Decimal as plain digits, never with an exponent.

    >>> decimal_string(Decimal("2.6478E+2"))
    '264.78'
    """
    return None if value is None else format(value, "f")


def _classification(dossier: Dossier, language: Language) -> JsonObject:
    classification = dossier.classification
    if classification is None or not dossier.text.pages:
        return _unclassified(dossier.text.reason, language)
    because = classification.abstained_because
    return {
        "candidates": [_candidate(candidate, language) for candidate in classification.candidates],
        "abstained": classification.abstained,
        "abstained_because": because.in_(language) if because is not None else None,
        "scope": classification.scope.value,
    }


def _unclassified(reason: Reason | None, language: Language) -> JsonObject:
    """Nothing was read, so nothing can be said of its subject; the reason is that of reading."""
    because = reason.message if reason is not None else _NOT_READ
    return {"candidates": [], "abstained": True, "abstained_because": because.in_(language), "scope": "none"}


_NOT_READ = Bilingual("Berkas ini tidak terbaca.", "The file could not be read.")


def _candidate(candidate: Candidate, language: Language) -> JsonObject:
    reasons = [{"channel": one.channel, "text": one.text.in_(language), "page": one.page} for one in candidate.reasons]
    return {
        "indicator": candidate.indicator,
        "probability": round(candidate.probability, 4),
        "suggested": candidate.suggested,
        "reasons": reasons,
    }


def _box(box: Box | None) -> list[float] | None:
    return None if box is None else [round(side, 2) for side in (box.x0, box.y0, box.x1, box.y1)]
