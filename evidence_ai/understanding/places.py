"""The text of each place cues look at, mended for OCR noise, with the way back to the line for the quote."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from evidence_ai.domain.quote import Quote
from evidence_ai.understanding.cues import Place
from evidence_ai.understanding.normal import as_letters, is_like, normal, upper_share
from evidence_ai.understanding.relations import subject
from evidence_ai.understanding.zones import Heading, Zone, ZoneLine, Zones

_TOP_LINES = 24
_FIRST_PAGES = 8
_LAST_PAGES = 2
"""Ten pages tell a type; a 600-page annex need not be read to the end for it."""
_EDGE_PAGES = 12


@dataclass(frozen=True, slots=True)
class PlaceText:
    """The comparable text of a place; `starts[i]` is the offset of `lines[i]`."""

    text: str
    starts: tuple[int, ...]
    lines: tuple[ZoneLine, ...]

    def quote(self, start: int) -> Quote | None:
        """The whole line in which offset `start` lies."""
        if not self.lines:
            return None
        return self.lines[max(bisect_right(self.starts, start) - 1, 0)].quote()


def places(zones: Zones) -> dict[Place, PlaceText]:
    """Every place of a document; a place that does not exist has empty text."""
    return {
        Place.KIND: _kind(zones),
        Place.SUBJECT: _subject(zones),
        Place.TOP: _text(_top(zones)),
        Place.CAPITALS: _text(line for line in _early(zones) if _is_capital(line)),
        Place.OPENING: _text(zones.opening),
        Place.EDGE: _text(_edges(zones)),
        Place.BODY: _text(_body(zones)),
        Place.ENDING: _text(zones.ending),
    }


def mended(text: str) -> str:
    """Comparable text with OCR noise taken out of the words cues are made of.

    >>> mended("PERATIJRAN BUPATI TENTANG RENCANA K1NERJA"), mended("PENANGGULANGAN BENCANA 2019")
    ('PERATURAN BUPATI TENTANG RENCANA KINERJA', 'PENANGGULANGAN BENCANA 2019')
    >>> mended("PERATURANDAERAH KABUPATEN")
    'PERATURAN DAERAH KABUPATEN'
    """
    return " ".join(_mended_word(word) for word in _TIGHT.sub(r"\1\2 ", text).split(" "))


_WORDS = (
    "PERATURAN", "KEPUTUSAN", "INSTRUKSI", "RANCANGAN", "GUBERNUR", "WALIKOTA", "KABUPATEN", "PROVINSI", "PEMERINTAH",
    "ANGGARAN", "PENDAPATAN", "PENJABARAN", "RINGKASAN", "REALISASI", "PELAKSANAAN", "DOKUMEN", "LAPORAN", "KEUANGAN",
    "INSTANSI", "PERJANJIAN", "KESEPAHAMAN", "KESEPAKATAN", "STRATEGIS", "INDIKATOR", "KETERANGAN", "PERNYATAAN",
    "UNDANGAN", "SERTIFIKAT", "STATISTIK", "PEMBANGUNAN", "PERTANGGUNGJAWABAN", "AKUNTABILITAS", "OPERASIONAL",
    "PROSEDUR", "LAMPIRAN", "PRIORITAS", "SEMENTARA", "KEGIATAN", "AKADEMIK", "PETUNJUK", "PERUBAHAN", "DINAS",
    "SEKRETARIAT", "PERWAKILAN", "MENTERI", "PRESIDEN", "REPUBLIK", "INDONESIA", "RENCANA", "KINERJA",
    "PENETAPAN", "DOKUMENTASI", "KECAMATAN", "INSPEKTORAT", "INSPEKTUR", "TAHUNAN", "PEDOMAN", "PANDUAN", "RENSTRA",
    "NOTULEN", "NOTULENSI", "NOTULA", "DEKLARASI", "PENGHARGAAN", "KEPUASAN", "MASYARAKAT", "PENYELENGGARAAN",
    "PEMERINTAHAN", "AKREDITASI", "KERANGKA", "BERSAMA", "LEMBARAN", "PENGUMUMAN", "TENTANG", "KEHADIRAN", "EDARAN",
    "SURAT", "BERITA", "ACARA", "DAERAH", "BUPATI", "KEPALA", "SEKOLAH", "DAFTAR", "HADIR", "PROFIL", "SURVEI", "PIAGAM",
    "RENJA", "NASKAH", "PERIHAL", "RAPAT", "PLAFON",
)  # fmt: skip
"""Words cues are made of; only those of seven letters or more are mended by distance, shorter ones by look-alikes."""
_SHORT_WORDS = (
    "BUPATI",
    "WALI",
    "KOTA",
    "DAERAH",
    "KEPALA",
    "SURAT",
    "EDARAN",
    "NOTA",
    "DAN",
    "KERJA",
    "SAMA",
    "TAHUN",
)
_GLUED = tuple(sorted({*_WORDS, *_SHORT_WORDS, "TENTANG", "BERITA", "ACARA"}, key=lambda word: (-len(word), word)))
_REAL = frozenset(
    {
        "SEKRETARIS", "PELAKSANA", "PENDAPAT", "PENGATURAN", "PERUSAHAAN", "PEMBANGUN", "RESIDEN", "BENCANA", "PERUMAHAN",
        "PENERAPAN", "PERBUATAN", "TAHANAN", "KEPADA", "STRATEGI", "KESEMPATAN", "PADUAN", "PERMUKIMAN", "BERNAMA", "PENUNJUK",
    }
)  # fmt: skip
"""Words close to a cue word that mean what they say."""
_TIGHT = re.compile(r"(?<![A-Z\d])(\d{1,4})(?=[A-Z]{4})|([A-Z]{4})(?=(?:19|20)\d\d\b)")
"""Where a page number or a year is glued to a word: '12LKIP DINAS SOSIAL', 'TAHUN2015'."""
_BARS = str.maketrans("!|", "II")
_KNOWN = frozenset(_WORDS)
_LONG = tuple(word for word in _WORDS if len(word) >= 7)


def _skeleton(word: str) -> str:
    """What is left when look-alike letters are one: 'WALL' and 'WALI', 'KQTA' and 'KOTA' are the same."""
    return word.translate(_LOOKALIKES)


_LOOKALIKES = str.maketrans("L1|!J0Q", "IIIIIOO")
_BY_SKELETON = {_skeleton(word): word for word in (*_WORDS, *_SHORT_WORDS)}
"""Short words cannot be mended by distance; look-alikes alone are allowed in them."""


@lru_cache(maxsize=20000)
def _mended_word(word: str) -> str:
    core = word.strip(".,:;()\"'")
    look_alike = _BY_SKELETON.get(_skeleton(core))
    if look_alike is not None:
        return word.replace(core, look_alike)
    if core in _KNOWN or core in _REAL or len(core) < 5:
        return word
    letters = (
        as_letters(core.replace("3", "E").replace("4", "A")) if any(map(str.isdigit, core)) else core.translate(_BARS)
    )
    letters = letters.replace("IJ", "U")  # OCR reads a worn U as IJ
    if letters.replace("II", "U") in _KNOWN:
        letters = letters.replace("II", "U")
    if letters in _KNOWN:
        return word.replace(core, letters)
    allowed = 2 if len(letters) >= 9 and letters != core else 1
    for known in _LONG:
        reach = allowed if len(known) < 11 else 2
        if abs(len(known) - len(letters)) < 2 and Levenshtein.distance(letters, known, score_cutoff=reach) <= reach:
            return word.replace(core, known)
    return word.replace(core, _unglued(core)) if len(core) >= 12 else word


def _unglued(word: str) -> str:
    """Words set letter by letter, or without blanks, come out as one; two known words in front take it apart."""
    parts: list[str] = []
    rest = word
    while rest and (known := next((one for one in _GLUED if rest.startswith(one)), None)):
        parts.append(known)
        rest = rest[len(known) :]
    return " ".join([*parts, *filter(None, [rest])]) if len(parts) >= 2 else word


def _kind(zones: Zones) -> PlaceText:
    """The kind lines; those of an annex's head begin with LAMPIRAN, whether or not the word stood in the same line."""
    heading = zones.heading
    front = _page_numbers(zones)[:2]
    if heading is None or not heading.kind or heading.kind[0].page_number not in front or not _is_own(heading):
        return _text(())
    found = _text(line for line in _own_kind(heading) if line.page_number in front)
    if heading.in_annex and not found.text.startswith("LAMPIRAN"):
        return PlaceText("LAMPIRAN " + found.text, found.starts, found.lines)
    return found


