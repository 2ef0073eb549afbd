"""Which legal products of a region amend, revoke or implement which, and whether one is in force on a day.

Only what enacted documents say of others counts: the graph knows no more than the documents it was made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evidence_ai.checking.places import is_same_place
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import RelationKind, Understanding
from evidence_ai.domain.vocabulary import LegalStatus


class Kinship(StrEnum):
    """How one legal product relates to another."""

    AMENDS = "amends"
    REVOKES = "revokes"
    REVOKES_PARTLY = "revokes_partly"
    IMPLEMENTS = "implements"


class Force(StrEnum):
    """What is known of a legal product on a day."""

    IN_FORCE = "in_force"
    AMENDED = "amended"
    REVOKED = "revoked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Regulation:
    """One legal product of one region; `number` without leading zeros, in lower case. Make it with `regulation`."""

    region_code: str
    kind: str
    number: str
    year: int


@dataclass(frozen=True, slots=True)
class Edge:
    """`source` amends, revokes or implements `target`. `since`: the day it was promulgated or enacted, None unknown."""

    kind: Kinship
    source: Regulation
    target: Regulation
    since: date | None
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Enacted:
    """A legal product that was itself seen, enacted. `since` as in Edge."""

    regulation: Regulation
    since: date | None


@dataclass(frozen=True, slots=True)
class Lineage:
    """The graph: what was seen, and what it says of others."""

    seen: tuple[Enacted, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a legal product on a day, and the edges that say so (none: nothing speaks against it)."""

    force: Force
    because: tuple[Edge, ...] = ()


_KINDS = {
    "perda": re.compile(r"^(?:peraturan\s+daerah|perda|qanun)\b", re.IGNORECASE),
    "perkada": re.compile(r"^(?:peraturan\s+(?:bupati|wali\s?kota|gubernur)|per(?:bup|wali|gub)\b)", re.IGNORECASE),
    "keputusan_kepala_daerah": re.compile(r"^keputusan\s+(?:bupati|wali\s?kota|gubernur)\b", re.IGNORECASE),
}
_NUMBER_YEAR = re.compile(r"\bno(?:mor)?\b[\s.:]*(?P<number>\S+)\s+tahun\s+(?P<year>\d{4})", re.IGNORECASE)
_PARTLY = re.compile(r"\b(?:pasal|ayat|ketentuan|bab|lampiran)\b", re.IGNORECASE)
"""Revoking some articles leaves the rest in force."""
_OF_PROVINCE = re.compile(r"\bgubernur\b|^pergub\b|^(?:peraturan\s+daerah|perda|qanun)\s+pro[vp]insi\b", re.IGNORECASE)
_OF_REGENCY = re.compile(
    r"\b(?:bupati|wali\s?kota)\b|^per(?:bup|wali)\b|^(?:peraturan\s+daerah|perda|qanun)\s+(?:kabupaten|kota)\b",
    re.IGNORECASE,
)
_MENGINGAT = re.compile(r"^\s*mengingat\b(?P<cited>.*?)^\s*(?:dengan\s+persetujuan|m\s*e\s*m\s*u\s*t\s*u\s*s)",
                        re.IGNORECASE | re.DOTALL | re.MULTILINE)  # fmt: skip
_PERDA_CITED = re.compile(
    r"\b(?:peraturan\s+daerah|qanun)\b(?:(?!\bperaturan\b|\bundang|;)[\s\S]){0,120}?"
    r"\bno(?:mor)?\b[\s.:]*[^\s,;]+\s+tahun\s+\d{4}",
    re.IGNORECASE,
)
_FIRST_PAGES = 4
"""Mengingat stands on the first pages; an attached law quoted later has one of its own."""


def lineage(dossiers: Iterable[Dossier]) -> Lineage:
    """The graph of all enacted legal products among `dossiers`, of one region or of many, in their order.

    **Source**: UU 12/2011 Lampiran II, Ketentuan Penutup and Perubahan: a text is changed or revoked only by one of
    the same or a higher rank, by naming its kind, number and year.
    """
    seen, edges = [], []
    for dossier in dossiers:
        source = regulation(dossier.understanding)
        if source is None or not _is_enacted(dossier.understanding):
            continue
        since = _since(dossier.understanding)
        seen.append(Enacted(source, since))
        edges += [*_stated(dossier.understanding, source, since), *_implemented(dossier, source, since)]
    return Lineage(tuple(dict.fromkeys(seen)), tuple(dict.fromkeys(edges)))


def state_at(graph: Lineage, target: Regulation, day: date) -> Standing:
    """What the graph knows of `target` at the end of `day`.

    A revoked text stays revoked though its revoker is revoked later; what only amended a revoked text falls with it.
    UNKNOWN: it was never seen and nothing names it, it is younger than `day`, or a change of the same year is undated.
    """
    return _standing(graph, target, day, frozenset())


