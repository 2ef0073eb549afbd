"""Linting: everything that would make an edition mean something else than its author thinks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from evidence_ai.domain.edition import Direction, Edition, Formula, Indicator, Measure, Right
from evidence_ai.domain.mismatch import Severity
from evidence_ai.domain.vocabulary import DOCUMENT_TYPES
from evidence_ai.editions.files import EditionFiles, folder, read_files
from evidence_ai.editions.finding import LintFinding, error, warning
from evidence_ai.editions.intervals import band_findings
from evidence_ai.editions.parsing import parse
from evidence_ai.editions.shape import shape_findings
from evidence_ai.errors import ConfigurationError

GAP_POLICIES = ("refuse", "lower_points")
# Each part of the arithmetic says how well it is known, so that a receipt can repeat it.
RULE_PARTS = ("rights", "indicators", "formula", "cap", "bonus", "predikat", "measures", "not_applicable")
_NEEDS_TARGET = frozenset({Measure.JUMLAH, Measure.RASIO})


def lint(name: str, *, extra: Path | None = None) -> tuple[LintFinding, ...]:
    """Everything to say about the edition of this name, errors first.

    Raises:
        NotFoundError: no edition has this name.
    """
    return lint_folder(folder(name, extra))


def lint_folder(root: Traversable) -> tuple[LintFinding, ...]:
    """Everything to say about the edition in this folder, errors first."""
    try:
        files = read_files(root)
    except ConfigurationError as unreadable:
        english = f"A file of {root.name} is missing or is not TOML ({unreadable.what})"
        return (error("file_unreadable", root.name, unreadable.what, english),)
    return lint_files(files, root.name)


def lint_files(files: EditionFiles, folder_name: str) -> tuple[LintFinding, ...]:
    """The same for files already read. Meaning is looked at only where the shape is right."""
    findings = shape_findings(files)
    if not findings:
        findings = tuple(_meaning(parse(files), files, folder_name))
    order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    return tuple(sorted(findings, key=lambda one: (order.index(one.severity), one.place, one.code)))


def _meaning(edition: Edition, files: EditionFiles, folder_name: str) -> Iterator[LintFinding]:
    if edition.name != folder_name:
        yield error(
            "name_differs",
            "edition.toml",
            f"Nama {edition.name} berbeda dengan nama foldernya {folder_name}.",
            f"The name {edition.name} differs from its folder's, {folder_name}.",
        )
    yield from _rules(edition)
    yield from _counts(edition, files)
    yield from _doubles(edition)
    for right, file in zip(edition.rights, files.rights, strict=True):
        for indicator in right.indicators:
            yield from _indicator(indicator, f"{file.place} {indicator.id}", edition.rules.gap_policy)


def _rules(edition: Edition) -> Iterator[LintFinding]:
    rules, place = edition.rules, "edition.toml rules"
    total = sum(points for _, points in rules.weights)
    if rules.formula is Formula.RIGHTS_MEAN and total != 100:
        yield error(
            "weights_sum",
            place,
            f"Jumlah bobot {total}, seharusnya 100.",
            f"The weights add up to {total}, not to 100.",
        )
    if any(points < 0 for _, points in rules.weights):
        yield error("weights_negative", place, "Ada bobot di bawah nol.", "A weight is below zero.")
    if rules.gap_policy not in GAP_POLICIES:
        known = ", ".join(GAP_POLICIES)
        yield error(
            "gap_policy_unknown",
            place,
            f"gap_policy {rules.gap_policy} tidak dikenal ({known}).",
            f"The gap_policy {rules.gap_policy} is unknown ({known}).",
        )
    edges = [one.at_least for one in rules.predikat]
    if len(set(edges)) != len(edges) or any(not 0 <= edge <= rules.cap for edge in edges):
        yield error(
            "predikat_edges",
            place,
            f"Batas predikat berulang atau di luar 0-{rules.cap}.",
            f"Predikat edges repeat or lie outside 0 to {rules.cap}.",
        )
    stated = {part for part, _, _ in rules.statuses}
    wanted = (*RULE_PARTS, *(["weights"] if rules.formula is Formula.RIGHTS_MEAN else []))
    for part in wanted:
        if part not in stated:
            yield error(
                "rule_status_missing",
                place,
                f"Bagian {part} tidak menyebut status dan sumbernya.",
                f"The part {part} does not state its status and source.",
            )


def _counts(edition: Edition, files: EditionFiles) -> Iterator[LintFinding]:
    found, declared, missing = len(edition.indicators), edition.declared_indicators, edition.missing_indicators
    if found + missing != declared:
        yield error(
            "count_differs",
            "edition.toml",
            f"Dinyatakan {declared} indikator, tetapi ada {found} dan {missing} dinyatakan belum terlihat.",
            f"{declared} indicators are declared, but there are {found}, and {missing} declared missing.",
        )
    if missing:
        yield warning(
            "indicators_missing",
            "edition.toml",
            f"{missing} dari {declared} indikator belum terlihat teksnya.",
            f"The text of {missing} of {declared} indicators has not been seen.",
        )
    if len(edition.unplaced) > missing:
        yield error(
            "unplaced_count",
            "edition.toml",
            "unplaced melebihi missing_indicators.",
            "unplaced exceeds missing_indicators.",
        )
    per_kind = files.edition.content.get("indicators_per_kind", {})
    for right, file in zip(edition.rights, files.rights, strict=True):
        yield from _count_per_kind(right, per_kind, file.place)


def _count_per_kind(right: Right, declared: dict[str, int], place: str) -> Iterator[LintFinding]:
    found = Counter(one.kind.value for one in right.indicators)
    for kind, count in declared.items():
        if found[kind] != count:
            yield error(
                "count_differs",
                place,
                f"Dinyatakan {count} indikator {kind}, tetapi ada {found[kind]}.",
                f"{count} {kind} indicators are declared, but there are {found[kind]}.",
            )


def _doubles(edition: Edition) -> Iterator[LintFinding]:
    for what, ids in (
        ("hak/right", [right.id for right in edition.rights]),
        ("indikator/indicator", [one.id for one in edition.indicators]),
    ):
        for identifier, count in Counter(ids).items():
            if count > 1:
                yield error(
                    "id_doubled",
                    identifier,
                    f"{what}: {identifier} dipakai {count} kali.",
                    f"{what}: {identifier} is used {count} times.",
                )


def _indicator(indicator: Indicator, place: str, gap_policy: str) -> Iterator[LintFinding]:
    yield from _types(indicator, place)
    if not indicator.source:
        yield error("source_missing", place, "Sumber tidak disebut.", "No source is stated.")
    if not indicator.owner:
        yield warning("owner_missing", place, "OPD pemilik data tidak disebut.", "No owning OPD is stated.")
    if (
        indicator.measure is not Measure.ADA
        and indicator.direction is not Direction.CATEGORY
        and indicator.unit is None
    ):
        yield error("unit_missing", place, "Satuan tidak disebut.", "No unit is stated.")
    if indicator.measure is Measure.RASIO and indicator.unit not in (None, "%"):
        yield error(
            "ratio_unit",
            place,
            f"rasio dihitung 100 x pembilang / penyebut, jadi satuannya %, bukan {indicator.unit}; laju memakai pita.",
            f"rasio is computed as 100 x numerator / denominator, so its unit is %, not {indicator.unit}; rates use pita.",
        )
    yield from _target(indicator, place)
    yield from _bands(indicator, place, gap_policy)


def _types(indicator: Indicator, place: str) -> Iterator[LintFinding]:
    for kind in (*indicator.evidence_types, *indicator.weak_types):
        if kind not in DOCUMENT_TYPES:
            yield error(
                "document_type_unknown",
                place,
                f"Jenis dokumen {kind} tidak dikenal.",
                f"The document type {kind} is unknown.",
            )
    if not indicator.evidence_types:
        yield error(
            "document_type_missing", place, "Tidak ada jenis dokumen yang diterima.", "No accepted document type."
        )
    for kind in set(indicator.evidence_types) & set(indicator.weak_types):
        yield error(
            "document_type_doubled",
            place,
            f"Jenis {kind} diterima sekaligus lemah.",
            f"Type {kind} is both accepted and weak.",
        )


def _target(indicator: Indicator, place: str) -> Iterator[LintFinding]:
    if indicator.measure not in _NEEDS_TARGET:
        if indicator.target is not None:
            yield error(
                "target_unused",
                place,
                f"Target tidak dipakai pada {indicator.measure}.",
                f"{indicator.measure} uses no target.",
            )
        return
    if indicator.target is None:
        yield error("target_missing", place, "Target tidak disebut.", "No target is stated.")
    elif indicator.target <= 0:
        yield error("target_not_positive", place, "Target harus di atas nol.", "The target must be above zero.")
    if indicator.direction not in (Direction.HIGHER, Direction.LOWER):
        yield error(
            "direction_missing", place, "Arah harus higher atau lower.", "The direction must be higher or lower."
        )


def _bands(indicator: Indicator, place: str, gap_policy: str) -> Iterator[LintFinding]:
    if indicator.measure is not Measure.PITA:
        if indicator.bands or indicator.direction is Direction.CATEGORY:
            yield error(
                "bands_unused", place, "Pita hanya untuk measure pita.", "Bands belong to the measure pita only."
            )
        return
    if indicator.direction is None:
        yield error("direction_missing", place, "Arah tidak disebut.", "No direction is stated.")
    if not indicator.bands_complete:
        yield warning(
            "bands_missing",
            place,
            "Pita nilai tidak terlihat seluruhnya; penilai mengisi poinnya.",
            "Not all bands were seen; a reviewer enters the points.",
        )
    elif not indicator.bands:
        yield error("bands_missing", place, "Tidak ada pita nilai.", "There are no bands.")
    if indicator.bands and not indicator.bands_source:
        yield error("bands_source_missing", place, "Sumber pita tidak disebut.", "The bands state no source.")
    yield from band_findings(indicator, place, gap_policy)
