"""The office (OPD) that issued a document."""

from __future__ import annotations

import re

from evidence_ai.domain.quote import Fact
from evidence_ai.understanding.zones import Zone, ZoneLine, Zones

_OFFICE = re.compile(
    r"\b(?:(?:DINAS|BADAN|BIRO|BAGIAN|KANTOR|KECAMATAN|KELURAHAN|RUMAH SAKIT UMUM DAERAH|RSUD|SATUAN POLISI|UPTD?|PUSKESMAS) [A-Z]|"
    r"INSPEKTORAT\b|SEKRETARIAT (?:DAERAH|DPRD|DEWAN)|BAPP?E[A-Z]{2,}\b|DISDUKCAPIL\b|DISKOMINFO\b|BPKAD\b|BKPSDM\b|BPBD\b|KESBANGPOL\b|"
    r"SEKRETARIS (?:DAERAH|DPRD|DEWAN))[A-Z ,&/-]*"
)
_NAME_END = re.compile(
    r" ?\b(?:KABUPATEN|KAB\b|KOTA|KOTAMADYA|PROVINSI|PROPINSI|PROV\b|TAHUN|SE[- ]|NOMOR|TENTANG|SELAKU|LEMBAR|YANG|ADALAH|PER\b|TA\b).*$|[ ,;&/-]+$"
)
_NOT_OFFICE = re.compile(r"BADAN LAYANAN UMUM|BAGIAN LANCAR|BADAN USAHA")
_ZONES = ((Zone.LETTERHEAD, 0.9), (Zone.COVER, 0.8), (Zone.HEADING, 0.75), (Zone.CLOSING, 0.7), (Zone.MARGIN, 0.7))


def issuing_office(zones: Zones) -> Fact[str] | None:
    """The office in the letterhead; else on the cover, in the kind lines, under the signature, in the opening."""
    kind = {line.index for line in zones.heading.kind} if zones.heading else set()
    for zone, confidence in _ZONES:
        for line in zones.of(zone):
            if zone is Zone.HEADING and line.index not in kind:
                continue
            found = _named(line, confidence)
            if found is not None:
                return found
    if zones.heading is not None:
        return None
    return next((found for line in zones.opening[:25] if (found := _named(line, 0.5)) is not None), None)


def _named(line: ZoneLine, confidence: float) -> Fact[str] | None:
    plain = line.normal.text
    found = _OFFICE.search(plain)
    if found is None or len(plain) > 130 or _NOT_OFFICE.search(plain) or not _is_name(line, found):
        return None
    name = _NAME_END.sub("", found[0])
    name = _NAME_END.sub("", name).replace("SEKRETARIS", "SEKRETARIAT").strip()
    if len(name) < 4 or name in {"DINAS", "BADAN", "KANTOR", "BIRO", "BAGIAN", "SEKRETARIAT"}:
        return None
    return Fact(name, confidence, line.quote_normal(found.start(), found.start() + len(name)))


def _is_name(line: ZoneLine, found: re.Match[str]) -> bool:
    """Whether the words are printed as a name: 'bagian dari proses' is none."""
    start, end = line.normal.raw_span(found.start(), found.end())
    words = re.findall(r"[^\W\d_]{4,}", line.text[start:end])
    large = [word for word in words if word[0].isupper()]
    return len(large) >= 0.8 * len(words)