def regulation(said: Understanding) -> Regulation | None:
    """What a document is in the graph; None where kind, region, number or year is not known."""
    kind, code, number, year = said.document_type, said.region_code, said.number, said.year
    if kind is None or code is None or number is None or year is None or kind.value not in _KINDS:
        return None
    return Regulation(code.value, kind.value, _plain(number.value), year.value)


def named(words: str, region_code: str) -> Regulation | None:
    """The legal product a citation names, as one of `region_code`; None where it is no regional one or has no number.

    >>> named("Peraturan Daerah Kabupaten Sleman Nomor 03 Tahun 2015", "34.04")
    Regulation(region_code='34.04', kind='perda', number='3', year=2015)
    >>> named("Peraturan Daerah Provinsi Jawa Tengah Nomor 3 Tahun 2015", "33.04") is None
    True
    """
    plain = " ".join(words.split())
    kind = next((name for name, pattern in _KINDS.items() if pattern.match(plain)), None)
    found = _NUMBER_YEAR.search(plain)
    if kind is None or found is None:
        return None
    of_another_level = _OF_REGENCY if len(region_code) == 2 else _OF_PROVINCE
    if of_another_level.search(plain[: found.start()]):
        return None
    return Regulation(region_code, kind, _plain(found["number"]), int(found["year"]))


def _plain(number: str) -> str:
    return number.strip(" .,:;").lstrip("0").casefold()


def _is_enacted(said: Understanding) -> bool:
    return said.status is not None and said.status.value == LegalStatus.ENACTED


def _since(said: Understanding) -> date | None:
    """It binds from promulgation; where that day is not known, enactment is the nearest day."""
    day = said.promulgated_on or said.enacted_on
    return day.value if day is not None else None


def _stated(said: Understanding, source: Regulation, since: date | None) -> Iterator[Edge]:
    for relation in said.relations:
        target = named(relation.target, source.region_code)
        if target is None or target == source or target.year > source.year:
            continue
        kind = Kinship.AMENDS
        if relation.kind is RelationKind.REVOKES:
            partly = relation.quote is not None and _PARTLY.search(relation.quote.text) is not None
            kind = Kinship.REVOKES_PARTLY if partly else Kinship.REVOKES
        yield Edge(kind, source, target, since, relation.quote)


def _implemented(dossier: Dossier, source: Regulation, since: date | None) -> Iterator[Edge]:
    """A regional head's text implements the Perda of its own region that it leans on; nothing else follows from it."""
    if source.kind == "perda":
        return
    for page in dossier.text.pages[:_FIRST_PAGES]:
        recital = _MENGINGAT.search(page.text + "\nMEMUTUSKAN")  # a list may run on over the foot of its page
        if recital is None:
            continue
        for cited in _PERDA_CITED.finditer(recital["cited"]):
            target = named(cited[0], source.region_code)
            if target is not None:
                at = recital.start("cited")
                quote = page.quote(at + cited.start(), min(at + cited.end(), len(page.text)))
                yield Edge(Kinship.IMPLEMENTS, source, target, since, quote)


def _standing(graph: Lineage, target: Regulation, day: date, asked: frozenset[Regulation]) -> Standing:
    seen = next((one for one in graph.seen if _is(one.regulation, target)), None)
    on_it = [edge for edge in graph.edges if _is(edge.target, target) and edge.kind is not Kinship.IMPLEMENTS]
    if target.year > day.year or (seen is not None and seen.since is not None and seen.since > day):
        return Standing(Force.UNKNOWN)
    certain = tuple(edge for edge in on_it if _held(edge, day) is True)
    if revoked := tuple(edge for edge in certain if edge.kind is Kinship.REVOKES):
        return Standing(Force.REVOKED, revoked)
    if fallen := _fallen_with_it(graph, target, day, asked | {target}):
        return Standing(Force.REVOKED, fallen)
    if perhaps := tuple(edge for edge in on_it if _held(edge, day) is None):
        return Standing(Force.UNKNOWN, perhaps)
    if certain:
        return Standing(Force.AMENDED, certain)
    return Standing(Force.IN_FORCE if seen is not None else Force.UNKNOWN)


def _is(one: Regulation, other: Regulation) -> bool:
    same = (one.kind, one.number, one.year) == (other.kind, other.number, other.year)
    return same and is_same_place(one.region_code, other.region_code)


def _held(edge: Edge, day: date) -> bool | None:
    """Whether what the edge says held on `day`; None where only its year is known and it is that of `day`."""
    if edge.since is not None:
        return edge.since <= day
    return None if edge.source.year == day.year else edge.source.year < day.year


def _fallen_with_it(graph: Lineage, target: Regulation, day: date, asked: frozenset[Regulation]) -> tuple[Edge, ...]:
    """Why a text that amends another is gone: the amended text was revoked, its own amendment with it."""
    for edge in graph.edges:
        if edge.kind is Kinship.AMENDS and _is(edge.source, target) and edge.target not in asked:
            standing = _standing(graph, edge.target, day, asked)
            if standing.force is Force.REVOKED:
                return (edge, *standing.because)
    return ()
