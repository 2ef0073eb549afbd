"""Small phrases that several rules say in the same way."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_ai.domain.bilingual import Bilingual

_TYPES: dict[str, Bilingual] = {
    "perda": Bilingual("Peraturan Daerah", "regional regulation (Perda)"),
    "perkada": Bilingual("Peraturan Kepala Daerah", "regulation of the head of region"),
    "keputusan_kepala_daerah": Bilingual("Keputusan Kepala Daerah", "decree of the head of region"),
    "keputusan_opd": Bilingual("Keputusan Kepala OPD", "decree of the head of an office"),
    "keputusan_dprd": Bilingual("Keputusan DPRD", "decree of the regional parliament"),
    "peraturan_pusat": Bilingual("peraturan pemerintah pusat", "national regulation"),
    "apbd": Bilingual("APBD", "regional budget (APBD)"),
    "rka": Bilingual("RKA", "budget plan (RKA)"),
    "dpa": Bilingual("DPA", "approved budget (DPA)"),
    "lra": Bilingual("Laporan Realisasi Anggaran", "budget realisation report (LRA)"),
    "kua_ppas": Bilingual("KUA-PPAS", "budget policy (KUA-PPAS)"),
    "rpjmd": Bilingual("RPJMD", "five-year development plan (RPJMD)"),
    "rkpd": Bilingual("RKPD", "annual development plan (RKPD)"),
    "renstra": Bilingual("Renstra", "strategic plan (Renstra)"),
    "renja": Bilingual("Renja", "annual work plan (Renja)"),
    "lkpj": Bilingual("LKPJ", "accountability report (LKPJ)"),
    "lppd": Bilingual("LPPD", "government report (LPPD)"),
    "laporan_kinerja": Bilingual("Laporan Kinerja", "performance report"),
    "laporan_kegiatan": Bilingual("laporan kegiatan", "activity report"),
    "profil": Bilingual("profil", "profile"),
    "statistik": Bilingual("publikasi statistik", "statistical publication"),
    "survei": Bilingual("laporan survei", "survey report"),
    "sop": Bilingual("SOP", "standard operating procedure"),
    "perjanjian": Bilingual("perjanjian kerja sama", "cooperation agreement"),
    "surat_keterangan": Bilingual("surat keterangan", "official statement"),
    "sertifikat": Bilingual("sertifikat", "certificate"),
    "foto_kegiatan": Bilingual("foto kegiatan", "photo of the activity"),
    "notulen": Bilingual("notulen", "minutes"),
    "daftar_hadir": Bilingual("daftar hadir", "attendance list"),
    "tabel_data": Bilingual("tabel data", "data table"),
    "berita_acara": Bilingual("berita acara", "official record"),
    "lainnya": Bilingual("dokumen jenis lain", "another kind of document"),
}


def type_name(document_type: str) -> Bilingual:
    """A document type as people call it."""
    plain = document_type.replace("_", " ")
    return _TYPES.get(document_type, Bilingual(plain, plain))


def type_names(document_types: Iterable[str]) -> Bilingual:
    """Several types as a phrase: 'Perda atau Perkada'."""
    names = [type_name(one) for one in document_types]
    return Bilingual(_either([one.id for one in names], "atau"), _either([one.en for one in names], "or"))


def page_spans(pages: Iterable[int]) -> str:
    """Page numbers as people list them.

    >>> page_spans([3, 5, 6, 7])
    '3, 5-7'
    """
    spans: list[list[int]] = []
    for page in sorted(set(pages)):
        if spans and spans[-1][-1] == page - 1:
            spans[-1] = [spans[-1][0], page]
        else:
            spans.append([page])
    return ", ".join("-".join(str(one) for one in span) for span in spans)


def rupiah(amount: int) -> str:
    """An amount as Indonesians print it.

    >>> rupiah(1500000)
    'Rp1.500.000'
    """
    return f"Rp{amount:,}".replace(",", ".")


def _either(names: list[str], word: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
