"""The title of a document on one line: after TENTANG, after Perihal, or from the cover."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence_ai.domain.quote import Fact, Quote
from evidence_ai.understanding.headings import is_tentang_line
from evidence_ai.understanding.normal import as_letters, squeezed, upper_share
from evidence_ai.understanding.zones import Zone, ZoneLine, Zones

_TENTANG = re.compile(r"^\W*T\s?E\s?N\s?T\s?A\s?N\s?G\s*[:.]?\s*", re.IGNORECASE)
_CAPITAL_WORD = re.compile(r"\b(?=(?:[^A-Z\s]*[A-Z]){4})[A-Z]+(?:[l015|][A-Z]+|l)\b")
"""A word of capitals with one look-alike inside ('ALOKASl' ends in one too): there a letter must stand."""
_LOOKALIKE_WORD = re.compile(r"\b(?=[l0]*[A-Z])[A-Zl0]*(?:l|(?<=[A-Z])0(?=[A-Z]))[A-Zl0]*\b")
"""In a title of capitals a small l is an I, and a 0 between letters an O, however many a word has."""
_SUBJECT_LABEL = re.compile(
    r"^\W*(?:P ?E ?R ?I ?H ?A ?L|HAL|PRIHAL)\b\s*[:.]?\s*|^.{0,60}?\b(?:NAMA|JUDUL) (?:SOP|POS|PROSEDUR)\b\s*[:.]?\s*",
    re.IGNORECASE,
)
_REPORT_WORDS = re.compile(
    r"^\W*(?:[IVX\d]+\.? )?(?:LAPORAN|RENCANA|RENSTRA|RENJA|REVIEW|REVIU|REVISI|RANCANGAN|PERJANJIAN KINERJA|PENETAPAN KINERJA|"
    r"INDIKATOR|FORMULIR INDIKATOR|STANDAR|STANDARD|SOP|PROSEDUR|PROFIL|NERACA|REKAPITULASI|POHON|CASCADING|DOKUMEN|"
    r"RENCANA AKSI|RINGKASAN|RINCIAN|PENJABARAN|CATATAN|LKIP|LAKIP|LKJIP|LKPJ|LPPD|KEBIJAKAN UMUM|PRIORITAS|NASKAH|KAJIAN|"
    r"PEDOMAN|PETUNJUK|PANDUAN|BUKU|DATA|DAFTAR|STATISTIK|NOTULEN|NOTULA|BERITA ACARA|UNDANGAN|SERTIFIKAT|SURVEI|IKHTISAR|"
    r"HIMBAUAN|PIAGAM|SURAT|EVALUASI|PENGENDALIAN|TARGET|MONITORING|TELAAH|ANALISIS|PENGUKURAN)\b"
)
_NOT_TITLE = re.compile(
    r"\bJALAN\b|\bJL\b|\bTELP|\bFAX|HTTP|WWW|@|^\W*(?:NAMA|NIP|JABATAN|KEPADA|BAB|PASAL|URAIAN|NO|DAFTAR (?:ISI|TABEL|GAMBAR))\b"
)
_PERIOD_END = re.compile(
    r"(?:TAHUN|T\.?A\.?|ANGGARAN)\D{0,4}(?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)?\W*$|^\W*(?:19|20)\d\d\W*$"
)
_SUBJECT_END = re.compile(
    r"\b(?:KEPADA|YTH|DASAR HUKUM|KUALIFIKASI|STANDAR OPERASIONAL)\b|^\W*(?:DI\b|LAMPIRAN|PRAANGGAPAN|PRA ANGGAPAN|PERSOALAN|DEMIKIAN|BERSAMA INI|MENGHARAP|DIMINTA|DIMOHON|MEMPERHATIKAN|DALAM|BERDASARKAN|SEHUBUNGAN|MENINDAK|TANGGAL|\d\.)",
    re.IGNORECASE,
)
_NAMED_SOP = re.compile(r"^SOP [A-Z]{3,}")
_PAGE_TAIL = re.compile(r"(?<=\d{4})\s+(?:Page|Hal\w*|\d{1,3}(?: ?- ?\d{1,3})?)[\s\d]*$", re.IGNORECASE)
_LONGEST_REPORT_TITLE = 6
_COLUMN_SLACK_PT = 24.0


def title(zones: Zones) -> Fact[str] | None:
    """The text after TENTANG; for letters the Perihal; for reports and plans the title on the cover or first page."""
    heading = zones.heading
    if heading is not None and heading.title:
        found = _joined(_without_noise(heading.title))
        if found:
            return Fact(found, 0.9 if upper_share(found) > 0.9 or heading.tentang else 0.75, _quote(heading.title))
    if heading is not None and not heading.in_annex and heading.tentang is None:
        found = _joined(heading.kind)
        return Fact(found, 0.5, _quote(heading.kind)) if found else None
    return _letter_subject(zones) or _cover_title(zones)


def _joined(lines: Sequence[ZoneLine]) -> str:
    """Lines as one, words broken at a line's end mended, TENTANG and outer punctuation dropped."""
    text = ""
    for line in lines:
        piece = squeezed(line.text)
        if is_tentang_line(line) and line is lines[0]:
            piece = _TENTANG.sub("", piece)
        text = _mended(text, piece)
    if upper_share(text) > 0.8:
        text = _LOOKALIKE_WORD.sub(lambda word: word[0].replace("l", "I").replace("0", "O"), text)
    return _CAPITAL_WORD.sub(lambda word: as_letters(word[0].replace("l", "I")), text).strip(
        " .,;:-_|'\"\u201c\u201d*~"
    )


