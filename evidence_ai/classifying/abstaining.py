"""Why nothing is suggested, in plain Indonesian."""

from __future__ import annotations

from evidence_ai.classifying.channels.type_gate import type_name
from evidence_ai.classifying.combining import wrong_form
from evidence_ai.classifying.evidence import Objection
from evidence_ai.classifying.matcher import Matcher
from evidence_ai.classifying.subjects import Subject
from evidence_ai.domain.candidate import Candidate, Scope


def abstained_because(
    candidates: tuple[Candidate, ...],
    scope: Scope,
    *,
    subject: Subject,
    objections: tuple[Objection, ...],
    document_type: str | None,
    matcher: Matcher,
) -> str:
    """One sentence on why no candidate is suggested; call only where none is."""
    if subject.revokes:
        return "Dokumen ini mencabut peraturan, sehingga bukan bukti bahwa peraturan itu ada."
    if scope is Scope.WHOLE_BUDGET:
        return "Dokumen ini memuat anggaran secara keseluruhan, tetapi baris anggaran yang ditanyakan indikator belum ditemukan pada halaman yang terbaca."
    decisive = next((one for one in objections if one.decisive), None)
    if decisive is not None:
        return f'Judul menunjuk ke {decisive.name} ("{decisive.words}"), urusan yang tidak dinilai oleh indikator mana pun.'
    if not candidates:
        return "Judul dan isi yang terbaca tidak menyebut hal yang dinilai oleh indikator mana pun."
    first = candidates[0]
    indicator = matcher.indicators[first.indicator]
    if wrong_form(indicator, document_type):
        return f"Topiknya dekat dengan {first.indicator}, tetapi indikator itu meminta peraturan daerah, sedangkan dokumen ini {type_name(document_type)}."
    percent = round(100 * first.probability)
    return f"Tidak ada indikator yang cukup pasti; yang terdekat {first.indicator} ({indicator.title}) dengan peluang {percent} %."
