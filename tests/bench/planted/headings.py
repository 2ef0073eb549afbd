"""Defects in who issued a document and when: regions, levels, years, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from evidence_ai.domain import region
from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.dossier import Dossier, Package
from tests.bench.planted.editing import change_line, reworded
from tests.bench.planted.material import Original, claimed, dossier_of, originals, other_rows
from tests.bench.planted.trial import Level, Trial

_LEGAL = frozenset(
    {"perda", "perkada", "apbd", "keputusan_kepala_daerah", "keputusan_opd", "keputusan_dprd", "surat_edaran"}
)
_YEARLY = frozenset({"apbd", "dpa", "lra", "kua_ppas", "perjanjian_kinerja", "laporan_kinerja", "laporan_kegiatan"})
_HEADING_END = re.compile(r"^\W*(?:menimbang|dengan rahmat)", re.IGNORECASE)
_OTHERS = {"Provinsi": "Provinsi Kalimantan Tengah", "Kabupaten": "Kabupaten Sumba Timur", "Kota": "Kota Palopo"}
_MONTHS = "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
_DATE = re.compile(rf"(?P<day>\b\d{{1,2}})(?P<between>\s*(?:{_MONTHS})\s*)(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)


def trials() -> Iterator[Trial]:
    """Every trial about issuer, level, period and dates."""
    for one in originals():
        yield from _region_in_heading(one)
        yield from _region_everywhere(one)
        yield from _of_the_province(one)
        yield from _renamed(one)
        yield from _other_year(one)
        yield from _promulgated_first(one)
        yield from _number_of_another_year(one)
    yield from _national()


def _text_trial(rule: str, name: str, one: Original, changed: DocumentText | None) -> Iterator[Trial]:
    if changed is None or changed == one.text:
        return

    def spoiled() -> Package:
        return one.package(dossier_of(changed, one.name))

    yield Trial(rule, Level.TEXT, f"{name}: {one.name}", one.package, spoiled, one.name, whole=True)


def _region_in_heading(one: Original) -> Iterator[Trial]:
    """The region's name in the lines above Menimbang only."""
    if one.kind in {"perda", "perkada"} and one.place:
        yield from _text_trial("wrong_region", "region changed in the heading", one, _renamed_above(one))


def _renamed_above(one: Original) -> DocumentText | None:
    first = one.text.pages[0] if one.text.pages else None
    ends = [at for at, line in enumerate(first.lines) if _HEADING_END.search(line.text)] if first else []
    if first is None or not ends:
        return None
    other = _other(one)
    change = partial(_swapped, place=one.place, other=other)
    upto = ends[0]
    lines = tuple(change_line(line, change) if at < upto else line for at, line in enumerate(first.lines))
    if lines == first.lines:
        return None
    return replace(one.text, pages=(replace(first, lines=lines), *one.text.pages[1:]))


def _region_everywhere(one: Original) -> Iterator[Trial]:
    """A whole document of another region."""
    change = partial(_swapped, place=one.place, other=_other(one))
    if one.kind in _LEGAL | _YEARLY | {"sop", "renja", "renstra"}:
        yield from _text_trial("wrong_region", "another region's document", one, reworded(one.text, change))


def _other(one: Original) -> str:
    return _OTHERS[one.facts["region"].split()[0]].partition(" ")[2]


def _swapped(words: str, *, place: str, other: str) -> str:
    """The place's name, in capitals where it stands so."""

    def named(match: re.Match[str]) -> str:
        return other.upper() if match[0].isupper() else other

    return re.sub(r"\s+".join(re.escape(part) for part in place.split()), named, words, flags=re.IGNORECASE)


def _of_the_province(one: Original) -> Iterator[Trial]:
    """A document of the province in a kabupaten's package."""
    if one.facts["issuer_level"] != "provinsi" or one.kind not in _LEGAL | {"lra", "dpa", "laporan_kinerja", "sop"}:
        return
    below = f"{one.code}.01"
    spoiled = partial(one.package, code=below)
    yield Trial("wrong_level", Level.TEXT, f"the province's: {one.name}", one.package, spoiled, one.name, whole=True)


