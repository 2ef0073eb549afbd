"""The door: corpora to models with their cards, the same corpora to the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evidence_ai.classifying import build_matcher
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.model import Model
from evidence_ai.errors import InputError
from evidence_ai.training.cards import match_card, type_card
from evidence_ai.training.corpus import Corpora, load_corpora
from evidence_ai.training.match_learning import MatchLearned, learn_matching
from evidence_ai.training.match_rows import Read, read_row
from evidence_ai.training.type_learning import TypeLearned, learn_types, type_example

Watch = Callable[[Iterable[Any], int, str], Iterable[Any]]
"""Shows how far work is: given the items, how many there will be and their name, it yields them on."""


@dataclass(frozen=True, slots=True)
class Trained:
    """Both models as learned, with their cards, and the corpora they came from."""

    types: TypeLearned
    matching: MatchLearned
    corpora: Corpora
    rows: tuple[Read, ...]

    @property
    def models(self) -> tuple[tuple[Model, str], ...]:
        """Each model with its card."""
        return (
            (self.types.model, type_card(self.types, self.corpora)),
            (self.matching.model, match_card(self.matching, self.corpora)),
        )


def train(folder: Path, edition: Edition, *, version: str, watch: Watch, feedback: Path | None = None) -> Trained:
    """Learn every model from the corpora in `folder` and from rows of feedback (a minute or two on two cores).

    Raises:
        InputError: the corpora are broken, or hold nothing to learn from.
    """
    corpora = load_corpora(folder, feedback)
    if not corpora.page_rows or not any(row.heldout for row in corpora.indicator_rows):
        raise InputError(
            f"Di {folder} tidak ada halaman dokumen atau teks indikator yang disisihkan untuk mengukur.",
            advice="Tunjuk folder corpora proyek ini dengan --corpora.",
        )
    examples = [type_example(row) for row in watch(corpora.page_rows, len(corpora.page_rows), "dokumen")]
    types = learn_types(examples, version)
    matcher = build_matcher(edition)
    count = len(corpora.indicator_rows)
    rows = [read_row(row, matcher) for row in watch(corpora.indicator_rows, count, "teks")]
    return Trained(types, learn_matching(rows, edition, matcher, version, watch), corpora, tuple(rows))
