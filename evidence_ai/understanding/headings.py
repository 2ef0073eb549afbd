"""The heading of a document: kind, number, TENTANG, title; found through noise, covers and annex heads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_ai.understanding.closings import closing_anchors
from evidence_ai.understanding.normal import begins_like, compact, is_like, upper_share
from evidence_ai.understanding.zone_lines import BEFORE_KIND, KINDS, Zone, ZoneLine


@dataclass(frozen=True, slots=True)
class Heading:
    """The lines of a legal product's (or agreement's, circular's) heading; parts not printed are empty or None.

    `in_annex`: the heading was read from an annex's 'LAMPIRAN ... PERATURAN ... NOMOR ... TANGGAL' block.
    """

    kind: tuple[ZoneLine, ...]
    number: ZoneLine | None
    tentang: ZoneLine | None
    title: tuple[ZoneLine, ...]
    in_annex: bool = False

    @property
    def lines(self) -> tuple[ZoneLine, ...]:
        """All lines of the heading in reading order."""
        single = [line for line in (self.number, self.tentang) if line is not None]
        unique = {line.index: line for line in [*self.kind, *single, *self.title]}
        return tuple(unique[index] for index in sorted(unique))


_KINDS_ALONE = (
    "SURAT EDARAN",
    "SURAT KEPUTUSAN",
    "SURAT KETERANGAN",
    "NOTA KESEPAHAMAN",
    "BERITA ACARA",
    "PERJANJIAN KERJA SAMA",
)
"""Kinds of two words that are headings in any case where nothing else stands on their line."""
_NUMBER_LINE = re.compile(r"^\W{0,3}(?:N\s?O\s?M\s?O\s?R|NOMER|NO\s?\.|NO\s?:)", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"^NOMOR ?[:;]")
_PREAMBLE_WORDS = ("MENIMBANG", "MENGINGAT", "MEMPERHATIKAN", "MEMBACA")
_OFFICE_ALONE = re.compile(
    r"^(?:(?:BUPATI|WALI ?KOTA|GUBERNUR)(?: [A-Z]+){1,4}|KEPALA (?:DINAS|BADAN|KANTOR|BAGIAN|BIRO|SATUAN|UPT)\b[A-Z ,]*)$"
)
_LEADS_ON = re.compile(
    r"\b(?:OLEH|DARI|KEPADA|UNTUK|ATAS|DAN|PADA|SELAKU|SEBAGAI|BAGI|WEWENANG|KEPUTUSAN|PERATURAN|TENTANG)$"
)
_PERSON_OFFICE = re.compile(
    r"^\W*(?:BUPAT[I1L]|WAL[IL1] ?K[O0Q]TA|GUBERNUR|PRESIDEN|MENTERI|KEPALA|KETUA|PIMPINAN|DIREKTUR|CAMAT|LURAH|INSPEKTUR|SEKRETARIS|DPRD|DPRA|DPRK|"
    r"DEWAN PERWAKILAN RAKYAT)\b.*[,;:]$"
)
_COUNCIL = re.compile(r"^(?:PIMPINAN |KETUA )?DEWAN PERWAKILAN RAKYAT(?: DAERAH)?$")
_ITS_REGION = re.compile(r"^(?:DAERAH )?(?:KABUPATEN|KOTA|PROVINSI|PROPINSI) .*[,;]$")


def find(lines: list[ZoneLine]) -> Heading | None:
    """The first heading of the document: a kind line, soon followed by a number line or TENTANG."""
    pages = list(dict.fromkeys(line.page_number for line in lines))
    early = [line for line in lines if line.zone is not Zone.MARGIN and line.page_number in pages[:6]]
    annexed: Heading | None = None
    for at, line in enumerate(early):
        if not _is_kind_line(line):
            continue
        heading = _heading_from(early, at)
        if heading is None:
            continue
        if not heading.in_annex:
            return heading
        annexed = annexed or heading
    bare = _bare_heading(early[:30])
    if bare is not None and (annexed is None or bare.lines[0].index < annexed.lines[0].index):
        return bare
    return annexed


def _bare_heading(lines: list[ZoneLine]) -> Heading | None:
    """A heading whose kind line is missing or unreadable: a number line with TENTANG right below it."""
    for at, line in enumerate(lines[:-1]):
        below = lines[at + 1]
        if is_number_line(line) and is_tentang_line(below) and upper_share(line.text) + upper_share(below.text) > 0.2:
            title = _title(lines, at + 1, below)
            if title and upper_share(title[0].text) > 0.6:
                return Heading((), line, below, title)
    return None


def _is_kind_line(line: ZoneLine) -> bool:
    """A line of capitals beginning with a kind of document."""
    stripped = BEFORE_KIND.sub("", line.normal.text)
    if re.match(r"^\W*LAMPIRAN\b", line.normal.text) and stripped != line.normal.text:
        return any(begins_like(stripped, kind, at_least=90) for kind in KINDS[:4])
    if any(is_like(stripped, kind, at_least=92) for kind in _KINDS_ALONE):
        return True
    first = line.index < 4
    if not first and upper_share(line.text) < (0.7 if len(compact(line.text)) > 30 else 0.5):
        return False
    return any(begins_like(stripped, kind, at_least=86) for kind in KINDS)


def _heading_from(lines: list[ZoneLine], at: int) -> Heading | None:
    """Read a heading whose kind line is `lines[at]`; None when no number and no TENTANG follow soon."""
    number: ZoneLine | None = None
    tentang: ZoneLine | None = None
    kind = [lines[at]]
    end = at + 1
    for step, line in enumerate(lines[at + 1 : at + 14], start=at + 1):
        if is_tentang_line(line) or (number is lines[step - 1] and is_like(line.text, "TENTANG", at_least=50)):
            tentang, end = line, step
            break
        if is_number_line(line):
            number, end = number or line, step
        elif _ends_title(line, []):
            break
        elif number is None and len(kind) < 8:
            kind.append(line)
    if number is None and tentang is None:
        return None
    if number is not None and tentang is None:
        kind = [line for line in kind if line.index < number.index]
    title = _title(lines, end, tentang) if tentang is not None else ()
    if number is None:
        after = lines.index(title[-1] if title else tentang or lines[at]) + 1
        number = next((line for line in lines[after : after + 8] if is_number_line(line)), None)
    return Heading(
        tuple(kind), number, tentang, title, in_annex=_below_annex_word(lines, at, titled=tentang is not None)
    )


def _below_annex_word(lines: list[ZoneLine], at: int, *, titled: bool) -> bool:
    """Whether this is the head of an annex: LAMPIRAN or PENJELASAN just above, or just below when no title follows."""
    above = [line for line in lines[max(0, at - 4) : at + 1] if line.page_number == lines[at].page_number]
    if any(re.match(r"^\W*(?:LAMPIRAN|PENJELASAN)\b", line.normal.text) for line in above):
        return True
    below = () if titled else lines[at + 1 : at + 5]
    return any(re.search(r"\bLAMPIRAN\b", line.normal.text) for line in below)


def _title(lines: list[ZoneLine], at: int, tentang: ZoneLine) -> tuple[ZoneLine, ...]:
    """The title: what follows TENTANG up to the next block."""
    title: list[ZoneLine] = []
    if not is_like(tentang.text, "TENTANG", at_least=76):
        title.append(tentang)
    for place, line in enumerate(lines[at + 1 : at + 25], start=at + 1):
        if _ends_title(line, title) or (title and _is_council(line, lines[place + 1 : place + 2])):
            return tuple(_without_office(title) if opens_preamble(line) else title)
        title.append(line)
    return tuple(title)


def _is_council(line: ZoneLine, below: list[ZoneLine]) -> bool:
    """'DEWAN PERWAKILAN RAKYAT DAERAH / KABUPATEN X,': the council as an office line, its comma one line further down."""
    return bool(_COUNCIL.match(line.normal.text)) and any(_ITS_REGION.match(one.normal.text) for one in below)


def _without_office(title: list[ZoneLine]) -> list[ZoneLine]:
    """Drop 'KEPALA DINAS X' between title and Menimbang, where its comma was not printed or not read."""
    for at in range(len(title) - 1, 0, -1):
        if _OFFICE_ALONE.match(title[at].normal.text) and not _LEADS_ON.search(title[at - 1].normal.text):
            return title[:at]
    return title


_TITLE_ENDS = (
    "DENGAN RAHMAT", "MENIMBANG", "MENGINGAT", "MEMPERHATIKAN", "MEMUTUSKAN", "YANG BERTANDA TANGAN", "PADA HARI INI",
    "LEMBARAN DAERAH", "BERITA DAERAH", "DITERBITKAN OLEH", "ATAS RAHMAT", "BISMILLAH", "DASAR HUKUM",
    "DALAM RANGKA", "MENINDAKLANJUTI", "SEHUBUNGAN DENGAN", "BERDASARKAN", "KEPADA YTH", "YTH", "MENETAPKAN",
    "LATAR BELAKANG", "SALINAN", "BAB I",
)  # fmt: skip


def _ends_title(line: ZoneLine, title: list[ZoneLine]) -> bool:
    """Whether a line cannot belong to the title above it."""
    plain = line.normal.text
    if any(begins_like(line.text, word, at_least=86) for word in _TITLE_ENDS) or closing_anchors(line):
        return True
    if re.match(r"^(?:[A-Z1]\s?[.)]\s*)?(?:BAHWA|PASAL \d)\b", plain):
        return True
    if _PERSON_OFFICE.match(plain) and (upper_share(line.text) > 0.7 or (title and upper_share(title[0].text) < 0.6)):
        return True
    if title and line.page_number != title[-1].page_number:
        return True
    if title and plain == "ANTARA":  # the parties of an agreement, printed below its title
        return True
    if _OWN_NUMBER.match(plain) and not title_amends(title):
        return True
    prose = upper_share(line.text) < 0.4 and len(plain) > 25
    return prose and bool(title) and upper_share(title[0].text) > 0.75


def title_amends(title: list[ZoneLine]) -> bool:
    """Whether a title begun as 'PERUBAHAN ATAS ...', so that a number in it belongs to another product."""
    return any(
        re.match(r"^\W*(?:PERUBAHAN|PENCABUTAN|PELAKSANAAN|PERATURAN|PETUNJUK)", line.normal.text) for line in title[:2]
    )


def is_number_line(line: ZoneLine) -> bool:
    """Whether a line begins with NOMOR (or OCR noise of it)."""
    return bool(_NUMBER_LINE.match(line.normal.text)) or begins_like(line.text, "NOMOR", at_least=80)


def is_tentang_line(line: ZoneLine) -> bool:
    """Whether a line is TENTANG alone or begins with it in capitals."""
    return is_like(line.text, "TENTANG", at_least=76) or bool(
        re.match(r"^\W*(?:TENTANG|Tentang)\b" if line.index > 5 else r"^\W*(?i:tentang)\b", line.text)
    )


def opens_preamble(line: ZoneLine) -> bool:
    """Whether the first word is Menimbang, Mengingat, ...; whole words are compared: 'Meningkatnya' is not 'Mengingat'."""
    first = re.split(r"[\s:;.,]", line.normal.text.lstrip(" -.,:;'|"), maxsplit=1)[0]
    return any(abs(len(first) - len(word)) <= 2 and is_like(first, word, at_least=85) for word in _PREAMBLE_WORDS)


def is_office_line(line: ZoneLine) -> bool:
    """'BUPATI X,' with its comma, as it stands between heading and preamble."""
    return bool(_PERSON_OFFICE.match(line.normal.text))
