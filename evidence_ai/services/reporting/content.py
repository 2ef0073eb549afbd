"""The content of a report: plain values in one language, in the order people read them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from evidence_ai.domain.bilingual import Language
from evidence_ai.domain.mismatch import Severity
from evidence_ai.services.prechecking import CoverageState


@dataclass(frozen=True, slots=True)
class GridCell:
    """One indicator in the coverage grid."""

    indicator: str
    kind: str
    title: str
    state: CoverageState
    points_possible: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """One right with its indicators in printed order; `covered` of them have nothing against them."""

    number: str
    title: str
    cells: tuple[GridCell, ...]
    covered: int


@dataclass(frozen=True, slots=True)
class Task:
    """What an OPD can still do for one indicator; `points` is what a full share would add to the total."""

    indicator: str
    title: str
    state: CoverageState
    points: str
    why: tuple[str, ...]
    what: str
    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficeTasks:
    """The tasks of one OPD, most points first; `points` is their sum."""

    office: str
    points: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding; `picture` is a JPEG of the page around the quote, None where there is nothing to show."""

    severity: Severity
    code: str
    file: str | None
    page: int | None
    indicator: str | None
    message: str
    advice: str
    quote: str | None
    picture: bytes | None


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer of the questionnaire and how it fares."""

    indicator: str
    title: str
    answer: str
    result: str
    because: str
    file: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One file: what it is, how it could be read, what it may prove."""

    file: str
    kind: str
    name: str
    region: str
    outcome: str
    pages: str
    suggested: tuple[str, ...]
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Report:
    """A pre-check told in one language. `notice` is what the edition says about itself; totals are provisional."""

    language: Language
    package: str
    region: str
    data_year: int
    edition: str
    notice: str
    certain: str
    if_all_confirmed: str
    threshold: str
    grid: tuple[GridRow, ...]
    states: tuple[tuple[CoverageState, int], ...]
    tasks: tuple[OfficeTasks, ...]
    findings: tuple[FindingLine, ...]
    answers: tuple[AnswerLine, ...]
    documents: tuple[DocumentLine, ...]

    @property
    def grid_head(self) -> tuple[tuple[str, int], ...]:
        """The kinds over the grid with how many columns each takes; empty where the rights differ in shape."""
        shapes = {tuple(cell.kind for cell in row.cells) for row in self.grid}
        if len(shapes) != 1:
            return ()
        return tuple((kind, len(list(cells))) for kind, cells in groupby(shapes.pop()))

    @property
    def errors(self) -> int:
        """How many findings a reviewer would reject."""
        return sum(one.severity is Severity.ERROR for one in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings ask for a second look."""
        return sum(one.severity is Severity.WARNING for one in self.findings)
