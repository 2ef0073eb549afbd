"""Documents: every file of the sample package and of its clean twin, by name."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.samples import office
from tests.samples.scan import Copier, photographed, scanned
from tests.samples.typeset import TEXTS, typeset

Files = dict[str, Callable[[], bytes]]

_LANTING = Copier(seed=4501, dpi=200, skew=0.9, fax=True)
"""The black-and-white copier of the Sekretariat."""
_KENCANA = Copier(seed=4502, dpi=150, skew=0.5, noise=4, quality=26)
"""A grey flatbed scanner."""


def planted() -> Files:
    """The package with its mistakes."""
    return {
        **_shared(),
        "Perbup 12 Tahun 2021 Pelayanan Informasi.pdf": partial(_information, theirs=True),
        "Perbup Kawasan Tanpa Rokok.pdf": partial(_smoke_free, draft=True),
        "Perda Kabupaten Layak Anak.pdf": partial(_child_friendly, provincial=True),
        "Perda 7 Tahun 2018 Sampah.pdf": partial(_waste, spoiled_page=3),
        "DPA Dinas Kesehatan 2024.pdf": partial(typeset, "dpa_kesehatan", jumlah="156.000.000.000"),
        "DPA Dinas Pendidikan.pdf": partial(typeset, "dpa_pendidikan", tahun="2022"),
        "Tim Terpadu Konflik Sosial 2024.pdf": partial(typeset, "undangan_tim_terpadu"),
        "Perda Permukiman.pdf": partial(typeset, "perda_pajak_daerah"),
        "SOP Permohonan Informasi.pdf": _broken_off,
        "LRA Dinas Tenaga Kerja 2024_salinan.pdf": partial(typeset, "lra_tenaga_kerja"),
    }


def clean() -> Files:
    """The twin: the same answers as they should have been sent."""
    return {
        **_shared(),
        "Perbup 12 Tahun 2021 Pelayanan Informasi.pdf": partial(_information, theirs=False),
        "Perbup Kawasan Tanpa Rokok.pdf": partial(_smoke_free, draft=False),
        "Perda Kabupaten Layak Anak.pdf": partial(_child_friendly, provincial=False),
        "Perda 7 Tahun 2018 Sampah.pdf": partial(_waste, spoiled_page=None),
        "DPA Dinas Kesehatan 2024.pdf": partial(typeset, "dpa_kesehatan", jumlah="165.000.000.000"),
        "DPA Dinas Pendidikan.pdf": partial(typeset, "dpa_pendidikan", tahun="2024"),
        "Tim Terpadu Konflik Sosial 2024.pdf": partial(typeset, "keputusan_tim_terpadu"),
        "Perda Permukiman.pdf": partial(typeset, "perda_permukiman_kumuh"),
        "SOP Permohonan Informasi.pdf": partial(typeset, "sop_permohonan_informasi"),
        "LRA Dinas Lingkungan Hidup 2024.pdf": partial(typeset, "lra_lingkungan_hidup"),
    }


def _shared() -> Files:
    return {
        "Perda 5 Tahun 2019 Bantuan Hukum.pdf": partial(typeset, "perda_bantuan_hukum"),
        "DPA Bagian Hukum 2024.pdf": partial(typeset, "dpa_bagian_hukum"),
        "LRA Bagian Hukum 2024.pdf": partial(typeset, "lra_bagian_hukum"),
        "PKS LBH Arum Keadilan.pdf": partial(_copied, "perjanjian_lbh"),
        "Laporan Penyuluhan Hukum 2024.docx": office.outreach_report,
        "Laporan Bantuan Hukum 2024.pdf": partial(typeset, "laporan_bantuan_hukum"),
        "SK PPID 2024 (scan).pdf": partial(_flatbed, "keputusan_ppid"),
        "Surat Keterangan PPID.pdf": partial(_copied, "surat_keterangan_ppid"),
        "IMG-20250117-WA0007.jpg": _photo_of_minutes,
        "Daftar hadir musrenbang inklusif.pdf": partial(_flatbed, "daftar_hadir_musrenbang"),
        "LKjIP Kabupaten 2024.pdf": partial(typeset, "lkjip_kabupaten"),
        "Laporan Pendidikan Politik.pdf": partial(typeset, "laporan_pendidikan_politik"),
        "Notulen dialog lintas agama.txt": (TEXTS / "notulen_dialog_lintas_agama.txt").read_bytes,
        "Perda 3 Tahun 2021 Adminduk.pdf": partial(_copied, "perda_administrasi_kependudukan"),
        "Lampiran APBD 2024.pdf": partial(typeset, "apbd_lampiran"),
        "SOP Akta Kelahiran.pdf": partial(typeset, "sop_akta_kelahiran"),
        "Data Adminduk 2024.xlsx": office.population_table,
        "Profil Kesehatan 2024.pdf": partial(typeset, "profil_kesehatan"),
        "Perbup 22 Tahun 2020 Beasiswa.pdf": partial(typeset, "perbup_beasiswa"),
        "LKjIP Dinas Pendidikan 2024.pdf": partial(typeset, "lkjip_pendidikan"),
        "LRA Dinas Tenaga Kerja 2024.pdf": partial(typeset, "lra_tenaga_kerja"),
        "Laporan Pelatihan Kerja 2024.pdf": partial(typeset, "laporan_pelatihan_kerja"),
        "Tabel Data Sampah 2024.pdf": partial(typeset, "data_sampah"),
        "SK Forum Anak 2024.pdf": partial(_copied, "keputusan_forum_anak"),
        "Profil Gender dan Anak 2024.pdf": partial(typeset, "profil_gender_anak"),
    }


@cache
def _copied(name: str) -> bytes:
    return scanned(typeset(name), _LANTING)


@cache
def _flatbed(name: str) -> bytes:
    return scanned(typeset(name), _KENCANA)


@cache
def _photo_of_minutes() -> bytes:
    return photographed(typeset("notulen_musrenbang"), 1, seed=77)


@cache
def _waste(*, spoiled_page: int | None) -> bytes:
    return scanned(typeset("perda_pengelolaan_sampah"), _KENCANA, spoiled_page=spoiled_page)


def _broken_off() -> bytes:
    """An upload that stopped half-way: a PDF without its end."""
    whole = typeset("sop_permohonan_informasi")
    return whole[: len(whole) // 9]


def _information(*, theirs: bool) -> bytes:
    """The regulation of the neighbour, or the region's own."""
    name, head, secretary = (
        ("Lembah Arum", "GUNTUR MAHARDIKA", "NILAM CEMPAKA")
        if theirs
        else ("Tanjung Arum", "WIRATAMA SURYADARMA", "BAKTI NUGRAHANTA")
    )
    return typeset(
        "perbup_informasi_publik",
        nama_daerah=name.upper(),
        daerah_biasa=name,
        nama_kepala=head,
        nama_sekda=secretary,
    )


