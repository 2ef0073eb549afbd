"""A learned model as a value: numbers and words, no code. What it means is known to the room that uses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

NumberKind = Literal["int8", "float32"]
ITEM_BYTES: Mapping[NumberKind, int] = {"int8": 1, "float32": 4}


@dataclass(frozen=True, slots=True)
class Tensor:
    """Numbers in row order, little-endian.

    >>> Tensor("int8", (2, 3), bytes(6)).shape
    (2, 3)
    >>> Tensor("float32", (2,), bytes(6))
    Traceback (most recent call last):
    ValueError: 6 bytes are not a float32 tensor of shape (2,)
    """

    kind: NumberKind
    shape: tuple[int, ...]
    data: bytes

    def __post_init__(self) -> None:
        count = ITEM_BYTES[self.kind]
        for side in self.shape:
            count *= side
        if count != len(self.data):
            message = f"{len(self.data)} bytes are not a {self.kind} tensor of shape {self.shape}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Model:
    """One model: `tensors` and `words` by name; `version` names the folder it was read from."""

    name: str
    version: str
    tensors: Mapping[str, Tensor] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
