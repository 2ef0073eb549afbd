"""One planted defect beside its clean twin, and what the rules said of both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from evidence_ai.checking import check
from evidence_ai.domain.dossier import Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch
from tests.bench.planted.material import borne_out, edition


class Level(StrEnum):
    """Where the defect was put: into the words as read, the PDF, a picture of a page, or an answer."""

    TEXT = "text"
    PDF = "pdf"
    IMAGE = "image"
    ANSWER = "answer"


@dataclass(frozen=True)
class Trial:
    """A package with one defect that `rule` must tell, and the same package without it.

    `file`: where the finding must stand (None: anywhere). `whole`: every warning or error on the twin is a false alarm
    (else only those of `rule`: the twin may be odd in other ways, such as a real budget claimed for a made-up answer).
    """

    rule: str
    level: Level
    name: str
    twin: Callable[[], Package]
    spoiled: Callable[[], Package]
    file: str | None = None
    whole: bool = False
    under: Edition | None = None


@dataclass(frozen=True)
class Verdict:
    """What came of a trial; `severity` the gravest of the rule's findings on the spoiled package.

    `base`: what the twin is made of, so that a twin of many trials counts once.
    """

    trial: Trial
    found: bool
    severity: str | None
    false_alarm: bool
    others: tuple[str, ...]
    base: str = ""


def judge(trial: Trial) -> Verdict:
    """Check both packages of a trial."""
    under = trial.under or edition()
    told = [one for one in check(trial.spoiled(), under) if one.code == trial.rule and _is_about(one, trial)]
    twin = trial.twin()
    quiet = _checked(_Twin(twin, under))
    alarms = [one for one in quiet if one.code == trial.rule and _is_about(one, trial) and _is_unexpected(one)]
    others = tuple(one.code for one in quiet if trial.whole and _is_false(one))
    return Verdict(trial, bool(told), told[0].severity.value if told else None, bool(alarms), others, _base(twin))


def _base(twin: Package) -> str:
    claims = ",".join(f"{one.indicator}={one.value}" for one in twin.claims)
    return f"{twin.region_code} {twin.data_year} {claims} {[one.document.sha256[:12] for one in twin.dossiers]}"


@dataclass(frozen=True, eq=False)
class _Twin:
    """A package as itself, so that the twin of many trials is checked once."""

    package: Package
    under: Edition

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Twin) and other.package is self.package and other.under is self.under

    def __hash__(self) -> int:
        return id(self.package)


@lru_cache(maxsize=8)
def _checked(twin: _Twin) -> tuple[Mismatch, ...]:
    return check(twin.package, twin.under)


def _is_false(one: Mismatch) -> bool:
    return one.severity.value != "info" and _is_unexpected(one)


def _is_unexpected(one: Mismatch) -> bool:
    return (one.code, one.file_name or "") not in borne_out()


def _is_about(one: Mismatch, trial: Trial) -> bool:
    return trial.file is None or one.file_name in {None, trial.file}
