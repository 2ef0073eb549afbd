"""The verbs that make models: train, learn."""

from __future__ import annotations

from pathlib import Path

import click

from evidence_ai.cli.options import edition_option
from evidence_ai.cli.terminal import (
    bytes_of,
    edition_named,
    folder_at,
    pool_size,
    print_object,
    progress,
    settings,
    tool_choice,
)

_corpora = click.option(
    "--corpora", type=click.Path(path_type=Path), default=Path("corpora"), show_default=True, help="What to learn from."
)
_models = click.option(
    "--models", type=click.Path(path_type=Path), default=None, help="Where models lie; default: those that ship."
)


@click.command()
@click.argument("decisions", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--inputs", type=click.Path(path_type=Path), required=True, help="Where the documents of the decisions lie."
)
@click.option(
    "--feedback", type=click.Path(path_type=Path), required=True, help="The corpus of feedback; made, or added to."
)
@_corpora
@_models
@edition_option
def learn(
    decisions: tuple[Path, ...], inputs: Path, feedback: Path, corpora: Path, models: Path | None, edition: str | None
) -> None:
    """Learn from reviewers' decisions; a new matcher takes over only where no indicator loses by it."""
    from evidence_ai import wiring
    from evidence_ai.services.decisions_file import parse_decisions

    parsed = [parse_decisions(bytes_of(path)) for path in decisions]
    places = wiring.LearningPlaces(folder_at(corpora), models or settings().models_dir, folder_at(inputs), feedback)
    choice, size = tool_choice(None, edition), pool_size(None)
    print_object(wiring.learn(parsed, places, edition_named(edition), choice=choice, size=size, progress=progress))


@click.command()
@_corpora
@_models
@click.option("--report", is_flag=True, help="Only count what the corpora hold.")
@click.option("--reference", is_flag=True, help="Only measure the models in force on the reference set of --gold.")
@click.option("--gold", type=click.Path(path_type=Path), envvar="EVIDENCE_GOLD", default=None, help="Reference set.")
@edition_option
def train(
    corpora: Path, models: Path | None, report: bool, reference: bool, gold: Path | None, edition: str | None
) -> None:
    """Learn all models from the corpora and write them with their cards; the same corpora give the same bytes."""
    from evidence_ai import wiring

    if report:
        from evidence_ai.training.counting import counts

        print_object(counts(folder_at(corpora), edition_named(edition)))
        return
    if reference:
        if gold is None:
            raise click.UsageError("--reference perlu --gold atau EVIDENCE_GOLD.")
        print_object(wiring.measure_models(gold, models or settings().models_dir, edition_named(edition), progress))
        return
    print_object(wiring.train(folder_at(corpora), models or settings().models_dir, edition_named(edition), progress))
