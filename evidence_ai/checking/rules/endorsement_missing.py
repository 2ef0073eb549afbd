"""endorsement_missing: data without the endorsement of its office, a package without that of the secretary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import claimed_for, owners
from evidence_ai.checking.legibility import illegible_pages, is_readable
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Grade, Source
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition, IndicatorKind
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.signature import SignatureState


class Level(Enum):
    """Who endorses, in the order a questionnaire passes them."""

    OPD = Bilingual("OPD", "the office (OPD)")
    REGION = Bilingual("Sekretaris Daerah kabupaten/kota", "the secretary of the kabupaten/kota (Sekda)")
    PROVINCE = Bilingual("Sekretaris Daerah provinsi", "the secretary of the province (Sekda provinsi)")


_DATA = frozenset({"tabel_data"})
_ENDORSED = re.compile(
    r"mengetahui|menyetujui|disahkan|pengesahan|tanda\s?tangan|ditandatangan|elektronik|\bbsre\b|\bnip\b|"
    r"(?:^|\W)t\s?\.?t\s?\.?d(?:\W|$)|^\W*(?:a\.?n\.?\W*)?(?:plt\.?\W*|plh\.?\W*|pj\.?\W*)?"
    r"(?:kepala|sekretaris|bupati|wali\s?kota|gubernur|camat|direktur|inspektur|ketua)\b",
    re.IGNORECASE | re.MULTILINE,
)
_SHEET = re.compile(r"kuesioner|kuisioner|data\s+dukung|peduli\s+(?:ham|hak\s+asasi)|\bkkp\s?ham\b", re.IGNORECASE)
_SHEET_TYPES = frozenset({"surat", "surat_keterangan", "surat_pernyataan", "berita_acara", "lainnya"})
_SECRETARY = re.compile(
    r"^\W*(?:a\.?n\.?\W*)?(?:plt\.?|plh\.?|pj\.?)?\W*SEKRETARIS\s+DAERAH\b(?P<of>.{0,40})", re.MULTILINE
)
_PROVINCIAL = re.compile(r"^\W*(?:PROV|PROVINSI|PROPINSI)\b", re.IGNORECASE)


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """Notes: data claimed for a process or result that no office endorsed; a cover letter without its secretary."""
    for dossier in package.dossiers:
        if _is_bare_data(dossier, package, edition):
            yield _of_office(dossier, owners(claimed_for(dossier, package, edition)))
        lacking = _lacking(dossier, package)
        if lacking:
            yield _of_secretary(dossier, lacking)


def _is_bare_data(dossier: Dossier, package: Package, edition: Edition) -> bool:
    """Whether a table claimed as evidence was read whole and bears nobody's name."""
    kind = dossier.understanding.document_type
    if kind is None or kind.value not in _DATA or not _is_seen_whole(dossier):
        return False
    asked = claimed_for(dossier, package, edition)
    return any(one.kind is not IndicatorKind.STRUKTUR for one in asked) and not any(
        _ENDORSED.search(page.text) for page in dossier.text.pages
    )


def _lacking(dossier: Dossier, package: Package) -> list[Level]:
    """The secretaries whose endorsement a cover letter or questionnaire sheet lacks."""
    kind = dossier.understanding.document_type
    if kind is None or kind.value not in _SHEET_TYPES or not _is_seen_whole(dossier):
        return []
    text = "\n".join(page.text for page in dossier.text.pages)
    if len(dossier.text.pages) > 3 or not _SHEET.search(text):
        return []
    secretaries = [_PROVINCIAL.match(match["of"]) is not None for match in _SECRETARY.finditer(text)]
    is_province = "." not in package.region_code
    lacking = [] if is_province or False in secretaries else [Level.REGION]
    return [*lacking, *([] if True in secretaries else [Level.PROVINCE])] if lacking or is_province else []


def _is_seen_whole(dossier: Dossier) -> bool:
    """Whether every page is clean text without a drawing: a stamp or a signature is a picture."""
    text = dossier.text
    if not is_readable(text) or illegible_pages(text) or any(page.source is Source.OCR for page in text.pages):
        return False
    if any(one.state is not SignatureState.PRINTED for one in text.signatures):
        return False
    paged = any(page.width_pt for page in text.pages)
    looked_at = text.drawn_pages == () or not paged
    return looked_at and all(page.grade in (Grade.EXCELLENT, Grade.GOOD, Grade.FAIR) for page in text.pages)


