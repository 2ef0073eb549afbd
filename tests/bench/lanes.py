"""The lanes: how soon a verdict comes and how often it is right; what a bad neighbour costs; memory of long scans.

    python -m tests.bench lanes [quick|neighbours|memory] [how many]

Process start is excluded. Wall time means something on idle processors only; the load is printed with it.
"""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from reportlab.lib.utils import ImageReader

from evidence_ai import wiring
from evidence_ai.adapters import worker_tasks
from evidence_ai.adapters.keeper import family_bytes
from evidence_ai.adapters.worker_pool import PoolSize
from evidence_ai.adapters.workshop import Workshop
from evidence_ai.domain.document import Source
from evidence_ai.domain.dossier import Dossier
from evidence_ai.reading.limits import Limits
from evidence_ai.services.evaluating.documents import group_of, score_documents
from evidence_ai.services.evaluating.gold import Row, load_gold
from evidence_ai.services.examining import Stage, Tools, Upload
from tests.fakes.engines.moody import MoodyEngine, height_of
from tests.unit.reading.papers import pdf, picture

SIZE = PoolSize(workers=2, timeout_s=3_600, memory_mb=1_024)
CHOICE = wiring.ToolChoice("auto", "permenkumham_22_2021", None)
FACTS = ("doc_type", "region", "number", "year")
NEIGHBOURS = 120
LONG_PAGES = 900
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds from the upload to the first words, to the quick verdict, and to the end."""

    first_s: float
    quick_s: float
    full_s: float | None


def main(arguments: tuple[str, ...]) -> None:
    """Run the parts asked for, all without arguments."""
    what = arguments[0] if arguments else "all"
    count = int(arguments[1]) if len(arguments) > 1 else 40
    for name, part in {"quick": quick, "neighbours": neighbours, "memory": memory}.items():
        if what in (name, "all"):
            print(f"-- {name}; load {os.getloadavg()[0]:.1f} on {len(os.sched_getaffinity(0))} processors")
            part(count)


def quick(count: int) -> None:
    """Both beats over documents one at a time, with accuracy; born-digital ones to the end."""
    rows = _sample(count)
    if not rows:
        print("set EVIDENCE_GOLD to measure the quick lane")
        return
    folder = Path(os.environ["EVIDENCE_GOLD"])
    times: dict[str, Times] = {}
    first: dict[str, Dossier] = {}
    quickly: dict[str, Dossier] = {}
    with shop() as works, tempfile.TemporaryDirectory() as pages:
        works.examine(Upload("warm.txt", content=b"PERATURAN BUPATI"))
        for row in rows:
            name = row["file"]
            times[name] = _timed(works, Upload(name, folder / name), Path(pages), first, quickly)
    for group in ("scan", "born-digital"):
        names = [row["file"] for row in rows if group_of(row) == group]
        _say_times(group, [times[name] for name in names])
        for beat, dossiers in (("first words", first), ("quick", quickly)):
            scores = score_documents(rows, dossiers).facts
            told = ", ".join(
                f"{fact} {scores[fact][group].right}/{scores[fact][group].n}" for fact in FACTS if fact in scores
            )
            print(f"   {beat:12} right: {told}")


def _timed(
    works: Workshop, upload: Upload, pages: Path, first: dict[str, Dossier], quickly: dict[str, Dossier]
) -> Times:
    started = time.perf_counter()
    heard: list[float] = []

    def on_first_words(dossier: Dossier) -> None:
        heard.append(time.perf_counter() - started)
        first[upload.name] = dossier

    found = works.quick(upload, folder=pages, on_first_words=on_first_words)
    quick_s = time.perf_counter() - started
    quickly[upload.name] = found
    born_digital = found.text.pages and all(page.source is not Source.OCR for page in found.text.pages)
    full_s = None
    if born_digital:
        started = time.perf_counter()
        works.examine(upload)
        full_s = time.perf_counter() - started
    works.forget(found.document.sha256, pages)
    return Times(heard[0], quick_s, full_s)


def _say_times(group: str, times: list[Times]) -> None:
    for name, seconds in {
        "first words": [one.first_s for one in times],
        "quick": [one.quick_s for one in times],
        "complete": [one.full_s for one in times if one.full_s is not None],
    }.items():
        if len(seconds) >= 2:
            p95 = quantiles(seconds, n=20, method="inclusive")[-1]
            print(f"{group:12} {name:12} n={len(seconds)} median {median(seconds):.2f} s, p95 {p95:.2f} s")


def _sample(count: int) -> tuple[Row, ...]:
    gold = os.environ.get("EVIDENCE_GOLD")
    if not gold:
        return ()
    rows = [row for row in load_gold(Path(gold)).documents if (Path(gold) / row["file"]).is_file()]
    chosen: list[Row] = []
    for group in ("scan", "born-digital"):
        some = [row for row in rows if group_of(row) == group]
        chosen += some[:: max(len(some) * 2 // count, 1)][: count // 2]
    return tuple(chosen)


def neighbours(_count: int) -> None:
    """The same documents alone and with one that hangs among them, in one run, thrice."""
    files = sorted((ROOT / "corpora" / "sample_package").glob("**/*.pdf"))
    good = [Upload(f"{at}.pdf", files[at % len(files)]) for at in range(NEIGHBOURS)]
    bad = Upload("buruk.pdf", content=_hanging())
    ratios: list[float] = []
    for _ in range(3):
        alone = _seconds_of(good, None)
        beside = _seconds_of(good, bad)
        ratios.append(beside / alone)
        print(f"   {NEIGHBOURS} documents alone {alone:.2f} s, beside one that hangs {beside:.2f} s")
    print(f"neighbours of a hanging document take {median(ratios):.2f} times as long")


def _seconds_of(good: list[Upload], bad: Upload | None) -> float:
    """Seconds until the last of the good ones is there, each submitted at once."""
    with _hanging_shop() as works:
        works.examine(Upload("warm.txt", content=b"PERATURAN BUPATI"))
        started = time.perf_counter()
        if bad is not None:
            threading.Thread(target=_try, args=(works, bad), daemon=True).start()
            time.sleep(0.05)
        list(works.examine_all(good))
        return time.perf_counter() - started


def _try(works: Workshop, upload: Upload) -> None:
    with suppress(BaseException):  # cancelled when its workshop closes
        works.examine(upload)


@contextmanager
def _hanging_shop() -> Iterator[Workshop]:
    with Workshop(SIZE, through=Stage.UNDERSTAND, version="bench", prepare=_prepare_hanging, prepare_with=()) as works:
        yield works


def _prepare_hanging() -> None:
    worker_tasks.use(Tools(engine=MoodyEngine(("PERATURAN BUPATI",)), limits=Limits()))


def _hanging() -> bytes:
    return pdf(*[_page(height_of("spin"), picture("MACET"))] * 3)


def _page(height: int, image: object) -> Callable[..., None]:
    def draw(canvas: object) -> None:
        canvas.setPageSize((595, height))  # type: ignore[attr-defined]
        canvas.drawImage(ImageReader(image), 0, 0, 595, height)  # type: ignore[attr-defined]

    return draw


def memory(_count: int) -> None:
    """Most memory of a worker with its programs, by pages read of one long scan (`EVIDENCE_LONG_SCAN`)."""
    path = os.environ.get("EVIDENCE_LONG_SCAN")
    if path is None:
        print("set EVIDENCE_LONG_SCAN to a long scanned PDF to measure memory")
        return
    seen: list[tuple[int, int]] = [(0, 0)]
    done = threading.Event()
    with shop() as works:
        pool = works._foreman._pool

        def look() -> None:
            while not done.wait(0.03):
                most = max((family_bytes(one.keeper) for one in list(pool.workers) if one.keeper), default=0)
                seen.append((seen[-1][0], most))

        watch = threading.Thread(target=look)
        watch.start()
        found = works.examine(Upload("panjang.pdf", Path(path)), progress=lambda page, _: seen.append((page, 0)))
        done.set()
        watch.join()
    tenth = max(found.text.pages_total // 10, 1)
    for start in range(0, found.text.pages_total, tenth):
        part = [most for page, most in seen if start <= page < start + tenth]
        print(f"   after page {start:4}: most {max(part, default=0) / 1e6:.0f} MB in a worker with its programs")
    rest = [most for page, most in seen if page >= found.text.pages_total]
    print(f"   joining and judging: most {max(rest, default=0) / 1e6:.0f} MB")
    print(f"{found.text.outcome}: {len(found.text.pages)} of {found.text.pages_total} pages")


@contextmanager
def shop() -> Iterator[Workshop]:
    """A workshop with every tool."""
    with wiring.workshop(choice=CHOICE, through=Stage.CLASSIFY, size=SIZE) as works:
        yield works
