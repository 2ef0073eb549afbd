"""The command line: one subcommand per verb; JSON to stdout, words and progress bars to stderr.

Exit codes: 0 every file has its object; 1 `check`/`precheck --strict` found an error or `verify` is not valid; 2 usage;
3 no usable input at all; 4 dependency missing; 5 configuration; 70 internal.
Libraries load inside the verb that needs them, so that `--version` and `editions` answer at once.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from evidence_ai import __version__
from evidence_ai.errors import EvidenceError, Kind

if TYPE_CHECKING:
    from evidence_ai.domain.bilingual import Language
    from evidence_ai.domain.dossier import Dossier
    from evidence_ai.settings import Settings

_EXIT_CODES = {
    Kind.INPUT: 3,
    Kind.NOT_FOUND: 3,
    Kind.CONFLICT: 3,
    Kind.DENIED: 3,
    Kind.DEPENDENCY: 4,
    Kind.CONFIGURATION: 5,
}
_INTERNAL = 70

Verb = TypeVar("Verb", bound=Callable[..., Any])
_REGION = re.compile(r"\d\d(\.\d\d)?")


def _region_code(_context: click.Context, _option: click.Parameter, value: str) -> str:
    code = value.strip()
    if not _REGION.fullmatch(code):
        message = f"{value!r} bukan kode wilayah Kemendagri; tulis NN.NN (misalnya 33.03), atau NN untuk provinsi."
        raise click.BadParameter(message)
    from evidence_ai.domain.region import known_code

    if not known_code(code):
        click.echo(f"Kode wilayah {code} tidak ada di daftar wilayah; periksa kembali kode itu.", err=True)
    return code


def _writable(_context: click.Context, _option: click.Parameter, value: Path | None) -> Path | None:
    """Refuse a place that cannot be written before the work begins, not after it."""
    if value is not None and (value.is_dir() or not value.absolute().parent.is_dir()):
        raise click.BadParameter(f"{str(value)!r} tidak dapat ditulis; foldernya belum ada, atau ini sebuah folder.")
    return value


files_argument = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
jsonl_option = click.option("--jsonl", is_flag=True, help="One object per line, also for a single file.")
language_option = click.option("--lang", "language", type=click.Choice(["id", "en"]), default="id", show_default=True)
edition_option = click.option("--edition", default=None, help="Name of the edition; see `editions list`.")
region_option = click.option(
    "--region",
    "region_code",
    required=True,
    callback=_region_code,
    help="Kemendagri code: NN.NN, or NN for a province.",
)
data_year_option = click.option(
    "--data-year", type=click.IntRange(1990, 2100), required=True, help="The year assessed."
)


def _report_option(name: str, words: str) -> Callable[[Verb], Verb]:
    path = click.Path(path_type=Path)
    return click.option(f"--{name}", f"{name}_file", type=path, callback=_writable, help=words)


engine_option = click.option("--engine", default=None, help="OCR engine; default: the fastest one installed.")
workers_option = click.option(
    "--workers", type=click.IntRange(1, 256), default=None, help="Default: one per processor."
)


def main() -> None:
    """Run the command and translate failures into exit codes; the only broad catch of this entrance."""
    try:
        sys.exit(cli(standalone_mode=False) or 0)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as wrong:
        _explain_usage(wrong)
        sys.exit(wrong.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    except EvidenceError as error:
        click.echo(str(error), err=True)
        sys.exit(_EXIT_CODES.get(error.kind, _INTERNAL))
    except Exception as error:  # noqa: BLE001 - translated once, here, with its place in the log
        _explain_internal(error)
        sys.exit(_INTERNAL)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="evidence-ai")
def cli() -> None:
    """Pre-check evidence for Kabupaten/Kota Peduli HAM and compute the score with a verifiable receipt."""


@cli.command()
@files_argument
@jsonl_option
@language_option
@engine_option
@workers_option
def read(files: tuple[Path, ...], jsonl: bool, language: Language, engine: str | None, workers: int | None) -> None:
    """Read files: every page's text, its source and its grade."""
    from evidence_ai.services.contract import read_object

    dossiers = _examined(files, "READ", engine=engine, workers=workers, edition=None)
    _print_objects((read_object(dossier, language=language) for dossier in dossiers), len(files), jsonl=jsonl)


