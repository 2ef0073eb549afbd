"""The verb over a reference set: evaluate."""

from __future__ import annotations

from pathlib import Path

import click

from evidence_ai.cli.options import edition_option, engine_option, workers_option
from evidence_ai.cli.terminal import pool_size, print_object, progress, tool_choice


@click.command()
@click.option("--gold", type=click.Path(path_type=Path), required=True, envvar="EVIDENCE_GOLD", help="Reference set.")
@click.option("--only", type=click.Choice(["documents", "titles", "figures", "budget-lines"]), multiple=True)
@edition_option
@engine_option
@workers_option
def evaluate(gold: Path, only: tuple[str, ...], edition: str | None, engine: str | None, workers: int | None) -> None:
    """Measure every fact, candidate, figure and budget line against a reference set."""
    from evidence_ai import wiring
    from evidence_ai.services.evaluating import table

    report = wiring.evaluate(
        gold, only=only, choice=tool_choice(engine, edition), size=pool_size(workers), progress=progress
    )
    click.echo(table(report), err=True)
    print_object(report.as_object())
