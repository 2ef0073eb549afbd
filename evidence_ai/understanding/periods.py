"""The time a plan, budget or report is about, apart from the date it was signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence_ai.domain.quote import Fact
from evidence_ai.understanding.zones import Zone, ZoneLine, Zones

_PERIODIC = frozenset(
    {
        "apbd", "rka", "dpa", "lra", "kua_ppas", "rpjmd", "rkpd", "renstra", "renja", "perjanjian_kinerja",
        "iku_cascading", "lkpj", "lppd", "laporan_kinerja", "laporan_kegiatan", "profil", "statistik", "survei",
        "tabel_data",
    }
)  # fmt: skip
"""Types that are about a time."""
_MULTI_YEAR = frozenset({"rpjmd", "renstra", "iku_cascading", "statistik", "profil", "tabel_data"})
_PERIODIC_TITLE = re.compile(
    r"^(?:PERUBAHAN )?(?:PENJABARAN )?(?:PERUBAHAN )?(?:PERTANGGUNG ?JAWABAN|RENCANA PEMBANGUNAN JANGKA|RENCANA KERJA PEMERINTAH|"
    r"RENCANA KERJA PERANGKAT|RENCANA STRATEGIS|ANGGARAN PENDAPATAN|APBD|PERTANGGUNGJAWABAN)"
)
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d) ?(?:-|\u2013|S\.?/?D\.?|SAMPAI DENGAN|/) ?((?:19|20)\d\d)(?!\d)")
_BUDGET_YEAR = re.compile(
    r"(?:TAHUN ANGGARAN|T\.? ?A\.?(?= ?\d)|ANGGARAN TAHUN|TAHUN BUKU) ?[:.]? ?((?:19|20)\d\d)(?!\d)"
)
_YEAR = re.compile(r"(?:TAHUN|TH\.?|DESEMBER|PERIODE)[A-Z ]{0,12}[:.]? ?((?:19|20)\d\d)(?!\d)")
_ENDING_YEAR = re.compile(r"(?<![\d./-])((?:19|20)\d\d)\W*$")
_LONGEST_LINE = 600
"""Characters of a line that are searched: a period stands in a heading, not deep in a paragraph."""
_NUMBER_LINE = re.compile(r"^\W{0,9}(?:NOMOR)?\W{0,9}\S{1,20} TAHUN (?:19|20)\d\d\W*$")
_TWO_YEARS = re.compile(r"(?<![\d./-])((?:19|20)\d\d) (?:DAN )?((?:19|20)\d\d)\W*$")
"""This year and the last side by side, as statements of account print them: the later one is meant."""
_LAW = re.compile(r"\b(?:NOMOR|UNDANG|PERATURAN|KEPUTUSAN|LEMBARAN)\b")


def period(zones: Zones, document_type: str | None, title: str | None) -> Fact[str] | None:
    """'YYYY' or 'YYYY-YYYY' of a plan, budget or report; of a regulation only where its title is such a plan or budget."""
    heading = zones.heading
    if document_type not in _PERIODIC:
        if heading is None or title is None or not _PERIODIC_TITLE.match(title.upper()):
            return None
        return next(_stated(heading.title, spans=True), None)
    spans = document_type in _MULTI_YEAR
    if heading is not None and not heading.in_annex:
        found = next(_stated(heading.title, spans=spans), None)
        if found is not None:
            return found
    return _most_stated(zones, spans=spans)


def _most_stated(zones: Zones, *, spans: bool) -> Fact[str] | None:
    """The period stated most weightily: running heads and covers before the first page, that before the body."""
    margin = [line for line in zones.lines if line.zone is Zone.MARGIN]
    opening = [line for line in zones.opening if line.zone is not Zone.PREAMBLE]
    votes: dict[str, float] = {}
    facts: dict[str, Fact[str]] = {}
    for weight, most, lines in (
        (1.0, 3.0, margin[:3]),
        (4.0, 12.0, opening[:8]),
        (2.0, 6.0, opening[8:]),
        (0.1, 1.0, zones.lines[:400]),
    ):
        gained: dict[str, float] = {}
        for fact in _stated(lines, spans=spans):
            gained[fact.value] = min(most, gained.get(fact.value, 0.0) + weight * fact.confidence)
            facts.setdefault(fact.value, fact)
        for value, points in gained.items():
            votes[value] = votes.get(value, 0.0) + points
    if not votes:
        return None
    best = max(votes, key=lambda value: votes[value])
    share = votes[best] / sum(votes.values())
    return Fact(best, round(min(0.9, 0.4 + share / 2), 3), facts[best].quote)


def _stated(lines: Sequence[ZoneLine], *, spans: bool) -> Iterator[Fact[str]]:
    """Periods stated by each line; the year of a cited law is none."""
    for at, line in enumerate(lines):
        plain = line.normal.text[:_LONGEST_LINE]
        if (
            _NUMBER_LINE.match(plain)
            or "PRAKIRAAN MAJU" in plain
            or "PERKIRAAN MAJU" in plain
            or (_LAW.search(plain) and not _BUDGET_YEAR.search(plain))
        ):
            continue
        span = _SPAN.search(plain)
        if span and int(span[1]) < int(span[2]) <= int(span[1]) + 25:
            if spans:
                yield Fact(f"{span[1]}-{span[2]}", 0.9, line.quote_normal(span.start(), span.end()))
            continue
        pair = _TWO_YEARS.search(plain)
        if pair and abs(int(pair[1]) - int(pair[2])) == 1:
            yield Fact(max(pair[1], pair[2]), 0.7, line.quote_normal(pair.start(), pair.end()))
            continue
        for pattern, confidence in ((_BUDGET_YEAR, 0.95), (_YEAR, 0.85), (_ENDING_YEAR, 0.6)):
            found = pattern.search(plain)
            if found and " DAN " not in found[0] and not (pattern is _ENDING_YEAR and at and "," in plain):
                yield Fact(found[1], confidence, line.quote_normal(found.start(), found.end()))
                break