def _own_kind(heading: Heading) -> tuple[ZoneLine, ...]:
    """The kind lines; of a 'BERITA ACARA ... / RANCANGAN PERATURAN ...' only what stands above the regulation it is about."""
    if not re.match(r"^\W*(?:BERITA ACARA|NOTULEN|PENGUMUMAN|SURAT)\b", mended(heading.kind[0].normal.text)):
        return heading.kind
    about = (
        at
        for at, line in enumerate(heading.kind)
        if at and re.match(r"^\W*(?:RANCANGAN )?(?:PERATURAN|QANUN)\b", mended(line.normal.text))
    )
    return heading.kind[: next(about, len(heading.kind))]


def _is_own(heading: Heading) -> bool:
    """In capitals, or above a TENTANG of its own; 'Peraturan Pemerintah Nomor 3 Tahun 2001 tentang ...' is a citation."""
    if upper_share(heading.kind[0].text) > 0.6:
        return True
    return heading.tentang is not None and is_like(heading.tentang.text, "TENTANG")


def _text(lines: Iterable[ZoneLine]) -> PlaceText:
    kept = tuple(lines)
    starts: list[int] = []
    parts: list[str] = []
    offset = 0
    for line in kept:
        part = mended(line.normal.text)
        starts.append(offset)
        parts.append(part)
        offset += len(part) + 1
    return PlaceText("\n".join(parts), tuple(starts), kept)


