"""Explaining: for each candidate what weighed most, what spoke against it, and what would turn the answer round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidence_ai.classifying.channels.title import objected
from evidence_ai.classifying.channels.type_gate import Gate, asked_types, gate
from evidence_ai.classifying.combining import Asked, Case, probability, suggested_from, wrong_form
from evidence_ai.classifying.evidence import Evidence, Objection
from evidence_ai.classifying.weighing import Weighing
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.candidate import Candidate, CandidateReason
from evidence_ai.domain.edition import IndicatorKind
from evidence_ai.domain.understanding import Relation, RelationKind

_MOST_FOR = 4
_MOST_AGAINST = 2
_LEAST = 0.05
"""Log-odds below this decide nothing and are not told."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What the document says beside the evidence: other subjects in its title, regulations it amends or revokes."""

    objections: tuple[Objection, ...]
    relations: tuple[Relation, ...]


def candidate(case: Case, chance: float, *, asked: Asked, weighing: Weighing | None, beside: Beside) -> Candidate:
    """One candidate with its reasons: evidence by weight, then `against`, then `relation` and `would_change`."""
    suggested = chance >= suggested_from(asked, weighing)
    speaking = sorted(case.items, key=lambda item: -abs(item.log_odds))
    supporting = [one for one in speaking if one.log_odds >= 0][:_MOST_FOR]
    opposing = [one for one in speaking if one.log_odds < -_LEAST][:_MOST_AGAINST]
    reasons = [CandidateReason(one.channel, one.text, one.page) for one in supporting]
    reasons += [CandidateReason("against", one.text, one.page) for one in opposing]
    if not opposing:
        reasons += [CandidateReason("against", objected(one), None) for one in beside.objections if one.decisive][:1]
    reasons += _related(beside.relations)
    turning = _would_change(case, suggested=suggested, asked=asked, weighing=weighing)
    if turning is not None:
        reasons.append(turning)
    return Candidate(case.indicator.id, chance, suggested, tuple(reasons))


def _related(relations: tuple[Relation, ...]) -> Iterator[CandidateReason]:
    """What the document amends: the amended regulation is the evidence together with it."""
    for one in relations:
        if one.kind is RelationKind.AMENDS:
            target = " ".join(one.target.split())[:160]
            said = Bilingual(
                f"Dokumen ini mengubah {target}; lampirkan juga peraturan yang diubah.",
                f"This document amends {target}; attach the amended regulation as well.",
            )
            yield CandidateReason("relation", said, one.quote.page if one.quote is not None else None)
            return


def _would_change(case: Case, *, suggested: bool, asked: Asked, weighing: Weighing | None) -> CandidateReason | None:
    """The smallest change that turns the answer, found by computing it anew without one piece of evidence."""
    if suggested:
        return _would_fall(case, asked, weighing)
    if asked.revokes and case.indicator.kind is IndicatorKind.STRUKTUR:
        return _told(
            "Yang dapat menjadi bukti adalah peraturan yang berlaku, bukan peraturan yang mencabutnya.",
            "The regulation in force can be evidence, not the one that revokes it.",
        )
    if _wrong_kind(case, asked):
        names = asked_types(case.indicator)
        return _told(
            f"Unggah {names.id} tentang hal ini; isi dokumen sudah dekat dengan indikator.",
            f"Upload this subject as: {names.en}; the content is near the indicator.",
        )
    return _would_rise(case, asked, weighing)


def _would_fall(case: Case, asked: Asked, weighing: Weighing | None) -> CandidateReason | None:
    worded = [one for one in case.items if one.log_odds > 0 and one.channel != "type"]
    for one in sorted(worded, key=lambda item: -item.log_odds):
        if probability(_without(case, one), asked, weighing) < suggested_from(asked, weighing):
            quoted = f'"{one.words}"' if one.words else ""
            return _told(
                f"Tanpa {quoted or 'bukti terkuat di atas'} indikator ini tidak disarankan.",
                f"Without {quoted or 'the strongest evidence above'} this indicator would not be suggested.",
                one.page,
            )
    if worded:
        return _told(
            "Tidak ada satu bukti pun yang menentukan sendirian: tanpa salah satunya indikator ini tetap disarankan.",
            "No single piece decides alone: without any one of them this indicator would still be suggested.",
        )
    return None


def _would_rise(case: Case, asked: Asked, weighing: Weighing | None) -> CandidateReason | None:
    for one in sorted(case.items, key=lambda item: item.log_odds):
        if one.log_odds >= -_LEAST or not one.words:
            continue
        if probability(_without(case, one), asked, weighing) >= suggested_from(asked, weighing):
            return _told(
                f'Kalau bukan karena "{one.words}", indikator ini disarankan.',
                f'But for "{one.words}", this indicator would be suggested.',
                one.page,
            )
    cues = ", ".join(case.indicator.cues[:3])
    if not cues:
        return None
    return _told(
        f"Akan lebih pasti bila judul atau kepala dokumen menyebut, misalnya: {cues}.",
        f"It would be surer if the title or head of the document named, for example: {cues}.",
    )


def _wrong_kind(case: Case, asked: Asked) -> bool:
    state = gate(case.indicator, asked.document_type)
    return wrong_form(case.indicator, asked.document_type) or state in (Gate.CLOSED, Gate.DISTANT, Gate.WEAK)


def _without(case: Case, one: Evidence) -> Case:
    return replace(case, items=tuple(item for item in case.items if item is not one))


def _told(indonesian: str, english: str, page: int | None = None) -> CandidateReason:
    return CandidateReason("would_change", Bilingual(indonesian, english), page)