@cli.command()
@files_argument
@jsonl_option
@language_option
@engine_option
@workers_option
def understand(
    files: tuple[Path, ...], jsonl: bool, language: Language, engine: str | None, workers: int | None
) -> None:
    """Understand files: type, region, number, dates, figures and budget lines, each with its quote."""
    from evidence_ai.services.contract import understand_object

    dossiers = _examined(files, "UNDERSTAND", engine=engine, workers=workers, edition=None)
    _print_objects((understand_object(dossier, language=language) for dossier in dossiers), len(files), jsonl=jsonl)


@cli.command()
@files_argument
@edition_option
@jsonl_option
@language_option
@engine_option
@workers_option
def classify(
    files: tuple[Path, ...],
    edition: str | None,
    jsonl: bool,
    language: Language,
    engine: str | None,
    workers: int | None,
) -> None:
    """Propose indicators for files, with reasons; say so where none fits."""
    from evidence_ai.services.contract import classify_object

    dossiers = _examined(files, "CLASSIFY", engine=engine, workers=workers, edition=edition)
    _print_objects((classify_object(dossier, language=language) for dossier in dossiers), len(files), jsonl=jsonl)


@cli.command()
@files_argument
@region_option
@data_year_option
@click.option("--claim", "indicator", default=None, help="The indicator the files were uploaded for.")
@click.option("--strict", is_flag=True, help="Exit 1 where an error was found.")
@edition_option
@jsonl_option
@language_option
@engine_option
@workers_option
def check(
    files: tuple[Path, ...],
    region_code: str,
    data_year: int,
    indicator: str | None,
    strict: bool,
    edition: str | None,
    jsonl: bool,
    language: Language,
    engine: str | None,
    workers: int | None,
) -> None:
    """Check each file by itself: region, year, kind, enactment, legibility, sums."""
    from evidence_ai.services.checking_files import asked_indicator, check_dossier
    from evidence_ai.services.contract import check_object

    loaded = _edition(edition)
    asked = {"region_code": region_code, "data_year": data_year, "indicator": asked_indicator(indicator, loaded)}
    dossiers = _examined(files, "CLASSIFY", engine=engine, workers=workers, edition=edition)
    checked = (check_dossier(dossier, loaded, **asked) for dossier in dossiers)  # type: ignore[arg-type]
    objects = _Watched(check_object(dossier, language=language) for dossier in checked)
    _print_objects(objects, len(files), jsonl=jsonl)
    if strict and objects.saw_error:
        sys.exit(1)


@cli.command()
@click.argument("package", type=click.Path(path_type=Path))
@region_option
@data_year_option
@_report_option("json", "Also write the result there.")
@_report_option("html", "Write a self-contained page for people.")
@_report_option("xlsx", "Write a workbook.")
@_report_option("docx", "Write a Laporan Hasil Pemeriksaan.")
@click.option("--strict", is_flag=True, help="Exit 1 where an error was found.")
@edition_option
@language_option
@engine_option
@workers_option
def precheck(
    package: Path,
    region_code: str,
    data_year: int,
    json_file: Path | None,
    html_file: Path | None,
    xlsx_file: Path | None,
    docx_file: Path | None,
    strict: bool,
    edition: str | None,
    language: Language,
    engine: str | None,
    workers: int | None,
) -> None:
    """Pre-check a whole package (ZIP or folder, with or without a manifest)."""
    from evidence_ai import wiring
    from evidence_ai.services.contract import precheck_object

    done = wiring.precheck(
        package,
        region_code=region_code,
        data_year=data_year,
        choice=_choice(engine, edition),
        size=_size(workers),
        progress=_progress,
    )
    result = precheck_object(done, language=language)
    text = json.dumps(result, ensure_ascii=False, indent=1)
    if json_file is not None:
        json_file.write_text(text + "\n", encoding="utf-8")
    wiring.write_reports(done, package, language=language, html=html_file, xlsx=xlsx_file, docx=docx_file)
    click.echo(text)
    if strict and done.has_errors:
        sys.exit(1)


@cli.command()
@click.argument("decisions", type=click.Path(path_type=Path))
@click.option("--private-key", type=click.Path(path_type=Path), help="Ed25519 key (PEM) that signs the receipt.")
def score(decisions: Path, private_key: Path | None) -> None:
    """Compute the official score of a decisions file and seal its receipt."""
    from evidence_ai.services.official_score import official_score

    key = _bytes(private_key) if private_key is not None else None
    scored = official_score(_bytes(decisions), editions=_settings().editions_dir, private_key=key)
    click.echo(scored.notice.id, err=True)
    click.echo(scored.to_json())