def _subject(zones: Zones) -> PlaceText:
    """The title on one line, unwrapped; its quote is the first title line."""
    title = zones.heading.title if zones.heading else ()
    whole = re.sub(r"^\W*TENTANG\b\W*", "", " ".join(line.normal.text for line in title))
    return PlaceText(mended(normal(subject(whole)).text), (0,) if title else (), title[:1])


def _top(zones: Zones) -> list[ZoneLine]:
    left_out = (Zone.MARGIN, Zone.PREAMBLE, Zone.CLOSING)
    first = zones.lines[0].page_number if zones.lines else 0
    return [line for line in zones.lines if line.page_number == first and line.zone not in left_out][:_TOP_LINES]


def _early(zones: Zones) -> list[ZoneLine]:
    pages = _page_numbers(zones)[:2]
    left_out = (Zone.MARGIN, Zone.PREAMBLE, Zone.CLOSING)
    return [line for line in zones.lines if line.page_number in pages and line.zone not in left_out]


def _is_capital(line: ZoneLine) -> bool:
    return upper_share(line.text) > 0.6 and sum(map(str.isalpha, line.text)) >= 4


def _edges(zones: Zones) -> list[ZoneLine]:
    """The first and last line of each of the first pages, and the lines next to them that come again."""
    wanted = set(_page_numbers(zones)[:_EDGE_PAGES])
    by_page: dict[int, list[ZoneLine]] = {}
    for line in zones.lines:
        if line.page_number in wanted and sum(map(str.isalpha, line.text)) >= 3:
            by_page.setdefault(line.page_number, []).append(line)
    near = [line for page in by_page.values() for line in (*page[:3], *page[-3:])]
    counts = Counter(_wording(line) for line in {line.index: line for line in near}.values())
    outermost = {page[at].index for page in by_page.values() for at in (0, -1)}
    chosen = {line.index: line for line in near if line.index in outermost or counts[_wording(line)] > 1}
    return [chosen[index] for index in sorted(chosen)]


def _wording(line: ZoneLine) -> str:
    return re.sub(r"[\W\d]", "", line.normal.text)


def _body(zones: Zones) -> list[ZoneLine]:
    numbers = _page_numbers(zones)
    wanted = {*numbers[:_FIRST_PAGES], *numbers[-_LAST_PAGES:]}
    return [line for line in zones.lines if line.page_number in wanted]


def _page_numbers(zones: Zones) -> list[int]:
    return list(dict.fromkeys(line.page_number for line in zones.lines))
