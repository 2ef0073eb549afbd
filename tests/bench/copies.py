"""Copies at scale: `python -m tests.bench copies [N] [FOLDER]`.

Growth of the index from 10,000 to N fingerprints (1,000,000 unless said): time to build, memory, time of a query, drawn
as SVG; datasketch, where it is installed, does the same work at the smallest size. Then precision and recall on
pairs made of real texts (pickled DocumentText in FOLDER, else those the planted suite has read for EVIDENCE_GOLD):
read again with wrong letters, and under another region's name.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evidence_ai.adapters.copy_index import CopyIndex
from evidence_ai.checking.copies import compared
from evidence_ai.checking.fingerprints import fingerprint
from evidence_ai.domain.document import Document, DocumentText, Line, Page
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.fingerprint import MINIMA, Fingerprint
from evidence_ai.understanding import understand
from tests.bench.planted.material import CACHE

psutil: Any = import_module("psutil")  # it ships no types
PLOT = Path(__file__).resolve().parents[2] / "build" / "bench" / "copies.svg"
SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
QUERIES = 400
AT_ONCE = 1000
FAMILY = 200
"""Documents of one template: a third of all are of one, as alike as 0.1 to 0.6."""
NOISE = (0.01, 0.03, 0.06)
FOUND = 0.45
"""Estimated share from which a pair is told here."""
_CONFUSED = {
    "i": "l1",
    "l": "1i",
    "o": "0",
    "e": "c",
    "m": "rn",
    "a": "o",
    "u": "ll",
    "s": "5",
    "b": "8",
    "t": "f",
    "g": "9",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One size of the index: processor seconds to build it so far, MB it added to the process, processor milliseconds of a query."""

    size: int
    build_s: float
    memory_mb: float
    p50_ms: float
    p95_ms: float


def main(arguments: Sequence[str]) -> None:
    """Measure growth, then quality."""
    most = int(arguments[0]) if arguments else SIZES[-1]
    folder = Path(arguments[1]) if arguments[1:] else CACHE
    growth(most)
    if os.environ.get("EVIDENCE_GOLD") or arguments[1:]:
        quality(folder)
    else:
        print("EVIDENCE_GOLD is not set: no real texts to make pairs of.")


