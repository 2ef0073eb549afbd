"""Between the terminal and the stories: settings, tools, files in, JSON out, progress on stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from evidence_ai.errors import NotFoundError

if TYPE_CHECKING:
    from evidence_ai.adapters.worker_pool import PoolSize
    from evidence_ai.domain.dossier import Dossier
    from evidence_ai.domain.edition import Edition
    from evidence_ai.settings import Settings
    from evidence_ai.wiring import ToolChoice

_READING_SHARE = 0.75
"""Of a document's time: pages read until then are understood and checked, the rest are named as not reached."""


def examined(
    files: tuple[Path, ...],
    stage: str,
    *,
    engine: str | None,
    workers: int | None,
    edition: str | None,
    lane: str = "full",
) -> Iterator[Dossier]:
    """The dossiers of files named on the command line, in the order given, each as soon as it is ready."""
    from evidence_ai import wiring
    from evidence_ai.services.examining import Stage, Upload

    size = pool_size(workers)
    choice = tool_choice(engine, edition)
    wiring.ensure_known(choice, Stage[stage])
    uploads = [Upload(name=shown(path), path=path) for path in files]
    over = wiring.look_at_all if lane == "quick" else wiring.examine_all
    found = over(uploads, choice=choice, through=Stage[stage], size=size)
    return (dossier for _, dossier in progress(found, len(files), "berkas"))


def shown(path: Path) -> str:
    r"""A path as text that can be written; bytes that are no UTF-8 (old Windows archives) stand as \\xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def print_objects(objects: Iterable[dict[str, Any]], count: int, *, jsonl: bool) -> None:
    """One object, an array, or one object per line; each is printed as soon as it is there."""
    if jsonl:
        for one in objects:
            click.echo(json.dumps(one, ensure_ascii=False))
        return
    if count == 1:
        for one in objects:
            print_object(one)
        return
    click.echo("[")
    for at, one in enumerate(objects):
        click.echo(("," if at else "") + json.dumps(one, ensure_ascii=False, indent=1))
    click.echo("]")


def progress(items: Iterable[Any], total: int, unit: str) -> Iterable[Any]:
    """A progress bar on stderr where a person watches."""
    from tqdm import tqdm

    return tqdm(items, total=total, unit=f" {unit}", file=sys.stderr, disable=None if total > 1 else True)


@cache
def settings() -> Settings:
    """Settings, read once; from then on logs go to stderr at the level they ask for."""
    from evidence_ai.logs import set_up
    from evidence_ai.settings import load_settings

    chosen = load_settings()
    set_up(chosen.log_level)
    return chosen


def tool_choice(engine: str | None, edition: str | None) -> ToolChoice:
    """What the workers shall build their tools from: what was typed, else the settings."""
    from evidence_ai.wiring import ToolChoice

    chosen = settings()
    reading_s = _READING_SHARE * chosen.document_timeout_s
    return ToolChoice(
        engine or chosen.ocr_engine,
        edition or chosen.edition,
        chosen.editions_dir,
        reading_s,
        chosen.models_dir,
        chosen.trust_dir,
    )


def edition_named(name: str | None) -> Edition:
    """The edition typed, else the one of the settings."""
    from evidence_ai.editions import load

    chosen = settings()
    return load(name or chosen.edition, extra=chosen.editions_dir)


def pool_size(workers: int | None) -> PoolSize:
    """How many workers, and what one document may take."""
    from evidence_ai.adapters.worker_pool import PoolSize

    chosen = settings()
    return PoolSize(
        workers or chosen.worker_count, chosen.document_timeout_s, chosen.worker_memory_mb, chosen.page_timeout_s
    )


def bytes_of(path: Path) -> bytes:
    """The bytes of a file that must be there.

    Raises:
        NotFoundError: it is not.
    """
    if not path.is_file():
        raise NotFoundError(f"Berkas {path} tidak ditemukan.", advice="Periksa nama dan letaknya.")
    return path.read_bytes()


def folder_at(path: Path) -> Path:
    """A folder that must be there.

    Raises:
        NotFoundError: it is not.
    """
    if not path.is_dir():
        raise NotFoundError(f"Folder {path} tidak ditemukan.", advice="Periksa nama dan letaknya.")
    return path


def print_object(one: Any) -> None:
    """One JSON object, for people and programs."""
    click.echo(json.dumps(one, ensure_ascii=False, indent=1))
