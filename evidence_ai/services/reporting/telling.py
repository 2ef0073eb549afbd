"""From a Precheck to a Report: one language, reading order, pictures of what is quoted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from evidence_ai.checking.cases import owners
from evidence_ai.checking.words import type_name
from evidence_ai.domain.bilingual import Language
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.personal_data import masked
from evidence_ai.domain.quote import Box
from evidence_ai.domain.region import by_code, known_code
from evidence_ai.domain.score import decimal_text
from evidence_ai.errors import InputError
from evidence_ai.reading.package import PackageFiles
from evidence_ai.reading.pictures import crop
from evidence_ai.services.masking import masked_value, shows_personal_number
from evidence_ai.services.prechecking import ClaimCheck, Coverage, CoverageState, Precheck
from evidence_ai.services.raising import gains
from evidence_ai.services.reporting.content import (
    AnswerLine,
    DocumentLine,
    FindingLine,
    GridCell,
    GridRow,
    OfficeTasks,
    Report,
    Task,
)
from evidence_ai.services.reporting.phrases import OUTCOMES, RESULTS

# A page of findings stays light enough for a slow link: about 30 kB a picture.
_MAX_PICTURES = 60
_PICTURE_WIDTH_PX = 760
_MARGIN_PT = 24
_MAX_QUOTE = 400


def report(done: Precheck, files: PackageFiles, *, language: Language) -> Report:
    """Tell a pre-check in one language, personal numbers masked. `files` gives the pages that findings quote."""
    threshold = next((one for one in done.edition.rules.predikat), None)
    told = Report(
        language=language,
        package=done.package.name,
        region=_region_name(done.package.region_code),
        data_year=done.package.data_year,
        edition=done.edition.title,
        notice=done.edition.notice.in_(language),
        certain=decimal_text(done.provisional.certain.total),
        if_all_confirmed=decimal_text(done.provisional.if_all_confirmed.total),
        threshold=f"{threshold.at_least} {threshold.name}" if threshold is not None else "",
        grid=_grid(done),
        states=tuple((state, sum(one.state is state for one in done.coverage)) for state in CoverageState),
        tasks=_tasks(done, language),
        findings=_findings(done, files, language),
        answers=tuple(_answer(one, done.edition, language) for one in done.claims),
        documents=tuple(_document(one, language) for one in done.package.dossiers),
    )
    return masked_value(told)


def _region_name(code: str) -> str:
    return f"{by_code(code).full_name} ({code})" if known_code(code) else code


def _grid(done: Precheck) -> tuple[GridRow, ...]:
    by_id = {one.indicator.id: one for one in done.coverage}
    rows = []
    for right in done.edition.rights:
        cells = tuple(_cell(by_id[indicator.id]) for indicator in right.indicators)
        covered = sum(cell.state is CoverageState.COVERED for cell in cells)
        rows.append(GridRow(number=right.number, title=right.title, cells=cells, covered=covered))
    return tuple(rows)


def _cell(one: Coverage) -> GridCell:
    indicator = one.indicator
    points = decimal_text(one.points_possible)
    return GridCell(indicator.id, indicator.kind.value, indicator.title, one.state, points)


def _tasks(done: Precheck, language: Language) -> tuple[OfficeTasks, ...]:
    """Everything not covered, by the OPD that must act, most points first."""
    grouped: dict[str, list[tuple[Fraction, Task]]] = {}
    steps = {gain.indicator.id: _told([words.in_(language) for words in gain.steps]) for gain in gains(done)}
    for one in done.coverage:
        if one.state is CoverageState.COVERED:
            continue
        office = owners((one.indicator,)).in_(language)
        grouped.setdefault(office, []).append(
            (one.points_possible, _task(one, done, steps[one.indicator.id], language))
        )
    offices = [(sum((points for points, _ in tasks), Fraction(0)), office, tasks) for office, tasks in grouped.items()]
    offices.sort(key=lambda one: (-one[0], one[1]))
    return tuple(
        OfficeTasks(office, decimal_text(total), tuple(task for _, task in sorted(tasks, key=_by_points)))
        for total, office, tasks in offices
    )


def _by_points(task: tuple[Fraction, Task]) -> tuple[Fraction, str]:
    return -task[0], task[1].indicator


def _told(steps: list[str]) -> str:
    """One step as it is, several numbered."""
    return steps[0] if len(steps) == 1 else " ".join(f"({at}) {words}" for at, words in enumerate(steps, start=1))


def _task(one: Coverage, done: Precheck, what: str, language: Language) -> Task:
    indicator = one.indicator
    against = [found for found in done.mismatches if found.severity is not Severity.INFO and _about(found, one)]
    said = any(found.indicator == indicator.id for found in against)  # with its advice, so not once more
    contradicted = [
        checked.finding.because.in_(language)
        for checked in done.claims
        if checked.claim.indicator == indicator.id and checked.finding and checked.finding.result.value == "contradicts"
    ]
    why = dict.fromkeys([*(found.message.in_(language) for found in against), *([] if said else contradicted)])
    return Task(
        indicator=indicator.id,
        title=indicator.title,
        state=one.state,
        points=decimal_text(one.points_possible),
        why=tuple(why),
        what=what,
        accepted=tuple(type_name(kind).in_(language) for kind in indicator.evidence_types),
    )


def _about(found: Mismatch, one: Coverage) -> bool:
    if one.state is CoverageState.NOT_CLAIMED:
        return False
    if found.indicator is not None:
        return found.indicator == one.indicator.id
    return found.file_name in one.documents


def _findings(done: Precheck, files: PackageFiles, language: Language) -> tuple[FindingLine, ...]:
    dossiers = {one.document.name: one for one in done.package.dossiers}
    contents = {file.name: file.content for file in files.files if file.refused is None}
    lines: list[FindingLine] = []
    pictures = 0
    for found in done.mismatches:
        picture = None
        if pictures < _MAX_PICTURES and found.file_name in contents and found.file_name in dossiers:
            picture = _picture(contents[found.file_name], dossiers[found.file_name], found)
            pictures += picture is not None
        lines.append(_finding(found, picture, language))
    return tuple(lines)


def _picture(content: Callable[[], bytes], dossier: Dossier, found: Mismatch) -> bytes | None:
    """A strip of the page with the quote marked; none where it would show a number that the words of the report mask."""
    if found.quote is None or found.quote.box is None:
        return None
    number, mark = found.quote.page, found.quote.box
    page = next((one for one in dossier.text.pages if one.number == number), None)
    strip = mark if page is None else Box(0, mark.y0, page.width_pt, mark.y1)
    if page is not None and shows_personal_number(page, strip, margin_pt=_MARGIN_PT):
        return None
    try:
        media_type = dossier.document.media_type
        width_px = _PICTURE_WIDTH_PX
        return crop(content(), media_type, number, strip, mark=mark, margin_pt=_MARGIN_PT, width_px=width_px)
    except InputError:
        return None  # the quote's words still stand in the report


def _finding(found: Mismatch, picture: bytes | None, language: Language) -> FindingLine:
    return FindingLine(
        severity=found.severity,
        code=found.code,
        file=found.file_name,
        page=found.page,
        indicator=found.indicator,
        message=found.message.in_(language),
        advice=found.advice.in_(language),
        quote=masked(found.quote.text)[:_MAX_QUOTE] if found.quote is not None else None,
        picture=picture,
    )


def _answer(checked: ClaimCheck, edition: Edition, language: Language) -> AnswerLine:
    claim, finding = checked.claim, checked.finding
    indicator = edition.indicator(claim.indicator)
    parts = f"{claim.numerator} / {claim.denominator}" if claim.numerator or claim.denominator else ""
    answer = " ".join(part for part in (claim.value or "", claim.unit or "", f"({parts})" if parts else "") if part)
    return AnswerLine(
        indicator=claim.indicator,
        title=indicator.title if indicator is not None else "",
        answer=answer,
        result=RESULTS[finding.result if finding is not None else None].in_(language),
        because=finding.because.in_(language) if finding is not None else "",
        file=finding.file_name if finding is not None else None,
        page=finding.quote.page if finding is not None and finding.quote is not None else None,
    )


def _document(dossier: Dossier, language: Language) -> DocumentLine:
    known, text = dossier.understanding, dossier.text
    kind = type_name(known.document_type.value).in_(language) if known.document_type is not None else "?"
    number = known.number.value if known.number is not None else ""
    year = str(known.year.value) if known.year is not None else ""
    title = known.title.value if known.title is not None else ""
    numbered = f"{number}/{year}" if number and year else number or year
    seen = dossier.classification.candidates if dossier.classification is not None else ()
    return DocumentLine(
        file=dossier.document.name,
        kind=kind,
        name=" ".join(part for part in (numbered, title) if part),
        region=known.region.value if known.region is not None else "",
        outcome=OUTCOMES[text.outcome].in_(language),
        pages=f"{len(text.pages)}/{text.pages_total}",
        suggested=tuple(one.indicator for one in seen if one.suggested),
        errors=_count(dossier.mismatches, Severity.ERROR),
        warnings=_count(dossier.mismatches, Severity.WARNING),
    )


def _count(found: Iterable[Mismatch], severity: Severity) -> int:
    return sum(one.severity is severity for one in found)
