"""Codes of budget lines: recognised, written one way, and the level they and their names stand for.

**Source**: Permendagri 90/2019 (urusan 1.02, program 1.02.02, kegiatan 1.02.02.2.01, sub kegiatan
1.02.02.2.01.0001; rekening 5.1.02.01.01.0001) and Permendagri 13/2006 before it (program 1.02.15,
rekening 5.2.2.01.01).
"""

from __future__ import annotations

import re

from evidence_ai.domain.understanding import BudgetLevel

_CODE = re.compile(r"(?:[0-9Xx]{1,4}(?:\s?[.\u00b7]\s?|\s))*[0-9Xx]{1,4}\s?\.?")
_DOTTED = re.compile(r"\d{1,2}(?:\s?\.\s?(?:\d{1,4}|[xX]{1,2}))+\s?\.?")
_LEADING = re.compile(
    r"(?P<code>\d{1,2}\s?\.\s?\d{1,4}(?:\s?\.\s?\d{1,4})+\s?\.?|\d\.\d{1,2}\.?|(?:\d{1,2} )?\d{2} \d{2}(?: \d\.\d{2}(?: \d{2,4})?)?)"
    r"\s+(?=[A-Za-z(])"
)


def is_code(text: str) -> bool:
    """Whether a cell holds a code or a piece of one, and nothing else.

    >>> is_code("5 . 2 . 01 . 02"), is_code("4 02 01 2.01"), is_code("1.250.000"), is_code("12,5")
    (True, True, False, False)
    """
    tight = " ".join(text.split())
    if not tight or len(tight) > 45 or re.fullmatch(r"\(?\d{1,3}(?:\.\d{3})+\)?", tight):
        return False
    return _CODE.fullmatch(tight) is not None


def is_dotted(text: str) -> bool:
    """Whether the text is a code of at least two parts joined by points.

    >>> is_dotted("1.02.01"), is_dotted("4.1."), is_dotted("3."), is_dotted("100.000")
    (True, True, False, False)
    """
    tight = " ".join(text.split())
    return _DOTTED.fullmatch(tight) is not None and is_code(tight)


def leading_code(name: str) -> tuple[str | None, str]:
    """A code printed before the name in the same cell, and the name without it.

    >>> leading_code("1.02.02 Program Pemenuhan Upaya Kesehatan")
    ('1.02.02', 'Program Pemenuhan Upaya Kesehatan')
    >>> leading_code("2 Pengadaan Meja")
    (None, '2 Pengadaan Meja')
    """
    found = _LEADING.match(name)
    if found is None:
        return None, name
    return normalised(found["code"]), name[found.end() :]


def normalised(code: str) -> str:
    """One way to write a code: parts joined by points, none at the end.

    >>> normalised("5 . 2 . 01 . 02 ."), normalised("4 02 01 2.01 01")
    ('5.2.01.02', '4.02.01.2.01.01')
    """
    return ".".join(re.findall(r"[0-9Xx]+", code))


_TOTAL = re.compile(r"^(?:sub ?)?(?:jumlah|total|grand total|j u m l a h)\b", re.IGNORECASE)
_BALANCE = re.compile(r"surplus|defisit|nett?o\b|\bsilpa\b|sisa lebih", re.IGNORECASE)
_KEGIATAN = re.compile(r"^kegiatan\b", re.IGNORECASE)
_SUB_KEGIATAN = re.compile(r"^sub ?kegiatan\b", re.IGNORECASE)
_PROGRAM = re.compile(r"^program\b", re.IGNORECASE)
_BIDANG = re.compile(r"^(?:bidang urusan|urusan pemerintahan bidang)\b", re.IGNORECASE)
_URUSAN = re.compile(r"^(?:urusan|unsur)\b", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"^(?:pendapatan|belanja|pembiayaan|penerimaan|pengeluaran|pajak|retribusi|hasil (?:pajak|retribusi|pengelolaan|perusahaan)|pembentukan dana|dana (?:alokasi|bagi|perimbangan|desa)|"
    r"gaji|tunjangan|honorarium|lain-lain pendapatan|bagi hasil|penyertaan modal|pembayaran pokok)\b",
    re.IGNORECASE,
)


def level_of(code: str | None, name: str) -> BudgetLevel:
    """The level of a line, by its words where they say it, else by the shape of its code.

    >>> str(level_of("1.02.02.2.01", "Penyediaan Fasilitas Pelayanan")), str(level_of("5.1.02.01", "Belanja Barang"))
    ('kegiatan', 'rekening')
    """
    if _TOTAL.search(name):
        return BudgetLevel.JUMLAH
    if _BALANCE.search(name) and not (code and "." in code):
        return BudgetLevel.LAIN
    if _SUB_KEGIATAN.search(name):
        return BudgetLevel.SUB_KEGIATAN
    if _PROGRAM.search(name):
        return BudgetLevel.PROGRAM
    if _BIDANG.search(name):
        return BudgetLevel.BIDANG
    if code:
        return _by_code(code.split("."), name)
    if _KEGIATAN.search(name):
        return BudgetLevel.KEGIATAN
    if _ACCOUNT.search(name):
        return BudgetLevel.REKENING
    if _URUSAN.search(name):
        return BudgetLevel.URUSAN
    return BudgetLevel.LAIN


def _by_code(parts: list[str], name: str) -> BudgetLevel:
    if _ACCOUNT.search(name):
        return BudgetLevel.REKENING
    if _is_account(parts):
        # Penjabaran of 13/2006: 5.2 . program . kegiatan, then the account.
        is_work = parts[:2] == ["5", "2"] and len(parts) == 4 and len(parts[2]) == 2
        return BudgetLevel.KEGIATAN if is_work else BudgetLevel.REKENING
    if len(parts) == 1:
        return BudgetLevel.URUSAN if len(parts[0]) == 1 else BudgetLevel.KEGIATAN
    if len(parts) == 3 and not _PROGRAM.search(name):
        return BudgetLevel.KEGIATAN  # beside a kegiatan stands the code of its programme
    # kegiatan of 90/2019 are '2.01' inside: one digit after the program's two.
    if len(parts) > 4 and len(parts[3]) == 1 and len(parts[1]) == 2:
        return BudgetLevel.SUB_KEGIATAN if len(parts) > 5 else BudgetLevel.KEGIATAN
    return {1: BudgetLevel.URUSAN, 2: BudgetLevel.BIDANG, 3: BudgetLevel.PROGRAM}.get(len(parts), BudgetLevel.KEGIATAN)


def _is_account(parts: list[str]) -> bool:
    """Accounts begin with 4, 5, 6 and a single digit (5.1.02, 5.2.2.01); urusan have two digits there (5.01)."""
    if parts[0] in {"4", "5", "6", "7"} and len(parts) >= 2:
        return len(parts[1]) == 1
    return len(parts) >= 2 and all(len(part) == 1 for part in parts[:3])
