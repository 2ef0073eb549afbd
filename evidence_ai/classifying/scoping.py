"""Scope: how wide a document is, before asking which indicator it is about."""

from __future__ import annotations

from evidence_ai.classifying.subjects import Subject
from evidence_ai.domain.candidate import Scope
from evidence_ai.domain.understanding import Understanding

_BUDGET_TYPES = frozenset({"apbd", "kua_ppas"})
_OPD_BUDGET_TYPES = frozenset({"dpa", "rka", "lra"})
_GOVERNMENT_REPORTS = frozenset({"lkpj", "lppd"})
_OFFICE_REPORTS = frozenset({"laporan_kinerja", "renstra", "renja", "perjanjian_kinerja", "iku_cascading", "profil"})
_GOVERNMENT_WIDE = frozenset({"laporan_kinerja", "statistik"})
_PLANS = frozenset({"rpjmd", "rkpd"})
_WHOLE_FUNCTIONS = 3
"""Money for three unrelated functions in one document is no single office's budget."""
_BEFORE_BUDGET = frozenset(
    {
        "penjabaran", "pertanggungjawaban", "pertanggung", "jawab", "jawaban", "pelaksanaan", "perubahan",
        "kedua", "ketiga", "keempat", "kelima", "ke", "atas", "laporan", "realisasi", "ringkasan", "rancangan",
        "penetapan", "lampiran", "nota", "keuangan", "tentang", "peraturan", "daerah", "apbd", "tahun",
        "anggaran", "i", "ii", "iii", "iv", "v", "rincian", "p",
    }
)  # fmt: skip
_BUDGET_NAMES = (
    ("anggaran", "pendapatan", "dan", "belanja"),
    ("anggaran", "pendapatan", "belanja"),
    ("apbd",),
    ("apbk",),
    ("apba",),
)
_REGIONS = frozenset({"kabupaten", "kota", "provinsi", "pemerintah"})
_OFFICES = frozenset(
    {"dinas", "badan", "kantor", "biro", "bagian", "sekretariat", "kecamatan", "kelurahan", "inspektorat", "rumah"}
)
_VILLAGE = frozenset({"desa", "gampong", "nagari", "kampung", "pekon"})


def wide_scope(understanding: Understanding, subject: Subject, functions_found: int) -> Scope | None:
    """WHOLE_BUDGET, WHOLE_GOVERNMENT_REPORT or OPD_REPORT where the document is one; None otherwise.

    `functions_found`: how many different P1 indicators have a budget line in it.
    """
    kind = understanding.document_type.value if understanding.document_type else None
    one_office = bool(understanding.issuing_office) and functions_found < _WHOLE_FUNCTIONS and kind in _OPD_BUDGET_TYPES
    if kind in _BUDGET_TYPES or (names_whole_budget(subject) and not one_office):
        return Scope.WHOLE_BUDGET
    if kind in _OPD_BUDGET_TYPES and functions_found >= _WHOLE_FUNCTIONS:
        return Scope.WHOLE_BUDGET
    if kind in _GOVERNMENT_REPORTS or ((kind in _PLANS or _names_whole_plan(subject)) and understanding.figures):
        return Scope.WHOLE_GOVERNMENT_REPORT
    if kind in _GOVERNMENT_WIDE and not understanding.issuing_office and _names_government(subject):
        return Scope.WHOLE_GOVERNMENT_REPORT
    if kind in _OFFICE_REPORTS:
        return Scope.OPD_REPORT
    return None


def _names_government(subject: Subject) -> bool:
    """A report that names a region and no office is the whole government's."""
    words = {token.text for token in subject.tokens}
    return bool(_REGIONS & words) and not _OFFICES & words


def _names_whole_plan(subject: Subject) -> bool:
    return tuple(token.text for token in subject.tokens[:4]) == ("rencana", "pembangunan", "jangka", "menengah")


def names_whole_budget(subject: Subject) -> bool:
    """Whether the title is that of a whole APBD: its name with nothing but 'penjabaran perubahan ...' before it."""
    words = [token.text for token in subject.tokens]
    for at, word in enumerate(words):
        for name in _BUDGET_NAMES:
            if tuple(words[at : at + len(name)]) == name:
                return not _VILLAGE & set(words[at + len(name) : at + len(name) + 2])
        if word not in _BEFORE_BUDGET and not word.isdigit():
            return False
    return False
