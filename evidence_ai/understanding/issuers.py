"""Who issued a document: its level, its region and its office; weighed by zone, never read from a citation."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_ai.domain.quote import Fact, Quote
from evidence_ai.domain.region import Region
from evidence_ai.understanding.normal import begins_like
from evidence_ai.understanding.region_mentions import mentions
from evidence_ai.understanding.zones import Zone, ZoneLine, Zones


@dataclass(frozen=True, slots=True)
class Issuer:
    """Level, region and code of the issuer, each with its quote; None where the document does not say."""

    level: Fact[str] | None
    region: Fact[str] | None
    region_code: Fact[str] | None


@dataclass(frozen=True, slots=True)
class Clue:
    """One sign of an issuer. `who` is a region, or the level of an issuer without one; `weight` adds up over clues."""

    who: Region | str
    weight: float
    quote: Quote
    certainty: float = 1.0


def issuer(zones: Zones) -> Issuer:
    """The issuer with the heaviest clues.

    `Kabupaten X` goes before the province it lies in; national offices, institutions and villages have no region,
    except that a village keeps its kabupaten.
    """
    clues = list(_clues(zones))
    weights: dict[Region | str, float] = defaultdict(float)
    for clue in clues:
        weights[clue.who] += clue.weight * clue.certainty
    if not weights:
        return Issuer(None, None, None)
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    who, weight = ranked[0]
    confidence = _confidence(weight, sum(other for name, other in ranked[1:] if not _contains(name, who)))
    best = max((clue for clue in clues if clue.who == who), key=lambda clue: clue.weight * clue.certainty)
    if isinstance(who, str):
        return Issuer(Fact(who, confidence, best.quote), *_village_region(who, ranked, clues))
    return Issuer(
        level=Fact(who.level, confidence, best.quote),
        region=Fact(who.full_name, confidence, best.quote),
        region_code=Fact(who.code, confidence, best.quote),
    )


def _village_region(
    who: str, ranked: list[tuple[Region | str, float]], clues: list[Clue]
) -> tuple[Fact[str] | None, Fact[str] | None]:
    if who != "desa":
        return None, None
    for region, weight in ranked:
        if isinstance(region, Region) and region.level == "kabupaten":
            quote = next(clue.quote for clue in clues if clue.who == region)
            confidence = _confidence(weight, 0) * 0.8
            return Fact(region.full_name, confidence, quote), Fact(region.code, confidence, quote)
    return None, None


def _contains(outer: Region | str, inner: Region | str) -> bool:
    """Whether naming `outer` beside `inner` is no contradiction: the province a kabupaten lies in."""
    if isinstance(outer, str) or isinstance(inner, str):
        return False
    return outer.level == "provinsi" and inner.code.startswith(outer.code)


def _confidence(weight: float, against: float) -> float:
    share = weight / (weight + against)
    return round(min(0.99, share * (1 - math.exp(-weight / 2.5))), 3)


_NATIONAL_KIND = re.compile(
    r"^\W*(?:SALINAN |RANCANGAN )?(?:UNDANG ?- ?UNDANG(?! DASAR)|(?:PERATURAN|KEPUTUSAN|INSTRUKSI) (?:PEMERINTAH\b|PRESIDEN|"
    r"BERSAMA |MENTERI|(?:KEPALA )?(?:BADAN|LEMBAGA) (?![A-Z ]*\bDAERAH\b)|DIREKTUR JENDERAL|MAHKAMAH|JAKSA|KEPALA KEPOLISIAN|KOMISI|PANGLIMA))"
)
_AGENCY_KIND = re.compile(
    r"^\W*(?:SALINAN |RANCANGAN )?(?:PERATURAN|KEPUTUSAN|INSTRUKSI) (?:KEPALA )?(?:BADAN|LEMBAGA|ARSIP)\b"
)
_NATIONAL = re.compile(
    r"\bKEMENTERIAN\b|\bMENTERI\b|\bPRESIDEN REPUBLIK|\bREPUBLIK INDONESIA\b|\bDIREKTORAT JENDERAL\b|\bDIREKTUR JENDERAL\b|"
    r"\bLEMBAGA [A-Z ,]{4,60}NASIONAL\b|\bBADAN [A-Z ]{4,40}(?:NASIONAL|PUSAT)\b|\bBADAN PUSAT STATISTIK\b|\bMAHKAMAH AGUNG\b|"
    r"\bKEPALA LEMBAGA [A-Z]{5,}|\bARSIP NASIONAL\b|\bDEPARTEMEN [A-Z]{4,}"
)
_KESATUAN = re.compile(r"KESATUAN REPUBLIK|UNDANG|LEMBARAN NEGARA|KEPOLISIAN")
_INSTITUTION = re.compile(
    r"\bUNIVERSITAS\b|\bUNIVERSITY\b|\bPOLITEKNIK\b|\bINSTITUT (?:TEKNOLOGI|AGAMA|SENI|ILMU|KEGURUAN)\b|\bSEKOLAH TINGGI\b|"
    r"\bFAKULTAS\b|\bYAYASAN\b|\bFOUNDATION\b|\bINSTITUTE OF\b|\bCORPORATION\b|\bSCHOOL OF\b|\bLEMBAGA BANTUAN HUKUM\b"
)
_VILLAGE = re.compile(
    r"^\W*(?:(?:RANCANGAN )?PERATURAN DESA|(?:PERATURAN|KEPUTUSAN) KEPALA DESA|PEMERINTAHAN? DESA|KEPALA DESA|KANTOR (?:KEPALA )?DESA|"
    r"BADAN PERMUSYAWARATAN DESA)\b"
)
_CITED = re.compile(
    r"(?:(?<!RANCANGAN )PERATURAN|KEPUTUSAN|INSTRUKSI|EDARAN|SURAT|(?<!RA)(?<!RAN)PERDA|PERBUP|PERWALI|PERGUB|LEMBARAN|BERITA|UNDANG|PEMBENTUKAN)[^:]*$|\bSE ?-? ?$"
)
_ADDRESS = re.compile(
    r"\bJ(?:ALAN|LN?|IN)\b|\bTELP|\bTELEPON|\bKODE POS|\bFAX|\bFAKS|\bALAMAT|\bWWW|HTTP|@|\bRT\b|\bRW\b"
)
_OPD = re.compile(
    r"\b(?:DINAS|BADAN|KANTOR|INSPEKTORAT|SEKRETARIAT|BAGIAN|BIRO|RSUD|RUMAH SAKIT|SATUAN|KECAMATAN|KEPALA|PEMERINTAH|"
    r"DISK[A-Z]+|BAPPE[A-Z]+|OPD|SKPD)\b"
)
_ZONE_WEIGHTS = {
    Zone.HEADING: 1.5,
    Zone.LETTERHEAD: 6.0,
    Zone.GAZETTE: 6.0,
    Zone.COVER: 4.0,
    Zone.CLOSING: 4.0,
    Zone.MARGIN: 1.5,
    Zone.BODY: 0.12,
    Zone.ANNEX: 0.12,
    Zone.PREAMBLE: 0.0,
}
"""How much a mention says about the issuer, by zone. Titles name places a regulation is about, so they weigh little."""
_KIND_WEIGHT = 14.0
_OTHER_PARTY_WEIGHT = 3.0
_FRONT_WEIGHT = 2.0
_TOP = 10
"""Among the first lines a region alone on its line is the issuer of a table or cover, not a place told of."""
_BODY_CAP = 2.0
_LONGEST_LINE = 600
"""Characters of a line that are searched: an issuer is named at a line's front."""
_ENOUGH = 600
"""Lines of body read for regions at either end: in a long report the middle says nothing new of its issuer."""


