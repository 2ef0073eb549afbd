"""The verbs of the service: serve, api, worker, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from evidence_ai.cli.terminal import print_object, settings

if TYPE_CHECKING:
    from evidence_ai.settings import Settings

_port = click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
_host = click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 listens on every network.")
_data_dir = click.option(
    "--data-dir", type=click.Path(path_type=Path), default=None, help="Where everything is kept; default: data."
)


@click.command()
@_port
@_host
@_data_dir
def serve(port: int, host: str, data_dir: Path | None) -> None:
    """Run everything on this machine: queue, workers, API."""
    from evidence_ai.supervising import supervise

    chosen = _with_data(data_dir)
    supervise(chosen, host=host, port=port, say=_say)


@click.command()
@_port
@_host
@_data_dir
def api(port: int, host: str, data_dir: Path | None) -> None:
    """Run the API alone; records, queue and storage by settings."""
    from evidence_ai.supervising import run_api

    run_api(_with_data(data_dir), host=host, port=port, say=_say)


@click.command()
@_data_dir
def worker(data_dir: Path | None) -> None:
    """Run workers alone; records, queue and storage by settings."""
    from evidence_ai.supervising import run_workers

    run_workers(_with_data(data_dir))


@click.command()
@_data_dir
def doctor(data_dir: Path | None) -> None:
    """Look whether every part the service needs is there; exit 4 where one is missing."""
    from evidence_ai.supervising import diagnose

    found = diagnose(_with_data(data_dir))
    print_object([{"part": one.part, "ok": one.ok, "note": one.note.id, "needed": one.needed} for one in found])
    for one in found:
        if not one.ok:
            click.echo(f"{one.part}: {one.note.id}", err=True)
    if any(one.needed and not one.ok for one in found):
        raise click.exceptions.Exit(4)


def _with_data(data_dir: Path | None) -> Settings:
    chosen = settings()
    return chosen if data_dir is None else chosen.model_copy(update={"data_dir": data_dir})


def _say(words: str) -> None:
    click.echo(words, err=True)
