"""Which part of a document a line belongs to: region, number and dates count by zone, never by citation."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from evidence_ai.domain.document import DocumentText, Line, Page
from evidence_ai.domain.quote import Quote
from evidence_ai.understanding.normal import Normal, as_letters, begins_like, compact, is_like, normal, upper_share


class Zone(StrEnum):
    """A part of a document.

    `cover`: pages before the heading's page; `gazette`: 'LEMBARAN DAERAH ...'; `letterhead`: lines above the heading;
    `heading`: kind, number, TENTANG and title; `preamble`: Menimbang to Memutuskan, full of citations;
    `closing`: place, date and signature; `annex`: LAMPIRAN and PENJELASAN; `margin`: running heads, feet, page numbers.
    """

    COVER = "cover"
    GAZETTE = "gazette"
    LETTERHEAD = "letterhead"
    HEADING = "heading"
    PREAMBLE = "preamble"
    BODY = "body"
    CLOSING = "closing"
    ANNEX = "annex"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True)
class ZoneLine:
    """One line with its zone; `start` and `end` are offsets in `page.text`, `normal.text` is the comparable form."""

    index: int
    zone: Zone
    page: Page
    start: int
    end: int
    text: str
    normal: Normal

    @property
    def page_number(self) -> int:
        """The page the line stands on, from 1."""
        return self.page.number

    def quote(self, start: int = 0, end: int | None = None) -> Quote:
        """The Quote for `text[start:end]`."""
        last = self.end if end is None else self.start + end
        return self.page.quote(self.start + start, last)

    def legibility(self, start: int, end: int) -> float:
        """The least OCR confidence among the words in `normal.text[start:end]`, 0..1; 1 where none is known."""
        raw_start, raw_end = self.normal.raw_span(start, end)
        first, last = self.start + raw_start, self.start + raw_end
        offset = 0
        for line in self.page.lines:
            if offset + len(line.text) > first:
                return min(_word_confidences(line, first - offset, last - offset), default=1.0)
            offset += len(line.text) + 1
        return 1.0

    def quote_normal(self, start: int, end: int) -> Quote:
        """The Quote for `normal.text[start:end]`."""
        raw_start, raw_end = self.normal.raw_span(start, end)
        return self.quote(raw_start, raw_end)


def _word_confidences(line: Line, start: int, end: int) -> Iterator[float]:
    """OCR confidences of the words that overlap `line.text[start:end]`."""
    at = 0
    for word in line.words:
        at = line.text.find(word.text, at)
        if at < 0:
            return
        if at < end and start < at + len(word.text) and word.confidence is not None:
            yield word.confidence
        at += len(word.text)


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


@dataclass(frozen=True, slots=True)
class Zones:
    """Every non-empty line of a document in reading order, zoned; `heading` is None for files without one."""

    text: DocumentText
    lines: tuple[ZoneLine, ...]
    heading: Heading | None

    def of(self, *zones: Zone) -> tuple[ZoneLine, ...]:
        """The lines of some zones, in reading order."""
        return tuple(line for line in self.lines if line.zone in zones)

    def words(self, *zones: Zone) -> str:
        """The comparable text of some zones, one line per line."""
        return "\n".join(line.normal.text for line in self.of(*zones))

    @property
    def opening(self) -> tuple[ZoneLine, ...]:
        """The first lines of the document (up to 40, from its first two pages that have text), margins left out."""
        pages = list(dict.fromkeys(line.page_number for line in self.lines))[:2]
        return tuple(line for line in self.lines if line.page_number in pages and line.zone is not Zone.MARGIN)[:40]

    @property
    def ending(self) -> tuple[ZoneLine, ...]:
        """The last 40 lines of the document, margins left out."""
        return tuple(line for line in self.lines if line.zone is not Zone.MARGIN)[-40:]


def zones(text: DocumentText) -> Zones:
    """Zone every line of a document.

    Reading order is taken from the pages. Keywords are matched with room for OCR noise. Files without a legal heading
    (reports, tables, SOP, letters) get letterhead, body and closing only.
    """
    lines = _margins(_lines(text))
    found = _heading(lines)
    zoned = _assign(lines, found)
    heading = _rebuilt(found, zoned) if found else None
    return Zones(text=text, lines=zoned, heading=heading)


KINDS = (
    "PERATURAN", "KEPUTUSAN", "SURAT KEPUTUSAN", "SURAT EDARAN", "INSTRUKSI", "UNDANG-UNDANG", "QANUN", "MAKLUMAT",
    "RANCANGAN PERATURAN", "RANCANGAN KEPUTUSAN", "RANCANGAN QANUN", "RANCANGAN UNDANG-UNDANG", "NOTA KESEPAKATAN",
    "NOTA KESEPAHAMAN", "KESEPAKATAN BERSAMA", "PERJANJIAN KERJA SAMA", "PERJANJIAN KERJASAMA", "NASKAH PERJANJIAN",
    "PERJANJIAN HIBAH", "ADDENDUM", "PENGUMUMAN", "BERITA ACARA", "SURAT PERINTAH", "SURAT TUGAS", "SURAT KETERANGAN",
    "SURAT PERNYATAAN", "NOTULEN", "RANPERDA", "PENETAPAN", "DETERMINASI", "SALINAN PERATURAN", "SALINAN KEPUTUSAN",
)  # fmt: skip
"""Words a heading begins with."""

_PREAMBLE_WORDS = ("MENIMBANG", "MENGINGAT", "MEMPERHATIKAN", "MEMBACA")
_DECISION_WORDS = ("MEMUTUSKAN", "MENETAPKAN", "KESATU", "PERTAMA", "BAB I", "PASAL 1", "MENGINSTRUKSIKAN")
_CLOSING = re.compile(
    r"\bD[iIl1]\s?(?P<verb>tetapkan|undangkan|keluarkan|sahkan|tandatangani|buat|TETAPKAN|UNDANGKAN|KELUARKAN|SAHKAN|"
    r"TANDATANGANI|BUAT)\s*(?::\s*)?(?P<place>(?:d[iIl1]|D[IL1])\b)?"
)
_CLOSING_VERBS = {"tetapkan": "enacted", "keluarkan": "enacted", "sahkan": "enacted", "undangkan": "promulgated"}
_CLOSING_LONG = 26
_DECREE_RUN = 220
"""A preamble longer than this many lines has lost its end to bad OCR; the rest counts as body."""
_NUMBER_LINE = re.compile(r"^\W{0,3}(?:N\s?O\s?M\s?O\s?R|NOMER|NO\s?\.|NO\s?:)", re.IGNORECASE)
_ONE_LINE = re.compile(r"\s(?=NOMOR\b|Nomor\b|TENTANG\b|[Tt]entang\b)")
_BEFORE_KIND = re.compile(r"^\W*(?:SALINAN|LAMPIRAN(?: ?[IVXL\d]{1,5}[A-Z]?(?:\.\d+)?)?\s*:?)?\W*")
_OWN_NUMBER = re.compile(r"^NOMOR ?[:;]")
_PAGE_NUMBER = re.compile(r"^[\W_]*(?:HALAMAN|HAL|PAGE)?[\W_]*\d{1,4}(?:[\W_]*(?:DARI|OF|/)[\W_]*\d{1,4})?[\W_]*$")
_PERSON_OFFICE = re.compile(
    r"^(?:BUPATI|WALI ?KOTA|GUBERNUR|PRESIDEN|MENTERI|KEPALA|KETUA|PIMPINAN|DIREKTUR)\b.*[,;:]$"
)


def is_number_line(line: ZoneLine) -> bool:
    """Whether a line begins with NOMOR (or OCR noise of it)."""
    return bool(_NUMBER_LINE.match(line.normal.text)) or begins_like(line.text, "NOMOR", at_least=80)


def is_tentang_line(line: ZoneLine) -> bool:
    """Whether a line is TENTANG alone or begins with it in capitals."""
    return is_like(line.text, "TENTANG", at_least=76) or bool(
        re.match(r"^\W*(?:TENTANG|Tentang)\b" if line.index > 5 else r"^\W*(?i:tentang)\b", line.text)
    )


def closing_anchors(line: ZoneLine) -> tuple[str, ...]:
    """'enacted', 'promulgated' or 'signed' for each 'Ditetapkan di', 'Diundangkan di', 'Dibuat di' a line holds, in order.

    The capital letter tells them from 'mulai berlaku pada tanggal diundangkan'. In two columns a line may hold two.
    """
    if len(line.text) > 160:
        return ()
    found = [
        _CLOSING_VERBS.get(match["verb"].lower(), "signed")
        for match in _CLOSING.finditer(line.text)
        if match["place"]
        or (match["verb"].lower() in _CLOSING_VERBS and re.match(r"\W*(?:pada\b|PADA\b|$)", line.text[match.end() :]))
    ]
    return tuple(found) or _misread_anchor(line.text)


def _misread_anchor(text: str) -> tuple[str, ...]:
    """An anchor with a letter or two misread: '0itetapkan di', 'Diundangkem di'."""
    words = text.split()[:2]
    if (
        len(words) < 2
        or as_letters(words[1].lower()) not in ("DI", "di", "DL", "dl", "dI")
        or not words[0][0].isupper()
    ):
        return ()
    choice = process.extractOne(
        compact(words[0]), ("DITETAPKAN", "DIUNDANGKAN", "DIKELUARKAN"), scorer=fuzz.ratio, score_cutoff=78
    )
    return () if choice is None else ("promulgated" if choice[0] == "DIUNDANGKAN" else "enacted",)


def _lines(text: DocumentText) -> list[ZoneLine]:
    """Every non-empty line with its offsets; zones follow later."""
    found: list[ZoneLine] = []
    for page in text.pages:
        offset = 0
        for line in page.lines:
            for part in line.text.split("\n"):
                for start, end in _spans(part, early=len(found) < 3, front=len(found) < 60):
                    words = part[start:end]
                    found.append(
                        ZoneLine(len(found), Zone.BODY, page, offset + start, offset + end, words, normal(words))
                    )
                offset += len(part) + 1
    return found


def _spans(text: str, *, early: bool, front: bool) -> list[tuple[int, int]]:
    """The spans of a line to be zoned: one, or a heading written on one line cut before NOMOR and TENTANG.

    Only capitals are cut, or the very first lines of a document: elsewhere such a line is a citation.
    """
    if not text.strip():
        return []
    if not front or not (early or upper_share(text) > 0.8) or not _ONE_LINE.search(text):
        return [(0, len(text))]
    stripped = _BEFORE_KIND.sub("", normal(text).text)
    if not any(begins_like(stripped, kind, at_least=92) for kind in ("NOMOR", *KINDS)):
        return [(0, len(text))]
    cuts = [0, *(match.start() + 1 for match in _ONE_LINE.finditer(text)), len(text)]
    return [(start, end) for start, end in itertools.pairwise(cuts) if text[start:end].strip()]


def _margins(lines: list[ZoneLine]) -> list[ZoneLine]:
    """Mark page numbers and lines repeated at the edges of at least three pages (from their second occurrence on)."""
    edges: dict[int, list[ZoneLine]] = {}
    for line in lines:
        edges.setdefault(line.page_number, []).append(line)
    marginal = list({line.index: line for page in edges.values() for line in (*page[:3], *page[-3:])}.values())
    counts = Counter(re.sub(r"[\W\d]", "", line.normal.text) for line in marginal)
    seen: set[str] = set()
    indexes: set[int] = set()
    for line in marginal:
        key = re.sub(r"[\W\d]", "", line.normal.text)
        repeated = counts[key] >= 3 and len(key) >= 4
        if _PAGE_NUMBER.match(line.normal.text) or (repeated and key in seen):
            indexes.add(line.index)
        seen.add(key)
    return [_zoned(line, Zone.MARGIN) if line.index in indexes else line for line in lines]


def _zoned(line: ZoneLine, zone: Zone) -> ZoneLine:
    return ZoneLine(line.index, zone, line.page, line.start, line.end, line.text, line.normal)


def _heading(lines: list[ZoneLine]) -> Heading | None:
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
    stripped = _BEFORE_KIND.sub("", line.normal.text)
    if re.match(r"^\W*LAMPIRAN\b", line.normal.text) and stripped != line.normal.text:
        return any(begins_like(stripped, kind, at_least=90) for kind in KINDS[:4])
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
        if is_tentang_line(line):
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
    for line in lines[at + 1 : at + 25]:
        if _ends_title(line, title):
            break
        title.append(line)
    return tuple(title)


_TITLE_ENDS = (
    "DENGAN RAHMAT", "MENIMBANG", "MENGINGAT", "MEMPERHATIKAN", "MEMUTUSKAN", "YANG BERTANDA TANGAN", "PADA HARI INI",
    "LEMBARAN DAERAH", "BERITA DAERAH", "DITERBITKAN OLEH", "ATAS RAHMAT", "BISMILLAH", "BAGIAN HUKUM", "DASAR HUKUM",
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
    if _PERSON_OFFICE.match(plain) and upper_share(line.text) > 0.8:
        return True
    if title and line.page_number != title[-1].page_number:
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


def _assign(lines: list[ZoneLine], heading: Heading | None) -> tuple[ZoneLine, ...]:
    """Walk once through the document and give each line its zone."""
    own = {line.index for line in heading.lines} if heading else set()
    first = min(own) if own and heading and not heading.in_annex else -1
    zoned: list[ZoneLine] = []
    state = Zone.LETTERHEAD if first >= 0 else Zone.BODY
    since = 0
    page_line = 0
    for place, line in enumerate(lines):
        page_line = page_line + 1 if place and lines[place - 1].page_number == line.page_number else 1
        if line.zone is Zone.MARGIN:
            zoned.append(line)
            continue
        before, state = state, _next_state(line, state, page_line=page_line, since=since)
        since = since + 1 if state is before else 0
        zone = state
        if line.index in own:
            zone = Zone.HEADING if not (heading and heading.in_annex) else Zone.ANNEX
            state = zone
        elif line.index < first:
            zone, state = _above(line, lines[first]), Zone.LETTERHEAD
        elif first < 0 and state is Zone.BODY and _in_letterhead(line, lines):
            zone = Zone.LETTERHEAD
        zoned.append(_zoned(line, _gazette(line, zone)))
    return tuple(zoned)


def _next_state(line: ZoneLine, state: Zone, *, page_line: int, since: int) -> Zone:
    """The zone after reading one more line."""
    short = len(line.normal.text) < 70
    if page_line <= 8 and re.match(r"^\W*(?:LAMPIRAN|PENJELASAN)\b", line.normal.text) and upper_share(line.text) > 0.6:
        return Zone.ANNEX
    if closing_anchors(line):
        return Zone.CLOSING
    if _first_word_is(line, _PREAMBLE_WORDS) and state is not Zone.ANNEX:
        return Zone.PREAMBLE if state in (Zone.HEADING, Zone.PREAMBLE, Zone.LETTERHEAD) or since < 8 else state
    if short and state is Zone.PREAMBLE and any(begins_like(line.text, word, at_least=90) for word in _DECISION_WORDS):
        return Zone.BODY
    if state is Zone.HEADING:
        return Zone.PREAMBLE if _opens_preamble(line) else Zone.BODY
    if state is Zone.CLOSING and since >= _CLOSING_LONG:
        return Zone.BODY
    if state is Zone.PREAMBLE and since >= _DECREE_RUN:
        return Zone.BODY
    return state


def _first_word_is(line: ZoneLine, words: tuple[str, ...]) -> bool:
    """Whole first words are compared: 'Meningkatnya' is not 'Mengingat'."""
    first = re.split(r"[\s:;.,]", line.normal.text.lstrip(" -.,:;'|"), maxsplit=1)[0]
    return any(abs(len(first) - len(word)) <= 2 and is_like(first, word, at_least=85) for word in words)


def _opens_preamble(line: ZoneLine) -> bool:
    plain = line.normal.text
    return begins_like(line.text, "DENGAN RAHMAT") or bool(_PERSON_OFFICE.match(plain) or "BAHWA" in plain[:12])


def _above(line: ZoneLine, heading_line: ZoneLine) -> Zone:
    return Zone.COVER if line.page_number < heading_line.page_number else Zone.LETTERHEAD


def _in_letterhead(line: ZoneLine, lines: list[ZoneLine]) -> bool:
    """In a file without a heading: capitals or an address among the first eight lines of the first page."""
    if line.page_number != lines[0].page_number or line.index - lines[0].index >= 8:
        return False
    return upper_share(line.text) > 0.7


def _gazette(line: ZoneLine, zone: Zone) -> Zone:
    """'LEMBARAN DAERAH KABUPATEN ...' above the heading or under the signatures."""
    if zone not in (Zone.COVER, Zone.LETTERHEAD, Zone.CLOSING) or upper_share(line.text) < 0.6:
        return zone
    gazette = any(
        begins_like(line.text, word, at_least=88) for word in ("LEMBARAN DAERAH", "BERITA DAERAH", "LEMBARAN NEGARA")
    )
    return Zone.GAZETTE if gazette else zone


def _rebuilt(heading: Heading, lines: Iterable[ZoneLine]) -> Heading:
    """The heading with its lines as zoned."""
    by_index = {line.index: line for line in lines}
    return Heading(
        kind=tuple(by_index[line.index] for line in heading.kind),
        number=by_index[heading.number.index] if heading.number else None,
        tentang=by_index[heading.tentang.index] if heading.tentang else None,
        title=tuple(by_index[line.index] for line in heading.title),
        in_annex=heading.in_annex,
    )
