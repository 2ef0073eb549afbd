"""The report of an evaluation: one object for programs, one table for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from evidence_ai.services.evaluating.documents import DocumentScores
from evidence_ai.services.evaluating.numbers import NumberScores
from evidence_ai.services.evaluating.rates import Rate
from evidence_ai.services.evaluating.titles import TitleScores


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds of wall time and what was worked on; `workers` shared the work."""

    what: str
    seconds: float
    files: int
    pages: int
    workers: int


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """Everything measured; a part that was not asked for or has no rows is None."""

    documents: DocumentScores | None
    titles: TitleScores | None
    figures: NumberScores | None
    budget_lines: NumberScores | None
    timings: tuple[Timings, ...]

    def as_object(self) -> dict[str, Any]:
        """The whole report as JSON."""
        return {
            "documents": _documents(self.documents),
            "titles": _titles(self.titles),
            "figures": _numbers(self.figures),
            "budget_lines": _numbers(self.budget_lines),
            "timings": [
                {
                    "what": one.what,
                    "seconds": round(one.seconds, 2),
                    "files": one.files,
                    "pages": one.pages,
                    "workers": one.workers,
                }
                for one in self.timings
            ],
        }


def table(report: EvaluationReport) -> str:
    """The rates as lines for people: what, group, share, interval, n."""
    lines: list[str] = []
    if report.documents is not None:
        lines.append("documents")
        for fact, groups in report.documents.facts.items():
            lines += [_line(f"  {fact}, {group}", rate) for group, rate in groups.items() if rate.n]
        lines += [_line(f"  invented {fact}", rate) for fact, rate in report.documents.invented.items() if rate.n]
        lines += [
            _line(f"  {name}", rate) for name, rate in (report.documents.drafts | report.documents.labels).items()
        ]
    for name, numbers in (
        ("titles", report.titles),
        ("figures", report.figures),
        ("budget lines", report.budget_lines),
    ):
        if numbers is not None:
            lines.append(name)
            lines += [_line(f"  {what}", rate) for what, rate in numbers.rates.items()]
    if report.titles is not None and report.titles.calibration_error is not None:
        lines.append(f"  {'calibration error of the first':<44}{report.titles.calibration_error:7.3f}")
    lines += [
        f"{one.what}: {one.files} files, {one.pages} pages in {one.seconds:.1f} s with {one.workers} workers"
        for one in report.timings
    ]
    return "\n".join(lines)


def _line(name: str, rate: Rate) -> str:
    if rate.value is None or rate.interval is None:
        return f"{name:<46}      -   n = 0"
    low, high = rate.interval
    return f"{name:<46}{rate.value:7.3f}   [{low:.3f}, {high:.3f}]   n = {rate.n}"


def _documents(scores: DocumentScores | None) -> dict[str, Any] | None:
    if scores is None:
        return None
    return {
        "facts": {
            fact: {group: _rate(rate) for group, rate in groups.items()} for fact, groups in scores.facts.items()
        },
        "invented": {fact: _rate(rate) for fact, rate in scores.invented.items()},
        "status": {name: _rate(rate) for name, rate in scores.drafts.items()},
        "labels": {name: _rate(rate) for name, rate in scores.labels.items()},
        "confusion": scores.confusion,
        "misses": scores.misses,
    }


def _titles(scores: TitleScores | None) -> dict[str, Any] | None:
    if scores is None:
        return None
    error = None if scores.calibration_error is None else round(scores.calibration_error, 4)
    rates = {name: _rate(rate) for name, rate in scores.rates.items()}
    return {"rates": rates, "calibration_error": error, "misses": scores.misses}


def _numbers(scores: NumberScores | None) -> dict[str, Any] | None:
    if scores is None:
        return None
    return {"rates": {name: _rate(rate) for name, rate in scores.rates.items()}, "misses": scores.misses}


def _rate(rate: Rate) -> dict[str, Any]:
    interval = None if rate.interval is None else [round(end, 4) for end in rate.interval]
    value = None if rate.value is None else round(rate.value, 4)
    return {"right": rate.right, "n": rate.n, "value": value, "interval_95": interval}
