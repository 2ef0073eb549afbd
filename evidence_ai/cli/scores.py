"""The verbs over decisions: score, verify."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from evidence_ai.cli.terminal import bytes_of, folder_at, print_object, settings


@click.command()
@click.argument("decisions", type=click.Path(path_type=Path))
@click.option("--private-key", type=click.Path(path_type=Path), help="Ed25519 key (PEM) that signs the receipt.")
def score(decisions: Path, private_key: Path | None) -> None:
    """Compute the official score of a decisions file and seal its receipt."""
    from evidence_ai.services.official_score import official_score

    key = bytes_of(private_key) if private_key is not None else None
    scored = official_score(bytes_of(decisions), editions=settings().editions_dir, private_key=key)
    click.echo(scored.notice.id, err=True)
    click.echo(scored.to_json())


@click.command()
@click.argument("receipt", type=click.Path(path_type=Path))
@click.option("--decisions", type=click.Path(path_type=Path), help="Recompute the score from this decisions file.")
@click.option("--inputs", type=click.Path(path_type=Path), help="Folder with the documents, compared byte by byte.")
@click.option("--public-key", type=click.Path(path_type=Path), help="Ed25519 key (PEM) of the one who signed.")
def verify(receipt: Path, decisions: Path | None, inputs: Path | None, public_key: Path | None) -> None:
    """Verify a receipt offline; name the first difference."""
    from evidence_ai.services.official_score import verification_object, verify_receipt

    found = verify_receipt(
        bytes_of(receipt),
        decisions=bytes_of(decisions) if decisions is not None else None,
        inputs=folder_at(inputs) if inputs is not None else None,
        public_key=bytes_of(public_key) if public_key is not None else None,
        editions=settings().editions_dir,
    )
    print_object(verification_object(found))
    click.echo(found.notice.id, err=True)
    sys.exit(0 if found.valid else 1)
