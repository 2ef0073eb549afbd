"""Which field of work an office or an owner of data belongs to, by the words of its name."""

from __future__ import annotations

import re

_FIELDS: tuple[tuple[str, str], ...] = (
    ("kesehatan", r"kesehatan|dinkes|rsud|rumah sakit|puskesmas"),
    ("pendidikan", r"pendidikan|disdik|dikpora|dikbud"),
    ("kebudayaan", r"kebudayaan|disbud|dikbud|pariwisata|disbudpar|kebud"),
    ("kependudukan", r"kependudukan|pencatatan sipil|disdukcapil|dukcapil|capil"),
    ("ketenagakerjaan", r"tenaga kerja|ketenagakerjaan|disnaker\w*|naker\w*|transmigrasi"),
    ("lingkungan", r"lingkungan|\bdlh\w*|kebersihan|kehutanan|\bblh\b"),
    ("perumahan", r"perumahan|permukiman|pemukiman|perkim\w*|cipta karya|kimpraswil"),
    ("pekerjaan umum", r"pekerjaan umum|tata ruang|penataan ruang|pupr\w*|\bdpu\b|bina marga|pengairan|sumber ?daya air|psda|kimpraswil"),
    ("perempuan dan anak", r"perempuan|perlindungan anak|\bdp3a\w*|\bp3a\w*|keluarga berencana|pengendalian penduduk|\bkb\b"),
    ("sosial", r"sosial|dinsos\w*"),
    ("koperasi", r"koperasi|ukm|umkm|usaha (?:kecil|mikro)|perindustrian|perdagangan|disperindag\w*|diskop\w*"),
    ("kominfo", r"komunikasi|informatika|kominfo\w*|diskominfo\w*|persandian|statistik"),
    ("desa", r"pemberdayaan masyarakat|pemerintahan desa|\bpmd\b|\bdpmd\b|desa"),
    ("kesbangpol", r"kesatuan bangsa|politik|kesbang\w*|kesbangpol\w*"),
    ("kepegawaian", r"kepegawaian|bkpsdm|bkpp|bkd\b|sumber daya manusia"),
    ("perencanaan", r"perencanaan|bapp?e\w+|baperlitbang|bapelitbang\w*"),
    ("hukum", r"hukum"),
    ("organisasi", r"organisasi"),
    ("kesra", r"kesra|kesejahteraan rakyat"),
    ("pertanian", r"pertanian|peternakan|perkebunan|tanaman pangan|hortikultura|distan\w*|ketahanan pangan|penyuluh"),
    ("perikanan", r"perikanan|kelautan"),
    ("perhubungan", r"perhubungan|dishub\w*"),
    ("energi", r"energi|sumber ?daya mineral|\besdm\b|pertambangan"),
    ("pendapatan", r"pendapatan|dispenda|bapenda"),
    ("olahraga", r"olah ?raga|pemuda|dispora\w*"),
    ("pemadam", r"pemadam|damkar|polisi pamong|satpol"),
    ("bencana", r"bencana|bpbd"),
    ("perpustakaan", r"perpustakaan|kearsipan|arsip"),
)  # fmt: skip
"""An office may have several fields ('Dinas Pendidikan dan Kebudayaan')."""

_FOR_ALL = re.compile(
    r"sekretariat|sekda|setda|inspektorat|bappeda|bappelitbang\w*|baperlitbang|perencanaan|statistik|keuangan|bpkad|"
    r"kecamatan|kelurahan|kementerian|kantor wilayah|bpjs|komisi",
    re.IGNORECASE,
)
"""Offices that hold or pass on the data of others: whose they are says nothing."""


def fields(name: str) -> frozenset[str]:
    """The fields of work that a name tells, none where it tells none.

    >>> sorted(fields("DINAS PENDIDIKAN DAN KEBUDAYAAN")), fields("Disnaker") == fields("Dinas Tenaga Kerja")
    (['kebudayaan', 'pendidikan'], True)
    """
    plain = " ".join(name.casefold().split())
    return frozenset(field for field, words in _FIELDS if re.search(rf"(?:{words})", plain))


def speaks_for_others(name: str) -> bool:
    """Whether an office of this name may rightly issue what another office owns."""
    return _FOR_ALL.search(name) is not None
