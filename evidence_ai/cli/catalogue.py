"""The verbs over what the product knows: editions (list, show, lint, diff, import) and rules."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evidence_ai.cli.options import language_option
from evidence_ai.cli.terminal import print_object, settings

if TYPE_CHECKING:
    from evidence_ai.domain.bilingual import Language


@click.group()
def editions() -> None:
    """List, show, lint, compare and import editions."""


@editions.command("list")
def editions_list() -> None:
    """The editions that can be used."""
    from evidence_ai.services.edition_catalogue import list_object

    print_object(list_object(settings().editions_dir))


@editions.command("show")
@click.argument("name")
@language_option
def editions_show(name: str, language: Language) -> None:
    """One edition: its rights and indicators."""
    from evidence_ai.services.edition_catalogue import show_object

    print_object(show_object(name, settings().editions_dir, language=language))


@editions.command("lint")
@click.argument("name", required=False)
@language_option
def editions_lint(name: str | None, language: Language) -> None:
    """Find gaps, overlaps, unknown types, missing units and wrong counts."""
    from evidence_ai.services.edition_catalogue import lint_object

    found = lint_object(name, settings().editions_dir, language=language)
    print_object(found)
    if any(one["severity"] == "error" for one in found["findings"]):
        sys.exit(1)


@editions.command("diff")
@click.argument("old")
@click.argument("new")
def editions_diff(old: str, new: str) -> None:
    """What changed from one edition to another."""
    from evidence_ai.services.edition_catalogue import diff_object

    print_object(diff_object(old, new, settings().editions_dir))


@editions.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
def editions_import(folder: Path) -> None:
    """Lint an edition's folder and put it beside the others (EVIDENCE_EDITIONS_DIR)."""
    from evidence_ai.services.edition_catalogue import import_object

    print_object(import_object(folder, settings().editions_dir))


@click.command()
@click.argument("code", required=False)
@language_option
def rules(code: str | None, language: Language) -> None:
    """The card of every mismatch rule, or of one: what it checks, its source, how well it was measured."""
    from evidence_ai.errors import NotFoundError
    from evidence_ai.services.rule_cards import card_object, rule_cards

    cards = [one for one in rule_cards() if code in {None, one.rule.code}]
    if not cards:
        message = f"Tidak ada aturan bernama {code!r}."
        raise NotFoundError(message, advice="Lihat semuanya dengan `evidence-ai rules`.")
    shown = [card_object(one, language=language) for one in cards]
    print_object(shown[0] if code is not None else {"rules": shown})