def _national() -> Iterator[Trial]:
    for row, text in other_rows("peraturan_pusat"):
        name = row["file"].split("/")[-1]

        def package(*indicators: str, text: DocumentText = text, name: str = name) -> Package:
            claims = tuple(claimed(one, name) for one in indicators)
            return Package("uji", "33.03", 2020, claims, (dossier_of(text, name),))

        yield Trial("wrong_level", Level.TEXT, f"national: {name}", package, partial(package, "BH.S1"), name)


def _renamed(one: Original) -> Iterator[Trial]:
    """The same document as one of a region that had another name, before and after."""
    if one.facts["issuer_level"] != "kabupaten":
        return
    former = [("12.12", "Toba Samosir"), ("64.01", "Pasir"), ("76.01", "Mamuju Utara"), ("73.01", "Selayar")]
    code, old = former[sum(map(ord, one.name)) % len(former)]
    new = region.by_code(code).name
    before, after = (reworded(one.text, partial(_swapped, place=one.place, other=name)) for name in (old, new))
    if before == one.text:
        return

    def package(text: DocumentText) -> Package:
        return one.package(dossier_of(text, one.name), code=code)

    yield Trial(
        "region_renamed", Level.TEXT, f"{old}: {one.name}", partial(package, after), partial(package, before), one.name
    )


def _other_year(one: Original) -> Iterator[Trial]:
    """Every year in the document three years earlier: last round's document."""
    if one.kind not in _YEARLY or not one.facts["period_year"]:
        return
    yield from _text_trial("wrong_period", "year swapped", one, reworded(one.text, _three_years_earlier))


def _three_years_earlier(words: str) -> str:
    return re.sub(r"(?<!\d)(?:19|20)\d\d(?![\d.,]\d)(?!\d)", lambda match: str(int(match[0]) - 3), words)


def _promulgated_first(one: Original) -> Iterator[Trial]:
    """The date after 'Diundangkan' a year earlier."""
    if not one.facts["enacted_date"] or not one.facts["promulgated_date"]:
        return
    yield from _text_trial("dates_inconsistent", "promulgated before enacted", one, _dated_earlier(one.text))


def _dated_earlier(text: DocumentText) -> DocumentText | None:
    for page in text.pages:
        starts = [
            at for at, line in enumerate(page.lines) if re.search(r"^\W*diundangkan\s+d", line.text, re.IGNORECASE)
        ]
        if not starts:
            continue
        for at in range(starts[-1], min(starts[-1] + 4, len(page.lines))):
            if _DATE.search(page.lines[at].text) and "tetapkan" not in page.lines[at].text.casefold():
                line = change_line(page.lines[at], _a_year_earlier)
                lines = (*page.lines[:at], line, *page.lines[at + 1 :])
                pages = tuple(replace(one, lines=lines) if one is page else one for one in text.pages)
                return replace(text, pages=pages)
    return None


def _a_year_earlier(words: str) -> str:
    return _DATE.sub(lambda found: f"{found['day']}{found['between']}{int(found['year']) - 1}", words)


def _number_of_another_year(one: Original) -> Iterator[Trial]:
    """'NOMOR 3 TAHUN 2018' in the heading becomes '... TAHUN 2014'; the date of enactment stays."""
    if one.kind not in {"perda", "perkada"} or not one.facts["enacted_date"] or not one.text.pages:
        return
    first, wanted = one.text.pages[0], re.compile(rf"(nomor\W*\S+\s+tahun\s+){one.facts['year']}\b", re.IGNORECASE)
    at = next((at for at, line in enumerate(first.lines[:25]) if wanted.search(line.text)), None)
    if at is None:
        return
    line = change_line(
        first.lines[at], lambda words: wanted.sub(lambda found: f"{found[1]}{int(one.facts['year']) - 4}", words)
    )
    page = replace(first, lines=(*first.lines[:at], line, *first.lines[at + 1 :]))
    changed = replace(one.text, pages=(page, *one.text.pages[1:]))
    yield from _text_trial("dates_inconsistent", "number of another year", one, changed)


def copies(one: Original, text: DocumentText, name: str) -> tuple[Dossier, Dossier]:
    """The document and a second file."""
    return one.dossier, dossier_of(text, name)