def _clues(zones: Zones) -> Iterator[Clue]:
    yield from _kind_clues(zones)
    kind = {line.index for line in zones.heading.kind} if zones.heading else set()
    front = {line.index for line in zones.opening[:25]}
    back = {line.index for line in zones.ending[-20:]}
    yield from _zone_clues(zones, kind, front, back)


def _kind_clues(zones: Zones) -> Iterator[Clue]:
    """The kind lines of the heading: 'PERATURAN BUPATI X'; in agreements the first party counts."""
    if zones.heading is None:
        return
    first = True
    regional = any(mentions(line.normal.text, below) for line, below in _with_next(zones.heading.kind))
    for line, following in _with_next(zones.heading.kind):
        plain = line.normal.text
        if _VILLAGE.match(plain):
            yield Clue("desa", _KIND_WEIGHT, line.quote())
            first = False
        elif not regional and _NATIONAL_KIND.match(f"{plain} {following}") and not _is_own_office(zones, plain):
            yield Clue("pusat", _KIND_WEIGHT, line.quote())
            first = False
        for mention in mentions(plain, following):
            weight = _KIND_WEIGHT if first else _OTHER_PARTY_WEIGHT
            yield Clue(mention.region, weight, line.quote_normal(mention.start, mention.end), mention.certainty)
            first = False


