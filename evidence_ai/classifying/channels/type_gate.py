"""The type gate: which kinds of document an indicator accepts."""

from __future__ import annotations

from enum import StrEnum

from evidence_ai.classifying.evidence import Evidence
from evidence_ai.domain.edition import Indicator, IndicatorKind, Measure
from evidence_ai.domain.vocabulary import LEGAL_PRODUCTS


class Gate(StrEnum):
    """How a document type stands to an indicator."""

    OPEN = "open"
    WEAK = "weak"
    KINDRED = "kindred"
    DISTANT = "distant"
    WIDE = "wide"
    CLOSED = "closed"
    UNKNOWN = "unknown"


_WIDE_REPORTS = frozenset({"lkpj", "lppd"})
_REGULATIONS = frozenset({"perda", "perkada"})
_LOG_ODDS = {
    Gate.OPEN: 0.2,
    Gate.WEAK: -0.6,
    Gate.WIDE: -0.4,
    Gate.KINDRED: -1.3,
    Gate.DISTANT: -2.3,
    Gate.CLOSED: -4.2,
    Gate.UNKNOWN: 0.0,
}
_NAMES = {
    "perda": "peraturan daerah", "perkada": "peraturan kepala daerah", "keputusan_kepala_daerah": "keputusan kepala daerah",
    "keputusan_opd": "keputusan kepala perangkat daerah", "apbd": "APBD", "dpa": "DPA", "lra": "LRA", "rka": "RKA", "sop": "SOP",
}  # fmt: skip


def gate(indicator: Indicator, document_type: str | None) -> Gate:
    """Whether `indicator` takes documents of this type.

    WIDE: a report on the whole government, which holds the result among many others.
    KINDRED: another regulation or decree than the one asked for (a perkada where a perda is asked):
    the topic may fit, the form does not. DISTANT: a decree or circular where a regulation
    is asked, or any legal product where an activity is asked.
    """
    if document_type is None:
        return Gate.UNKNOWN
    if document_type in indicator.evidence_types:
        return Gate.OPEN
    if document_type in indicator.weak_types:
        return Gate.WEAK
    if document_type in _WIDE_REPORTS and "laporan_kinerja" in indicator.evidence_types:
        return Gate.WIDE
    if (
        document_type not in LEGAL_PRODUCTS
        or document_type == "apbd"
        or indicator.kind is IndicatorKind.HASIL
        or _asks_money(indicator)
    ):
        return Gate.CLOSED
    asked = LEGAL_PRODUCTS & set(indicator.evidence_types) - {"apbd"}
    same_family = (document_type in _REGULATIONS) == bool(asked & _REGULATIONS)
    return Gate.KINDRED if asked and same_family else Gate.DISTANT


def _asks_money(indicator: Indicator) -> bool:
    return indicator.measure is Measure.ANGGARAN


def gate_evidence(indicator: Indicator, document_type: str | None) -> Evidence:
    """The gate as evidence, with its reason in words."""
    state = gate(indicator, document_type)
    return Evidence(indicator.id, "type", _LOG_ODDS[state], _words(indicator, document_type, state), None)


def _words(indicator: Indicator, document_type: str | None, state: Gate) -> str:
    kind = type_name(document_type)
    asked = ", ".join(type_name(one) for one in indicator.evidence_types)
    if state is Gate.UNKNOWN:
        return f"Jenis dokumen belum diketahui; indikator ini meminta: {asked}."
    if state is Gate.OPEN:
        return f"Jenis dokumen ({kind}) diterima untuk indikator ini."
    if state is Gate.WEAK:
        return f"Jenis dokumen ({kind}) dikenali tetapi belum menjadi bukti yang cukup; indikator ini meminta: {asked}."
    if state is Gate.WIDE:
        return (
            f"Laporan menyeluruh ({kind}) memuat angka ini di antara banyak hal lain; indikator ini meminta: {asked}."
        )
    return f"Jenis dokumen ({kind}) bukan yang diminta; indikator ini meminta: {asked}."


def type_name(document_type: str | None) -> str:
    """A document type in plain Indonesian."""
    if document_type is None:
        return "belum diketahui"
    return _NAMES.get(document_type, document_type.replace("_", " "))