def _of_office(dossier: Dossier, owner: Bilingual) -> Mismatch:
    return on_document(
        "endorsement_missing",
        dossier,
        severity=Severity.INFO,
        page=1,
        message=Bilingual(
            f"Data ini belum memuat pengesahan {Level.OPD.value.id}: tidak ada nama pejabat, tanda tangan, atau tanda tangan "
            "elektronik, padahal Kanwil memeriksa pengesahan OPD atas data yang dijawab.",
            f"These data bear no endorsement of {Level.OPD.value.en}: no official's name, signature or electronic signature, "
            "though the reviewers check that the office endorsed the data it answers with.",
        ),
        advice=Bilingual(
            f"Mintakan pengesahan kepala {owner.id} pada data ini, lalu unggah hasil pindainya atau PDF bertanda tangan elektronik.",
            f"Have the head of {owner.en} endorse these data, then upload the scan or the electronically signed PDF.",
        ),
    )


def _of_secretary(dossier: Dossier, lacking: list[Level]) -> Mismatch:
    names = Bilingual(" dan ".join(one.value.id for one in lacking), " and ".join(one.value.en for one in lacking))
    return on_document(
        "endorsement_missing",
        dossier,
        severity=Severity.INFO,
        page=1,
        message=Bilingual(
            f"Lembar pengantar atau kuesioner ini belum memuat pengesahan {names.id}; Kanwil memeriksa pengesahan berjenjang "
            "(OPD, Sekda kabupaten/kota, Sekda provinsi).",
            f"This cover letter or questionnaire bears no endorsement of {names.en}; the reviewers check it level by level "
            "(office, secretary of the region, secretary of the province).",
        ),
        advice=Bilingual(
            f"Mintakan pengesahan {names.id}, lalu unggah kembali.",
            f"Obtain the endorsement of {names.en} and upload it again.",
        ),
    )


def _data(words: str, *, claimed: str | None = "BH.P3", source: Source = Source.TEXT_LAYER) -> Package:
    page = replace(some.page(1, words), width_pt=0.0, height_pt=0.0, source=source)
    said = some.understanding("tabel_data", number=None, status="not_applicable")
    claims = () if claimed is None else (some.claim(claimed, "96", "data.xlsx"),)
    return some.package(some.dossier("data.xlsx", said, text_read=some.text(page)), claims=claims)


def _letter(words: str) -> Package:
    said = some.understanding("surat", number=None, status="not_applicable")
    read = replace(some.text(some.page(1, words)), drawn_pages=())
    return some.package(some.dossier("pengantar.pdf", said, text_read=read))


RULE = Rule(
    code="endorsement_missing",
    severity=Severity.INFO,
    about=About.DOCUMENT,
    source="Kanwil Sumatera Utara, September 2018: pemeriksaan (a) pengesahan OPD, (b) pengesahan Sekda kabupaten/kota, "
    "(c) pengesahan Sekda provinsi; Ditjen HAM 9 Juli 2020 (tanda tangan elektronik dan barcode sah)",
    title=Bilingual("Pengesahan belum ada", "Endorsement missing"),
    explanation=Bilingual(
        "Tabel data yang diajukan untuk indikator proses atau hasil, dan surat pengantar atau kuesioner, diperiksa pengesahannya. "
        "Pindaian dan halaman bergambar tidak dinilai: cap dan tanda tangan adalah gambar.",
        "Tables claimed for process or result indicators, and cover letters or questionnaires, are checked for endorsement. "
        "Scans and pages with drawings are not judged: stamps and signatures are pictures.",
    ),
    check=find,
    fires=(
        Example("a table nobody endorsed", lambda: _data("DATA KEPEMILIKAN AKTA\nPersentase 96 %")),
        Example(
            "a cover letter without its secretary",
            lambda: _letter("Pengantar kuesioner KKP HAM\nKEPALA BAGIAN HUKUM\nRATNA"),
        ),
    ),
    silent=(
        Example("a table with the head's name", lambda: _data("DATA\n96 %\nKEPALA DINAS\nRATNA\nNIP 19")),
        Example("a table claimed for nothing", lambda: _data("DATA KEPEMILIKAN AKTA\n96 %", claimed=None)),
        Example("a scan", lambda: _data("DATA KEPEMILIKAN AKTA\n96 %", source=Source.OCR)),
        Example("a letter of the secretary", lambda: _letter("Pengantar kuesioner KKP HAM\nSEKRETARIS DAERAH\nRATNA")),
        Example("a letter about something else", lambda: _letter("Undangan rapat\nKEPALA BAGIAN HUKUM\nRATNA")),
    ),
)
