"""Answers: the rows of both manifests, and what is planted."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace

COLUMNS = ("indikator", "jawaban", "satuan", "pembilang", "penyebut", "berkas", "keterangan")


@dataclass(frozen=True)
class Answer:
    """One row of a manifest, as an operator types it."""

    indicator: str
    value: str
    files: str
    unit: str = ""
    numerator: str = ""
    denominator: str = ""
    note: str = ""


@dataclass(frozen=True)
class Planted:
    """One mistake that must be found."""

    file: str | None
    code: str
    indicator: str | None
    page: int | None
    why: str


def manifest(answers: tuple[Answer, ...], *, delimiter: str) -> bytes:
    """A CSV as spreadsheets write it, with BOM and Windows line ends."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in answers:
        writer.writerow((one.indicator, one.value, one.unit, one.numerator, one.denominator, one.files, one.note))
    return out.getvalue().encode("utf-8-sig")


def planted_answers() -> tuple[Answer, ...]:
    """The answers with the operator's mistakes."""
    return tuple(_MISTAKES.get(one.indicator, one) for one in CLEAN if one.indicator not in _LEFT_OUT)


CLEAN: tuple[Answer, ...] = (
    Answer("BH.S1", "ada", "Perda 5 Tahun 2019 Bantuan Hukum.pdf"),
    Answer("BH.P1", "265.000.000", "DPA Bagian Hukum 2024.pdf", "rupiah"),
    Answer("BH.P2", "ada", "PKS LBH Arum Keadilan.pdf", note="berlaku s.d. 31 Desember 2024"),
    Answer("BH.P3", "12", "Laporan Penyuluhan Hukum 2024.docx", "kegiatan"),
    Answer("BH.H1", "85,00", "Laporan Bantuan Hukum 2024.pdf", "%", "34", "40"),
    Answer("BH.H2", "92,50", "Laporan Bantuan Hukum 2024.pdf", "%", "74", "80"),
    Answer("BH.H3", "90,80", "LRA Bagian Hukum 2024.pdf", "%", "240.620.000", "265.000.000"),
    Answer("BH.H5", "80", "Laporan Penyuluhan Hukum 2024.docx", "%", "96", "120"),
    Answer("IN.S1", "ada", "Perbup 12 Tahun 2021 Pelayanan Informasi.pdf"),
    Answer("IN.S2", "ada", "SK PPID 2024 (scan).pdf"),
    Answer("IN.P3", "ada", "SOP Permohonan Informasi.pdf"),
    Answer("IN.H1", "95", "Surat Keterangan PPID.pdf", "%", "57", "60"),
    Answer("IN.H2", "100", "Surat Keterangan PPID.pdf", "%", "2", "2"),
    Answer("IN.H5", "97,25", "Surat Keterangan PPID.pdf", "%", "212", "218"),
    Answer(
        "TS.P2",
        "ada",
        "IMG-20250117-WA0007.jpg|Daftar hadir musrenbang inklusif.pdf",
        note="notulen (foto) dan daftar hadir",
    ),
    Answer("TS.P3", "6", "Laporan Pendidikan Politik.pdf", "kegiatan"),
    Answer("TS.H1", "63,00", "LKjIP Kabupaten 2024.pdf", "%", "189", "300"),
    Answer("TS.H2", "34", "LKjIP Kabupaten 2024.pdf", "%", "136", "400"),
    Answer("TS.H4", "82,39", "Laporan Pendidikan Politik.pdf", "%", "248.905", "302.118"),
    Answer("TS.H5", "86,42", "LKjIP Kabupaten 2024.pdf", "indeks", note="IKM"),
    Answer("KB.P2", "1", "Notulen dialog lintas agama.txt", "kegiatan"),
    Answer("KB.P3", "ada", "Tim Terpadu Konflik Sosial 2024.pdf"),
    Answer("KB.H1", "100", "LKjIP Kabupaten 2024.pdf", "%", "3", "3"),
    Answer("KB.H2", "90,00", "LKjIP Kabupaten 2024.pdf", "%", "9", "10"),
    Answer("KB.H3", "75,00", "LKjIP Kabupaten 2024.pdf", "%", "24", "32"),
    Answer("KP.S1", "ada", "Perda 3 Tahun 2021 Adminduk.pdf"),
    Answer("KP.P1", "7.860.000.000", "Lampiran APBD 2024.pdf", "rupiah", note="urusan 2.12"),
    Answer("KP.P3", "ada", "SOP Akta Kelahiran.pdf"),
    Answer("KP.H1", "98,90", "Data Adminduk 2024.xlsx", "%", "295.130", "298.412"),
    Answer("KP.H2", "96,00", "Data Adminduk 2024.xlsx", "%", "121.478", "126.540"),
    Answer("KP.H3", "65,00", "Data Adminduk 2024.xlsx", "%", "82.251", "126.540"),
    Answer("KP.H4", "90,00", "Data Adminduk 2024.xlsx", "%", "2.214", "2.460"),
    Answer("KS.S3", "ada", "Perbup Kawasan Tanpa Rokok.pdf"),
    Answer("KS.P1", "165.000.000.000", "DPA Dinas Kesehatan 2024.pdf", "rupiah"),
    Answer("KS.H1", "144,83", "Profil Kesehatan 2024.pdf", "per 100.000", "9", "6.214", note="AKI"),
    Answer("KS.H2", "12,55", "Profil Kesehatan 2024.pdf", "per 1.000", "78", "6.214", note="AKB"),
    Answer("KS.H3", "17,90", "Profil Kesehatan 2024.pdf", "%"),
    Answer("KS.H4", "95,60", "Profil Kesehatan 2024.pdf", "%", "5.866", "6.136"),
    Answer("PD.S3", "ada", "Perbup 22 Tahun 2020 Beasiswa.pdf"),
    Answer("PD.P1", "402.750.000.000", "DPA Dinas Pendidikan.pdf", "rupiah"),
    Answer("PD.H1", "96,50", "LKjIP Kabupaten 2024.pdf", "%", note="APM SD"),
    Answer("PD.H2", "0,18", "LKjIP Dinas Pendidikan 2024.pdf", "%"),
    Answer("PD.H3", "86,40", "LKjIP Dinas Pendidikan 2024.pdf", "%", "108", "125"),
    Answer("PD.H5", "91,71", "LKjIP Dinas Pendidikan 2024.pdf", "%", "3.120", "3.402"),
    Answer("PK.P1", "2.450.000.000", "LRA Dinas Tenaga Kerja 2024.pdf", "rupiah"),
    Answer("PK.P2", "96", "Laporan Pelatihan Kerja 2024.pdf", "orang"),
    Answer("PK.H1", "4,12", "LKjIP Kabupaten 2024.pdf", "%", note="Sakernas Agustus 2024"),
    Answer("PK.H2", "64,00", "LKjIP Kabupaten 2024.pdf", "%", "384", "600"),
    Answer("PK.H5", "58,00", "LKjIP Kabupaten 2024.pdf", "%", "104.400", "180.000"),
    Answer("LP.S1", "ada", "Perda 7 Tahun 2018 Sampah.pdf"),
    Answer("LP.S3", "ada", "Perda Permukiman.pdf"),
    Answer("LP.P1", "10.515.000.000", "LRA Dinas Lingkungan Hidup 2024.pdf", "rupiah"),
    Answer("LP.H1", "68,40", "LKjIP Kabupaten 2024.pdf", "indeks"),
    Answer("LP.H2", "85,00", "Tabel Data Sampah 2024.pdf", "%", "49.657", "58.420"),
    Answer("LP.H3", "91,20", "LKjIP Kabupaten 2024.pdf", "%", "95.760", "105.000"),
    Answer("LP.H4", "88,00", "LKjIP Kabupaten 2024.pdf", "%", "92.400", "105.000"),
    Answer("LP.H5", "93,50", "LKjIP Kabupaten 2024.pdf", "%", "93.500", "100.000"),
    Answer("PA.S2", "ada", "Perda Kabupaten Layak Anak.pdf"),
    Answer("PA.P1", "3.450.000.000", "Lampiran APBD 2024.pdf", "rupiah", note="urusan 2.08"),
    Answer("PA.P4", "1", "SK Forum Anak 2024.pdf", "kegiatan"),
    Answer("PA.H1", "100", "Profil Gender dan Anak 2024.pdf", "%", "36", "36"),
    Answer("PA.H2", "94,00", "Profil Gender dan Anak 2024.pdf", "%", "47", "50"),
    Answer("PA.H3", "2,40", "Profil Gender dan Anak 2024.pdf", "%"),
)
"""The answers as they should be."""

