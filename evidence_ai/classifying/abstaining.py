"""Why nothing is suggested, in plain words."""

from __future__ import annotations

from evidence_ai.classifying.channels.type_gate import type_name
from evidence_ai.classifying.combining import wrong_form
from evidence_ai.classifying.evidence import Objection
from evidence_ai.classifying.matcher import Matcher
from evidence_ai.classifying.subjects import Subject
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.candidate import Candidate, Scope


def abstained_because(
    candidates: tuple[Candidate, ...],
    scope: Scope,
    *,
    subject: Subject,
    objections: tuple[Objection, ...],
    document_type: str | None,
    matcher: Matcher,
) -> Bilingual:
    """One sentence on why no candidate is suggested; call only where none is."""
    if subject.revokes:
        return _REVOKES
    if scope is Scope.WHOLE_BUDGET:
        return _NO_BUDGET_LINE
    decisive = next((one for one in objections if one.decisive), None)
    if decisive is not None:
        return Bilingual(
            f'Judul menunjuk ke {decisive.name.id} ("{decisive.words}"), urusan yang tidak dinilai oleh indikator mana pun.',
            f'The title points to {decisive.name.en} ("{decisive.words}"), which no indicator asks about.',
        )
    if not candidates:
        return _NOTHING_SAID
    first = candidates[0]
    indicator = matcher.indicators[first.indicator]
    if wrong_form(indicator, document_type):
        kind = type_name(document_type)
        return Bilingual(
            f"Topiknya dekat dengan {first.indicator}, tetapi indikator itu meminta peraturan daerah, sedangkan dokumen ini {kind.id}.",
            f"The subject is near {first.indicator}, but that indicator asks for a regional regulation and this is: {kind.en}.",
        )
    percent = round(100 * first.probability)
    return Bilingual(
        f"Tidak ada indikator yang cukup pasti; yang terdekat {first.indicator} ({indicator.title}) dengan peluang {percent} %.",
        f"No indicator is sure enough; the nearest is {first.indicator} ({indicator.title}) with a chance of {percent} %.",
    )


_REVOKES = Bilingual(
    "Dokumen ini mencabut peraturan, sehingga bukan bukti bahwa peraturan itu ada.",
    "This document revokes a regulation, so it is no evidence that the regulation exists.",
)
_NO_BUDGET_LINE = Bilingual(
    "Dokumen ini memuat anggaran secara keseluruhan, tetapi baris anggaran yang ditanyakan indikator belum ditemukan pada halaman yang terbaca.",
    "This document holds a whole budget, but the lines the indicators ask for were not found on the pages that could be read.",
)
_NOTHING_SAID = Bilingual(
    "Judul dan isi yang terbaca tidak menyebut hal yang dinilai oleh indikator mana pun.",
    "Neither title nor text, as far as they could be read, name anything an indicator asks about.",
)
