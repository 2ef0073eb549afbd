"""What people may add to a verb, said once for all verbs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Verb = TypeVar("Verb", bound=Callable[..., Any])
_REGION = re.compile(r"\d\d(\.\d\d)?")


def _region_code(_context: click.Context, _option: click.Parameter, value: str) -> str:
    code = value.strip()
    if not _REGION.fullmatch(code):
        message = f"{value!r} bukan kode wilayah Kemendagri; tulis NN.NN (misalnya 33.03), atau NN untuk provinsi."
        raise click.BadParameter(message)
    from evidence_ai.domain.region import known_code

    if not known_code(code):
        click.echo(f"Kode wilayah {code} tidak ada di daftar wilayah; periksa kembali kode itu.", err=True)
    return code


def _writable(_context: click.Context, _option: click.Parameter, value: Path | None) -> Path | None:
    """Refuse a place that cannot be written before the work begins, not after it."""
    if value is not None and (value.is_dir() or not value.absolute().parent.is_dir()):
        raise click.BadParameter(f"{str(value)!r} tidak dapat ditulis; foldernya belum ada, atau ini sebuah folder.")
    return value


files_argument = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
jsonl_option = click.option("--jsonl", is_flag=True, help="One object per line, also for a single file.")
language_option = click.option("--lang", "language", type=click.Choice(["id", "en"]), default="id", show_default=True)
edition_option = click.option("--edition", default=None, help="Name of the edition; see `editions list`.")
region_option = click.option(
    "--region",
    "region_code",
    required=True,
    callback=_region_code,
    help="Kemendagri code: NN.NN, or NN for a province.",
)
data_year_option = click.option(
    "--data-year", type=click.IntRange(1990, 2100), required=True, help="The year assessed."
)


def report_option(name: str, words: str) -> Callable[[Verb], Verb]:
    """The option that writes a report of one format to a path that can be written."""
    path = click.Path(path_type=Path)
    return click.option(f"--{name}", f"{name}_file", type=path, callback=_writable, help=words)


engine_option = click.option("--engine", default=None, help="OCR engine; default: the fastest one installed.")
workers_option = click.option(
    "--workers", type=click.IntRange(1, 256), default=None, help="Default: one per processor."
)
lane_option = click.option(
    "--lane",
    type=click.Choice(["full", "quick"]),
    default="full",
    show_default=True,
    help="quick: first three and last two pages only; adds `lane` and `pages_waiting`.",
)


def file_options(verb: Verb) -> Verb:
    """What every verb over files understands: `--jsonl`, `--lang`, `--engine`, `--workers`, and the files."""
    for option in (workers_option, engine_option, language_option, jsonl_option, files_argument):
        verb = option(verb)
    return verb
