"""attachment_missing: the text announces a Lampiran that was not sent, or a paper comes without its companion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import ClaimCase, claim_cases, owners, responsible
from evidence_ai.checking.confidence import LIKELY
from evidence_ai.checking.legibility import illegible_pages
from evidence_ai.checking.numbers import number
from evidence_ai.checking.rule import About, Example, Rule, on_claim, on_document
from evidence_ai.checking.words import type_name
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Grade, Page
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition, IndicatorKind
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Quote

_KINDS = frozenset({"perda", "perkada", "apbd", "keputusan_kepala_daerah", "keputusan_opd", "keputusan_dprd"})
_ANNOUNCED = re.compile(
    r"(?:tercantum|termuat|tersebut)\s+(?:dalam|pada)\s+lampiran\b(?!\s+undang)[^;]{0,120}?"
    r"\b(?:peraturan|keputusan|qanun)\s+(?:\w+\s+){0,3}ini\b",
    re.IGNORECASE,
)
"""'tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Peraturan Bupati ini'."""

_ANNEX = re.compile(
    r"\bLAMP\S{0,2}RAN\b|\bL\s?A\s?M\s?P\s?I\s?R\s?A\s?N\b|^\W*Lampiran\s*(?:[IVX\d]+[.a-z]*)?\s*(?::|\W*$)"
)
"""A heading 'LAMPIRAN' in capitals anywhere in a line, or 'Lampiran I' alone; a sentence may break before the word."""
_ANNEX_ON_TOP = re.compile(r"^\W*Lampiran\b")
_TOP_LINES = 6

_ENDS = re.compile(
    r"tetapkan\s+d[il]|undangkan\s+d[il]|(?:lembaran|berita)\s+daerah\b.*\d{4}|cukup\s+jelas", re.IGNORECASE
)
"""What the last page of a text without annexes holds: its closing, its gazette line or its elucidation."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """A note for each legal product whose own Lampiran is absent, and for each answer whose papers lack a companion."""
    yield from _annexes(package, edition)
    for case in claim_cases(package, edition):
        lacking = _lacking(case)
        if lacking is not None:
            yield _unaccompanied(case, lacking)


def _annexes(package: Package, edition: Edition) -> Iterator[Mismatch]:
    for dossier in package.dossiers:
        kind, announced = dossier.understanding.document_type, _announced(dossier)
        if kind is None or announced is None or _is_elsewhere(dossier, package):
            continue
        what, owner = type_name(kind.value), responsible(dossier, package, edition)
        yield on_document(
            "attachment_missing",
            dossier,
            severity=Severity.INFO,
            quote=announced,
            message=Bilingual(
                f"Naskah {what.id} ini merujuk Lampiran yang merupakan bagiannya, tetapi berkas berakhir pada penutup tanpa "
                "Lampiran; daftar atau tarif di dalamnya tidak dapat diperiksa.",
                f"This {what.en} refers to an annex that is part of it, but the file ends with the closing and holds no "
                "annex; the lists or rates in it cannot be checked.",
            ),
            advice=Bilingual(
                f"Lengkapi dengan Lampirannya dari {owner.id} bila isi Lampiran itu yang menjadi bukti.",
                f"Add the annex from {owner.en} if it is the annex that holds the evidence.",
            ),
        )


@dataclass(frozen=True, slots=True)
class _Companion:
    """What goes along with what, and why."""

    missing: Bilingual
    why: Bilingual


_ATTENDANCE = _Companion(
    Bilingual("daftar hadir", "the attendance list"),
    Bilingual("Notulen saja belum menunjukkan siapa yang hadir", "Minutes alone do not show who was there"),
)
_REPORT = _Companion(
    Bilingual("laporan kegiatan atau notulennya", "the activity report or minutes"),
    Bilingual(
        "Foto saja belum menunjukkan kapan, di mana, dan untuk apa", "A photo alone shows neither when, where nor why"
    ),
)
_STATEMENT = _Companion(
    Bilingual("surat keterangan", "an official statement"),
    Bilingual(
        "Angka nol perlu dinyatakan oleh pejabat pemilik data",
        "A zero needs the word of the official who holds the data",
    ),
)
_ATTENDED = re.compile(r"daftar\s+hadir|tanda\s+tangan\s+peserta|peserta\s+yang\s+hadir", re.IGNORECASE)
_STATED = frozenset({"surat_keterangan", "surat_pernyataan", "surat"})


def _lacking(case: ClaimCase) -> _Companion | None:
    """The paper that should lie beside the ones named; None where a kind is not known or nothing is named."""
    facts = [one.understanding.document_type for one in case.dossiers]
    kinds = {fact.value for fact in facts if fact is not None and fact.confidence >= LIKELY}
    if None in facts or len(facts) < len(case.claim.file_names) or not kinds & set(case.indicator.evidence_types):
        return None  # a file that is not there, or of another kind, is told by its own rule
    if kinds == {"notulen"} and not any(
        _ATTENDED.search(page.text) for one in case.dossiers for page in one.text.pages
    ):
        return _ATTENDANCE
    if kinds == {"foto_kegiatan"}:
        return _REPORT
    typed = number(case.claim.value)
    if case.indicator.kind is IndicatorKind.HASIL and typed is not None and typed.value == 0 and not kinds & _STATED:
        return _STATEMENT
    return None


def _unaccompanied(case: ClaimCase, lacking: _Companion) -> Mismatch:
    indicator, owner = case.indicator, owners((case.indicator,))
    return on_claim(
        "attachment_missing",
        indicator.id,
        severity=Severity.INFO,
        file_name=case.dossiers[0].document.name,
        message=Bilingual(
            f"{lacking.why.id}; {lacking.missing.id} untuk {indicator.id} tidak ikut dirujuk.",
            f"{lacking.why.en}; {lacking.missing.en} for {indicator.id} was not named.",
        ),
        advice=Bilingual(
            f"Lengkapi dengan {lacking.missing.id} dari {owner.id}, dan rujuk pada indikator yang sama.",
            f"Add {lacking.missing.en} from {owner.en} and name it for the same indicator.",
        ),
    )


def _announced(dossier: Dossier) -> Quote | None:
    kind, pages = dossier.understanding.document_type, dossier.text.pages
    if kind is None or kind.value not in _KINDS or not pages:
        return None
    if illegible_pages(dossier.text) or any(page.grade is Grade.POOR for page in pages):
        return None
    if not _ENDS.search(pages[-1].text) or any(_is_annex(page) for page in pages):
        return None
    found = ((page, _ANNOUNCED.search(page.text)) for page in pages)
    return next((page.quote(*match.span()) for page, match in found if match is not None), None)


def _is_annex(page: Page) -> bool:
    """Whether an annex begins on the page."""
    top = page.lines[:_TOP_LINES] if page.number > 1 else ()
    return any(_ANNEX.search(line.text) for line in page.lines) or any(_ANNEX_ON_TOP.match(line.text) for line in top)


def _is_elsewhere(dossier: Dossier, package: Package) -> bool:
    """Whether another file of the package is an annex: by its name or its first lines."""
    others = (one for one in package.dossiers if one is not dossier)
    return any(
        "lampiran" in one.document.name.casefold()
        or any(_ANNEX.search(line.text) for page in one.text.pages[:1] for line in page.lines[:_TOP_LINES])
        for one in others
    )


_CITING = "Tarif tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Peraturan Daerah ini."


def _perda(*pages: str, grade: Grade = Grade.GOOD, further: tuple[Dossier, ...] = ()) -> Package:
    read = some.text(*(some.page(at, words, grade=grade) for at, words in enumerate(pages, start=1)))
    return some.package(some.dossier(text_read=read), *further)


def _named(indicator: str, value: str | None, *kinds: str, words: str = "NOTULEN") -> Package:
    files = tuple(
        some.dossier(f"{kind}.pdf", some.understanding(kind), text_read=some.text(some.page(1, words)))
        for kind in kinds
    )
    return some.package(*files, claims=(some.claim(indicator, value, *(f"{kind}.pdf" for kind in kinds)),))


RULE = Rule(
    code="attachment_missing",
    severity=Severity.INFO,
    about=About.DOCUMENT,
    source="UU 12/2011 Lampiran II angka 192-198 (lampiran bagian tidak terpisahkan); Permendagri 80/2015; catatan Kanwil "
    "2024 (surat keterangan kurang, Halmahera Utara; notulen kurang, Kendal)",
    title=Bilingual("Lampiran tidak ada", "Annex missing"),
    explanation=Bilingual(
        "Batang tubuh merujuk Lampiran peraturan itu sendiri, semua halaman terbaca, dan halaman terakhir adalah penutup "
        "atau penjelasannya. Lampiran dalam berkas lain, atau lampiran undang-undang yang dikutip, tidak dihitung. Notulen "
        "tanpa daftar hadir, foto tanpa laporan, dan angka nol tanpa surat keterangan juga diberi tahu.",
        "The body refers to the regulation's own annex, every page was read, and the last one is its closing or "
        "elucidation. An annex in another file, or the annex of a cited law, does not count. Minutes without an attendance "
        "list, a photo without a report and a zero without a statement are told as well.",
    ),
    check=find,
    fires=(
        Example("the file ends with the closing", lambda: _perda(_CITING, "Ditetapkan di Arum\nBUPATI")),
        Example("minutes without an attendance list", lambda: _named("BH.P4", "1", "notulen")),
        Example("only a photo", lambda: _named("BH.P4", "1", "foto_kegiatan")),
        Example("a result of zero without a statement", lambda: _named("KP.H1", "0", "tabel_data")),
    ),
    silent=(
        Example("the annex follows", lambda: _perda(_CITING, "Ditetapkan di Arum", "LAMPIRAN I\nTarif")),
        Example("minutes with their attendance list", lambda: _named("BH.P4", "1", "notulen", "daftar_hadir")),
        Example("the list stands in the minutes", lambda: _named("BH.P4", "1", "notulen", words="DAFTAR HADIR")),
        Example("a zero that is stated", lambda: _named("KP.H1", "0", "tabel_data", "surat_keterangan")),
        Example("no annex is announced", lambda: _perda("Pasal 1", "Ditetapkan di Arum\nBUPATI")),
        Example("a page follows the closing", lambda: _perda(_CITING, "Ditetapkan di Arum", "BUPATI > DINAS > UPTD")),
        Example("faint pages", lambda: _perda(_CITING, "Ditetapkan di Arum", grade=Grade.POOR)),
        Example(
            "the annex is a file of its own",
            lambda: _perda(_CITING, "Ditetapkan di Arum", further=(some.dossier("Lampiran Perda.pdf"),)),
        ),
        Example(
            "the annex of a cited law",
            lambda: _perda("tercantum dalam Lampiran Undang-Undang Nomor 23 Tahun 2014", "Ditetapkan di Arum"),
        ),
    ),
)
