"""Linear models over numbered words: fitted by scikit-learn, kept as bytes small enough to ship."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from evidence_ai.domain.model import Tensor

Floats = NDArray[np.float64]
_STEPS = 300
_SEED = 0
_LOGISTIC: Any = LogisticRegression
_SPARSE: Any = csr_matrix
_NEVER = -30.0
"""The bias of a label without a text."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """`weights[size, labels]` and `bias[labels]`; log-odds of a text = its features' mean by root of their count."""

    labels: tuple[str, ...]
    weights: Floats
    bias: Floats

    def logits(self, rows: Sequence[tuple[int, ...]]) -> Floats:
        """One row of log-odds per text."""
        size = self.weights.shape[0]
        product: Floats = matrix(rows, size) @ self.weights + self.bias
        return product


def matrix(rows: Sequence[tuple[int, ...]], size: int) -> csr_matrix:
    """Texts as unit rows: every feature of a text counts alike."""
    starts = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.array([one for row in rows for one in row], dtype=np.int64)
    values = np.array([1 / math.sqrt(len(row)) for row in rows for _ in row], dtype=np.float64)
    rowwise: csr_matrix = _SPARSE((values, columns, starts), shape=(len(rows), size))
    return rowwise


def fit_each(
    rows: Sequence[tuple[int, ...]],
    answers: Sequence[tuple[str, ...]],
    labels: Sequence[str],
    *,
    size: int,
    strength: float,
    alike: bool = False,
) -> Fitted:
    """Yes or no for each label apart, so that a text may have several answers, or none; a label nobody has stays last.

    `alike`: rare and frequent labels weigh alike, where their number of texts says nothing of how often they come.
    """
    features = matrix(rows, size)
    weights = np.zeros((size, len(labels)))
    bias = np.zeros(len(labels))
    for column, label in enumerate(labels):
        said = [label in answer for answer in answers]
        if not any(said):
            bias[column] = _NEVER
            continue
        model = _LOGISTIC(
            C=strength,
            solver="liblinear",
            dual=True,
            max_iter=_STEPS,
            random_state=_SEED,
            class_weight="balanced" if alike else None,
        )
        model.fit(features, said)
        weights[:, column], bias[column] = model.coef_[0], model.intercept_[0]
    return Fitted(tuple(labels), weights, bias)


def packed(fitted: Fitted) -> dict[str, Tensor]:
    """The weights as int8 with a scale per label: a quarter of a percent of each label's largest weight is lost."""
    most = np.abs(fitted.weights).max(axis=0)
    scales = np.where(most > 0, most / 127.0, 1.0).astype("<f4")
    small = np.rint(fitted.weights / scales).astype(np.int8)
    return {
        "weights": Tensor("int8", small.shape, small.tobytes()),
        "scales": floats(scales),
        "bias": floats(fitted.bias),
    }


def floats(values: Sequence[float] | NDArray[np.floating]) -> Tensor:
    """A row of numbers."""
    row = np.asarray(values, dtype="<f4")
    return Tensor("float32", row.shape, row.tobytes())
