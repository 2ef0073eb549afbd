"""The verbs over single files: read, understand, classify, check."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from evidence_ai.cli.options import data_year_option, edition_option, file_options, lane_option, region_option
from evidence_ai.cli.terminal import edition_named, examined, print_objects

if TYPE_CHECKING:
    from evidence_ai.domain.bilingual import Language
    from evidence_ai.domain.dossier import Dossier


@click.command()
@file_options
def read(files: tuple[Path, ...], jsonl: bool, language: Language, engine: str | None, workers: int | None) -> None:
    """Read files: every page's text, its source and its grade."""
    from evidence_ai.services.contract import read_object

    dossiers = examined(files, "READ", engine=engine, workers=workers, edition=None)
    print_objects((read_object(dossier, language=language) for dossier in dossiers), len(files), jsonl=jsonl)


@click.command()
@file_options
@lane_option
def understand(
    files: tuple[Path, ...], jsonl: bool, language: Language, engine: str | None, workers: int | None, lane: str
) -> None:
    """Understand files: type, region, number, dates, figures and budget lines, each with its quote."""
    from evidence_ai.services.contract import understand_object

    dossiers = examined(files, "UNDERSTAND", engine=engine, workers=workers, edition=None, lane=lane)
    objects = (_of_lane(understand_object(dossier, language=language), dossier, lane) for dossier in dossiers)
    print_objects(objects, len(files), jsonl=jsonl)


@click.command()
@file_options
@lane_option
@edition_option
def classify(
    files: tuple[Path, ...],
    lane: str,
    edition: str | None,
    jsonl: bool,
    language: Language,
    engine: str | None,
    workers: int | None,
) -> None:
    """Propose indicators for files, with reasons; say so where none fits."""
    from evidence_ai.services.contract import classify_object

    dossiers = examined(files, "CLASSIFY", engine=engine, workers=workers, edition=edition, lane=lane)
    objects = (_of_lane(classify_object(dossier, language=language), dossier, lane) for dossier in dossiers)
    print_objects(objects, len(files), jsonl=jsonl)


@click.command()
@file_options
@region_option
@data_year_option
@click.option("--claim", "indicator", default=None, help="The indicator the files were uploaded for.")
@click.option("--strict", is_flag=True, help="Exit 1 where an error was found.")
@lane_option
@edition_option
def check(
    files: tuple[Path, ...],
    lane: str,
    region_code: str,
    data_year: int,
    indicator: str | None,
    strict: bool,
    edition: str | None,
    jsonl: bool,
    language: Language,
    engine: str | None,
    workers: int | None,
) -> None:
    """Check each file by itself: region, year, kind, enactment, legibility, sums."""
    from evidence_ai.services.checking_files import asked_indicator, check_dossier
    from evidence_ai.services.contract import check_object

    loaded = edition_named(edition)
    asked = {"region_code": region_code, "data_year": data_year, "indicator": asked_indicator(indicator, loaded)}
    dossiers = examined(files, "CLASSIFY", engine=engine, workers=workers, edition=edition, lane=lane)
    checked = (check_dossier(dossier, loaded, **asked) for dossier in dossiers)  # type: ignore[arg-type]
    objects = _Watched(_of_lane(check_object(dossier, language=language), dossier, lane) for dossier in checked)
    print_objects(objects, len(files), jsonl=jsonl)
    if strict and objects.saw_error:
        sys.exit(1)


def _of_lane(one: dict[str, Any], dossier: Dossier, lane: str) -> dict[str, Any]:
    from evidence_ai.services.contract import so_far

    return so_far(one, dossier) if lane == "quick" else one


class _Watched:
    """An iterator of `check` objects that remembers whether one carried an error."""

    def __init__(self, objects: Iterable[dict[str, Any]]) -> None:
        self._objects = objects
        self.saw_error = False

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for one in self._objects:
            self.saw_error |= any(found["severity"] == "error" for found in one["mismatches"])
            yield one
