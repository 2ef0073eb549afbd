"""Score: points with their trace. Exact fractions inside; only display rounds."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.edition import IndicatorKind


@dataclass(frozen=True, slots=True)
class Because:
    """Why an indicator has its share: a stable code and the inputs it was computed from, by name.

    >>> Because("ratio", (("value", "50"), ("unit", "%"), ("target", "100"))).words.en
    '50 % against the target 100 %.'
    """

    code: str
    inputs: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> Bilingual:
        """The reason as a sentence, naming every input."""
        indonesian, english = WORDS[self.code]
        values = dict(self.inputs)
        return Bilingual(id=indonesian.format_map(values), en=english.format_map(values))


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """One indicator. `share` 0..1; None: pending (`pending` True) or out of the denominator (`pending` False).

    `points`: what it adds to its kind (under ITEMS: its own points, 0..10).
    """

    id: str
    share: Fraction | None
    points: Fraction
    because: Because
    pending: bool = False


@dataclass(frozen=True, slots=True)
class KindScore:
    """One kind of one right. `weight`: its points at full share, after the weight of empty kinds was spread.

    `points` None: no indicator of this kind is left.
    """

    kind: IndicatorKind
    weight: Fraction
    points: Fraction | None
    indicators: tuple[IndicatorScore, ...]


@dataclass(frozen=True, slots=True)
class RightScore:
    """One right: the sum of its kinds. `points` None: no indicator of this right is left, it leaves the mean."""

    id: str
    points: Fraction | None
    kinds: tuple[KindScore, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The points of one region under one edition.

    `mean`: before bonus and cap. `provisional`: some evidence is pending or only assumed, so the total can still
    change without any rule changing. `assumed`: no person has decided on some of the evidence; never sealed.
    """

    edition: str
    mean: Fraction
    bonus: Fraction
    total: Fraction
    predikat: str
    provisional: bool
    assumed: bool
    rights: tuple[RightScore, ...]


