"""`python -m tests.bench scans`: error and time on pages spoiled by degrees, and what the grades are worth.

Pages are printed from born-digital files (of the reference set where there is one, else of our own samples), so their
text is known. CER is the edit distance between texts, blanks as one, by the letters of the true text; words lost is the
share of true words that the reading does not hold, wherever they stand. Time is processor time, children included.
"""

from __future__ import annotations

import io
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from PIL import Image
from rapidfuzz.distance import Levenshtein

from evidence_ai.domain.document import Grade, Page
from evidence_ai.reading import read
from evidence_ai.reading.engine import Engine
from evidence_ai.reading.engines import all_engines
from evidence_ai.reading.grading import BANDS
from tests.bench.scans.noise import LEVELS, as_pdf, photographed, scanned
from tests.bench.scans.samples import DPI, Sample, samples

PAGES = 8
ROOT = Path(__file__).resolve().parents[3]
_ALIKE = str.maketrans("“”‘’–—\u00a0•", "\"\"''-- .")


@dataclass(frozen=True, slots=True)
class Measured:
    """One reading of one spoiled page; errors as shares, `cpu_s` of the whole reading."""

    sample: str
    engine: str
    kind: str
    level: int
    cer: float
    words_lost: float
    cpu_s: float
    grade: Grade
    page: Page | None


def main(arguments: tuple[str, ...]) -> None:
    """Measure, and print tables; the first argument is how many pages, further ones are levels."""
    gold = os.environ.get("EVIDENCE_GOLD")
    folder = Path(gold) / "pdf" if gold else ROOT / "corpora" / "sample_package"
    most, *levels = (int(argument) for argument in arguments or (str(PAGES),))
    engines = [engine for engine in all_engines().values() if engine.available()]
    chosen = list(samples(sorted(folder.rglob("*.pdf")), most=most))
    results = [one for engine in engines for one in measured(chosen, engine, levels or list(LEVELS))]
    source = "reference set A (not distributed)" if gold else "the sample package"
    print(f"spoiled pages: {len(chosen)} pages of {source}, engines {', '.join(engine.name for engine in engines)}")
    print(by_level(results))
    print(confusion(results))


def measured(chosen: Sequence[Sample], engine: Engine, levels: Sequence[int]) -> list[Measured]:
    """Every page at every level, scanned and photographed."""
    found: list[Measured] = []
    for seed, sample in enumerate(chosen):
        for level in levels:
            scan = as_pdf([scanned(sample.picture, DPI, level=level, seed=seed)])
            found.append(_measure(sample, engine, "scan", level, scan, "application/pdf"))
            photo = _jpeg(photographed(sample.picture, DPI, level=level, seed=seed))
            found.append(_measure(sample, engine, "photo", level, photo, "image/jpeg"))
        print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return found


def by_level(results: Sequence[Measured]) -> str:
    """A line for every engine, kind and level."""
    groups: dict[tuple[str, str, int], list[Measured]] = defaultdict(list)
    for one in results:
        groups[one.engine, one.kind, one.level].append(one)
    rows = ["engine       kind   level   CER median   mean   words lost   s a page   grades"]
    for (engine, kind, level), ones in groups.items():
        grades = Counter(one.grade.value for one in ones)
        listed = " ".join(f"{grade.value}:{grades[grade.value]}" for grade in Grade if grades[grade.value])
        rows.append(
            f"{engine:<12} {kind:<6} {level:>5} {median(one.cer for one in ones):>11.1%} {mean(one.cer for one in ones):>7.1%}"
            f" {mean(one.words_lost for one in ones):>11.1%} {mean(one.cpu_s for one in ones):>10.2f}   {listed}"
        )
    return "\n".join(rows)


def confusion(results: Sequence[Measured]) -> str:
    """Grades given (rows) against the bands their true error lies in (columns)."""
    counts = Counter((one.grade, band_of(one.cer)) for one in results)
    rows = ["given \\ true".ljust(14) + "".join(grade.value.rjust(12) for grade in Grade)]
    rows += [given.value.ljust(14) + "".join(str(counts[given, true]).rjust(12) for true in Grade) for given in Grade]
    order = list(Grade)
    distances = [order.index(one.grade) - order.index(band_of(one.cer)) for one in results]
    same, near = (sum(abs(distance) <= reach for distance in distances) for reach in (0, 1))
    kind = sum(distance <= -2 for distance in distances)
    total = max(len(results), 1)
    rows.append(
        f"same band {same / total:.0%}, at most one off {near / total:.0%}, two or more too kind {kind / total:.1%}, n = {total}"
    )
    return "\n".join(rows)


def band_of(cer: float) -> Grade:
    """The grade whose band holds this error."""
    return next((grade for grade, most in BANDS if cer <= most), Grade.UNREADABLE)


def _measure(sample: Sample, engine: Engine, kind: str, level: int, content: bytes, media_type: str) -> Measured:
    before = _cpu_s()
    text = read(content, media_type, engine=engine)
    spent = _cpu_s() - before
    page = text.pages[0] if text.pages else None
    found = page.text if page else ""
    grade = page.grade if page else Grade.UNREADABLE
    return Measured(
        sample.name,
        engine.name,
        kind,
        level,
        cer(sample.text, found),
        words_lost(sample.text, found),
        spent,
        grade,
        page,
    )


def cer(true: str, found: str) -> float:
    """Edits a letter, at most 1."""
    true, found = _plain(true), _plain(found)
    return min(Levenshtein.distance(true, found) / max(len(true), 1), 1.0)


def words_lost(true: str, found: str) -> float:
    """Share of the true words not found, each as often as it stands."""
    words = Counter(_plain(true).split())
    return 1 - (words & Counter(_plain(found).split())).total() / max(words.total(), 1)


def _plain(text: str) -> str:
    return " ".join(text.translate(_ALIKE).split())


def _cpu_s() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=92)
    return out.getvalue()
