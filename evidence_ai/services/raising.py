"""What would raise the score: what is missing or weak by the points it would add, why, who must act, and how.

**Source** of the steps: UU 12/2011 with UU 13/2022 (Pasal 58, 63: pengharmonisasian), Permendagri 80/2015 with 120/2018
(persetujuan bersama, fasilitasi, nomor register Pasal 100-103, penetapan, pengundangan).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from evidence_ai.checking.cases import named, owners
from evidence_ai.checking.words import type_names
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import ClaimResult
from evidence_ai.domain.decision import Decision, Verdict
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Indicator, IndicatorKind, Measure
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.vocabulary import LegalStatus
from evidence_ai.services.prechecking import Coverage, CoverageState, Precheck


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """A document accepted for an earlier data year that may serve again; `in_package`: it was sent this year too."""

    sha256: str
    name: str
    data_year: int
    in_package: bool
    because: Bilingual


@dataclass(frozen=True, slots=True)
class Gain:
    """One indicator that is not covered: `points` a full share adds to the total, `steps` in the order to take them."""

    indicator: Indicator
    state: CoverageState
    points: Fraction
    accepted: Bilingual
    owner: Bilingual
    because: tuple[Bilingual, ...]
    steps: tuple[Bilingual, ...]
    carry_over: tuple[CarriedOver, ...]


def gains(done: Precheck) -> tuple[Gain, ...]:
    """Every indicator that is missing, weak, unreadable or not answered, most points first."""
    found = [_gain(one, done) for one in done.coverage if one.state is not CoverageState.COVERED]
    return tuple(sorted(found, key=lambda one: (-one.points, one.indicator.id)))


def _gain(one: Coverage, done: Precheck) -> Gain:
    indicator = one.indicator
    carried = tuple(_carried(indicator, done))
    return Gain(
        indicator=indicator,
        state=one.state,
        points=one.points_possible,
        accepted=type_names(indicator.evidence_types),
        owner=owners((indicator,)),
        because=tuple(_because(one, done)),
        steps=tuple(_steps(one, done, carried)),
        carry_over=carried,
    )


def _because(one: Coverage, done: Precheck) -> Iterator[Bilingual]:
    """Why the documents named so far do not do: findings against them, and answers they contradict."""
    if one.state is CoverageState.NOT_CLAIMED:
        yield Bilingual("Indikator ini belum dijawab.", "This indicator is not answered yet.")
    if one.state is CoverageState.MISSING:
        yield Bilingual("Berkas yang dirujuk tidak ada dalam paket.", "The file named is not in the package.")
    told = {found.message.id: found.message for found in done.mismatches if _weighs(found, one)}
    yield from told.values()
    for checked in done.claims:
        finding = checked.finding
        if checked.claim.indicator != one.indicator.id or finding is None:
            continue
        if finding.result is ClaimResult.CONTRADICTS and not any(finding.because.id in words for words in told):
            yield finding.because


def _weighs(found: Mismatch, one: Coverage) -> bool:
    if found.severity is Severity.INFO:
        return False
    if found.indicator is not None:
        return found.indicator == one.indicator.id
    return one.state is not CoverageState.NOT_CLAIMED and found.file_name in one.documents


def _steps(one: Coverage, done: Precheck, carried: tuple[CarriedOver, ...]) -> Iterator[Bilingual]:
    again = next((kept for kept in carried if not kept.in_package), None)
    if again is not None:
        yield again.because
    draft = _draft(one, done.package)
    needs_a_product = one.indicator.kind is IndicatorKind.STRUKTUR and not carried
    if draft is not None or (needs_a_product and not _has_document(one)):
        yield from path_to_enactment(one.indicator, draft)
        return
    yield _next_step(one, budget=one.indicator.measure is Measure.ANGGARAN)


def _next_step(one: Coverage, *, budget: bool) -> Bilingual:
    """The next step for one indicator, in the imperative."""
    if one.state is CoverageState.WEAK:
        return Bilingual(
            "Perbaiki yang disebut di atas, lalu unggah ulang.", "Mend what is named above, then upload again."
        )
    if one.state is CoverageState.UNREADABLE:
        return Bilingual(
            "Pindai ulang dokumennya (300 dpi, tegak, tanpa bayangan), lalu unggah lagi.",
            "Scan the document again (300 dpi, upright, without shadows) and upload it.",
        )
    if one.state is CoverageState.MISSING:
        return Bilingual("Unggah berkas yang disebut pada jawaban.", "Upload the file that the answer names.")
    if one.documents:
        names = ", ".join(one.documents[:3])
        return Bilingual(
            f"Periksa {names}: tampaknya mendukung indikator ini. Bila benar, jawab indikatornya dengan berkas itu.",
            f"Look at {names}: it seems to support this indicator. If so, answer the indicator with that file.",
        )
    if budget:
        return Bilingual(
            "Isi jumlah anggarannya dan unggah DPA atau APBD tahun data yang memuat barisnya.",
            "Give the amount and upload the DPA or APBD of the data year that holds the line.",
        )
    return Bilingual("Jawab indikator ini dan unggah dokumennya.", "Answer this indicator and upload its document.")


def _has_document(one: Coverage) -> bool:
    return bool(one.documents) or one.state is CoverageState.MISSING


def _draft(one: Coverage, package: Package) -> Dossier | None:
    """A draft that was sent for this indicator."""
    claims = [claim for claim in package.claims if claim.indicator == one.indicator.id]
    sent = (dossier for claim in claims for dossier in named(claim, package.dossiers))
    return next((dossier for dossier in sent if _is_draft(dossier)), None)


def _is_draft(dossier: Dossier) -> bool:
    status = dossier.understanding.status
    return status is not None and status.value == LegalStatus.DRAFT


def path_to_enactment(indicator: Indicator, draft: Dossier | None) -> tuple[Bilingual, ...]:
    """The steps from an idea, or from the draft that is there, to a product in force; by the kind the indicator accepts."""
    kinds = indicator.evidence_types
    drafted = draft.understanding.document_type if draft is not None else None
    kind = drafted.value if drafted is not None and drafted.value in kinds else next(iter(kinds), "")
    steps = _PATHS.get(kind)
    if steps is None:
        return (
            Bilingual(
                "Lengkapi dan tetapkan dokumennya, lalu unggah.", "Complete and enact the document, then upload it."
            ),
        )
    owner = owners((indicator,))
    if draft is None:
        first = Bilingual(
            f"Prakarsa: {owner.id} menyusun rancangan bersama Bagian Hukum.",
            f"Initiative: {owner.en} drafts the text with the legal section.",
        )
        return (first, *steps)
    name = draft.document.name
    return (
        Bilingual(
            f"Rancangan “{name}” sudah ada; lanjutkan dari langkah berikut yang belum dilalui.",
            f"The draft “{name}” is there; go on from the next step not yet taken.",
        ),
        *steps,
    )


_HARMONISE = Bilingual(
    "Pengharmonisasian rancangan oleh Kantor Wilayah Kementerian Hukum.",
    "Harmonisation of the draft by the regional office of the Ministry of Law.",
)
_PERDA = (
    _HARMONISE,
    Bilingual(
        "Persetujuan: dibahas dan disetujui bersama DPRD (masuk Propemperda tahun berjalan).",
        "Approval: debated and approved jointly with the council (listed in the year's programme).",
    ),
    Bilingual(
        "NOREG: gubernur memberi nomor register paling lama tujuh hari setelah rancangan diterima.",
        "NOREG: the governor gives the register number within seven days of receiving the draft.",
    ),
    Bilingual(
        "Penetapan: bupati/wali kota menandatangani dan memberi tanggal.", "Enactment: the head signs and dates it."
    ),
    Bilingual(
        "Pengundangan: sekretaris daerah mengundangkan dalam Lembaran Daerah; unggah salinannya dari JDIH.",
        "Promulgation: the secretary puts it in the gazette (Lembaran Daerah); upload the copy from the JDIH.",
    ),
)
_PERKADA = (
    _HARMONISE,
    Bilingual("Fasilitasi oleh gubernur (Biro Hukum).", "Review by the governor (legal bureau)."),
    Bilingual(
        "Penetapan: bupati/wali kota menandatangani dan memberi nomor serta tanggal.",
        "Enactment: the head signs, numbers and dates it.",
    ),
    Bilingual(
        "Pengundangan: sekretaris daerah mengundangkan dalam Berita Daerah; unggah salinannya dari JDIH.",
        "Promulgation: the secretary puts it in the gazette (Berita Daerah); upload the copy from the JDIH.",
    ),
)
_KEPUTUSAN = (
    Bilingual(
        "Paraf koordinasi Bagian Hukum dan sekretaris daerah.", "Initials of the legal section and the secretary."
    ),
    Bilingual(
        "Penetapan: kepala daerah atau kepala OPD menandatangani dan memberi nomor serta tanggal; unggah salinannya.",
        "Enactment: the head of region or office signs, numbers and dates it; upload the copy.",
    ),
)
_PATHS = {"perda": _PERDA, "perkada": _PERKADA, "keputusan_kepala_daerah": _KEPUTUSAN, "keputusan_opd": _KEPUTUSAN}


def _carried(indicator: Indicator, done: Precheck) -> Iterator[CarriedOver]:
    """What people accepted earlier for a struktur indicator and nothing in the package revokes: it may be older."""
    previous = done.package.previous
    if previous is None or indicator.kind is not IndicatorKind.STRUKTUR or previous.data_year >= done.package.data_year:
        return
    decision = next((one for one in previous.in_force if _accepts(one, indicator)), None)
    names = {one.sha256: one.name for one in previous.documents}
    present = {one.document.sha256 for one in done.package.dossiers}
    revoked = {one.document for one in done.mismatches if one.code == "out_of_force"}
    for sha256 in decision.documents if decision is not None else ():
        if sha256 not in revoked:
            name = names.get(sha256, sha256[:12])
            yield CarriedOver(sha256, name, previous.data_year, sha256 in present, _again(name, previous.data_year))


def _accepts(decision: Decision, indicator: Indicator) -> bool:
    return decision.indicator == indicator.id and decision.verdict is Verdict.CONFIRMED


def _again(name: str, year: int) -> Bilingual:
    return Bilingual(
        f"Ajukan lagi “{name}”, yang diterima untuk tahun data {year}; produk hukum boleh lebih tua selama masih berlaku.",
        f"Submit “{name}” again, accepted for data year {year}; legal products may be older while they are in force.",
    )