def decimal_text(value: Fraction, places: int = 2) -> str:
    """`value` as a decimal string, rounded half up (away from zero on a tie); for display only.

    >>> decimal_text(Fraction(14999, 200)), decimal_text(Fraction(2, 3), 4)
    ('75.00', '0.6667')
    """
    scaled = abs(value) * 10**places
    whole = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
    digits = str(whole).rjust(places + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


WORDS: dict[str, tuple[str, str]] = {
    "unanswered": ("Belum ada keputusan untuk indikator ini.", "There is no decision on this indicator yet."),
    "not_assessed": (
        "Tidak dinilai: tidak ada keputusan, sehingga keluar dari penyebut.",
        "Not assessed: there is no decision, so it leaves the denominator.",
    ),
    "rejected": ("Ditolak: {reason}", "Rejected: {reason}"),
    "not_applicable": (
        "Tidak berlaku, keluar dari penyebut: {reason}",
        "Not applicable, leaves the denominator: {reason}",
    ),
    "document_confirmed": (
        "Dokumen dikonfirmasi: {document}.",
        "A document was confirmed: {document}.",
    ),
    "document_none": (
        "Dikonfirmasi tanpa dokumen; indikator ini menuntut sedikitnya satu dokumen.",
        "Confirmed without a document; this indicator asks for at least one.",
    ),
    "document_weak": (
        "Hanya didukung dokumen {document_type}, yang belum membuktikan apa pun; diperlukan: {accepted}.",
        "Only a document of type {document_type} supports it, which proves nothing yet; needed: {accepted}.",
    ),
    "document_other_type": (
        "Jenis dokumen {document_type} tidak diterima untuk indikator ini; diperlukan: {accepted}.",
        "A document of type {document_type} is not accepted for this indicator; needed: {accepted}.",
    ),
    "document_unreadable": (
        "Dokumen belum dapat dibaca ({outcome}); nilainya belum diketahui. Minta berkas yang terbaca.",
        "The document cannot be read yet ({outcome}); its share is not known. Ask for a readable file.",
    ),
    "value_missing": (
        "Dikonfirmasi tanpa angka; diperlukan nilai dalam {unit}.",
        "Confirmed without a figure; a value in {unit} is needed.",
    ),
    "value_not_a_number": (
        "Nilai {value} tidak dapat dibaca sebagai angka; tulis misalnya 264.78.",
        "The value {value} cannot be read as a number; write it like 264.78.",
    ),
    "value_negative": ("Nilai {value} di bawah nol tidak mungkin.", "A value of {value}, below zero, is not possible."),
    "unit_differs": (
        "Nilai {value} dinyatakan dalam {unit_given}, padahal indikator ini dalam {unit}; perbaiki keputusannya.",
        "The value {value} is given in {unit_given} but this indicator is in {unit}; correct the decision.",
    ),
    "denominator_zero": (
        "Penyebut nol: persentase tidak dapat dihitung. Bila memang tidak ada kasus, putuskan tidak berlaku.",
        "The denominator is zero, so there is no percentage. If there were no cases, decide not applicable.",
    ),
    "denominator_negative": (
        "Pembilang {numerator} atau penyebut {denominator} di bawah nol tidak mungkin.",
        "A numerator of {numerator} or denominator of {denominator} below zero is not possible.",
    ),
    "budget": ("Anggaran {value} rupiah, lebih dari nol.", "A budget of {value} rupiah, more than zero."),
    "budget_zero": ("Anggaran {value} rupiah: tidak ada alokasi.", "A budget of {value} rupiah: nothing allocated."),
    "count": ("{value} {unit} terhadap target {target} {unit}.", "{value} {unit} against the target {target} {unit}."),
    "ratio": ("{value} {unit} terhadap target {target} {unit}.", "{value} {unit} against the target {target} {unit}."),
    "ratio_parts": (
        "100 x {numerator} / {denominator} terhadap target {target} {unit}.",
        "100 x {numerator} / {denominator} against the target {target} {unit}.",
    ),
    "ratio_lower": (
        "{value} {unit} terhadap batas {target} {unit}; makin rendah makin baik.",
        "{value} {unit} against the limit {target} {unit}; lower is better.",
    ),
    "ratio_parts_lower": (
        "100 x {numerator} / {denominator} terhadap batas {target} {unit}; makin rendah makin baik.",
        "100 x {numerator} / {denominator} against the limit {target} {unit}; lower is better.",
    ),
    "band": (
        "Nilai {value} berada di pita {band}: {points} poin.",
        "The value {value} is in band {band}: {points} points.",
    ),
    "band_rest": (
        "Nilai {value} di luar semua pita: {points} poin.",
        "The value {value} is outside every band: {points} points.",
    ),
    "band_gap": (
        "Nilai {value} jatuh di celah tercetak antara pita {below} dan {above}; diberi poin terendah: {points} (kebijakan celah lower_points).",
        "The value {value} falls in the printed gap between the bands {below} and {above}; it takes the lower points: {points} (gap policy lower_points).",
    ),
    "band_none": (
        "Nilai {value} tidak masuk pita mana pun dan edisi ini tidak mengatur celahnya.",
        "The value {value} is in no band and this edition says nothing about the gap.",
    ),
    "points_entered": (
        "{value} poin diisi oleh penilai, karena pita nilainya tidak terlihat.",
        "{value} points entered by a reviewer, because the bands were not seen.",
    ),
    "points_needed": (
        "Pita nilai untuk {value} tidak terlihat; penilai perlu mengisi poin 0 sampai 10 dengan satuan poin.",
        "The band for {value} was not seen; a reviewer must enter points from 0 to 10 with the unit poin.",
    ),
    "points_out_of_range": (
        "{value} poin di luar 0 sampai 10.",
        "{value} points are outside 0 to 10.",
    ),
}
"""What each code says, Indonesian and English; the braces are the names of its inputs."""