def _is_own_office(zones: Zones, kind: str) -> bool:
    """Whether a 'KEPUTUSAN KEPALA BADAN ...' stands under the letterhead of a region, whose offices are called so too."""
    if not _AGENCY_KIND.match(kind):
        return False
    return any(mention.official for line in zones.of(Zone.LETTERHEAD) for mention in mentions(line.normal.text))


def _zone_clues(zones: Zones, kind: set[int], front: set[int], back: set[int]) -> Iterator[Clue]:
    body: dict[Region | str, float] = defaultdict(float)
    seen: set[tuple[object, Zone]] = set()
    for line, following in _with_next(zones.lines):
        far = _ENOUGH < line.index < len(zones.lines) - _ENOUGH and line.zone in (Zone.BODY, Zone.ANNEX)
        if far or line.index in kind or (line.zone is Zone.PREAMBLE and not _is_office_line(line)):
            continue
        for clue in _line_clues(line, following, near=line.index in front or line.index in back):
            if line.zone in (Zone.BODY, Zone.ANNEX) and clue.weight < 1:
                if body[clue.who] >= _BODY_CAP:
                    continue
                body[clue.who] += clue.weight
            elif (clue.who, line.zone) in seen:
                yield Clue(clue.who, clue.weight / 10, clue.quote, clue.certainty)
                continue
            seen.add((clue.who, line.zone))
            yield clue


def _line_clues(line: ZoneLine, following: str, *, near: bool) -> Iterator[Clue]:
    plain = line.normal.text[:_LONGEST_LINE]
    weight = _ZONE_WEIGHTS[line.zone]
    if near and line.zone in (Zone.BODY, Zone.ANNEX):
        weight = _FRONT_WEIGHT
    if line.zone is Zone.PREAMBLE:
        weight = 6.0
    strong = weight >= 1
    if _ADDRESS.search(plain):
        weight *= 0.15
    for mention in mentions(plain, following, fuzzy=strong):
        if _CITED.search(plain[: mention.start]) and line.zone is not Zone.GAZETTE:
            continue
        alone = line.index < _TOP and mention.end - mention.start > 0.8 * len(plain)
        factor = 1.2 if mention.official else 0.9 if alone or _OPD.search(plain[: mention.start]) else 0.5
        yield Clue(mention.region, weight * factor, line.quote_normal(mention.start, mention.end), mention.certainty)
    if strong:
        yield from _other_issuers(line, following, weight)


def _other_issuers(line: ZoneLine, following: str, weight: float) -> Iterator[Clue]:
    """Issuers without a region, in the zones where issuers stand."""
    plain = line.normal.text[:_LONGEST_LINE]
    if line.zone is Zone.HEADING:
        return
    both = f"{plain} {following}"
    # 'Kantor Kementerian Agama / Kabupaten X' speaks for its kabupaten
    found = None if mentions(both) else _NATIONAL.search(both)
    cited = found is None or _CITED.search(plain[: found.start()]) or _KESATUAN.search(plain)
    if found is not None and found.start() < len(plain) and not cited:
        yield Clue("pusat", weight * 0.9, line.quote_normal(found.start(), min(found.end(), len(plain))))
    found = _INSTITUTION.search(plain)
    if found:
        yield Clue("lembaga", weight * 0.9, line.quote_normal(found.start(), found.end()))
    found = _VILLAGE.match(plain)
    if found and line.zone in (Zone.LETTERHEAD, Zone.COVER):
        yield Clue("desa", weight * 1.2, line.quote_normal(found.start(), found.end()))


def _is_office_line(line: ZoneLine) -> bool:
    """'BUPATI X,' below the heading, before Menimbang."""
    return line.normal.text.endswith((",", ";")) and any(
        begins_like(line.text, office)
        for office in (
            "BUPATI",
            "WALI KOTA",
            "GUBERNUR",
            "KEPALA",
            "MENTERI",
            "PRESIDEN",
            "DEWAN PERWAKILAN RAKYAT DAERAH",
        )
    )


def _with_next(lines: tuple[ZoneLine, ...]) -> Iterator[tuple[ZoneLine, str]]:
    """Each line with the line below it on the same page."""
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else None
        yield line, below.normal.text if below is not None and below.page_number == line.page_number else ""
