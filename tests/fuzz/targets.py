"""What is fuzzed, one target a parser family: good files to start from, and the promise that must hold for any bytes."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from evidence_ai.domain.document import DocumentText, Grade, Line, Outcome, Page, Source
from evidence_ai.errors import InputError
from evidence_ai.reading import Limits, read
from evidence_ai.reading.media_types import CSV, DOCX, PDF, TEXT, XLSX, detect
from evidence_ai.reading.package import open_package
from evidence_ai.understanding import understand
from tests.fakes.engines.silent import ENGINE as SILENT
from tests.hostile.material import HEADING, one_page, stream, zipped
from tests.samples.office import outreach_report, population_table

_SAMPLES = Path(__file__).resolve().parents[2] / "corpora" / "sample_package"
_LIMITS = Limits(
    max_bytes=5_000_000, max_pages=50, max_pixels=2_000_000, max_characters=200_000, page_s=5, document_s=20
)


@dataclass(frozen=True, slots=True)
class Target:
    """`seeds` are good files; `holds` raises where the promise is broken."""

    seeds: Callable[[], list[bytes]]
    holds: Callable[[bytes], None]


def _reading(*media_types: str) -> Callable[[bytes], None]:
    def holds(data: bytes) -> None:
        for media_type in media_types:
            text = read(data, media_type, engine=SILENT, limits=_LIMITS)
            assert text.outcome in (Outcome.OK, Outcome.PARTIAL) or text.reason is not None
            assert len(text.pages) + len(text.pages_failed) == text.pages_total
            for page in text.pages:
                page.text.encode("utf-8")  # what is read can be written

    return holds


def _whatever_it_is(data: bytes) -> None:
    _reading(detect(data, "berkas.txt"))(data)


def _package(data: bytes) -> None:
    try:
        package = open_package(data, name="paket.zip")
    except InputError:
        return
    for file in package.files[:20]:
        try:
            file.content()
        except InputError:
            continue


def _manifest(data: bytes) -> None:
    _package(zipped([("manifest.csv", data), ("a.txt", b"a")]))
    _package(zipped([("manifest.xlsx", data), ("a.txt", b"a")]))


def _understanding(data: bytes) -> None:
    lines = tuple(Line(line) for line in data.decode("utf-8", "replace")[:20_000].splitlines())
    pages = (Page(1, 0.0, 0.0, Source.TEXT_LAYER, Grade.GOOD, lines),)
    found = understand(DocumentText(Outcome.OK, None, 1, pages))
    for fact in (found.document_type, found.number, found.year, found.title, found.region, found.status):
        assert fact is None or 0 <= fact.confidence <= 1


def _pdfs() -> list[bytes]:
    small = [path.read_bytes() for path in sorted(_SAMPLES.glob("*.pdf")) if path.stat().st_size < 12_000]
    return [one_page(stream(HEADING)), *small[:6]]


def _pictures() -> list[bytes]:
    made = []
    for kind in ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP"):
        out = io.BytesIO()
        Image.new("L", (60, 40), 200).save(out, kind)
        made.append(out.getvalue())
    return made


def _texts() -> list[bytes]:
    written = Path(__file__).resolve().parents[1] / "samples" / "texts"
    return [path.read_bytes() for path in sorted(written.glob("*.txt"))[:12]]


def _packages() -> list[bytes]:
    return [
        zipped(
            [("manifest.csv", _manifests()[0]), ("a.txt", b"PERATURAN DAERAH"), ("b/c.pdf", one_page(stream(HEADING)))]
        )
    ]


def _manifests() -> list[bytes]:
    return [(_SAMPLES / "manifest.csv").read_bytes(), population_table()]


TARGETS = {
    "pdf": Target(_pdfs, _reading(PDF)),
    "image": Target(_pictures, _whatever_it_is),
    "docx": Target(lambda: [outreach_report()], _reading(DOCX)),
    "xlsx": Target(lambda: [population_table()], _reading(XLSX)),
    "text": Target(_texts, _reading(TEXT, CSV)),
    "package": Target(_packages, _package),
    "manifest": Target(_manifests, _manifest),
    "understanding": Target(_texts, _understanding),
}
