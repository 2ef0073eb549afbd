"""From TOML tables to an Edition. Assumes that linting found no error in their shape."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.edition import (
    Band,
    Bound,
    Direction,
    Edition,
    Formula,
    Indicator,
    IndicatorKind,
    Measure,
    Predikat,
    Right,
    Rules,
    Status,
)
from evidence_ai.editions.files import EditionFiles

Table = Mapping[str, Any]


def parse(files: EditionFiles) -> Edition:
    """The Edition these files describe, rights in the order of their file names."""
    top = files.edition.content
    return Edition(
        name=top["name"],
        title=top["title"],
        status=top["status"],
        notice=Bilingual(id=top["notice"]["id"], en=top["notice"]["en"]),
        source=top["source"],
        sha256=files.sha256,
        declared_indicators=top["declared_indicators"],
        missing_indicators=top["missing_indicators"],
        rules=_rules(top["rules"]),
        rights=tuple(_right(file.content) for file in files.rights),
        unplaced=tuple(entry["title"] for entry in top.get("unplaced", ())),
    )


def band(table: Table) -> Band:
    """One band: `at_least`/`above` below, `at_most`/`below` above, or `category`, or `rest = true`."""
    return Band(
        points=Decimal(table["points"]),
        lower=_bound(table, inclusive="at_least", exclusive="above"),
        upper=_bound(table, inclusive="at_most", exclusive="below"),
        category=table.get("category"),
        printed=table.get("printed", ""),
    )


def _rules(table: Table) -> Rules:
    predikat = [
        Predikat(one["name"], Decimal(one["at_least"]), one.get("inclusive", True)) for one in table["predikat"]
    ]
    return Rules(
        formula=Formula(table["formula"]),
        weights=tuple((IndicatorKind(kind), Decimal(points)) for kind, points in table.get("weights", {}).items()),
        cap=Decimal(table["cap"]),
        bonus_allowed=table["bonus_allowed"],
        gap_policy=table["gap_policy"],
        predikat=tuple(sorted(predikat, key=lambda one: one.at_least, reverse=True)),
        predikat_below=table["predikat_below"],
        statuses=tuple((one["part"], Status(one["status"]), one["source"]) for one in table["status"]),
    )


def _right(table: Table) -> Right:
    return Right(
        id=table["id"],
        number=table["number"],
        title=table["title"],
        group=table["group"],
        indicators=tuple(_indicator(one, table) for one in table.get("indicator", ())),
    )


def _indicator(table: Table, right: Table) -> Indicator:
    direction = table.get("direction")
    target = table.get("target")
    return Indicator(
        id=table["id"],
        right=right["id"],
        kind=IndicatorKind(table["kind"]),
        title=table["title"],
        measure=Measure(table["measure"]),
        unit=table.get("unit"),
        evidence_types=tuple(table.get("evidence_types", ())),
        weak_types=tuple(table.get("weak_types", ())),
        owner=tuple(table.get("owner", ())),
        cues=tuple(table.get("cues", ())),
        legal_basis=table.get("legal_basis", ""),
        direction=Direction(direction) if direction is not None else None,
        target=Decimal(target) if target is not None else None,
        bands=tuple(band(one) for one in table.get("bands", ())),
        bands_source=table.get("bands_source", ""),
        scope=table.get("scope", ""),
        status=Status(table["status"]),
        source=table.get("source", right.get("source", "")),
        bands_complete=table.get("bands_complete", True),
    )


def _bound(table: Table, *, inclusive: str, exclusive: str) -> Bound | None:
    if inclusive in table:
        return Bound(Decimal(table[inclusive]), inclusive=True)
    if exclusive in table:
        return Bound(Decimal(table[exclusive]), inclusive=False)
    return None
