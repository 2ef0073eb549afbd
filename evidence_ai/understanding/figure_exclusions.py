"""Numbers that count, date or name something and measure nothing: articles, years, pages, telephone numbers, codes."""

from __future__ import annotations

import re

from evidence_ai.understanding.amounts import Number

_NEVER_AFTER = re.compile(
    r"(?:\b(?:nomor|no|pasal|ayat|bab|tahun|th|thn|t\.a|ta|tanggal|tgl|halaman|hal|hlm|page|tabel|gambar|grafik|bagan|lampiran|ke|rt|rw|"
    r"telp|telepon|fax|faks|hp|nip|nik|npwp|huruf|angka|butir|triwulan|semester|tribulan|periode|undang|uu|pp|perpres|permen\w*|perda|pergub|"
    r"perbup|perwal\w*|jalan|jl|jln|kelas|tipe|type|eselon|golongan|pukul|jam|kode|pos|iso|versi|lembar|langkah|tahap|misi|sasaran|bagian|figure|article|kepmen\w*|rpjmd|rpjmn|renstra|apbd|apbn|"
    r"januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\.?[ :]*|[-/\u2013][ ]?|"
    r"\b(?:pasal|ayat|huruf|nomor)[ ]*\(?\w{1,3}\)?[ ]*(?:,|dan|atau|sampai dengan)[ ]*)$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(
    r"[ ]*(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)\b|"
    r"[ ]?[-/][ ]?\d|\.\d|[ ]?s/d[ ]|[ ]*(?:\)|ayat\b)",
    re.IGNORECASE,
)
_CAPTION_NUMBER = re.compile(r"\b(?:tabel|gambar|grafik|bagan)\s*(?:\d{1,2}|[IVX]{1,4})\s?[.-]?\s*$", re.IGNORECASE)
YEAR = re.compile(r"(?<![\d.,])(?:19[5-9]\d|20[0-4]\d)(?![\d]|[.,]\d)")


def is_no_figure(sentence: str, number: Number) -> bool:
    """Years, dates, article, regulation, page and telephone numbers, codes."""
    before = sentence[max(number.start - 24, 0) : number.start].rstrip("(")
    if number.rupiah:
        return False
    if _CAPTION_NUMBER.search(before):
        return True
    if re.search(
        r"\b(?:telp|telepon|tlp|fax|faks|faksimile|hp|wa|nip|nik|npwp)\b[.:\s\d()/+-]*$", before, re.IGNORECASE
    ):
        return True
    digits = re.sub(r"\D", "", number.raw)
    plain = digits == number.raw.strip("()-")
    if plain and (len(digits) >= 8 or (number.raw.startswith("0") and len(digits) > 1)):
        return True
    if plain and len(digits) == 4 and YEAR.fullmatch(number.raw) and not number.percent:
        return True
    if number.raw.startswith("(") and plain:
        return True
    if number.percent:
        return False
    return (
        bool(_NEVER_AFTER.search(before))
        or bool(_MONTH_AFTER.match(sentence, number.end))
        or _is_in_code(sentence, number)
    )


def is_section(text: str, at: int, number: Number) -> bool:
    """The number of a section at the start of a line: '1.2 Dasar Hukum', '3. Tujuan'."""
    if at > 0 and text[at - 1] not in "\n\t":
        return False
    return bool(re.fullmatch(r"\d{1,2}(?:[.]\d{1,2})?", number.raw)) and bool(
        re.match(r"\.?\s+[A-Z]", text[at + len(number.raw) :])
    )


def _is_in_code(sentence: str, number: Number) -> bool:
    left = sentence[number.start - 1 : number.start]
    right = sentence[number.end : number.end + 1]
    return (left in "./-_" and left != "") or right in {"/", "_"}
