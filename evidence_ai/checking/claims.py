"""One answer against the documents it names: agrees, contradicts, not found, or unclear; always with the place."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_ai.checking import amounts, existence, quantities
from evidence_ai.checking.cases import named
from evidence_ai.checking.finding import ClaimFinding
from evidence_ai.checking.legibility import illegible_pages, is_readable
from evidence_ai.checking.numbers import is_nil, number, ratio
from evidence_ai.checking.words import page_spans
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import Claim, ClaimResult
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.edition import Direction, Indicator, Measure

__all__ = ["ClaimFinding", "compare"]


def compare(
    claim: Claim, indicator: Indicator, dossiers: Iterable[Dossier], *, data_year: int | None = None
) -> ClaimFinding:
    """How `claim` fares against those of `dossiers` that it names.

    Tolerance: half of the last printed digit of the coarser of the two numbers (97,7 agrees with 97,65);
    whole numbers must be equal. `data_year` sets aside figures of other years; None trusts all.
    A page that cannot be read turns 'not found' into 'unclear': unreadable is never absent.
    """
    documents = named(claim, dossiers)
    readable = tuple(one for one in documents if is_readable(one.text))
    if not documents:
        return _nothing_named(claim)
    if not readable:
        return _unreadable(documents)
    found = _compare(claim, indicator, readable, data_year)
    hidden = [one for one in documents if illegible_pages(one.text)]
    if found.result is ClaimResult.NOT_FOUND and hidden:
        return _hidden(found, hidden[0])
    return found


def _compare(claim: Claim, indicator: Indicator, dossiers: tuple[Dossier, ...], data_year: int | None) -> ClaimFinding:
    if indicator.measure is Measure.ADA:
        return existence.compare(claim, indicator, dossiers)
    if indicator.direction is Direction.CATEGORY:
        return quantities.compare_word(claim, dossiers)
    if not _is_numeric(claim):
        return _not_numeric(claim)
    if indicator.measure is Measure.ANGGARAN:
        return amounts.compare(claim, indicator, dossiers, data_year)
    return quantities.compare(claim, indicator, dossiers, data_year)


def _is_numeric(claim: Claim) -> bool:
    parts = number(claim.numerator) is not None and number(claim.denominator) is not None
    return parts or number(claim.value) is not None or ratio(claim.value) is not None


def _nothing_named(claim: Claim) -> ClaimFinding:
    if claim.file_names:
        return ClaimFinding(
            ClaimResult.NOT_FOUND,
            Bilingual(
                f"Berkas yang dirujuk ({', '.join(claim.file_names)}) tidak ada dalam paket.",
                f"The named files ({', '.join(claim.file_names)}) are not in the package.",
            ),
        )
    return ClaimFinding(
        ClaimResult.NOT_FOUND, Bilingual("Jawaban tidak merujuk berkas mana pun.", "The answer names no file.")
    )


def _unreadable(documents: tuple[Dossier, ...]) -> ClaimFinding:
    name = documents[0].document.name
    return ClaimFinding(
        ClaimResult.UNCLEAR,
        Bilingual(
            f"Berkas “{name}” tidak terbaca, sehingga jawaban belum dapat dibandingkan.",
            f"The file “{name}” cannot be read, so the answer could not be compared.",
        ),
        file_name=name,
        document=documents[0].document.sha256,
    )


def _hidden(found: ClaimFinding, dossier: Dossier) -> ClaimFinding:
    spans = page_spans(illegible_pages(dossier.text))
    return ClaimFinding(
        ClaimResult.UNCLEAR,
        Bilingual(
            f"{found.because.id} Halaman {spans} tidak terbaca; angkanya mungkin di sana.",
            f"{found.because.en} Page {spans} cannot be read; the figure may stand there.",
        ),
        file_name=dossier.document.name,
        document=dossier.document.sha256,
    )


def _not_numeric(claim: Claim) -> ClaimFinding:
    if claim.value is None or not claim.value.strip():
        because = Bilingual("Nilai jawaban belum diisi.", "The answer has no value yet.")
    elif is_nil(claim.value):
        because = Bilingual(
            f"Jawaban “{claim.value}” bukan angka; tulis 0 bila memang tidak ada.",
            f"The answer “{claim.value}” is no number; write 0 if there is none.",
        )
    else:
        because = Bilingual(f"Jawaban “{claim.value}” bukan angka.", f"The answer “{claim.value}” is no number.")
    return ClaimFinding(ClaimResult.UNCLEAR, because)
