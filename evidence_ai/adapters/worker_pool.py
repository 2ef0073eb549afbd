"""A pool of worker processes: one bad document costs that document, delays nobody and kills nobody else.

**Source**: pebble stops a worker that overruns its time and starts another; concurrent.futures cannot.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import resource
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

Item = TypeVar("Item")
Result = TypeVar("Result")

# Enough waiting work to keep every worker busy without holding a whole package's results in memory.
_AHEAD_PER_WORKER = 4
# A worker starts afresh now and then: PDF and imaging libraries keep memory of large files.
_DOCUMENTS_PER_WORKER = 200


class Loss(Enum):
    """How a worker was lost while it had an item."""

    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"


@dataclass(frozen=True, slots=True)
class Lost(Generic[Item]):
    """An item whose worker gave no result; `why` for the log, never for people."""

    item: Item
    loss: Loss
    why: str


@dataclass(frozen=True, slots=True)
class PoolSize:
    """How many workers, and what one item may take. `memory_mb` is address space; 0 means no limit."""

    workers: int
    timeout_s: int
    memory_mb: int


def work(
    items: Iterable[Item],
    function: Callable[[Item], Result],
    *,
    size: PoolSize,
    prepare: Callable[..., None],
    prepare_with: tuple[object, ...],
) -> Iterator[tuple[Item, Result | Lost[Item]]]:
    """Run `function` over `items` in worker processes; results in the order given, none missing.

    Args:
        items: what to work on; picklable.
        function: importable by name in a worker.
        size: workers and limits.
        prepare: run once in every worker before its first item, with `prepare_with`.
        prepare_with: picklable arguments of `prepare`.
    """
    # A worker that is killed leaves its temporary files behind; here they go with the pool.
    scratch = tempfile.TemporaryDirectory(prefix="evidence-ai-", ignore_cleanup_errors=True)
    pool = ProcessPool(
        max_workers=size.workers,
        max_tasks=_DOCUMENTS_PER_WORKER,
        initializer=_prepare,
        initargs=(size.memory_mb, scratch.name, prepare, prepare_with),
        context=multiprocessing.get_context("spawn"),
    )
    waiting: deque[tuple[Item, ProcessFuture[Result]]] = deque()
    try:
        for item in items:
            waiting.append((item, pool.schedule(function, args=(item,), timeout=size.timeout_s)))
            if len(waiting) >= size.workers * _AHEAD_PER_WORKER:
                yield _outcome(waiting.popleft())
        for last in waiting:
            yield _outcome(last)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()
        scratch.cleanup()


def _outcome(first: tuple[Item, ProcessFuture[Any]]) -> tuple[Item, Any]:
    """Wait for one result. Anything a worker raises is a crash of that item: the pipeline itself never raises."""
    item, future = first
    try:
        return item, future.result()
    except FutureTimeoutError:
        return item, Lost(item, Loss.TIMEOUT, "time limit")
    except MemoryError:
        return item, Lost(item, Loss.MEMORY, "memory limit")
    except ProcessExpired as error:
        return item, Lost(item, Loss.CRASH, f"worker ended with exit code {error.exitcode}")
    except Exception as error:  # noqa: BLE001 - the one place where a worker's unknown failure becomes a named outcome
        return item, Lost(item, Loss.CRASH, f"{type(error).__name__} {_place(error)}")


def _place(error: Exception) -> str:
    """Where a worker failed, without the error's own words: those may hold document text."""
    frames = re.findall(r'File "([^"]+)", line (\d+), in (\S+)', str(error.__cause__ or ""))
    return "at {}:{} in {}".format(*frames[-1]) if frames else ""


def _prepare(memory_mb: int, scratch: str, prepare: Callable[..., None], prepare_with: tuple[object, ...]) -> None:
    if memory_mb:
        limit = memory_mb * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    os.environ["TMPDIR"] = tempfile.tempdir = scratch
    prepare(*prepare_with)
