"""Where a line names a region: 'BUPATI X', 'PEMERINTAH KOTA Y', 'PROVINSI Z', with room for OCR noise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from rapidfuzz import fuzz, process

from evidence_ai.domain.region import Region, RegionLevel, fictional_regions, name_key, named, regions
from evidence_ai.understanding.normal import as_letters


@dataclass(frozen=True, slots=True)
class Mention:
    """A region named at `start:end` of a comparable line.

    `official`: named through its office or government ('BUPATI X'), not just as a place. `certainty` 0..1: 1 is letter
    for letter.
    """

    region: Region
    start: int
    end: int
    official: bool
    certainty: float


_TIER = r"(?: ?(?:KEPALA DAERAH|KDH))?(?: ?(?:DAERAH TINGKAT|DATI|TINGKAT|TK\.?) ?(?:II|I|11|1|LL|L)\b)?"


def _one_off(word: str) -> str:
    """A pattern for `word` with one letter misread."""
    return "(?:" + "|".join(f"{word[:at]}[A-Z]{word[at + 1 :]}" for at in range(len(word))) + ")(?![A-Z]{2})"


_TITLED = re.compile(
    r"(?:(?<![A-Z0-9/])|(?<=PERATURAN)|(?<=KEPUTUSAN)|(?<=DAERAH)|(?<=PEMERINTAH))(?:"
    rf"(?P<kabupaten_office>[B8](?:U|LI|II)P[A4]T[I1L]{_TIER}(?: ADMINISTRASI)?|{_one_off('BUPATI')}{_TIER}|PEMKAB\.?)"
    rf"|(?P<kota_office>W[A4][LI1] ?[I1L] ?K[O0Q]T[A4] ?(?:MADYA)?{_TIER}(?: ADMINISTRASI)?|PEMKOT\.?)"
    rf"|(?P<provinsi_office>[GC6](?:U|LI|II)[B8][EF]RN(?:U|LI|II)R{_TIER}|{_one_off('GUBERNUR')}{_TIER}|PEMPROV\.?|QANUN(?= ACEH)|PEMERINTAH(?: DAERAH)?(?= (?:PROVINSI )?ACEH\b))"
    rf"|(?P<kabupaten>K[A4][B8](?:U|LI|II)P[A4]T[EF][NM]{_TIER}|{_one_off('KABUPATEN')}{_TIER}|KAB(?:\.|(?![A-Z])){_TIER})(?: ADMINISTRASI)?"
    rf"|(?<!WALI )(?<!IBU )(?P<kota>K[O0]T[A4] ?(?:MADYA)?{_TIER})(?: ADMINISTRASI)?"
    rf"|(?P<provinsi>{_one_off('PROVINSI')}{_TIER}|PR[O0][VP][I1L][NM]S[I1L]{_TIER}|PROV\.|(?=DAERAH ISTIMEWA [YJA])|(?=DAERAH KHUSUS (?:IBU ?KOTA )?J)"
    r"|(?=D\.?I\.? ?YOG[YI])|(?=DKI JAKARTA))"
    r")[ :,.]*"
)
_GOVERNMENT = re.compile(
    r"(?:PEMERINTAH(?:AN)?(?: DAERAH)?|DPRD|DEWAN PERWAKILAN RAKYAT DAERAH|SEKRETARI(?:AT|S)(?: DAERAH)?|PERATURAN DAERAH|"
    r"KEPALA DAERAH|QANUN) ?$"
)
_GLUED = re.compile(r"^(?:TAHUN|NOMOR|TENTANG|DENGAN|PROVINSI|DAN|NO\b)")
_AFTER_NAME = re.compile(
    r" (?:TAHUN|NOMOR|TENTANG|DENGAN|PROV|TELP|JALAN|YANG|UNTUK|DALAM|PADA|SEBAGAI|MASA|PERIODE|KECAMATAN)"
)
_OTHER_WORDS = frozenset(
    {
        "RAPAT", "SURAT", "BERAT", "UTAMA", "DATA", "DANA", "SATUAN", "PELATIHAN", "TENAGA", "TENTANG", "TIM", "TINGKAT",
        "TERTENTU", "BARU", "BESAR", "JALAN", "BAGIAN", "BIDANG", "DINAS", "BADAN", "CAMAT", "JAWA", "ULU",
    }
)  # fmt: skip
"""Words near 'Barat', 'Utara', 'Selatan', 'Tengah', 'Timur', 'Daya' that mean what they say."""
_LONGEST_LINE = 4000
"""Characters of a line that are searched; no printed line is longer."""
_FUZZY_FROM = 6
"""Shorter names have too many neighbours one letter away."""
_FUZZY_RATIO = 82.0


def mentions(line: str, following: str = "", *, fuzzy: bool = True) -> tuple[Mention, ...]:
    """Every region named in a comparable `line`; a name may run on into the `following` line.

    >>> [(m.region.full_name, m.official) for m in mentions("PERATURAN BUPATI SLEMAN")]
    [('Kabupaten Sleman', True)]
    >>> [m.region.full_name for m in mentions("DINAS SOSIAL KAB. MADIUN PROVINSI JAWA TIMUR")]
    ['Kabupaten Madiun', 'Provinsi Jawa Timur']
    """
    return tuple(_mentions(line[:_LONGEST_LINE], following[:_LONGEST_LINE], fuzzy=fuzzy))


def _mentions(line: str, following: str, *, fuzzy: bool) -> Iterator[Mention]:
    text = f"{line} {following}" if following else line
    done = 0
    for match in _TITLED.finditer(text):
        if match.start() >= len(line):
            return
        if match.start() < done:
            continue
        group = match.lastgroup or ""
        level = cast("RegionLevel", group.removesuffix("_office"))
        found = _name_at(text, match.end(), level, fuzzy_until=_line_end(text, line, match.end()) if fuzzy else 0)
        if found is None:
            continue
        region, end, certainty = found
        official = group.endswith("_office") or bool(_GOVERNMENT.search(text[: match.start()]))
        yield Mention(region, match.start(), min(end, len(line)), official, certainty)
        done = end


def _line_end(text: str, line: str, at: int) -> int:
    """Where the line ends in which a name begins at `at`."""
    return len(line) if at < len(line) else len(text)


def _name_at(text: str, at: int, level: RegionLevel, *, fuzzy_until: int) -> tuple[Region, int, float] | None:
    """The longest region name of a level that begins at `at`: region, end, certainty.

    Letter for letter a name may run on into the next line; a misread one ends at `fuzzy_until`, the end of its line:
    what a new line begins with is seldom a misread 'Barat' or 'Selatan'.
    """
    letters = [
        (offset, character) for offset, character in enumerate(text[at : at + 60], start=at) if character.isalnum()
    ]
    key = "".join(character for _, character in letters)
    for size in range(min(len(key), 34), 2, -1):
        found = named(key[:size], level=level)
        if found and _ends_word(text, letters, size):
            end = letters[size - 1][0] + 1
            own = text[:fuzzy_until]
            longer = _near_name(own, _within(letters, own), level, beyond=size) if _runs_on(own, end) else None
            if longer is not None and _extends(longer, key[:size], text[end : longer[1]]):
                return longer
            return found[0], end, 1.0
    if fuzzy_until:
        for size in range(min(len(key), 34), 3, -1):
            region = _by_skeleton(level).get(_skeleton(key[:size]))
            if region is not None and _ends_word(text, letters, size) and letters[size - 1][0] < fuzzy_until:
                return region, letters[size - 1][0] + 1, 0.9
    return _near_name(text[:fuzzy_until], _within(letters, text[:fuzzy_until]), level, beyond=0)


def _skeleton(key: str) -> str:
    """A name key in which L and I are one: a small l is what scans make of a capital I, also in names too short to compare."""
    return as_letters(key).replace("L", "I")


@cache
def _by_skeleton(level: RegionLevel) -> dict[str, Region]:
    """The regions of a level by the skeleton of their names, those that share one left out."""
    found: dict[str, set[Region]] = {}
    for region in (*regions(), *fictional_regions()):
        for name in region.all_names if region.level == level else ():
            found.setdefault(_skeleton(name_key(name)), set()).add(region)
    return {key: bearers.pop() for key, bearers in found.items() if len(bearers) == 1}


def _within(letters: list[tuple[int, str]], text: str) -> list[tuple[int, str]]:
    return [letter for letter in letters if letter[0] < len(text)]


def _runs_on(text: str, end: int) -> bool:
    """Whether a word that no sentence needs follows: it may be a misread part of a longer name."""
    following = re.match(r" [A-Z0-9]{4,}", text[end:])
    return following is not None and not _AFTER_NAME.match(text[end:])


def _extends(found: tuple[Region, int, float], key: str, printed: str) -> bool:
    """Whether a region's name is `key` and more, and what is `printed` after it looks like that more.

    'Belitung Timur' extends 'BELITUNG' where 'TIMUP' is printed; 'Sumba Barat Daya' does not where 'DINAS' is.
    """
    if name_key(printed) in _OTHER_WORDS:
        return False
    names = [name_key(name) for name in found[0].all_names]
    return any(name.startswith(key) and fuzz.ratio(name[len(key) :], name_key(printed)) >= 60 for name in names)


def _ends_word(text: str, letters: list[tuple[int, str]], size: int) -> bool:
    end = letters[size - 1][0] + 1
    if end >= len(text) or not text[end].isalnum():
        return True
    return bool(_GLUED.match(text[end:]))


def _near_name(
    text: str, letters: list[tuple[int, str]], level: RegionLevel, *, beyond: int
) -> tuple[Region, int, float] | None:
    """A name of more than `beyond` letters misread in a letter or two; the best over one to five words."""
    best: tuple[float, Region, int] | None = None
    for size in _word_ends(text, letters)[:5]:
        key = as_letters("".join(character for _, character in letters[:size]))
        if not max(_FUZZY_FROM, beyond + 1) <= size <= 36:
            continue
        choice = process.extractOne(key, _keys(level), scorer=fuzz.ratio, score_cutoff=_FUZZY_RATIO)
        if choice is not None and abs(len(choice[0]) - size) <= 2 and (best is None or choice[1] > best[0]):
            best = (choice[1], named(choice[0], level=level)[0], letters[size - 1][0] + 1)
    return None if best is None else (best[1], best[2], best[0] / 100 - 0.1)


def _word_ends(text: str, letters: list[tuple[int, str]]) -> list[int]:
    return [
        size
        for size in range(1, len(letters) + 1)
        if letters[size - 1][0] + 1 >= len(text) or not text[letters[size - 1][0] + 1].isalnum()
    ]


@cache
def _keys(level: RegionLevel) -> tuple[str, ...]:
    """Every name key of a level, long enough to be matched loosely."""
    bearers = [region for region in (*regions(), *fictional_regions()) if region.level == level]
    keys = {name_key(name) for region in bearers for name in region.all_names}
    return tuple(sorted(key for key in keys if len(key) >= _FUZZY_FROM - 1 and named(key, level=level)))