def growth(most: int) -> None:
    """Print and draw time and memory at each size."""
    sizes = [*(size for size in SIZES if size < most), most]
    process, index, points = psutil.Process(), CopyIndex(), []
    random_values = np.random.default_rng(7)
    before, spent, kept = process.memory_info().rss, 0.0, np.empty((0, MINIMA), dtype=np.uint32)
    for size in sizes:
        while len(index) < size:
            names, values = _some(random_values, min(AT_ONCE, size - len(index)))
            started = time.process_time()
            index.add_texts(names, values)
            spent += time.process_time() - started
            if len(kept) < QUERIES:
                kept = np.concatenate((kept, values[:: max(len(values) // 40, 1)]))
        memory = (process.memory_info().rss - before) / 1e6
        times = sorted(_asked(index, kept, random_values))
        points.append(Measured(size, spent, memory, times[len(times) // 2], times[len(times) * 95 // 100]))
        print(f"copies: {_told(points[-1])}", flush=True)
    PLOT.parent.mkdir(parents=True, exist_ok=True)
    PLOT.write_text(_drawn(points), encoding="utf-8")
    print(f"copies: drawn as {PLOT.relative_to(PLOT.parents[2])}")
    _peer(sizes[0])


def quality(folder: Path) -> None:
    """Print recall and precision over pairs made of the real texts in `folder`."""
    known = [one for one in _real(folder) if one[1].minima]
    index = CopyIndex()
    for _, one in known:
        index.add(one)
    print(f"copies: {len(known)} real texts of 80 words and more")
    whims = random.Random(11)
    for rate in NOISE:
        misread = partial(_misread, rate=rate, whims=whims)
        _judged(index, known, f"{rate:.0%} of letters misread", misread)
    renamed = found = told = 0
    for dossier, one in known:
        other = _renamed(dossier)
        if other is not None:
            renamed += 1
            found += one.sha256 in {like.sha256 for like in index.similar(_printed(other), at_least=FOUND)}
            told += compared(dossier, other).only_the_name
    print(f"copies: another region's name: {found} of {renamed} found, {told} told to differ in the name only")


def _some(values: np.random.Generator, count: int) -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """New documents: a third of them of one template in families."""
    names = values.integers(0, 256, (count, 32), dtype=np.uint8)
    minima = values.integers(0, 2**32, (count, MINIMA), dtype=np.uint32)
    for first in range(0, count // 3, FAMILY):
        last = min(first + FAMILY, count // 3)
        template = values.integers(0, 2**32, MINIMA, dtype=np.uint32)
        alike = values.random((last - first, MINIMA)) < values.uniform(0.32, 0.77)  # its square is shared by two
        minima[first:last] = np.where(alike, template, minima[first:last])
    return names, minima


def _asked(index: CopyIndex, kept: NDArray[np.uint32], values: np.random.Generator) -> Iterator[float]:
    """Milliseconds of queries, half of them for copies with a quarter of values changed; each copy is found."""
    for at in range(QUERIES):
        known = bool(at % 2)
        minima = kept[at % len(kept)] if known else values.integers(0, 2**32, MINIMA, dtype=np.uint32)
        if known:
            minima = np.where(values.random(MINIMA) < 0.25, values.integers(0, 2**32, MINIMA, dtype=np.uint32), minima)
        one = Fingerprint(values.bytes(32).hex(), tuple(minima.tolist()))
        started = time.thread_time()  # others on the machine do not count
        found = index.similar(one)
        yield 1000 * (time.thread_time() - started)
        assert bool(found) is known


def _told(one: Measured) -> str:
    return (
        f"{one.size:,} fingerprints: built in {one.build_s:.1f} s of processor, {one.memory_mb:.0f} MB, "
        f"a query p50 {one.p50_ms:.2f} ms, p95 {one.p95_ms:.2f} ms"
    )


def _peer(size: int) -> None:
    """The same by datasketch: one MinHashLSH with the same keys of three values."""
    try:
        datasketch: Any = import_module("datasketch")
    except ImportError:
        print("copies: datasketch is not installed, no peer")
        return
    process = psutil.Process()
    before, started = process.memory_info().rss, time.process_time()
    peer = datasketch.MinHashLSH(num_perm=MINIMA, params=(MINIMA // 3, 3))
    values, kept, done = np.random.default_rng(7), [], 0
    while done < size:
        _, minima = _some(values, AT_ONCE)
        for at, row in enumerate(minima):
            one = datasketch.LeanMinHash(seed=1, scheme="legacy", hashvalues=row.astype(np.uint64))
            peer.insert(done + at, one)
            if not at % 40:
                kept.append(one)
        done += len(minima)
    spent, memory = time.process_time() - started, (process.memory_info().rss - before) / 1e6
    times = []
    for one in kept[:QUERIES]:
        asked = time.thread_time()
        peer.query(one)
        times.append(1000 * (time.thread_time() - asked))
    times.sort()
    print(
        f"copies: datasketch at {size:,}: {spent:.1f} s, {memory:.0f} MB (keys only, nothing to estimate a share by), "
        f"p50 {times[len(times) // 2]:.2f} ms, p95 {times[len(times) * 95 // 100]:.2f} ms"
    )


def _real(folder: Path) -> Iterator[tuple[Dossier, Fingerprint]]:
    for path in sorted(folder.glob("*.pkl")):
        text = pickle.loads(path.read_bytes())  # noqa: S301 - our own file
        assert isinstance(text, DocumentText)
        heading = DocumentText(text.outcome, text.reason, len(text.pages[:2]), text.pages[:2])
        document = Document(hashlib.sha256(path.name.encode()).hexdigest(), path.stem, "application/pdf", 1)
        dossier = Dossier(document, text, understand(heading))
        yield dossier, _printed(dossier)


def _printed(dossier: Dossier) -> Fingerprint:
    return fingerprint(dossier.document, dossier.text, dossier.understanding)


def _judged(
    index: CopyIndex, known: Sequence[tuple[Dossier, Fingerprint]], what: str, change: Callable[[str], str]
) -> None:
    """Ask for a changed copy of every text: is its original found, and what else is told?"""
    hit = others = 0
    for dossier, one in known:
        again = _again(dossier, change)
        found = {like.sha256 for like in index.similar(_printed(again), at_least=FOUND)}
        hit += one.sha256 in found
        others += len(found - {one.sha256, again.document.sha256})
    print(
        f"copies: {what}: recall {hit}/{len(known)} = {hit / max(len(known), 1):.3f}, "
        f"precision {hit / max(hit + others, 1):.3f} ({others} others told)",
        flush=True,
    )


def _again(dossier: Dossier, change: Callable[[str], str]) -> Dossier:
    pages = tuple(_page(page, change) for page in dossier.text.pages)
    sha256 = hashlib.sha256(b"again" + dossier.document.sha256.encode()).hexdigest()
    return replace(dossier, document=replace(dossier.document, sha256=sha256), text=replace(dossier.text, pages=pages))


def _page(page: Page, change: Callable[[str], str]) -> Page:
    return replace(page, lines=tuple(Line(change(line.text)) for line in page.lines), tables=())


def _misread(text: str, *, rate: float, whims: random.Random) -> str:
    """What OCR makes of a bad scan: letters confused, lost, or parted; spaces lost."""
    signs = []
    for sign in text:
        luck = whims.random() / rate
        if luck >= 1:
            signs.append(sign)
        elif luck < 0.6:
            signs.append(whims.choice(_CONFUSED.get(sign.casefold(), sign)))
        elif luck < 0.7:
            signs.append(f"{sign} ")
        elif luck < 0.8 and sign != " ":
            signs.append(sign)
    return "".join(signs)


def _renamed(dossier: Dossier) -> Dossier | None:
    """The same document under another region's name; None where its own is not known or never printed."""
    region = dossier.understanding.region
    if region is None:
        return None
    bare = region.value.partition(" ")[2]
    theirs = "Samaranirwana"

    def change(line: str) -> str:
        return line.replace(bare, theirs).replace(bare.upper(), theirs.upper())

    other = _again(dossier, change)
    if (
        other.text == dossier.text
        or bare.casefold() not in "\n".join(page.text for page in dossier.text.pages[:2]).casefold()
    ):
        return None
    said = replace(dossier.understanding, region=replace(region, value=f"Kabupaten {theirs}"))
    return replace(other, understanding=said)


def _drawn(points: Sequence[Measured]) -> str:
    """Three curves over the size, each by its own largest value."""
    curves: tuple[tuple[str, str, list[float]], ...] = (
        ("#1f5fa8", "build, s", [one.build_s for one in points]),
        ("#b3541e", "memory, MB", [one.memory_mb for one in points]),
        ("#2b7a3d", "query p95, ms", [one.p95_ms for one in points]),
    )
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" font-family="sans-serif" font-size="12">']
    parts.append('<rect width="640" height="360" fill="white"/><path d="M60 20V310H600" fill="none" stroke="#444"/>')
    for which, (colour, name, values) in enumerate(curves):
        most = max(*values, 1e-9)
        line = " ".join(
            f"{60 + 530 * one.size / points[-1].size:.0f},{310 - 280 * value / most:.0f}"
            for one, value in zip(points, values, strict=True)
        )
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{70 + 180 * which}" y="16" fill="{colour}">{name}, most {most:.1f}</text>')
    parts += [
        f'<text x="{60 + 530 * one.size / points[-1].size:.0f}" y="328" text-anchor="middle">{one.size:,}</text>'
        for one in points
        if one.size >= points[-1].size // 10
    ]
    parts.append('<text x="330" y="350" text-anchor="middle">fingerprints</text></svg>')
    return "\n".join(parts) + "\n"
