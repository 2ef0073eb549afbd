"""What defects are planted in: real documents with their answers, real titles, and the sample package's clean twin."""

from __future__ import annotations

import csv
import hashlib
import os
import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from evidence_ai import domain
from evidence_ai.classifying import classify
from evidence_ai.classifying.matcher import Matcher, build_matcher
from evidence_ai.domain import region
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.document import Document, DocumentText, Grade, Line, Outcome, Page, Source
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.region import RegionLevel
from evidence_ai.editions import load
from evidence_ai.reading import read
from evidence_ai.reading.engines import first_available
from evidence_ai.reading.limits import Limits
from evidence_ai.reading.media_types import detect
from evidence_ai.reading.package import open_package
from evidence_ai.understanding import understand

ROOT = Path(__file__).resolve().parents[3]
CLEAN = ROOT / "corpora" / "sample_package_clean"
CACHE = ROOT / "build" / "planted"
EDITION = "permenkumham_22_2021"
SAMPLE_REGION, SAMPLE_YEAR = "99.01", 2024


@cache
def edition() -> Edition:
    """The edition all trials are checked under."""
    return load(EDITION)


@cache
def _matcher() -> Matcher:
    return build_matcher(edition())


@dataclass(frozen=True)
class Original:
    """One real document as read, with what a person said of it; `code` and `year` are those it is checked with."""

    name: str
    path: Path
    text: DocumentText
    facts: dict[str, str] = field(hash=False)
    code: str = ""
    year: int = 0

    @cached_property
    def dossier(self) -> Dossier:
        """The document as it is."""
        return dossier_of(self.text, self.name)

    @property
    def kind(self) -> str:
        """Its type as a person named it."""
        return self.facts["doc_type"]

    @property
    def place(self) -> str:
        """The bare name of its issuer."""
        return self.facts["region"].partition(" ")[2]

    def package(self, *dossiers: Dossier, claims: tuple[Claim, ...] = (), code: str = "", year: int = 0) -> Package:
        """A package of its region and year; its own dossier where none is given."""
        return Package("uji", code or self.code, year or self.year, claims, dossiers or (self.dossier,))


def dossier_of(text: DocumentText, name: str, *, content: bytes | None = None) -> Dossier:
    """Everything that can be known of a text; its hash is that of its words unless bytes are given."""
    data = content if content is not None else "\n".join(page.text for page in text.pages).encode("utf-8", "replace")
    document = Document(hashlib.sha256(data).hexdigest(), name, detect(data, name), max(len(data), 1))
    known = understand(text)
    return Dossier(document, text, known, classify(known, text, edition(), _matcher()))


def read_cached(content: bytes, name: str) -> DocumentText:
    """The text of a file, read once and kept below build/ (delete that folder to read again)."""
    place = CACHE / f"{hashlib.sha256(content).hexdigest()[:24]}-{_shape()}.pkl"
    if place.is_file():
        kept = pickle.loads(place.read_bytes())  # noqa: S301 - our own file
        assert isinstance(kept, DocumentText)
        return kept
    text = read(content, detect(content, name), engine=first_available(), limits=Limits())
    CACHE.mkdir(parents=True, exist_ok=True)
    place.write_bytes(pickle.dumps(text))
    return text


@cache
def _shape() -> str:
    """What a kept text looks like: texts of an older shape are read again."""
    return hashlib.sha256((Path(domain.__file__).parent / "document.py").read_bytes()).hexdigest()[:12]


@cache
def originals() -> tuple[Original, ...]:
    """The clean real documents: with a region, enacted or of a kind that is not, well legible; none without the set."""
    folder = os.environ.get("EVIDENCE_GOLD")
    return tuple(_originals(Path(folder))) if folder else ()


@cache
def borne_out() -> frozenset[tuple[str, str]]:
    """Findings on clean documents that the reference answers themselves bear out, as (code, file): no false alarms.

    No date of promulgation was seen by the person either; or the date of enactment is years after the period.
    """
    found = set()
    for one in originals():
        facts = one.facts
        if facts["enacted_date"] and not facts["promulgated_date"]:
            found.add(("not_promulgated", one.name))
        if facts["enacted_date"][:4].isdigit() and int(facts["enacted_date"][:4]) > one.year + 1:
            found.add(("dates_inconsistent", one.name))
    return frozenset(found)