def _mended(text: str, piece: str) -> str:
    """Append a line: 'PEMERIN-' + 'TAHAN' loses its hyphen, 'PULAU-' + 'PULAU' keeps it."""
    if not text:
        return piece
    if re.search(r"\w-$", text) and piece:
        last, first = re.split(r"[\s-]", text[:-1])[-1], re.split(r"\W", piece)[0]
        doubled = last.upper()[:4] == first.upper()[:4] or first.isdigit()
        return text + piece if doubled or text[-2].isdigit() else text[:-1] + piece
    return f"{text} {piece}" if piece else text


def _without_noise(lines: Sequence[ZoneLine]) -> list[ZoneLine]:
    """Drop scraps that OCR made of stamps and lines between the words of a title in capitals."""
    capitals = sum(upper_share(line.text) > 0.8 for line in lines) >= len(lines) / 2
    return [line for line in lines if not (capitals and _is_scrap(line))]


def _is_scrap(line: ZoneLine) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", line.text)
    if not words:
        return not re.search(r"(?:19|20)\d\d", line.text)
    return upper_share(line.text) < 0.6 and sum(map(len, words)) < 12


def _letter_subject(zones: Zones) -> Fact[str] | None:
    """'Perihal : ...' and the lines that run on from it, in its own column where columns are known."""
    front = [line for line in zones.opening[:30] if line.zone is not Zone.PREAMBLE]
    for at, line in enumerate(front):
        label = _SUBJECT_LABEL.match(line.text)
        if label is None:
            continue
        value, taken = line.text[label.end() :].strip(" :."), 1
        if not value and front[at + 1 : at + 2] and front[at + 1].text.lstrip().startswith(":"):
            value, taken = front[at + 1].text.strip(" :."), 2  # the value in a cell of its own
        if len(value) < 6:
            return None
        lines = front[at : at + taken]
        for below in front[at + taken : at + 7 + taken]:
            if len(lines) > 4 or _SUBJECT_END.match(below.normal.text) or value.endswith("."):
                break
            if _same_column(line, label.end(), below):
                value = _mended(value, squeezed(below.text))
                lines.append(below)
        return Fact(_SUBJECT_END.split(squeezed(value))[0].strip(" .,;:"), 0.6, _quote(lines))
    return None


def _same_column(line: ZoneLine, value_at: int, below: ZoneLine) -> bool:
    """Whether a line stands under the value of a label; true where no geometry is known."""
    value, next_line = line.quote(value_at).box, below.quote().box
    if value is None or next_line is None:
        return True
    return next_line.x0 < value.x0 + _COLUMN_SLACK_PT


def _cover_title(zones: Zones) -> Fact[str] | None:
    """The first line that names a kind of report or plan, with the capital lines after it, up to its year."""
    front = [line for line in zones.opening if not _NOT_TITLE.search(line.normal.text)]
    for at, line in enumerate(front):
        if not _REPORT_WORDS.match(line.normal.text) or _is_prose(line):
            continue
        start = next(
            (near for near in range(at, min(at + 6, len(front))) if _NAMED_SOP.match(front[near].normal.text)), at
        )
        lines = _cover_lines(front[start:])
        found = _PAGE_TAIL.sub("", _joined(lines))
        return Fact(found, 0.5, _quote(lines)) if found else None
    return None


def _cover_lines(front: Sequence[ZoneLine]) -> list[ZoneLine]:
    """The first line and the capital lines that follow it without a gap, up to the year."""
    lines = [front[0]]
    for below in front[1:_LONGEST_REPORT_TITLE]:
        ended = len(lines) > 2 and _PERIOD_END.search(lines[-1].normal.text)
        apart = below.page_number != lines[0].page_number or below.index - lines[-1].index > 1
        small = upper_share(below.text) < 0.6 and re.search("[A-Z]", below.normal.text)
        if ended or apart or small or re.search(r"\d/|/\w+\d|PENGESAHAN", below.normal.text):
            break
        lines.append(below)
    return lines


def _is_prose(line: ZoneLine) -> bool:
    """A running sentence: long, or with words in small letters that a title would print large."""
    if len(line.normal.text) > 140 or line.text.lstrip()[:1].islower():
        return True
    words = re.findall(r"[^\W\d_]{5,}", line.text)
    return bool(words) and sum(word[0].isupper() for word in words) < 0.75 * len(words)


def _quote(lines: Sequence[ZoneLine]) -> Quote:
    """One quote over all lines that stand on the first line's page."""
    same = [line for line in lines if line.page_number == lines[0].page_number]
    return lines[0].page.quote(same[0].start, same[-1].end)
