"""Which of very many documents are like one: an index of fingerprints that grows without comparing all pairs.

Numbers in plain arrays: 0.7 kB a document where objects would take several. A key of three MinHash values (or of 16
bits of a page picture) leads to all documents that hold it; only those are compared.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from evidence_ai.domain.fingerprint import MINIMA, Fingerprint, Likeness, Resemblance
from evidence_ai.errors import InputError

_Rows: TypeAlias = NDArray[np.int64]
_Keys: TypeAlias = NDArray[np.uint32]
_Marks: TypeAlias = NDArray[np.uint8]

_ROWS_A_KEY = 3
_PAGE_BYTES = 32
_ALIKE = 0.4
"""Estimated share from which text is worth comparing word by word: a copy with one letter in twenty misread has more."""
_SAME_LOOK = 0.78
"""Share of equal bits from which two pages look the same; unlike pages share a half, of one template up to two thirds."""
_UNSORTED = 4096
"""Newest documents that are looked through one by one, in half a millisecond, before they are sorted in."""


class CopyIndex:
    """Fingerprints to be found again by likeness. One thread at a time."""

    def __init__(self) -> None:
        self._names = _Grown(32, np.uint8)
        self._minima = _Grown(MINIMA, np.uint16)
        self._pages = _Grown(_PAGE_BYTES, np.uint8)
        self._owners = _Grown(1, np.uint32)
        self._by_name = _Runs(1)
        self._by_text = _Runs(MINIMA // _ROWS_A_KEY)
        self._by_look = _Runs(_PAGE_BYTES // 2)

    def __len__(self) -> int:
        """How many different documents are known."""
        return self._names.count

    def add(self, one: Fingerprint) -> None:
        """Know a document from now on; one that is known already is not added twice."""
        name = _name(one.sha256)
        if self._row(name) is not None:
            return
        row = self._names.add(name[None])
        values = np.array(one.minima or [0] * MINIMA, dtype=np.uint32)[None]
        self._minima.add(values.astype(np.uint16))
        self._by_name.add(_name_key(name)[None], np.array([row]))
        if one.minima:
            self._by_text.add(_text_keys(values), np.array([row]))
        for page in dict.fromkeys(one.pages):
            marks = _page(page)[None]
            at = self._pages.add(marks)
            self._owners.add(np.array([[row]], dtype=np.uint32))
            self._by_look.add(_look_keys(marks), np.array([at]))

    def add_texts(self, names: _Marks, minima: _Keys) -> None:
        """Know many new documents at once, as when an index is made anew: names (n, 32), values (n, MINIMA)."""
        first = self._names.add(names)
        self._minima.add(minima.astype(np.uint16))
        rows = np.arange(first, first + len(names))
        self._by_name.add(names[:, :4].copy().view(np.uint32), rows)
        self._by_text.add(_text_keys(minima), rows)

    def similar(self, one: Fingerprint, *, at_least: float = _ALIKE, most: int = 50) -> tuple[Resemblance, ...]:
        """The `most` known documents that are most like this one, the likest first; itself as CONTENT if known."""
        found: dict[int, tuple[float, Likeness]] = {}
        for row, share in self._like_pages(one.pages):
            found[row] = (share, Likeness.PICTURE)
        for row, share in self._like_text(one.minima, at_least, most):
            found[row] = (share, Likeness.TEXT)
        same = self._row(_name(one.sha256))
        if same is not None:
            found[same] = (1.0, Likeness.CONTENT)
        ordered = sorted(found.items(), key=lambda item: (item[0] != same, -item[1][0], item[0]))
        return tuple(
            Resemblance(self._names.rows[row].tobytes().hex(), likeness, share)
            for row, (share, likeness) in ordered[:most]
        )

    def keep(self, path: Path) -> None:
        """Write everything to one file, in place of an older one."""
        beside = path.with_suffix(f".{os.getpid()}.npz")
        texts = self._by_text.everything()
        looks = self._by_look.everything()
        with beside.open("wb") as out:
            np.savez(
                out,
                names=self._names.rows,
                minima=self._minima.rows,
                pages=self._pages.rows,
                owners=self._owners.rows,
                texts=texts,
                looks=looks,
            )
        beside.replace(path)

    @classmethod
    def kept(cls, path: Path) -> CopyIndex:
        """The index written to `path`.

        Raises:
            InputError: the file is no index, or a broken one; make it anew from the fingerprints.
        """
        index = cls()
        try:
            with path.open("rb") as opened, np.load(opened, allow_pickle=False) as held:
                names = held["names"]
                index._names.add(names)
                index._minima.add(held["minima"])
                index._pages.add(held["pages"])
                index._owners.add(held["owners"])
                index._by_text.take(held["texts"])
                index._by_look.take(held["looks"])
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as reason:
            raise InputError(
                f"Indeks salinan {path.name} tidak dapat dibuka.", advice="Buat ulang dari sidik dokumen."
            ) from reason
        index._by_name.add(names[:, :4].copy().view(np.uint32), np.arange(len(names)))
        return index

    def _row(self, name: _Marks) -> int | None:
        rows = self._by_name.rows(_name_key(name))
        same = rows[(self._names.rows[rows] == name).all(axis=1)]
        return int(same[0]) if len(same) else None

    def _like_text(self, minima: Sequence[int], at_least: float, most: int) -> list[tuple[int, float]]:
        if not minima:
            return []
        values = np.array(minima, dtype=np.uint32)
        rows = self._by_text.rows(_text_keys(values[None])[0])
        shares = (self._minima.rows[rows] == values.astype(np.uint16)).mean(axis=1)
        rows, shares = rows[shares >= at_least], shares[shares >= at_least]
        best = np.argsort(-shares, kind="stable")[:most]
        return [(int(rows[at]), float(shares[at])) for at in best]

    def _like_pages(self, pages: Sequence[bytes]) -> list[tuple[int, float]]:
        """Documents of which a page looks like one of these: (row, the best share of equal bits)."""
        best: dict[int, float] = {}
        for page in pages:
            marks = _page(page)
            rows = self._by_look.rows(_look_keys(marks[None])[0])
            bits = np.unpackbits(self._pages.rows[rows].astype(np.uint8) ^ marks, axis=1)
            shares = 1.0 - bits.mean(axis=1)
            for at in np.flatnonzero(shares >= _SAME_LOOK):
                owner = int(self._owners.rows[rows[at], 0])
                best[owner] = max(best.get(owner, 0.0), float(shares[at]))
        return list(best.items())


class _Grown:
    """Rows of one width; room doubles, so that adding stays cheap, and room not used yet takes no memory."""

    def __init__(self, width: int, kind: type[np.uint8 | np.uint16 | np.uint32]) -> None:
        self._room = np.empty((1024, width), dtype=kind)
        self.count = 0

    @property
    def rows(self) -> NDArray[np.integer]:
        return self._room[: self.count]

    def add(self, more: NDArray[np.integer]) -> int:
        """The number of the first row added."""
        first, needed = self.count, self.count + len(more)
        if needed > len(self._room):
            wider = np.empty((max(needed, 2 * len(self._room)), self._room.shape[1]), dtype=self._room.dtype)
            wider[:first] = self._room[:first]
            self._room = wider
        self._room[first:needed] = more
        self.count = needed
        return first


class _Runs:
    """From a key to the rows that hold it, for several columns of keys.

    Each column keeps sorted runs of (key, row) in 64 bits. A full tail becomes a run; runs of like size are merged, so
    that their number grows with the logarithm of the size.
    """

    def __init__(self, columns: int) -> None:
        self._columns = columns
        self._runs: list[list[NDArray[np.uint64]]] = []
        self._tail = np.empty((_UNSORTED, columns), dtype=np.uint32)
        self._tail_rows = np.empty(_UNSORTED, dtype=np.int64)
        self._waiting = 0

    def add(self, keys: _Keys, rows: _Rows) -> None:
        """Keys (n, columns) of n rows."""
        if len(rows) > _UNSORTED - self._waiting:
            self._settle()
        if len(rows) > _UNSORTED:
            self._push(_packed(keys, rows))
            return
        end = self._waiting + len(rows)
        self._tail[self._waiting : end] = keys
        self._tail_rows[self._waiting : end] = rows
        self._waiting = end

    def rows(self, keys: _Keys) -> _Rows:
        """The rows that hold at least one of these keys, one a column; in order, each once."""
        hit = (self._tail[: self._waiting] == keys).any(axis=1)
        found = [self._tail_rows[: self._waiting][hit]]
        lowest = keys.astype(np.uint64) << np.uint64(32)
        highest = lowest | np.uint64(0xFFFFFFFF)
        for run in self._runs:
            for column, low, high in zip(run, lowest, highest, strict=True):
                start = column.searchsorted(low)
                if start < len(column) and column[start] <= high:
                    held = column[start : column.searchsorted(high, side="right")]
                    found.append((held & np.uint64(0xFFFFFFFF)).astype(np.int64))
        return np.unique(np.concatenate(found))

    def everything(self) -> NDArray[np.uint64]:
        """All (key, row) of each column, sorted; shape (columns, n)."""
        self._settle()
        while len(self._runs) > 1:
            self._merge()
        if not self._runs:
            return np.empty((self._columns, 0), dtype=np.uint64)
        return np.stack(self._runs[0])

    def take(self, everything: NDArray[np.uint64]) -> None:
        """What `everything` gave, into an empty one."""
        if everything.ndim != 2 or len(everything) != self._columns or everything.dtype != np.uint64:
            raise ValueError(f"{everything.shape} are no {self._columns} columns of keys.")
        if everything.shape[1]:
            self._runs.append(list(everything))

    def _settle(self) -> None:
        if self._waiting:
            self._push(_packed(self._tail[: self._waiting], self._tail_rows[: self._waiting]))
            self._waiting = 0

    def _push(self, run: list[NDArray[np.uint64]]) -> None:
        self._runs.append(run)
        while len(self._runs) > 1 and len(self._runs[-2][0]) <= 2 * len(self._runs[-1][0]):
            self._merge()

    def _merge(self) -> None:
        """The last two runs become one, column by column: no more than one column is held twice."""
        newest, older = self._runs.pop(), self._runs[-1]
        for at in range(self._columns):
            both = np.concatenate((older[at], newest[at]))
            both.sort(kind="stable")  # two sorted halves: one pass
            older[at] = both
            newest[at] = both[:0]


def _packed(keys: _Keys, rows: _Rows) -> list[NDArray[np.uint64]]:
    return [
        np.sort((keys[:, at].astype(np.uint64) << np.uint64(32)) | rows.astype(np.uint64))
        for at in range(keys.shape[1])
    ]


def _text_keys(minima: _Keys) -> _Keys:
    """Shape (n, MINIMA) to (n, MINIMA / 3): three values mixed into one key."""
    wide = minima.astype(np.uint64).reshape(len(minima), -1, _ROWS_A_KEY)
    mixed = np.zeros(wide.shape[:2], dtype=np.uint64)
    for at in range(_ROWS_A_KEY):
        mixed = (mixed ^ wide[:, :, at]) * np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio, as Knuth
        mixed ^= mixed >> np.uint64(29)
    keys: _Keys = (mixed >> np.uint64(32)).astype(np.uint32)
    return keys


def _look_keys(pages: _Marks) -> _Keys:
    return np.ascontiguousarray(pages).view(np.uint16).astype(np.uint32)


def _name(sha256: str) -> _Marks:
    return np.frombuffer(bytes.fromhex(sha256), dtype=np.uint8)


def _name_key(name: _Marks) -> _Keys:
    return name[:4].copy().view(np.uint32)


def _page(page: bytes) -> _Marks:
    marks = np.frombuffer(page, dtype=np.uint8)
    if len(marks) != _PAGE_BYTES:
        raise InputError(f"Sidik halaman berukuran {len(marks)} byte, bukan {_PAGE_BYTES}.")
    return marks
