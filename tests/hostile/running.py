"""Hostile files through the real command, in small batches, under watch: what must hold, and what did not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from evidence_ai.domain.document import Outcome
from tests.hostile.material import HostileFile

psutil: Any = import_module("psutil")  # it ships no types

OUTCOMES = {outcome.value for outcome in Outcome}
WORKER_MB = 1_024
"""What a worker may hold, with the programs it started."""
SLACK_MB = 400
"""A worker is looked at twenty times a second; a bomb grows in between."""
FILE_S = 60
"""Wall time one document gets here; the default is a quarter of an hour."""
NEIGHBOUR = ("tetangga.txt", "PERATURAN BUPATI TANJUNG ARUM\nNOMOR 4 TAHUN 2021\nTENTANG\nKABUPATEN LAYAK ANAK\n")
_COMMAND = (str(Path(sys.executable).with_name("evidence-ai")),)
_WHERE = ("--region", "99.01", "--data-year", "2024")


@dataclass(frozen=True, slots=True)
class Breach:
    """A promise that was broken, and by which file."""

    vice: str
    name: str
    what: str


@dataclass(slots=True)
class Account:
    """What was seen over all batches. Times in seconds, memory in MB."""

    outcomes: dict[str, int] = field(default_factory=dict)
    crashes: list[str] = field(default_factory=list)
    breaches: list[Breach] = field(default_factory=list)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    peak_mb: float = 0.0
    peak_at: str = ""


def run_files(files: Sequence[HostileFile], account: Account, *, workers: int = 2) -> None:
    """One batch through `check`: every file one named outcome, between two healthy neighbours."""
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        place = Path(folder)
        paths = [_written(place, NEIGHBOUR[0], NEIGHBOUR[1].encode())]
        paths += [_written(place, one.name, one.content) for one in files]
        paths.append(_written(place, f"akhir_{NEIGHBOUR[0]}", NEIGHBOUR[1].encode()))
        watched = _watched("check", *_WHERE, *_lanes(), "--jsonl", "--workers", str(workers), "--", *map(str, paths))
    names = ", ".join(one.name for one in files[:3])
    vices = [HostileFile("neighbour", b"", "neighbour"), *files, HostileFile("neighbour", b"", "neighbour")]
    account.breaches += [Breach("batch", names, what) for what in watched.left_behind]
    if watched.code != 0 or len(watched.lines) != len(vices):
        what = f"exit code {watched.code}, {len(watched.lines)} objects for {len(vices)} files: {watched.words[-600:]}"
        account.breaches.append(Breach("batch", names, what))
        return
    before = watched.started
    for one, (at, line) in zip(vices, watched.lines, strict=True):
        _judge(one, json.loads(line), account)
        account.slowest.append((at - before, one.name))
        before = at
    account.slowest = sorted(account.slowest, reverse=True)[:30]
    _weigh(watched, names, account)


def run_package(package: HostileFile, account: Account) -> None:
    """One package through `precheck`: a result, or a refusal in words."""
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        path = _written(Path(folder), package.name, package.content)
        watched = _watched("precheck", str(path), *_WHERE, *_lanes(), "--workers", "1")
        outside = sorted(one.name for one in Path(folder).parent.glob("luar.txt"))
    account.breaches += [Breach(package.vice, package.name, what) for what in (*watched.left_behind, *outside)]
    account.slowest = sorted([*account.slowest, (watched.seconds, package.name)], reverse=True)[:30]
    _weigh(watched, package.name, account)
    text = "\n".join(line for _, line in watched.lines)
    if watched.code == 0:
        account.outcomes["package"] = account.outcomes.get("package", 0) + 1
        for document in json.loads(text)["documents"]:
            _judge(package, document, account)
    elif watched.code in (2, 3) and len(watched.words.strip()) > 20 and "Traceback" not in watched.words:
        account.outcomes["package_refused"] = account.outcomes.get("package_refused", 0) + 1
    else:
        account.breaches.append(Breach(package.vice, package.name, f"exit code {watched.code}: {watched.words[-600:]}"))


@dataclass(frozen=True, slots=True)
class _Watched:
    code: int
    started: float
    seconds: float
    lines: list[tuple[float, str]]
    words: str
    peak_mb: float
    left_behind: list[str]


def _watched(*arguments: str) -> _Watched:
    """Run the command with its output timed, its processes weighed, and look for what it leaves behind."""
    mark = uuid.uuid4().hex
    with tempfile.TemporaryDirectory(prefix="hostile-tmp-") as scratch:
        surroundings = {
            **os.environ, "TMPDIR": scratch, "HOSTILE_RUN": mark, "EVIDENCE_DOCUMENT_TIMEOUT_S": str(FILE_S),
        }  # fmt: skip
        started = time.monotonic()
        with subprocess.Popen(
            [*_COMMAND, *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings, text=True, errors="backslashreplace",
        ) as process:  # fmt: skip
            lines: list[tuple[float, str]] = []
            words: list[str] = []
            listeners = [
                threading.Thread(
                    target=lambda: lines.extend((time.monotonic(), line) for line in _lines(process.stdout))
                ),
                threading.Thread(target=lambda: words.extend(_lines(process.stderr))),
            ]
            for one in listeners:
                one.start()
            peak = 0.0
            while process.poll() is None:
                peak = max(peak, _heaviest_mb(process.pid))
                time.sleep(0.2)
            for one in listeners:
                one.join()
        seconds = time.monotonic() - started
        left = [f"left process {name}" for name in _alive(mark)]
        left += [f"left file {path.name}" for path in Path(scratch).rglob("*") if path.is_file()]
    return _Watched(process.returncode, started, seconds, lines, "".join(words), peak, left)


def _lines(pipe: Any) -> Iterator[str]:
    return iter(pipe)


def _heaviest_mb(root: int) -> float:
    """Resident memory of the heaviest process below the command, what it shares left out."""
    heaviest = 0.0
    try:
        below = psutil.Process(root).children(recursive=True)
    except psutil.NoSuchProcess:
        return 0.0
    for one in below:
        try:
            memory = one.memory_info()
        except psutil.NoSuchProcess:
            continue
        heaviest = max(heaviest, (memory.rss - memory.shared) / 1e6)
    return heaviest


def _alive(mark: str) -> list[str]:
    """Processes that carry the mark of this run and are still there a moment after its end."""
    found: list[str] = []
    for _ in range(10):
        found = []
        for one in psutil.process_iter(["name", "pid"]):
            try:
                if one.environ().get("HOSTILE_RUN") == mark and one.status() != psutil.STATUS_ZOMBIE:
                    found.append(f"{one.info['name']} {one.info['pid']}")
            except (psutil.AccessDenied, psutil.NoSuchProcess, OSError):
                continue
        if not found:
            break
        time.sleep(0.3)
    return found


def _judge(one: HostileFile, found: dict[str, Any], account: Account) -> None:
    """What every object must hold to: one outcome of the list, reasons with words, no page lost."""
    outcome = found["outcome"]
    account.outcomes[str(outcome)] = account.outcomes.get(str(outcome), 0) + 1
    if outcome == "crash":  # a name as good as any; but each is worth a look
        account.crashes.append(one.name)
    wrong = []
    if outcome not in OUTCOMES:
        wrong.append(f"outcome {outcome!r}")
    if outcome not in ("ok", "partial") and not _speaks(found["reason"]):
        wrong.append(f"{outcome} without a reason in words: {found['reason']!r}")
    if found["pages_read"] + len(found["pages_failed"]) != found["pages_total"]:
        wrong.append("pages lost")
    wrong += [
        f"page {page['page']} failed without words" for page in found["pages_failed"] if not _speaks(page["reason"])
    ]
    if one.vice == "neighbour" and (outcome != "ok" or (found["number"] or {}).get("value") != "4"):
        wrong.append(f"a healthy neighbour ended {outcome}, number {found['number']!r}")
    account.breaches += [Breach(one.vice, one.name, what) for what in wrong]


def _speaks(reason: Any) -> bool:
    return bool(isinstance(reason, dict) and reason["code"] and len(reason["message"]) > 20)


def _weigh(watched: _Watched, names: str, account: Account) -> None:
    if watched.peak_mb > account.peak_mb:
        account.peak_mb, account.peak_at = watched.peak_mb, names
    if watched.peak_mb > WORKER_MB + SLACK_MB:
        account.breaches.append(Breach("memory", names, f"{watched.peak_mb:.0f} MB resident in one process"))


def _written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@cache
def _lanes() -> tuple[str, ...]:
    """Every page is to be read, where the command knows another lane."""
    told = subprocess.run([*_COMMAND, "check", "--help"], capture_output=True, text=True, check=True)
    return ("--lane", "full") if "--lane" in told.stdout else ()
