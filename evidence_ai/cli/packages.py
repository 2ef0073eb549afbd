"""The verb over a whole package: precheck."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evidence_ai.cli.options import (
    data_year_option,
    edition_option,
    engine_option,
    language_option,
    region_option,
    report_option,
    workers_option,
)
from evidence_ai.cli.terminal import pool_size, progress, tool_choice

if TYPE_CHECKING:
    from evidence_ai.domain.bilingual import Language


@click.command()
@click.argument("package", type=click.Path(path_type=Path))
@region_option
@data_year_option
@click.option(
    "--previous",
    "previous_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="Decisions of an earlier data year: what was accepted then is proposed again, far values are told.",
)
@report_option("json", "Also write the result there.")
@report_option("html", "Write a self-contained page for people.")
@report_option("xlsx", "Write a workbook.")
@report_option("docx", "Write a Laporan Hasil Pemeriksaan.")
@click.option("--strict", is_flag=True, help="Exit 1 where an error was found.")
@edition_option
@language_option
@engine_option
@workers_option
def precheck(
    package: Path,
    region_code: str,
    data_year: int,
    previous_file: Path | None,
    json_file: Path | None,
    html_file: Path | None,
    xlsx_file: Path | None,
    docx_file: Path | None,
    strict: bool,
    edition: str | None,
    language: Language,
    engine: str | None,
    workers: int | None,
) -> None:
    """Pre-check a whole package (ZIP or folder, with or without a manifest)."""
    from evidence_ai import wiring
    from evidence_ai.services.contract import precheck_object
    from evidence_ai.services.decisions_file import parse_decisions

    previous = parse_decisions(previous_file.read_bytes()) if previous_file is not None else None
    done = wiring.precheck(
        package,
        region_code=region_code,
        data_year=data_year,
        choice=tool_choice(engine, edition),
        size=pool_size(workers),
        progress=progress,
        previous=previous,
    )
    result = precheck_object(done, language=language)
    text = json.dumps(result, ensure_ascii=False, indent=1)
    if json_file is not None:
        json_file.write_text(text + "\n", encoding="utf-8")
    wiring.write_reports(done, package, language=language, html=html_file, xlsx=xlsx_file, docx=docx_file)
    click.echo(text)
    if strict and done.has_errors:
        sys.exit(1)