_BY_INDICATOR = {one.indicator: one for one in CLEAN}

_LEFT_OUT = frozenset({"PA.P4"})
"""The operator forgot this row, so its file stays unclaimed."""

_MISTAKES = {
    "BH.H1": replace(_BY_INDICATOR["BH.H1"], value="90,00", numerator="36"),
    "IN.H2": replace(_BY_INDICATOR["IN.H2"], value="nihil", numerator="", denominator=""),
    "KS.P1": replace(_BY_INDICATOR["KS.P1"], value="156.000.000.000"),
    "PD.S3": replace(_BY_INDICATOR["PD.S3"], indicator="PD.S2"),
    "PK.P1": replace(
        _BY_INDICATOR["PK.P1"], files="LRA Dinas Tenaga Kerja 2024.pdf|LRA Dinas Tenaga Kerja 2024_salinan.pdf"
    ),
    "PK.P2": replace(_BY_INDICATOR["PK.P2"], unit=""),
}

PLANTED: tuple[Planted, ...] = (
    Planted(
        "Perbup 12 Tahun 2021 Pelayanan Informasi.pdf",
        "wrong_region",
        "IN.S1",
        1,
        "the regulation is of Kabupaten Lembah Arum (99.02), the neighbour",
    ),
    Planted(
        "Perda Kabupaten Layak Anak.pdf",
        "wrong_level",
        "PA.S2",
        1,
        "the regulation is of Provinsi Nusa Kencana (99), not of the kabupaten",
    ),
    Planted("DPA Dinas Pendidikan.pdf", "wrong_period", "PD.P1", 1, "budget year 2022, data year 2024"),
    Planted(
        "Tim Terpadu Konflik Sosial 2024.pdf",
        "wrong_document_type",
        "KB.P3",
        1,
        "an invitation to the meeting instead of the decree that sets up the team",
    ),
    Planted(
        "Perbup Kawasan Tanpa Rokok.pdf",
        "not_enacted",
        "KS.S3",
        1,
        "a draft: RANCANGAN, open number and dates, unsigned",
    ),
    Planted("SOP Permohonan Informasi.pdf", "unreadable_document", "IN.P3", None, "the upload broke off"),
    Planted("Perda 7 Tahun 2018 Sampah.pdf", "illegible_page", "LP.S1", 3, "page 3 was smeared in the scanner"),
    Planted(
        "LRA Dinas Tenaga Kerja 2024_salinan.pdf",
        "duplicate_document",
        "PK.P1",
        None,
        "the same bytes as LRA Dinas Tenaga Kerja 2024.pdf",
    ),
    Planted(
        "Perbup 22 Tahun 2020 Beasiswa.pdf",
        "indicator_mismatch",
        "PD.S2",
        1,
        "scholarships (PD.S3) claimed as inclusive education (PD.S2)",
    ),
    Planted(
        "Perda Permukiman.pdf",
        "unrelated_document",
        "LP.S3",
        1,
        "a regulation on local taxes under the name of the one on settlements",
    ),
    Planted(
        "Laporan Bantuan Hukum 2024.pdf",
        "figure_differs",
        "BH.H1",
        1,
        "answered 90,00 % (36 of 40), the report says 85,00 % (34 of 40)",
    ),
    Planted("Laporan Pelatihan Kerja 2024.pdf", "unit_missing", "PK.P2", None, "96 without a unit"),
    Planted(
        "Surat Keterangan PPID.pdf", "value_not_numeric", "IN.H2", None, "answered 'nihil' where a number is asked"
    ),
    Planted(
        "DPA Dinas Kesehatan 2024.pdf",
        "budget_total_differs",
        "KS.P1",
        1,
        "printed total 156.000.000.000, its lines add up to 165.000.000.000",
    ),
    Planted(
        "LRA Dinas Lingkungan Hidup 2024.pdf",
        "file_missing",
        "LP.P1",
        None,
        "named in the manifest, not in the package",
    ),
    Planted("SK Forum Anak 2024.pdf", "file_unclaimed", None, None, "in the package, named by no answer"),
)
"""Each mistake, one per rule."""