@cli.command()
@click.argument("receipt", type=click.Path(path_type=Path))
@click.option("--decisions", type=click.Path(path_type=Path), help="Recompute the score from this decisions file.")
@click.option("--inputs", type=click.Path(path_type=Path), help="Folder with the documents, compared byte by byte.")
@click.option("--public-key", type=click.Path(path_type=Path), help="Ed25519 key (PEM) of the one who signed.")
def verify(receipt: Path, decisions: Path | None, inputs: Path | None, public_key: Path | None) -> None:
    """Verify a receipt offline; name the first difference."""
    from evidence_ai.services.official_score import verification_object, verify_receipt

    found = verify_receipt(
        _bytes(receipt),
        decisions=_bytes(decisions) if decisions is not None else None,
        inputs=_folder(inputs) if inputs is not None else None,
        public_key=_bytes(public_key) if public_key is not None else None,
        editions=_settings().editions_dir,
    )
    click.echo(json.dumps(verification_object(found), ensure_ascii=False, indent=1))
    click.echo(found.notice.id, err=True)
    sys.exit(0 if found.valid else 1)


@cli.command()
@click.option("--gold", type=click.Path(path_type=Path), required=True, envvar="EVIDENCE_GOLD", help="Reference set.")
@click.option("--only", type=click.Choice(["documents", "titles", "figures", "budget-lines"]), multiple=True)
@edition_option
@engine_option
@workers_option
def evaluate(gold: Path, only: tuple[str, ...], edition: str | None, engine: str | None, workers: int | None) -> None:
    """Measure every fact, candidate, figure and budget line against a reference set."""
    from evidence_ai import wiring
    from evidence_ai.services.evaluating import table

    report = wiring.evaluate(gold, only=only, choice=_choice(engine, edition), size=_size(workers), progress=_progress)
    click.echo(table(report), err=True)
    click.echo(json.dumps(report.as_object(), ensure_ascii=False, indent=1))


@cli.group()
def editions() -> None:
    """List, show, lint, compare and import editions."""


@editions.command("list")
def editions_list() -> None:
    """The editions that can be used."""
    from evidence_ai.services.edition_catalogue import list_object

    click.echo(json.dumps(list_object(_settings().editions_dir), ensure_ascii=False, indent=1))


@editions.command("show")
@click.argument("name")
@language_option
def editions_show(name: str, language: Language) -> None:
    """One edition: its rights and indicators."""
    from evidence_ai.services.edition_catalogue import show_object

    click.echo(json.dumps(show_object(name, _settings().editions_dir, language=language), ensure_ascii=False, indent=1))


@editions.command("lint")
@click.argument("name", required=False)
@language_option
def editions_lint(name: str | None, language: Language) -> None:
    """Find gaps, overlaps, unknown types, missing units and wrong counts."""
    from evidence_ai.services.edition_catalogue import lint_object

    found = lint_object(name, _settings().editions_dir, language=language)
    click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    if any(one["severity"] == "error" for one in found["findings"]):
        sys.exit(1)


@editions.command("diff")
@click.argument("old")
@click.argument("new")
def editions_diff(old: str, new: str) -> None:
    """What changed from one edition to another."""
    from evidence_ai.services.edition_catalogue import diff_object

    click.echo(json.dumps(diff_object(old, new, _settings().editions_dir), ensure_ascii=False, indent=1))


@editions.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
def editions_import(folder: Path) -> None:
    """Lint an edition's folder and put it beside the others (EVIDENCE_EDITIONS_DIR)."""
    from evidence_ai.services.edition_catalogue import import_object

    click.echo(json.dumps(import_object(folder, _settings().editions_dir), ensure_ascii=False, indent=1))


class _Watched:
    """An iterator of `check` objects that remembers whether one carried an error."""

    def __init__(self, objects: Iterable[dict[str, Any]]) -> None:
        self._objects = objects
        self.saw_error = False

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for one in self._objects:
            self.saw_error |= any(found["severity"] == "error" for found in one["mismatches"])
            yield one


