"""The only place where ports meet adapters, and where models are loaded and handed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evidence_ai.adapters.worker_pool import Loss, Lost, PoolSize, work
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import DocumentText, Outcome
from evidence_ai.domain.dossier import Dossier
from evidence_ai.services.examining import Stage, Tools, Upload, examine, failed, without_text


@dataclass(frozen=True, slots=True)
class ToolChoice:
    """What a worker needs to know to build its tools; picklable."""

    engine: str
    edition: str | None
    editions_dir: Path | None


def examine_all(
    uploads: Iterable[Upload], *, choice: ToolChoice, through: Stage, size: PoolSize
) -> Iterator[tuple[Upload, Dossier]]:
    """Examine many files over the processors, in the order given, none missing."""
    for upload, result in work(
        uploads, _examine_here, size=size, prepare=_prepare_worker, prepare_with=(choice, int(through))
    ):
        yield upload, _lost(result) if isinstance(result, Lost) else result


def build_tools(choice: ToolChoice, through: Stage) -> Tools:
    """The tools for this process, loading only what the stage needs.

    Raises:
        ConfigurationError: no such engine or edition.
    """
    from evidence_ai.reading.engines import choose
    from evidence_ai.reading.limits import Limits

    engine = choose(choice.engine)
    if through < Stage.CLASSIFY or choice.edition is None:
        return Tools(engine=engine, limits=Limits())
    from evidence_ai.classifying.matcher import build_matcher
    from evidence_ai.editions import load

    edition = load(choice.edition, extra=choice.editions_dir)
    return Tools(engine=engine, limits=Limits(), edition=edition, matcher=build_matcher(edition))


_here: list[tuple[Tools, Stage]] = []


def _prepare_worker(choice: ToolChoice, through: int) -> None:
    _here[:] = [(build_tools(choice, Stage(through)), Stage(through))]


def _examine_here(upload: Upload) -> Dossier:
    tools, through = _here[0]
    return examine(upload, tools, through=through)


def _lost(lost: Lost[Upload]) -> Dossier:
    return without_text(lost.item, _lost_texts()[lost.loss])


@cache
def _lost_texts() -> dict[Loss, DocumentText]:
    return {
        Loss.TIMEOUT: failed(
            Outcome.TIMEOUT,
            "timeout",
            Bilingual(
                "Berkas ini terlalu lama dibaca sehingga dihentikan; bagi menjadi beberapa berkas atau pindai ulang.",
                "Reading this file took too long and was stopped; split it into several files or scan it again.",
            ),
        ),
        Loss.MEMORY: failed(
            Outcome.MEMORY,
            "memory",
            Bilingual(
                "Berkas ini memerlukan memori lebih dari batas; perkecil gambar di dalamnya atau bagi berkas itu.",
                "This file needs more memory than allowed; reduce the pictures in it or split it.",
            ),
        ),
        Loss.CRASH: failed(
            Outcome.CRASH,
            "crash",
            Bilingual(
                "Berkas ini menghentikan pembaca; kemungkinan rusak. Simpan ulang atau pindai ulang, lalu unggah lagi.",
                "This file stopped the reader and is probably broken. Save or scan it again, then upload it again.",
            ),
        ),
    }
