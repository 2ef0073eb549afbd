"""Which other legal product this one amends or revokes, and what it is about underneath."""

from __future__ import annotations

import re

from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import Relation, RelationKind
from evidence_ai.understanding.normal import squeezed
from evidence_ai.understanding.zones import Zone, Zones

_ORDINAL = (
    r"(?:KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|KE ?EMPAT|KELIMA|KE ?LIMA|KEENAM|KE ?ENAM|KETUJUH|KEDELAPAN|KESEMBILAN|"
    r"KESEPULUH|KESEBELAS|KE-?\d+)"
)
_KIND = (
    r"(?:LAMPIRAN\s+(?:[IVXL]+\s+)?)?(?:PERATURAN|KEPUTUSAN|QANUN|INSTRUKSI|SURAT\s+EDARAN|UNDANG-?\s?UNDANG|PERDA|PERBUP|"
    r"PERWALI|PERGUB|PERDASUS|PERDASI)\b"
)
_VERB = rf"(?P<verb>PERUBAHAN(?:\s+{_ORDINAL})?|PENCABUTAN(?:\s+DAN\s+PERNYATAAN\s+TIDAK\s+BERLAKU)?)"
_TARGET = (
    rf"(?P<target>{_KIND}.{{0,140}}?\b(?:NOMOR|NO)\b\s*[.:]?\s*[^\s].{{0,60}}?\bTAHUN\s+\d{{4}}|"
    rf"{_KIND}.{{0,140}}?\b(?:NOMOR|NO)\b\s*[.:]?\s*\S+(?:/\S+)*)"
)
_WRAPPING = re.compile(
    rf"^\W*{_VERB}\s+(?:(?:ATAS|TERHADAP|DARI)\s+)?{_TARGET}\s*,?\s*(?:TENTANG\s+)?", re.IGNORECASE | re.DOTALL
)
_REVOKED = re.compile(
    rf"(?P<target>{_KIND}(?:(?!\bDICABUT\b|\bMULAI BERLAKU\b)[\s\S]){{0,140}}?\bNOMOR\b\s*\S+(?:\s+TAHUN\s+\d{{4}})?)"
    r"(?:(?!\bMULAI BERLAKU\b|\bPASAL \d)[\s\S]){0,600}?\bDICABUT\s+DAN\s+DINYATAKAN\s+TIDAK\s+BERLAKU",
)


def find(zones: Zones) -> tuple[Relation, ...]:
    """The relations a document states: by its title, and by its closing articles ('dicabut dan dinyatakan tidak ...').

    **Source**: UU 12/2011 Lampiran II, angka 237 (perubahan) and 221-222 (pencabutan); Permendagri 80/2015.
    """
    found = [*_from_title(zones), *_from_articles(zones)]
    unique = {(relation.kind, relation.target.upper()): relation for relation in reversed(found)}
    return tuple(sorted(unique.values(), key=found.index))


def subject(title: str) -> str:
    """What a title is about, without 'Perubahan atas ... tentang' or 'Pencabutan ... tentang' wrapping.

    >>> subject("Perubahan Kedua atas Peraturan Bupati Sleman Nomor 12 Tahun 2019 tentang Perlindungan Anak")
    'Perlindungan Anak'
    >>> subject("Perubahan Anggaran Pendapatan dan Belanja Daerah")
    'Perubahan Anggaran Pendapatan dan Belanja Daerah'
    """
    rest = squeezed(title)
    while (wrapping := _WRAPPING.match(rest)) and rest[wrapping.end() :].strip():
        rest = rest[wrapping.end() :].strip()
    return rest


def _from_title(zones: Zones) -> list[Relation]:
    lines = zones.heading.title if zones.heading else ()
    rest = " ".join(squeezed(line.text) for line in lines)
    relations: list[Relation] = []
    while wrapping := _WRAPPING.match(rest):
        amends = wrapping["verb"].upper().startswith("PERUBAHAN")
        kind = RelationKind.AMENDS if amends else RelationKind.REVOKES
        relations.append(Relation(kind, squeezed(wrapping["target"]), _title_quote(zones)))
        rest = rest[wrapping.end() :].strip()
    return relations


def _title_quote(zones: Zones) -> Quote | None:
    return zones.heading.title[0].quote() if zones.heading and zones.heading.title else None


def _from_articles(zones: Zones) -> list[Relation]:
    """Revocations in the last articles; citations before and the elucidation after do not count."""
    if zones.heading is None:
        return []
    lines = zones.of(Zone.BODY)
    text = "\n".join(line.normal.text for line in lines)
    relations: list[Relation] = []
    for match in _REVOKED.finditer(text):
        at = text.count("\n", 0, match.start("target"))
        relations.append(Relation(RelationKind.REVOKES, squeezed(match["target"]), lines[at].quote()))
    return relations
