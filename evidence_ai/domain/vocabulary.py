"""The closed lists other programs rely on: document types, issuer levels, statuses."""

from __future__ import annotations

from enum import StrEnum

DOCUMENT_TYPES: tuple[str, ...] = (
    "perda", "perkada", "keputusan_kepala_daerah", "keputusan_opd", "keputusan_dprd", "surat_edaran",
    "instruksi", "peraturan_pusat", "apbd", "rka", "dpa", "lra", "kua_ppas", "rpjmd", "rkpd", "renstra",
    "renja", "perjanjian_kinerja", "iku_cascading", "lkpj", "lppd", "laporan_kinerja", "laporan_kegiatan",
    "profil", "statistik", "survei", "sop", "perjanjian", "undangan", "daftar_hadir", "notulen",
    "berita_acara", "surat_keterangan", "surat_pernyataan", "foto_kegiatan", "sertifikat", "publikasi",
    "tabel_data", "naskah_akademik", "pedoman", "surat", "lainnya",
)  # fmt: skip
"""Every document type, each with a file of the same name in understanding/document_types/."""

LEGAL_PRODUCTS: frozenset[str] = frozenset(
    {
        "perda", "perkada", "keputusan_kepala_daerah", "keputusan_opd", "keputusan_dprd", "surat_edaran",
        "instruksi", "peraturan_pusat", "apbd",
    }
)  # fmt: skip
"""Types that are enacted, so whose status is enacted, draft or unknown; every other type is not_applicable."""

ISSUER_LEVELS: tuple[str, ...] = ("kabupaten", "kota", "provinsi", "pusat", "desa", "lembaga", "lain")


class LegalStatus(StrEnum):
    """Whether a legal product is in force on paper."""

    ENACTED = "enacted"
    DRAFT = "draft"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
