"""The type gate: which kinds of document an indicator accepts."""

from __future__ import annotations

from enum import StrEnum

from evidence_ai.classifying.evidence import Evidence
from evidence_ai.domain.bilingual import Bilingual
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
    "perda": Bilingual("peraturan daerah", "regional regulation"),
    "perkada": Bilingual("peraturan kepala daerah", "regulation of the head of region"),
    "keputusan_kepala_daerah": Bilingual("keputusan kepala daerah", "decree of the head of region"),
    "keputusan_opd": Bilingual("keputusan kepala perangkat daerah", "decree of the head of an office"),
    "keputusan_dprd": Bilingual("keputusan DPRD", "decision of the regional council"),
    "surat_edaran": Bilingual("surat edaran", "circular"),
    "instruksi": Bilingual("instruksi", "instruction"),
    "peraturan_pusat": Bilingual("peraturan pusat", "central legislation"),
    "apbd": Bilingual("APBD", "regional budget (APBD)"),
    "rka": Bilingual("RKA", "budget plan of an office (RKA)"),
    "dpa": Bilingual("DPA", "approved budget of an office (DPA)"),
    "lra": Bilingual("LRA", "budget realisation report (LRA)"),
    "kua_ppas": Bilingual("KUA-PPAS", "budget policy and ceilings (KUA-PPAS)"),
    "rpjmd": Bilingual("RPJMD", "medium-term development plan (RPJMD)"),
    "rkpd": Bilingual("RKPD", "annual government work plan (RKPD)"),
    "renstra": Bilingual("renstra", "strategic plan (Renstra)"),
    "renja": Bilingual("renja", "annual work plan (Renja)"),
    "perjanjian_kinerja": Bilingual("perjanjian kinerja", "performance agreement"),
    "iku_cascading": Bilingual("IKU atau pohon kinerja", "performance indicators"),
    "lkpj": Bilingual("LKPJ", "accountability statement (LKPJ)"),
    "lppd": Bilingual("LPPD", "government report (LPPD)"),
    "laporan_kinerja": Bilingual("laporan kinerja", "performance report"),
    "laporan_kegiatan": Bilingual("laporan kegiatan", "activity report"),
    "profil": Bilingual("profil", "profile"),
    "statistik": Bilingual("statistik", "statistics"),
    "survei": Bilingual("survei", "survey"),
    "sop": Bilingual("SOP", "standard operating procedure (SOP)"),
    "perjanjian": Bilingual("perjanjian", "agreement"),
    "undangan": Bilingual("undangan", "invitation"),
    "daftar_hadir": Bilingual("daftar hadir", "attendance list"),
    "notulen": Bilingual("notulen", "minutes"),
    "berita_acara": Bilingual("berita acara", "signed record"),
    "surat_keterangan": Bilingual("surat keterangan", "official confirmation"),
    "surat_pernyataan": Bilingual("surat pernyataan", "declaration"),
    "foto_kegiatan": Bilingual("foto kegiatan", "photographs of an activity"),
    "sertifikat": Bilingual("sertifikat", "certificate"),
    "publikasi": Bilingual("publikasi", "publication"),
    "tabel_data": Bilingual("tabel data", "data table"),
    "naskah_akademik": Bilingual("naskah akademik", "academic draft"),
    "pedoman": Bilingual("pedoman", "guideline"),
    "surat": Bilingual("surat", "letter"),
    "lainnya": Bilingual("jenis lain", "another kind"),
}
_UNKNOWN_TYPE = Bilingual("belum diketahui", "not known yet")


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


def _words(indicator: Indicator, document_type: str | None, state: Gate) -> Bilingual:
    kind, asked = type_name(document_type), asked_types(indicator)
    if state is Gate.UNKNOWN:
        return Bilingual(
            f"Jenis dokumen belum diketahui; indikator ini meminta: {asked.id}.",
            f"The kind of document is not known yet; this indicator asks for: {asked.en}.",
        )
    if state is Gate.OPEN:
        return Bilingual(
            f"Jenis dokumen ({kind.id}) diterima untuk indikator ini.",
            f"This kind of document ({kind.en}) is accepted for this indicator.",
        )
    if state is Gate.WEAK:
        return Bilingual(
            f"Jenis dokumen ({kind.id}) dikenali tetapi belum menjadi bukti yang cukup; indikator ini meminta: {asked.id}.",
            f"This kind of document ({kind.en}) is recognised but is no sufficient evidence; this indicator asks for: {asked.en}.",
        )
    if state is Gate.WIDE:
        return Bilingual(
            f"Laporan menyeluruh ({kind.id}) memuat angka ini di antara banyak hal lain; indikator ini meminta: {asked.id}.",
            f"A report on everything ({kind.en}) holds this figure among many others; this indicator asks for: {asked.en}.",
        )
    return Bilingual(
        f"Jenis dokumen ({kind.id}) bukan yang diminta; indikator ini meminta: {asked.id}.",
        f"This kind of document ({kind.en}) is not what is asked; this indicator asks for: {asked.en}.",
    )


def asked_types(indicator: Indicator) -> Bilingual:
    """The document types an indicator accepts, in words."""
    names = [type_name(one) for one in indicator.evidence_types]
    return Bilingual(", ".join(one.id for one in names), ", ".join(one.en for one in names))


def type_name(document_type: str | None) -> Bilingual:
    """A document type in plain words."""
    if document_type is None:
        return _UNKNOWN_TYPE
    plain = document_type.replace("_", " ")
    return _NAMES.get(document_type, Bilingual(plain, plain))