def _smoke_free(*, draft: bool) -> bytes:
    """A draft with open places, or the regulation in force."""
    return typeset(
        "perbup_kawasan_tanpa_rokok",
        kata_rancangan="RANCANGAN " if draft else "",
        nomor="NOMOR ...... TAHUN 2024" if draft else "NOMOR 18 TAHUN 2022",
        tinta="kosong" if draft else "ttd",
        tanggal_penetapan="pada tanggal ........................" if draft else "pada tanggal 6 Juni 2022",
        tanggal_pengundangan="pada tanggal ........................" if draft else "pada tanggal 6 Juni 2022",
        berita_daerah="BERITA DAERAH KABUPATEN TANJUNG ARUM TAHUN "
        + ("2024 NOMOR ......" if draft else "2022 NOMOR 18"),
    )


def _child_friendly(*, provincial: bool) -> bytes:
    """The province's regulation, or the region's own."""
    if provincial:
        return typeset(
            "perda_layak_anak",
            kepala="GUBERNUR NUSA KENCANA",
            baris_provinsi="",
            daerah="PROVINSI NUSA KENCANA",
            daerah_biasa="Provinsi Nusa Kencana",
            tempat="Arum Baru",
            nama_kepala="PANJI SATYANEGARA",
            nama_sekda="MELATI RAHAYUNINGSIH",
            noreg="NOREG PERATURAN DAERAH PROVINSI NUSA KENCANA: (4-88/2022)",
        )
    return typeset(
        "perda_layak_anak",
        kepala="BUPATI TANJUNG ARUM",
        baris_provinsi="^ PROVINSI NUSA KENCANA",
        daerah="KABUPATEN TANJUNG ARUM",
        daerah_biasa="Kabupaten Tanjung Arum",
        tempat="Tanjung Arum",
        nama_kepala="WIRATAMA SURYADARMA",
        nama_sekda="BAKTI NUGRAHANTA",
        noreg="NOREG PERATURAN DAERAH KABUPATEN TANJUNG ARUM, PROVINSI NUSA KENCANA: (4-29/2022)",
    )
