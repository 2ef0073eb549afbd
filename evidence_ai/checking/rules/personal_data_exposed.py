"""personal_data_exposed: numbers of persons stand in a document that is sent as evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.named_children import named_children
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.checking.words import page_spans
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.personal_data import PersonalKind, personal_numbers

_NAMES = {
    PersonalKind.NIK: Bilingual("nomor berbentuk NIK atau nomor KK", "numbers shaped like a NIK or family card number"),
    PersonalKind.KK: Bilingual("nomor Kartu Keluarga", "family card numbers"),
    PersonalKind.NPWP: Bilingual("NPWP", "tax numbers (NPWP)"),
    PersonalKind.PHONE: Bilingual("nomor telepon seluler", "mobile phone numbers"),
}
_GRAVE = frozenset({PersonalKind.NIK, PersonalKind.KK})
_SEVERAL = 3
"""A contact person, a hot line or a treasurer's tax number is meant to be known; a list of them is not."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each document: count, kind and page, never a number; another for lists of children."""
    for dossier in package.dossiers:
        rows = {page.number: count for page in dossier.text.pages if (count := named_children(page))}
        if rows:
            yield _children(dossier, rows, responsible(dossier, package, edition))
        counts, pages = _exposed(dossier)
        if counts:
            yield _mismatch(dossier, counts, pages, responsible(dossier, package, edition))


def _exposed(dossier: Dossier) -> tuple[Counter[PersonalKind], list[int]]:
    counts: Counter[PersonalKind] = Counter()
    places: list[tuple[PersonalKind, int]] = []
    for page in dossier.text.pages:
        for one in personal_numbers(page.text):
            counts[one.kind] += 1
            places.append((one.kind, page.number))
    told = {kind for kind, count in counts.items() if kind in _GRAVE or count >= _SEVERAL}
    return Counter({kind: counts[kind] for kind in _NAMES if kind in told}), [at for kind, at in places if kind in told]


def _mismatch(dossier: Dossier, counts: Mapping[PersonalKind, int], pages: list[int], owner: Bilingual) -> Mismatch:
    what_id = ", ".join(f"{count} {_NAMES[kind].id}" for kind, count in counts.items())
    what_en = ", ".join(f"{count} {_NAMES[kind].en}" for kind, count in counts.items())
    spans = page_spans(pages)
    return on_document(
        "personal_data_exposed",
        dossier,
        severity=Severity.WARNING if _GRAVE & counts.keys() else Severity.INFO,
        page=pages[0],
        message=Bilingual(
            f"Halaman {spans} memuat data pribadi: {what_id}. Penilaian tidak memerlukannya, dan setiap salinan "
            "berkas menambah risiko bagi orangnya; di semua keluaran NIK, KK, dan NPWP disamarkan.",
            f"Page {spans} holds personal data: {what_en}. The assessment does not need it, and every copy of the "
            "file adds to the risk for these persons; NIK, KK and NPWP are masked in every output.",
        ),
        advice=Bilingual(
            f"Ganti dengan salinan yang nomornya sudah dihitamkan atau rekapitulasi tanpa nama; mintakan kepada {owner.id}.",
            f"Replace it with a copy whose numbers are blacked out, or a summary without names; ask {owner.en} for it.",
        ),
    )


def _children(dossier: Dossier, rows: Mapping[int, int], owner: Bilingual) -> Mismatch:
    spans, count = page_spans(rows), sum(rows.values())
    return on_document(
        "personal_data_exposed",
        dossier,
        severity=Severity.WARNING,
        page=min(rows),
        message=Bilingual(
            f"Halaman {spans} memuat daftar nama {count} anak beserta data kesehatan, kekerasan, atau perkaranya. Data anak "
            "adalah data pribadi spesifik; penilaian hanya memerlukan jumlahnya.",
            f"Page {spans} lists {count} children by name with data on their health, on violence or crime. Data of children "
            "are specially protected; the assessment needs the numbers only.",
        ),
        advice=Bilingual(
            f"Ganti dengan rekapitulasi tanpa nama (jumlah per jenis dan usia); mintakan kepada {owner.id}.",
            f"Replace it with a summary without names (counts by kind and age); ask {owner.en} for it.",
        ),
    )


def _list(*lines: str) -> Package:
    return some.package(some.dossier("daftar.pdf", text_read=some.text(some.page(1), some.page(2, "\n".join(lines)))))


_NIK = "32" + "7301" + "450390" + "0007"
"""Put together here, so that no number shaped like a person's stands in the source."""

RULE = Rule(
    code="personal_data_exposed",
    severity=Severity.WARNING,
    about=About.DOCUMENT,
    source="UU 27/2022 Pasal 4, 16 dan 35-39 (pelindungan data pribadi); UU 24/2013 Pasal 84 ayat (1); UU 11/2012 Pasal 19",
    title=Bilingual("Data pribadi terbuka", "Personal data exposed"),
    explanation=Bilingual(
        "NIK, nomor KK, daftar NPWP dan nomor telepon, atau daftar nama anak dengan data kesehatan atau perkara terbaca di dalam "
        "dokumen. NIP, nomor surat, nomor rekening, "
        "dan satu dua nomor kontak tidak dihitung.",
        "NIK, family card numbers, lists of tax and phone numbers, or children named with data on health or crime can be read in "
        "the document. NIP, letter and "
        "account numbers and one or two contact numbers do not count.",
    ),
    check=find,
    fires=(
        Example("a list of recipients with a NIK", lambda: _list(f"1. Siti {_NIK} Desa Arum")),
        Example(
            "a register of abused children",
            lambda: _list("No Nama Umur Kasus kekerasan", "1. Siti 9 tahun", "2. Budi Arum 12 th", "3. CICI 15 tahun"),
        ),
        Example("a labelled family card number", lambda: _list(f"Nomor KK : {_NIK}")),
        Example(
            "a list of mobile numbers", lambda: _list("Ani 081200000001", "Budi 081200000002", "Cici 081200000003")
        ),
    ),
    silent=(
        Example("a document without such numbers", lambda: some.package(some.dossier())),
        Example("the NIP of an official", lambda: _list("NIP. 19710623 199103 1 005", "NIP 197106231991031005")),
        Example(
            "children counted by district",
            lambda: _list("No Nama kecamatan Korban kekerasan anak", "1. Arum 9", "2. Kencana 12", "3. Lanting 15"),
        ),
        Example(
            "children named for a contest",
            lambda: _list("No Nama Umur", "1. Siti 9 tahun", "2. Budi 9 tahun", "3. Cici 8 tahun"),
        ),
        Example("one contact number", lambda: _list("Narahubung: 0812 0000 0001")),
        Example("years and amounts", lambda: _list("2013 2014 2015 2016 2017", "1.250.000.000 3.273.014.503.900")),
    ),
)