def _examined(
    files: tuple[Path, ...], stage: str, *, engine: str | None, workers: int | None, edition: str | None
) -> Iterator[Dossier]:
    from evidence_ai import wiring
    from evidence_ai.services.examining import Stage, Upload

    size = _size(min(workers or _settings().worker_count, len(files)))
    choice = _choice(engine, edition)
    wiring.ensure_known(choice, Stage[stage])
    uploads = [Upload(name=_shown(path), path=path) for path in files]
    found = wiring.examine_all(uploads, choice=choice, through=Stage[stage], size=size)
    return (dossier for _, dossier in _progress(found, len(files), "berkas"))


def _shown(path: Path) -> str:
    r"""A path as text that can be written; bytes that are no UTF-8 (old Windows archives) stand as \\xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _print_objects(objects: Iterable[dict[str, Any]], count: int, *, jsonl: bool) -> None:
    """One object, an array, or one object per line; each is printed as soon as it is there."""
    if jsonl:
        for one in objects:
            click.echo(json.dumps(one, ensure_ascii=False))
        return
    if count == 1:
        for one in objects:
            click.echo(json.dumps(one, ensure_ascii=False, indent=1))
        return
    click.echo("[")
    for at, one in enumerate(objects):
        click.echo(("," if at else "") + json.dumps(one, ensure_ascii=False, indent=1))
    click.echo("]")


def _progress(items: Iterable[Any], total: int, unit: str) -> Iterable[Any]:
    """A progress bar on stderr where a person watches."""
    from tqdm import tqdm

    return tqdm(items, total=total, unit=f" {unit}", file=sys.stderr, disable=None if total > 1 else True)


@cache
def _settings() -> Settings:
    """Settings, read once; from then on logs go to stderr at the level they ask for."""
    from evidence_ai.logs import set_up
    from evidence_ai.settings import load_settings

    chosen = load_settings()
    set_up(chosen.log_level)
    return chosen


def _choice(engine: str | None, edition: str | None) -> Any:
    from evidence_ai.wiring import ToolChoice

    chosen = _settings()
    return ToolChoice(engine or chosen.ocr_engine, edition or chosen.edition, chosen.editions_dir)


def _edition(name: str | None) -> Any:
    from evidence_ai.editions import load

    chosen = _settings()
    return load(name or chosen.edition, extra=chosen.editions_dir)


def _size(workers: int | None) -> Any:
    from evidence_ai.adapters.worker_pool import PoolSize

    chosen = _settings()
    return PoolSize(workers or chosen.worker_count, chosen.document_timeout_s, chosen.worker_memory_mb)


def _bytes(path: Path) -> bytes:
    from evidence_ai.errors import NotFoundError

    if not path.is_file():
        raise NotFoundError(f"Berkas {path} tidak ditemukan.", advice="Periksa nama dan letaknya.")
    return path.read_bytes()


def _folder(path: Path) -> Path:
    from evidence_ai.errors import NotFoundError

    if not path.is_dir():
        raise NotFoundError(f"Folder {path} tidak ditemukan.", advice="Periksa nama dan letaknya.")
    return path


def _explain_usage(wrong: click.ClickException) -> None:
    """What is wrong with the command as typed, first in Indonesian, and where its description stands."""
    context = getattr(wrong, "ctx", None)
    command = context.command_path if context is not None else "evidence-ai"
    if isinstance(wrong, click.exceptions.NoArgsIsHelpError):
        wrong.show()
        return
    click.echo(_usage_words(wrong), err=True)
    click.echo(f"Cara pakai: {command} --help", err=True)


def _usage_words(wrong: click.ClickException) -> str:
    param = getattr(wrong, "param", None)
    hint = getattr(wrong, "param_hint", None) or _typed_name(param)
    if isinstance(wrong, click.MissingParameter):
        return f"{hint} belum diberikan."
    if isinstance(wrong, click.NoSuchOption):
        return f"Pilihan {wrong.option_name} tidak dikenal. Nama berkas yang diawali '-' ditulis sesudah '--'."
    if isinstance(wrong, click.BadParameter):
        return f"Nilai untuk {hint} tidak dapat dipakai: {wrong.message}"
    return f"Perintah ini tidak dapat dijalankan: {wrong.format_message()}"


def _typed_name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[0]
    return param.human_readable_name if param is not None else ""


def _explain_internal(error: Exception) -> None:
    import traceback

    click.echo("".join(traceback.format_exception(error)), err=True)
    click.echo(
        "Kesalahan di dalam program; laporkan baris di atas. (Internal error; please report the lines above.)", err=True
    )
