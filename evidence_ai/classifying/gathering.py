"""Gathering: all evidence of one document, by indicator, before any probability."""

from __future__ import annotations

from dataclasses import dataclass, replace

from evidence_ai.classifying.channels.body import body_evidence
from evidence_ai.classifying.channels.budget import (
    budget_evidence,
    expected_budget_evidence,
    office_budget_evidence,
    realisation_evidence,
)
from evidence_ai.classifying.channels.figure_labels import figure_evidence
from evidence_ai.classifying.channels.phrasing import phrasing_evidence
from evidence_ai.classifying.channels.title import TitleFindings, title_evidence
from evidence_ai.classifying.channels.type_gate import gate_evidence
from evidence_ai.classifying.combining import Asked, Case, cases
from evidence_ai.classifying.evidence import Evidence, Objection
from evidence_ai.classifying.matcher import Matcher
from evidence_ai.classifying.phrasing import Phrasing
from evidence_ai.classifying.repairing import mended
from evidence_ai.classifying.scoping import wide_scope
from evidence_ai.classifying.subjects import Subject, heading_subject, subject_of
from evidence_ai.domain.candidate import Scope
from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.understanding import Understanding
from evidence_ai.domain.vocabulary import LEGAL_PRODUCTS

_BUDGET_LAWS = frozenset({None, "perda", "perkada"})
"""The regulation that carries a whole budget counts as the budget."""
_ONE_LINE_AMONG_MANY = 1.4
"""In one office's budget a single line says less than the office does."""
_BUDGET_TYPES = frozenset({"dpa", "rka", "lra", "apbd", "kua_ppas"})


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything known of a document before probabilities: what `train` learns from and `classify` decides on."""

    subject: Subject
    cases: tuple[Case, ...]
    asked: Asked
    wide: Scope | None
    objections: tuple[Objection, ...]


def gather(
    understanding: Understanding, text: DocumentText, matcher: Matcher, phrasing: Phrasing | None = None
) -> Seen:
    """All evidence of a document; `phrasing` adds what learned words say of one that is not wide."""
    subject = subject_of(understanding)
    document_type = understanding.document_type.value if understanding.document_type else None
    if not subject.tokens and document_type not in LEGAL_PRODUCTS:
        subject = heading_subject(text)
    subject = replace(subject, tokens=mended(subject.tokens, matcher.vocabulary))
    lines = budget_evidence(understanding, matcher)
    wide = wide_scope(understanding, subject, len(lines))
    if wide is Scope.WHOLE_BUDGET and document_type in _BUDGET_LAWS:
        document_type = "apbd"
    title = title_evidence(subject, matcher) if wide is not Scope.WHOLE_BUDGET else TitleFindings((), ())
    evidence = _channels(understanding, text, subject, matcher, title=title, lines=lines, wide=wide)
    if wide is None and phrasing is not None:
        evidence += phrasing_evidence(subject, {one.indicator for one in evidence}, phrasing)
    gated = [
        gate_evidence(matcher.indicators[one], document_type) for one in sorted({item.indicator for item in evidence})
    ]
    titled = understanding.title is not None
    asked = Asked(document_type, several=wide is not None, revokes=subject.revokes, titled=titled)
    return Seen(subject, cases((*evidence, *gated), matcher.indicators, asked), asked, wide, title.objections)


def _channels(
    understanding: Understanding,
    text: DocumentText,
    subject: Subject,
    matcher: Matcher,
    *,
    title: TitleFindings,
    lines: tuple[Evidence, ...],
    wide: Scope | None,
) -> list[Evidence]:
    """All evidence that fits the width of the document."""
    document_type = understanding.document_type.value if understanding.document_type else None
    if wide is Scope.WHOLE_BUDGET:
        return list(lines or expected_budget_evidence(matcher))
    evidence = [*title.evidence]
    if document_type in _BUDGET_TYPES:
        found = lines + (realisation_evidence(lines, matcher) if document_type == "lra" else ())
        evidence += [replace(line, log_odds=line.log_odds - _ONE_LINE_AMONG_MANY) for line in found]
        return [
            *evidence,
            *office_budget_evidence(understanding, f"{subject.text} {heading_subject(text).text}", matcher),
        ]
    if document_type not in LEGAL_PRODUCTS:
        evidence += figure_evidence(understanding, matcher)
    about_else = document_type in LEGAL_PRODUCTS and any(one.decisive for one in title.objections)
    if wide is None and not about_else:
        evidence += body_evidence(text, document_type, matcher, heading_known=understanding.title is None)
    return evidence
