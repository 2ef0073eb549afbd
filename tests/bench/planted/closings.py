"""Defects in form: drafts, promulgation, annexes, pages, repeal and amendment, empty forms, language, personal data."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from evidence_ai.domain.document import DocumentText, Line, Page
from evidence_ai.domain.dossier import Package
from tests.bench.planted.editing import change_line, first_line, new_line, relined, with_pages
from tests.bench.planted.material import Original, claimed, dossier_of, originals, sample, typed, with_dossier
from tests.bench.planted.trial import Level, Trial

_LEGAL = frozenset({"perda", "perkada", "apbd", "keputusan_kepala_daerah", "keputusan_opd"})
_GAZETTED = frozenset({"perda", "perkada", "apbd"})
_KIND = re.compile(r"^\W*(?:PERATURAN|KEPUTUSAN|QANUN)\s+(?:DAERAH|BUPATI|WALI ?KOTA|GUBERNUR|KEPALA)\b")
_NUMBER = re.compile(r"^\W*NOMOR\b.*\d", re.IGNORECASE)
_ENACTED = re.compile(r"tetapkan\s+d[il1]", re.IGNORECASE)
_PROMULGATED = re.compile(r"^\W*diundangkan\s+d[il1]", re.IGNORECASE)
_GAZETTE = re.compile(r"(?:lembaran|berita)\s+daerah\b.*(?:nomor|tahun)", re.IGNORECASE)
_NEXT_PART = re.compile(r"^\W*(?:P\s?E\s?N\s?J\s?E\s?L\s?A\s?S\s?A\s?N|LAMPIRAN|salinan sesuai)", re.IGNORECASE)
_ANNEX = re.compile(r"^\W*LAMPIRAN\b|^\W*L\s?A\s?M\s?P\s?I\s?R\s?A\s?N\b|^\W*Lampiran\s*[IVX\d]*\s*:")
_ANNOUNCED = re.compile(
    r"(?:tercantum|termuat|sebagaimana|tersebut)\s+(?:dalam|pada)\s+lampiran\b.{0,120}?\b(?:peraturan|keputusan)\s+(?:\w+\s+){0,3}ini",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = re.compile(r"^\W*(?:hal\w*\.?\s*)?[-–—(]?\s*(\d{1,3})\s*[-–—)]?\W*$", re.IGNORECASE)


def trials() -> Iterator[Trial]:
    """Every trial about the form of a document."""
    for one in originals():
        yield from _draft(one)
        yield from _number_blanked(one)
        yield from _not_promulgated(one)
        yield from _annex_dropped(one)
        yield from _pages_cut(one)
        yield from _amendment_alone(one)
        yield from _personal_numbers(one)
    yield from _revoked()
    yield from _empty_forms()
    yield from _english()


def _text_trial(rule: str, name: str, one: Original, changed: DocumentText | None) -> Iterator[Trial]:
    if changed is None or changed == one.text:
        return

    def spoiled() -> Package:
        return one.package(dossier_of(changed, one.name))

    yield Trial(rule, Level.TEXT, f"{name}: {one.name}", one.package, spoiled, one.name, whole=True)


def _draft(one: Original) -> Iterator[Trial]:
    """RANCANGAN in the heading, number and dates open, no signature."""
    if one.kind in _LEGAL and one.facts["status"] == "enacted":
        yield from _text_trial("not_enacted", "a draft", one, _undone(one.text, marked=True))


def _number_blanked(one: Original) -> Iterator[Trial]:
    """Number and dates open, without the word RANCANGAN."""
    if one.kind in _LEGAL and one.facts["status"] == "enacted":
        yield from _text_trial("not_enacted", "number and date blanked", one, _undone(one.text, marked=False))


def _undone(text: DocumentText, *, marked: bool) -> DocumentText | None:
    first = text.pages[0] if text.pages else None
    kind = first_line(first, _KIND) if first is not None else None
    number = first_line(first, _NUMBER) if first is not None else None
    if first is None or kind is None or number is None or number < kind or not _closing_pages(text):
        return None
    lines = list(first.lines)
    if marked:
        lines[kind] = Line(f"RANCANGAN {lines[kind].text.strip()}", lines[kind].box)
    lines[number] = change_line(
        lines[number], lambda words: re.sub(r"(NOMOR\W*)\S*\d\S*", r"\1......", words, count=1, flags=re.IGNORECASE)
    )
    changed = {first.number: replace(first, lines=tuple(lines))}
    for page in _closing_pages(text):
        changed[page.number] = _undated(changed.get(page.number, page))
    return replace(text, pages=tuple(changed.get(page.number, page) for page in text.pages))


def _closing_pages(text: DocumentText) -> list[Page]:
    return [page for page in text.pages if any(_ENACTED.search(line.text) for line in page.lines)]


def _undated(page: Page) -> Page:
    """Dates after 'tanggal' and signatures from 'Ditetapkan' on are open; gazette lines go."""
    start = first_line(page, _ENACTED) or 0
    opened = [
        change_line(
            line, lambda words: re.sub(r"(tanggal\W*).*", r"\1....................", words, flags=re.IGNORECASE)
        )
        for line in page.lines[start:]
        if not _GAZETTE.search(line.text) and not re.fullmatch(r"\W*ttd\W*", line.text, re.IGNORECASE)
    ]
    return replace(page, lines=(*page.lines[:start], *opened))


def _not_promulgated(one: Original) -> Iterator[Trial]:
    """The closing without 'Diundangkan' and without the gazette line, in the heading too."""
    if one.kind in _GAZETTED and one.facts["promulgated_date"]:
        yield from _text_trial("not_promulgated", "no promulgation", one, _unpromulgated(one.text))


def _unpromulgated(text: DocumentText) -> DocumentText | None:
    pages, found = [], False
    for page in text.pages:
        start = first_line(page, _PROMULGATED)
        if start is None:
            pages.append(page)
            continue
        found = True
        rest = page.lines[start:]
        end = next(
            (at for at, line in enumerate(rest) if _NEXT_PART.search(line.text) or _ENACTED.search(line.text)),
            len(rest),
        )
        pages.append(relined(page, (*page.lines[:start], *rest[end:])))
    if not found:
        return None
    pages = [
        replace(page, lines=tuple(line for line in page.lines if not _GAZETTE.search(line.text))) for page in pages
    ]
    return replace(text, pages=tuple(pages))


def _annex_dropped(one: Original) -> Iterator[Trial]:
    """Every page from the first annex on is gone, though the text announces it."""
    if one.kind not in _LEGAL:
        return
    pages = one.text.pages
    closing = max((page.number for page in _closing_pages(one.text)), default=0)
    start = next(
        (page.number for page in pages if page.number > 1 and any(_ANNEX.search(line.text) for line in page.lines[:6])),
        None,
    )
    body = "\n".join(page.text for page in pages if start is not None and page.number < start)
    if start is None or not 0 < closing < start or not _ANNOUNCED.search(body):
        return
    kept = with_pages(one.text, pages[: start - 1])
    yield from _text_trial("attachment_missing", "annex dropped", one, kept)


def _pages_cut(one: Original) -> Iterator[Trial]:
    """Three pages in the middle are gone; only where most pages print their number."""
    pages = one.text.pages
    numbered = [
        page for page in pages if any(_NUMBERED.match(line.text) for line in (*page.lines[:2], *page.lines[-2:]))
    ]
    if len(pages) < 12 or len(numbered) < 0.7 * len(pages):
        return
    middle = len(pages) // 2
    yield from _text_trial(
        "pages_missing", "three pages cut", one, with_pages(one.text, (*pages[: middle - 1], *pages[middle + 2 :]))
    )


def _amendment_alone(one: Original) -> Iterator[Trial]:
    """The title becomes 'PERUBAHAN ATAS ...'; the amended regulation is not there."""
    first = one.text.pages[0] if one.text.pages else None
    at = first_line(first, re.compile(r"^\W*T\s?E\s?N\s?T\s?A\s?N\s?G\W*$")) if first is not None else None
    if one.kind not in {"perda", "perkada"} or first is None or at is None or "PERUBAHAN" in first.text.upper()[:900]:
        return
    issuer = "PERATURAN DAERAH" if one.kind == "perda" else "PERATURAN GUBERNUR"
    if one.kind == "perkada" and one.facts["issuer_level"] != "provinsi":
        issuer = "PERATURAN BUPATI"
    added = new_line(f"PERUBAHAN ATAS {issuer} NOMOR 4 TAHUN 2009 TENTANG", first.lines[at])
    page = replace(first, lines=(*first.lines[: at + 1], added, *first.lines[at + 1 :]))
    changed = replace(one.text, pages=(page, *one.text.pages[1:]))
    claims = (claimed("IN.S1", one.name),)

    def spoiled() -> Package:
        return one.package(dossier_of(changed, one.name), claims=claims)

    yield Trial(
        "only_amendment",
        Level.TEXT,
        f"amendment alone: {one.name}",
        partial(one.package, claims=claims),
        spoiled,
        one.name,
    )


def _revoked() -> Iterator[Trial]:
    """A later regulation of the same region says that it revokes the earlier one."""
    legal = [
        one for one in originals() if one.kind in {"perda", "perkada"} and one.facts["number"] and one.facts["year"]
    ]
    for one in legal:
        later = next(
            (other for other in legal
             if other.code == one.code and other.kind == one.kind and other.facts["year"] > one.facts["year"]
             and _closing_pages(other.text)),
            None,
        )  # fmt: skip
        if later is None:
            continue
        changed = _revoking(later.text, one)

        def package(text: DocumentText, one: Original = one, later: Original = later) -> Package:
            return one.package(one.dossier, dossier_of(text, later.name))

        yield Trial(
            "out_of_force",
            Level.TEXT,
            f"revoked: {one.name}",
            partial(package, later.text),
            partial(package, changed),
            one.name,
        )


def _revoking(text: DocumentText, old: Original) -> DocumentText:
    what = "Peraturan Daerah" if old.kind == "perda" else "Peraturan Gubernur"
    if old.kind == "perkada" and old.facts["issuer_level"] != "provinsi":
        what = "Peraturan Bupati" if old.facts["issuer_level"] == "kabupaten" else "Peraturan Wali Kota"
    clause = (
        f"Pada saat {what} ini mulai berlaku, {what} {old.place if old.kind == 'perkada' else old.facts['region']} Nomor",
        f"{old.facts['number']} Tahun {old.facts['year']} tentang {old.facts['title'][:60]}",
        "dicabut dan dinyatakan tidak berlaku.",
    )
    closing = _closing_pages(text)[0]
    at = first_line(closing, _ENACTED) or 0
    near = closing.lines[at]
    page = replace(
        closing, lines=(*closing.lines[:at], *(new_line(words, near) for words in clause), *closing.lines[at:])
    )
    return replace(text, pages=tuple(page if one.number == page.number else one for one in text.pages))


_FORMS = {
    "notulen": "NOTULEN RAPAT\nHari/Tanggal : {0}\nWaktu : {0}\nTempat : {0}\nPimpinan rapat : {0}\nAcara : {0}\nPeserta : {0}\nPembahasan :\nKesimpulan :",
    "daftar hadir": "DAFTAR HADIR\nKegiatan : {0}\nHari/Tanggal : {0}\nTempat : {0}\nPukul : {0}\nNo Nama Jabatan Tanda Tangan\n1.\n2.\n3.",
    "surat keterangan": "SURAT KETERANGAN\nNomor : {0}\nYang bertanda tangan di bawah ini:\nNama : {0}\nNIP : {0}\nJabatan : {0}\nmenerangkan bahwa data terlampir benar.",
    "berita acara": "BERITA ACARA\nNomor : {0}\nPada hari ini telah dilaksanakan rapat\nHari : {0}\nTanggal : {0}\nTempat : {0}\nKetua : {0}\nNotulis : {0}",
    "laporan kegiatan": "LAPORAN PELAKSANAAN KEGIATAN\nNama kegiatan : {0}\nWaktu pelaksanaan : {0}\nTempat : {0}\nJumlah peserta : {0}\nNarasumber : {0}\nHasil :",
    "undangan": "UNDANGAN\nNomor : {0}\nLampiran : {0}\nHal : {0}\nKepada Yth. : {0}\nHari/tanggal : {0}\nPukul : {0}\nTempat : {0}",
}
_BLANKS = ("..............", "__________", "…………", ". . . . . . . .")


def _empty_forms() -> Iterator[Trial]:
    for kind, form in _FORMS.items():
        filled = typed(form.format("Aula Setda, 3 Mei 2024"))
        for at, blank in enumerate(_BLANKS):
            name = f"{kind} {at}.pdf"

            def package(text: DocumentText, name: str = name) -> Package:
                return Package("uji", "99.01", 2024, (), (dossier_of(text, name),))

            empty = partial(package, typed(form.format(blank)))
            yield Trial("template_unfilled", Level.TEXT, f"empty {kind}", partial(package, filled), empty, name)


_SENTENCES = (
    "The regional government has carried out the programme in every district of the regency",
    "This report is about the results of the activities that were funded by the budget of the year",
    "Services to the public were improved with the help of the community and of local partners",
    "The number of persons who were reached by the programme is higher than in the year before",
    "It was agreed that the office will continue to monitor the quality of the work in the field",
    "For the rights of women and children the government and the council adopted a plan of action",
)


def _english() -> Iterator[Trial]:
    chance = random.Random(11)
    for one in originals()[:60:4]:
        lines = [[chance.choice(_SENTENCES) for _ in range(22)] for _ in range(3)]
        changed = typed("\f".join("\n".join(page) for page in lines))
        yield from _text_trial("other_language", "an English report", one, changed)


def _personal_numbers(one: Original) -> Iterator[Trial]:
    """A row with a number shaped like a NIK (of a regency that does not exist) in the middle of the document."""
    if sum(map(ord, one.name)) % 3 or not one.text.pages:
        return
    page = one.text.pages[len(one.text.pages) // 2]
    if not page.lines:
        return
    number = nobody(sum(map(ord, one.name)))
    ways = (f"12. Siti Aminah {number} Desa Arum", f"NIK : {number[:6]} {number[6:12]} {number[12:]}", f"Nomor KK: {number}",
            f"Budi Santoso / {number} / Laki-laki")  # fmt: skip
    row = new_line(ways[len(one.name) % 4], page.lines[len(page.lines) // 2])
    at = len(page.lines) // 2
    spoiled = replace(page, lines=(*page.lines[:at], row, *page.lines[at:]))
    changed = replace(one.text, pages=tuple(spoiled if other is page else other for other in one.text.pages))
    yield from _text_trial("personal_data_exposed", "a NIK planted", one, changed)


def nobody(seed: int) -> str:
    """A number shaped like a NIK that is nobody's: regency 50 of province 32 does not exist."""
    chance = random.Random(seed)
    day = chance.randint(1, 28) + chance.choice((0, 40))
    return f"3250{chance.randint(1, 30):02d}{day:02d}{chance.randint(1, 12):02d}{chance.randint(0, 99):02d}{chance.randint(1, 9999):04d}"


def sample_with(name: str, text: DocumentText) -> Package:
    """The sample package with one file read otherwise."""
    return with_dossier(sample(), dossier_of(text, name))
