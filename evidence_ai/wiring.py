"""The only place where ports meet adapters, and where models are loaded and handed on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evidence_ai.adapters.worker_pool import PoolSize
from evidence_ai.domain.dossier import Dossier
from evidence_ai.errors import DependencyError
from evidence_ai.services.examining import Stage, Tools, Upload, examine

if TYPE_CHECKING:
    from evidence_ai.adapters.isolation import Protection
    from evidence_ai.adapters.workshop import Workshop
    from evidence_ai.domain.bilingual import Language
    from evidence_ai.domain.decision import Decisions
    from evidence_ai.domain.edition import Edition
    from evidence_ai.domain.model import Model
    from evidence_ai.services.evaluating.report import EvaluationReport
    from evidence_ai.services.prechecking import Precheck

Progress = Callable[[Iterable[Any], int, str], Iterable[Any]]
"""Shows how far work is: given the items, how many there will be and their name, it yields them on."""


@dataclass(frozen=True, slots=True)
class ToolChoice:
    """What a worker needs to know to build its tools; picklable. `document_s`: reading stops there with what it has.

    `models_dir`: learned models; None means those that ship. `trust_dir`: certificates trusted to issue signatures.
    """

    engine: str
    edition: str | None
    editions_dir: Path | None
    document_s: float = 1_800.0
    models_dir: Path | None = None
    trust_dir: Path | None = None


def examine_all(
    uploads: Iterable[Upload], *, choice: ToolChoice, through: Stage, size: PoolSize
) -> Iterator[tuple[Upload, Dossier]]:
    """Examine many files over the processors, in the order given, none missing."""
    with workshop(choice=choice, through=through, size=size) as shop:
        yield from shop.examine_all(uploads)


def look_at_all(
    uploads: Iterable[Upload], *, choice: ToolChoice, through: Stage, size: PoolSize
) -> Iterator[tuple[Upload, Dossier]]:
    """The quick lane over many files: first three and last two pages, the others waiting."""
    with workshop(choice=choice, through=through, size=size) as shop:
        yield from shop.quick_all(uploads)


def protections() -> tuple[Protection, ...]:
    """Which protections the processes that open files have on this machine."""
    from evidence_ai.adapters import isolation

    return isolation.protections()


def workshop(*, choice: ToolChoice, through: Stage, size: PoolSize) -> Workshop:
    """Worker processes with tools for everything up to a stage. Make it in the process that uses it, and close it."""
    from evidence_ai.adapters.workshop import Workshop

    return Workshop(
        size,
        through=through,
        version=reading_version(choice) + ("" if through > Stage.READ else "-text"),
        prepare=_prepare_workers,
        prepare_with=(choice, int(through)),
    )


def reading_version(choice: ToolChoice) -> str:
    """Names what a reading depends on beside the file: with another version, pages are read anew."""
    from evidence_ai.adapters import page_spool

    return page_spool.reading_version(choice.engine)


def ensure_known(choice: ToolChoice, through: Stage) -> None:
    """Find a wrong choice before any document is opened: in a worker it would look like the document's fault.

    Raises:
        ConfigurationError: no such engine, an edition with errors, or a model whose bytes are not those of its card,
            or a trusted certificate that is none.
        DependencyError: the engine asked for is not installed.
        NotFoundError: no such edition.
    """
    from evidence_ai.adapters.trust_anchors import anchors_in
    from evidence_ai.editions import load
    from evidence_ai.reading.engines import engine_named

    if choice.engine != "auto" and not engine_named(choice.engine).available():
        message = f"Mesin OCR {choice.engine} tidak terpasang di komputer ini."
        raise DependencyError(message, advice="Pasang mesin itu, atau pakai `auto` (tesseract-ocr-ind dari Debian).")
    if through >= Stage.CLASSIFY and choice.edition is not None:
        load(choice.edition, extra=choice.editions_dir)
    if through >= Stage.UNDERSTAND:
        _models(choice.models_dir)
    anchors_in(choice.trust_dir)


def precheck(
    path: Path,
    *,
    region_code: str,
    data_year: int,
    choice: ToolChoice,
    size: PoolSize,
    progress: Progress,
    previous: Decisions | None = None,
) -> Precheck:
    """Pre-check a ZIP or folder; `previous`: what was decided for an earlier data year.

    Raises:
        NotFoundError: the package does not exist.
        InputError: it cannot be opened, or holds no document.
    """
    from evidence_ai.editions import load
    from evidence_ai.reading.package import open_package
    from evidence_ai.services.packages import assemble, package_findings, uploads
    from evidence_ai.services.prechecking import precheck as precheck_package

    ensure_known(choice, Stage.CLASSIFY)
    edition = load(choice.edition or "", extra=choice.editions_dir)
    files = open_package(path)
    waiting = uploads(files)
    examined = examine_all(waiting, choice=choice, through=Stage.CLASSIFY, size=size)
    dossiers = {upload.name: dossier for upload, dossier in progress(examined, len(files.files), "berkas")}
    package = assemble(files, dossiers, edition, region_code=region_code, data_year=data_year)
    package = replace(package, previous=previous)
    return precheck_package(package, edition, about_package=package_findings(files, package, edition))


def write_reports(
    done: Precheck, package: Path, *, language: Language, html: Path | None, xlsx: Path | None, docx: Path | None
) -> None:
    """Write what a pre-check leaves for people; a format without a path is not written."""
    if html is None and xlsx is None and docx is None:
        return
    from evidence_ai.adapters.reports import docx as docx_report
    from evidence_ai.adapters.reports import html as html_report
    from evidence_ai.adapters.reports import xlsx as xlsx_report
    from evidence_ai.reading.package import open_package
    from evidence_ai.services.reporting import report

    content = report(done, open_package(package), language=language)
    if html is not None:
        html.write_text(html_report.render(content), encoding="utf-8")
    if xlsx is not None:
        xlsx.write_bytes(xlsx_report.render(content))
    if docx is not None:
        docx.write_bytes(docx_report.render(content))


def evaluate(
    folder: Path, *, only: tuple[str, ...], choice: ToolChoice, size: PoolSize, progress: Progress
) -> EvaluationReport:
    """Measure the whole pipeline against a reference set.

    Raises:
        NotFoundError: there is no reference set in `folder`.
    """
    from evidence_ai.services.evaluating.gold import load_gold
    from evidence_ai.services.evaluating.measuring import Measured, documents_of, headings_of, measure
    from evidence_ai.services.evaluating.report import Timings

    ensure_known(choice, Stage.CLASSIFY)
    gold = load_gold(folder)
    started = time.perf_counter()
    files = documents_of(gold, only)
    examined = progress(examine_all(files, choice=choice, through=Stage.CLASSIFY, size=size), len(files), "berkas")
    dossiers = {upload.name: dossier for upload, dossier in examined}
    read = time.perf_counter()
    headings = headings_of(gold, only)
    tools = build_tools(choice, Stage.CLASSIFY)
    titles = [examine(one, tools, through=Stage.CLASSIFY) for one in progress(headings, len(headings), "judul")]
    pages = sum(len(one.text.pages) for one in dossiers.values())
    timings = (
        Timings("documents", read - started, len(dossiers), pages, size.workers),
        Timings("titles", time.perf_counter() - read, len(titles), len(titles), 1),
    )
    return measure(gold, only, Measured(dossiers, titles, timings))


def build_tools(choice: ToolChoice, through: Stage) -> Tools:
    """The tools for this process, loading only what the stage needs.

    Raises:
        ConfigurationError: no such engine or edition, or a model whose bytes are not those of its card.
    """
    from evidence_ai.adapters.trust_anchors import anchors_in
    from evidence_ai.reading.engines import engine_named, first_available
    from evidence_ai.reading.limits import Limits

    anchors = anchors_in(choice.trust_dir)
    engine = first_available() if choice.engine == "auto" else engine_named(choice.engine)
    limits = Limits(document_s=choice.document_s, word_boxes=through > Stage.READ)
    if through < Stage.UNDERSTAND:
        return Tools(engine=engine, limits=limits, anchors=anchors)
    from evidence_ai.understanding.type_words import type_model

    types, matching = _models(choice.models_dir)
    settles = type_model(types) if types is not None else None
    if through < Stage.CLASSIFY or choice.edition is None:
        return Tools(engine=engine, limits=limits, type_model=settles, anchors=anchors)
    from evidence_ai.classifying.matcher import build_matcher
    from evidence_ai.editions import load

    edition = load(choice.edition, extra=choice.editions_dir)
    matcher = build_matcher(edition, model=matching)
    return Tools(engine=engine, limits=limits, edition=edition, matcher=matcher, type_model=settles, anchors=anchors)


def train(corpora: Path, models: Path | None, edition: Edition, progress: Progress) -> dict[str, Any]:
    """Learn every model and write each over its version in force (version 1 where there is none).

    Raises:
        InputError: the corpora hold nothing to learn from, or a broken line.
    """
    from evidence_ai.adapters import model_files
    from evidence_ai.training import train as learn_all

    home = models or model_files.SHIPPED_MODELS
    version = (model_files.versions(home, "matcher") or ("1",))[-1]
    trained = learn_all(corpora, edition, version=version, watch=progress)
    written = [model_files.save(home, model, card) for model, card in trained.models]
    return {"models": [str(one) for one in written], "promoted": trained.matching.promoted}


@dataclass(frozen=True, slots=True)
class LearningPlaces:
    """Where learning from decisions reads and writes. `models`: None means those that ship."""

    corpora: Path
    models: Path | None
    inputs: Path
    feedback: Path


def learn(
    decisions: Iterable[Decisions],
    places: LearningPlaces,
    edition: Edition,
    *,
    choice: ToolChoice,
    size: PoolSize,
    progress: Progress,
) -> dict[str, Any]:
    """Keep decisions as rows, train beside the matcher in force, and write a new version only where nothing loses.

    Raises:
        InputError: the corpora hold nothing to learn from, or a broken line.
    """
    from evidence_ai.adapters import model_files
    from evidence_ai.classifying import build_matcher
    from evidence_ai.training import train as learn_all
    from evidence_ai.training.comparing import compare
    from evidence_ai.training.feedback import README, as_lines, feedback

    files = [Upload(name=path.name, path=path) for path in sorted(places.inputs.rglob("*")) if path.is_file()]
    examined = examine_all(files, choice=choice, through=Stage.UNDERSTAND, size=size)
    dossiers = {dossier.document.sha256: dossier for _, dossier in progress(examined, len(files), "berkas")}
    gathered = feedback(decisions, dossiers)
    model_files.add_rows(places.feedback, as_lines(gathered.rows), readme=README)
    home = places.models or model_files.SHIPPED_MODELS
    known = model_files.versions(home, "matcher")
    version = str(int(known[-1]) + 1) if known else "1"
    trained = learn_all(places.corpora, edition, version=version, watch=progress, feedback=places.feedback)
    old = build_matcher(edition, model=model_files.current(home, "matcher"))
    compared = compare(old, build_matcher(edition, model=trained.matching.model), trained.rows)
    model, card = trained.models[1]
    written = str(model_files.save(home, model, card)) if compared.promotes else None
    return {
        "rows": len(gathered.rows),
        "rejected_decisions": gathered.rejected,
        "documents_without_text": gathered.without_text,
        "compared_on": compared.rows,
        "gains": dict(compared.gains),
        "losses": dict(compared.losses),
        "promoted": written,
    }


def measure_models(gold: Path, models: Path | None, edition: Edition, progress: Progress) -> dict[str, Any]:
    """Measure the matcher in force on the titles of a reference set; its table goes beside the card.

    Raises:
        NotFoundError: there is no reference set in `gold`.
    """
    from evidence_ai.adapters import model_files
    from evidence_ai.adapters.worker_pool import PoolSize
    from evidence_ai.training.cards import reference_table

    home = models or model_files.SHIPPED_MODELS
    choice = ToolChoice("auto", edition.name, None, models_dir=home)
    found = evaluate(gold, only=("titles",), choice=choice, size=PoolSize(1, 900, 0), progress=progress)
    if found.titles is None or not (known := model_files.versions(home, "matcher")):
        return {"measured": None}
    text = reference_table({"titles": found.titles.rates}, {"titles": found.titles.calibration_error})
    path = model_files.write_beside(home, "matcher", known[-1], file_name="reference_set_a.toml", text=text)
    return {"measured": str(path)}


def _models(folder: Path | None) -> tuple[Model | None, Model | None]:
    """The learned models in force, of document types and of matching; None where a folder holds none."""
    from evidence_ai.adapters.model_files import SHIPPED_MODELS, current
    from evidence_ai.classifying.phrasing import MODEL_NAME as MATCHING
    from evidence_ai.understanding.type_words import MODEL_NAME as TYPES

    home = folder or SHIPPED_MODELS
    return current(home, TYPES), current(home, MATCHING)


def _prepare_workers(choice: ToolChoice, through: int) -> None:
    """Runs once, in the process from which workers are forked: what is loaded here costs no worker any time."""
    from importlib import import_module

    from evidence_ai.adapters import worker_tasks

    for name in ("pdf", "image"):
        import_module(f"evidence_ai.reading.formats.{name}")
    worker_tasks.use(build_tools(choice, Stage(through)))
