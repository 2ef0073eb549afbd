"""The title of a document on one line: after TENTANG, after Perihal, or from the cover."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence_ai.domain.quote import Fact, Quote
from evidence_ai.understanding.normal import as_letters, squeezed, upper_share
from evidence_ai.understanding.zones import Zone, ZoneLine, Zones, is_tentang_line

_TENTANG = re.compile(r"^\W*T\s?E\s?N\s?T\s?A\s?N\s?G\s*[:.]?\s*", re.IGNORECASE)
_CAPITAL_WORD = re.compile(r"\b(?=(?:[^A-Z\s]*[A-Z]){4})[A-Z]+(?:[l015|][A-Z]+|l)\b")
"""A word of capitals with one look-alike inside ('ALOKASl' ends in one too): there a letter must stand."""
_SUBJECT_LABEL = re.compile(r"^\W*(?:PERIHAL|HAL|PRIHAL|NAMA SOP|JUDUL SOP|NAMA POS)\b\s*[:.]?\s*", re.IGNORECASE)
_REPORT_WORDS = re.compile(
    r"^\W*(?:[IVX\d]+\.? )?(?:LAPORAN|RENCANA|RENSTRA|RENJA|REVIEW|REVIU|REVISI|RANCANGAN|PERJANJIAN KINERJA|PENETAPAN KINERJA|"
    r"INDIKATOR|FORMULIR INDIKATOR|STANDAR|STANDARD|SOP|PROSEDUR|PROFIL|NERACA|REKAPITULASI|POHON|CASCADING|DOKUMEN|"
    r"RENCANA AKSI|RINGKASAN|RINCIAN|PENJABARAN|CATATAN|LKIP|LAKIP|LKJIP|LKPJ|LPPD|KEBIJAKAN UMUM|PRIORITAS|NASKAH|KAJIAN|"
    r"PEDOMAN|PETUNJUK|PANDUAN|BUKU|DATA|DAFTAR|STATISTIK|NOTULEN|NOTULA|BERITA ACARA|UNDANGAN|SERTIFIKAT|SURVEI|IKHTISAR|"
    r"HIMBAUAN|TABEL|PIAGAM|SURAT|EVALUASI|PENGENDALIAN|TARGET|MONITORING|TELAAH|ANALISIS|PENGUKURAN)\b"
)
_NOT_TITLE = re.compile(
    r"\bJALAN\b|\bJL\b|\bTELP|\bFAX|HTTP|WWW|@|^\W*(?:NAMA|NIP|JABATAN|KEPADA|BAB|PASAL|URAIAN|NO)\b"
)
_PERIOD_END = re.compile(
    r"(?:TAHUN|T\.?A\.?|ANGGARAN)\D{0,4}(?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)?\W*$|^\W*(?:19|20)\d\d\W*$"
)
_LONGEST_REPORT_TITLE = 6


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
    """'Perihal : ...' and the lines that run on from it."""
    front = [line for line in zones.opening[:30] if line.zone is not Zone.PREAMBLE]
    for at, line in enumerate(front):
        label = _SUBJECT_LABEL.match(line.text)
        if label is None:
            continue
        value = line.text[label.end() :].strip(" :.")
        if len(value) < 6:
            return None
        lines = [line]
        for below in front[at + 1 : at + 4]:
            if re.match(
                r"^\W*(?:KEPADA|YTH|DI\b|LAMPIRAN|DALAM|BERDASARKAN|SEHUBUNGAN|MENINDAK)", below.normal.text
            ) or value.endswith("."):
                break
            value = _mended(value, squeezed(below.text))
            lines.append(below)
        return Fact(squeezed(value).strip(" .,;:"), 0.6, _quote(lines))
    return None


def _cover_title(zones: Zones) -> Fact[str] | None:
    """The first line that names a kind of report or plan, with the capital lines after it, up to its year."""
    front = [line for line in zones.opening if not _NOT_TITLE.search(line.normal.text)]
    for at, line in enumerate(front):
        if not _REPORT_WORDS.match(line.normal.text) or len(line.normal.text) > 140:
            continue
        if upper_share(line.text) < 0.6 and len(line.normal.text) > 90:
            continue
        lines = [line]
        for below in front[at + 1 : at + _LONGEST_REPORT_TITLE]:
            ended = _PERIOD_END.search(lines[-1].normal.text)
            if (
                ended
                or below.page_number != line.page_number
                or upper_share(below.text) < 0.6
                or below.index - lines[-1].index > 1
            ):
                break
            lines.append(below)
        return Fact(_joined(lines), 0.5, _quote(lines))
    return None


def _quote(lines: Sequence[ZoneLine]) -> Quote:
    """One quote over all lines that stand on the first line's page."""
    same = [line for line in lines if line.page_number == lines[0].page_number]
    return lines[0].page.quote(same[0].start, same[-1].end)