def _originals(folder: Path) -> Iterator[Original]:
    for row in _rows(folder / "documents.csv"):
        if not row["region"] or row["status"] not in {"enacted", "na"} or row["legibility"] not in {"good", "fair"}:
            continue
        path = folder / row["file"]
        code, year = _code(row["region"]), _year(row)
        if code is not None and path.is_file():
            yield Original(path.name, path, read_cached(path.read_bytes(), path.name), row, code, year)


def other_rows(kind: str) -> Iterator[tuple[dict[str, str], DocumentText]]:
    """Real documents of a kind whatever their issuer, with their text."""
    folder = os.environ.get("EVIDENCE_GOLD")
    for row in _rows(Path(folder) / "documents.csv") if folder else ():
        path = Path(folder or "") / row["file"]
        if row["doc_type"] == kind and path.is_file():
            yield row, read_cached(path.read_bytes(), path.name)


def titles() -> tuple[dict[str, str], ...]:
    """Real titles with their labels, sure ones only."""
    folder = os.environ.get("EVIDENCE_GOLD")
    rows = _rows(Path(folder) / "titles.csv") if folder else ()
    return tuple(row for row in rows if row["confidence"] == "high")


def gold_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of figures.csv or budget_lines.csv that were read with high confidence."""
    folder = os.environ.get("EVIDENCE_GOLD")
    rows = _rows(Path(folder) / f"{name}.csv") if folder else ()
    return tuple(row for row in rows if row["confidence"] == "high")


@cache
def gold_text(file: str) -> DocumentText:
    """The text of a file that a table of the reference set names."""
    path = Path(os.environ["EVIDENCE_GOLD"]) / file
    return read_cached(path.read_bytes(), path.name)


@cache
def sample() -> Package:
    """The clean twin of the sample package, read and understood."""
    files = open_package(CLEAN)
    dossiers = tuple(
        dossier_of(read_cached(one.content(), one.name), one.name, content=one.content()) for one in files.files
    )
    return Package("sampel", SAMPLE_REGION, SAMPLE_YEAR, tuple(files.claims), dossiers)


def with_claim(package: Package, claim: Claim) -> Package:
    """The package with the answer to one indicator replaced."""
    return replace(package, claims=tuple(claim if one.indicator == claim.indicator else one for one in package.claims))


def with_dossier(package: Package, dossier: Dossier) -> Package:
    """The package with the file of this name replaced."""
    name = dossier.document.name
    return replace(package, dossiers=tuple(dossier if one.document.name == name else one for one in package.dossiers))


def typed(words: str) -> DocumentText:
    """A text as if typed: pages parted by form feeds, a line a line."""
    pages = tuple(
        Page(at, 0, 0, Source.TEXT_LAYER, Grade.EXCELLENT, tuple(Line(line) for line in page.splitlines()))
        for at, page in enumerate(words.split("\f"), start=1)
    )
    return DocumentText(Outcome.OK, None, len(pages), pages)


def claimed(indicator: str, name: str, value: str | None = None, *further: str) -> Claim:
    """An answer that names a file; 'ada' where no value is said."""
    found = edition().indicator(indicator)
    unit = found.unit if found is not None else None
    return Claim(indicator, value or "ada", unit if value else None, None, None, (name, *further))


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


_LEVELS: dict[str, RegionLevel] = {"Provinsi": "provinsi", "Kabupaten": "kabupaten", "Kota": "kota"}


def _code(full_name: str) -> str | None:
    level, _, bare = full_name.partition(" ")
    found = region.named(bare, level=_LEVELS[level]) if level in _LEVELS else ()
    return found[0].code if found else None


def _year(row: dict[str, str]) -> int:
    stated = row["period_year"] or row["year"] or row["enacted_date"][:4]
    return int(stated[:4]) if stated[:4].isdigit() else SAMPLE_YEAR
