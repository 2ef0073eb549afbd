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
_OWN_HEADING = re.compile(
    r"^(?:PERATURAN|KEPUTUSAN|QANUN|INSTRUKSI|SURAT EDARAN)\s(?:(?!\bTENTANG\b|\bNOMOR\b).){0,90}\bNOMOR\b.{1,40}?\bTAHUN\s+\d{4}\s+"
    r"TENTANG\s+(?=\S)",
    re.IGNORECASE,
)
"""A title typed with its whole heading: 'Peraturan Bupati X Nomor 30 Tahun 2021 tentang Arsip'."""
_REVOKING = re.compile(r"\bDICABUT\b(?:[\s,]+DAN[\s,]+DINYATAKAN)?|\bDINYATAKAN\s+TIDAK\s+BERLAKU")
_BEFORE = re.compile(r"MULAI\s+BERLAKU|INI\s+DITETAPKAN|DITETAPKANNYA|TIDAK\s+BERLAKU|DIUNDANGKANNYA")
_CITED = re.compile(
    rf"(?<!DENGAN\s){_KIND}(?:(?!\b(?:PERATURAN|KEPUTUSAN|QANUN|INI|PASAL|BAB)\b|;)[\s\S]){{0,120}}?"
    r"\bNOMOR\b[\s:]*[^\s,;]+(?:\s+TAHUN\s+\d{4})?"
)
_WINDOW = 1500
"""Characters before 'dicabut' in which the revoked titles stand; lists of ten are seen."""


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
    >>> subject("Peraturan Bupati Sleman Nomor 30 Tahun 2021 tentang Arsip Desa")
    'Arsip Desa'
    """
    rest = squeezed(title)
    if own := _OWN_HEADING.match(rest):
        rest = rest[own.end() :]
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
    """Revocations in the articles: 'Pada saat ... mulai berlaku, Peraturan ... dicabut dan dinyatakan tidak berlaku'."""
    if zones.heading is None:
        return []
    lines = zones.of(Zone.BODY)
    text = "\n".join(line.normal.text for line in lines)
    relations: list[Relation] = []
    for verb in _REVOKING.finditer(text):
        start = max(0, verb.start() - _WINDOW)
        opening = list(_BEFORE.finditer(text, start, verb.start()))
        if not opening:
            continue
        for cited in _CITED.finditer(text, opening[-1].end(), verb.start()):
            at = text.count("\n", 0, cited.start())
            relations.append(Relation(RelationKind.REVOKES, squeezed(cited[0]), lines[at].quote()))
    return relations
