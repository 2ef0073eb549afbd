"""Is this text any good? Signals measured from the words, and the grade they add up to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from evidence_ai.domain.document import Grade

_FREQUENT = frozenset(
    {
        "yang", "dan", "di", "ke", "dari", "pada", "dalam", "untuk", "dengan", "oleh", "sebagai", "atau", "ini",
        "itu", "adalah", "tidak", "akan", "dapat", "telah", "sudah", "agar", "atas", "antara", "bahwa", "bagi",
        "para", "serta", "secara", "karena", "maka", "sesuai", "tentang", "terhadap", "melalui", "sampai", "hingga",
        "seperti", "setiap", "tersebut", "tahun", "tanggal", "bulan", "hari", "nomor", "no", "pasal", "ayat",
        "huruf", "angka", "bab", "bagian", "lampiran", "halaman", "peraturan", "perundang", "undangan", "undang",
        "keputusan", "ketetapan", "instruksi", "surat", "edaran", "perjanjian", "kerja", "sama", "laporan",
        "daerah", "kabupaten", "kota", "provinsi", "propinsi", "kecamatan", "kelurahan", "desa", "pemerintah",
        "pemerintahan", "negara", "republik", "indonesia", "bupati", "wali", "walikota", "gubernur", "menteri",
        "presiden", "sekretaris", "sekretariat", "kepala", "dinas", "badan", "kantor", "bidang", "seksi", "dewan",
        "perwakilan", "rakyat", "anggota", "ketua", "pimpinan", "pejabat", "pegawai", "negeri", "sipil", "jabatan",
        "struktur", "organisasi", "tugas", "fungsi", "menimbang", "mengingat", "memperhatikan", "memutuskan",
        "menetapkan", "ditetapkan", "diundangkan", "berlaku", "mulai", "mengetahui", "dimaksud", "sebagaimana",
        "diatur", "ketentuan", "perubahan", "pelaksanaan", "penyelenggaraan", "pembentukan", "susunan",
        "pembangunan", "rencana", "program", "kegiatan", "sub", "anggaran", "pendapatan", "belanja", "pembiayaan",
        "realisasi", "target", "kinerja", "capaian", "indikator", "sasaran", "tujuan", "strategis", "visi", "misi",
        "urusan", "jumlah", "total", "persen", "rupiah", "rp", "biaya", "dana", "uang", "kas", "barang", "jasa",
        "modal", "masyarakat", "penduduk", "anak", "perempuan", "kesehatan", "pendidikan", "sosial", "ekonomi",
        "lingkungan", "hidup", "pertanian", "perikanan", "perlindungan", "pemberdayaan", "pelayanan", "publik",
        "informasi", "data", "hasil", "nilai", "tingkat", "kondisi", "jenis", "uraian", "satuan", "keterangan",
        "nama", "alamat", "jalan", "jl", "telepon", "fax", "email", "kode", "pos", "nip", "tanda", "tangan",
        "pembina", "utama", "muda", "hukum", "asasi", "manusia", "hak", "wajib", "orang", "umum", "khusus", "tata",
        "cara", "pedoman", "standar", "lembaga", "perangkat", "satu", "dua", "tiga", "empat", "lima", "pertama",
        "kedua", "ketiga", "tuhan", "maha", "esa", "rahmat", "berita", "acara", "lembaran", "tambahan", "salinan",
        "kegiatannya", "lainnya", "masing", "berdasarkan", "terdiri", "meliputi", "merupakan", "dilakukan",
        "dilaksanakan", "memiliki", "menjadi", "melakukan", "upaya", "rangka", "perlu", "hal", "lain", "the", "of",
        "and", "to", "in", "for", "is", "on", "with", "by", "as",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
# Symbol fonts (U+F000 to U+F0FF) are left out: bullets and ticks are honest print.
_JUNK_SIGN = re.compile(r"[\ufffd\x00-\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uefff\uf100-\uf8ff]")
_JUNK = re.compile(rf"\(cid:\d+\)|{_JUNK_SIGN.pattern}")
# A number, a code, a date, a list mark; brackets and signs around it.
_NUMERIC = re.compile(r"[(\[\"'“‘Rp.]*[-+±<>≥≤~]?\d[\d.,:/%°()-]*[A-Za-z]?[)\].,;:%\"'”’*-]*")
_EDGES = "()[]{}<>\"'“”‘’«».,;:!?*/\\-–—_…•|=+&#°%"
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}", re.IGNORECASE)
_ODD_CASE = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]+[A-Z]|[A-Z]{3}[a-z]")
_VOWELS = re.compile(r"[aiueoyAIUEOYéèÉ]")


@dataclass(frozen=True, slots=True)
class Signals:
    """Measured on one page. Rates 0..1; `tokens` counts runs between spaces, `words` those of letters only."""

    tokens: int
    words: int
    known_rate: float
    plausible_rate: float
    junk_rate: float


def measure(text: str) -> Signals:
    """The signals of a page's text.

    >>> measure("Peraturan Daerah tentang Hak Anak").known_rate
    1.0
    >>> measure("3HUDWXUDQ 'DHUDK WHQWDQJ +DN $QDN 7DKXQ").plausible_rate < 0.5
    True
    """
    tokens = text.split()
    looks = [_look(token) for token in tokens]
    words = sum(look.words for look in looks)
    junk = sum(map(len, _JUNK.findall(text))) if "(cid:" in text or _JUNK_SIGN.search(text) else 0
    return Signals(
        tokens=len(tokens),
        words=words,
        known_rate=sum(look.known for look in looks) / words if words else 0.0,
        plausible_rate=sum(look.plausible for look in looks) / len(tokens) if tokens else 0.0,
        junk_rate=junk / max(sum(map(len, tokens)), 1),
    )


class _Look(NamedTuple):
    """What one run between spaces adds to the signals of its page."""

    words: int
    known: int
    plausible: bool


@lru_cache(maxsize=50_000)
def _look(token: str) -> _Look:
    words = [word.lower() for word in _WORD.findall(token) if len(word) > 1]
    return _Look(len(words), sum(word in _FREQUENT for word in words), _is_plausible(token))


def _is_plausible(token: str) -> bool:
    """Whether a token looks like a word, an abbreviation or a number of an office document."""
    if _NUMERIC.fullmatch(token):
        return True
    word = token.strip(_EDGES)
    if not word:
        return len(token) <= 3 or len(set(token)) <= 2  # a dash, dots of a contents line
    return all(_is_word(part) for part in re.split(r"[-/.,'’&():;]+", word) if part)


def _is_word(part: str) -> bool:
    if part.isdigit() or len(part) == 1:
        return True
    if not part.isalpha():
        return re.fullmatch(r"[A-Za-z]{1,4}\d{1,4}|\d{1,4}[A-Za-z]{1,2}|[a-z]{1,3}[²³]", part) is not None
    if len(part) > 30 or _ODD_CASE.search(part) or _CONSONANTS.search(part):
        return False
    return (part.isupper() and len(part) <= 6) or len(part) <= 3 or _VOWELS.search(part) is not None


def layer_grade(signals: Signals) -> Grade:
    """How far a text layer can be trusted; poor and below are worth recognising anew."""
    if signals.tokens == 0:
        return Grade.UNREADABLE
    if signals.junk_rate > 0.2 or (signals.plausible_rate < 0.5 and signals.tokens >= 8):
        return Grade.UNREADABLE
    if signals.junk_rate > 0.03 or signals.plausible_rate < 0.7:
        return Grade.POOR
    # Letters moved by a wrong font table look less like words and never like frequent ones; English tables do.
    if signals.words >= 40 and signals.known_rate < 0.05 and signals.plausible_rate < 0.9:
        return Grade.POOR
    if signals.plausible_rate < 0.85:
        return Grade.FAIR
    return Grade.GOOD if signals.plausible_rate < 0.95 else Grade.EXCELLENT
