"""From submission to verified decisions: what is frozen, who may decide, and what a second reading asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from evidence_ai.adapters.blobs import FolderBlobs
from evidence_ai.adapters.records import SqlRecords
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.decision import Verdict
from evidence_ai.domain.people import EVERYWHERE, Caller, Reach, Role
from evidence_ai.domain.review import ReviewLevel
from evidence_ai.domain.stored import DocumentState, PackageState
from evidence_ai.services.intake import Intake, SecondReading, answer
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.reviewing import NewDecision, close_level, decide, review_items, submit
from tests.fakes.examiner import FakeExaminer
from tests.service_values import StandingClock, stored_document, stored_package

REGION = Caller("region", Role.REGION_COORDINATOR, Reach(("99.01",)))
FIRST, SECOND, THIRD = (Caller(name, Role.KANWIL_REVIEWER, Reach(("99",))) for name in ("k1", "k2", "k3"))
CENTRAL = Caller("c1", Role.CENTRAL_REVIEWER, EVERYWHERE)
KANWIL_LEVEL, CENTRAL_LEVEL = ReviewLevel.KANWIL, ReviewLevel.CENTRAL


class Office:
    """One package with one answer and one document."""

    def __init__(self, folder: Path, percent: int = 0) -> None:
        self.records = SqlRecords(f"sqlite:///{folder / 'records.db'}")
        self.records.migrate()
        sample = SecondReading(percent, "garam musim")
        self.shop = Intake(FolderBlobs(folder), FakeExaminer(), StandingClock(), sample)
        with self.records.changing() as work:
            work.packages.add(stored_package())
            work.packages.add_document(replace(stored_document(), state=DocumentState.EXAMINED))
            work.commit()
        self.answer("BH.S1")

    def answer(self, indicator: str) -> None:
        """The region answers."""
        with self.records.changing() as work:
            claim = Claim(indicator, "1", None, None, None, ("d1.pdf",))
            answer(work, REGION, "p1", [claim], self.shop, office=None, replacing=False)
            work.commit()

    def submit(self) -> int:
        """The region submits."""
        with self.records.changing() as work:
            found = submit(work, REGION, "p1", self.shop)
            work.commit()
        return found.number

    def seen(self, caller: Caller) -> str:
        """The version a caller has before them."""
        with self.records.looking() as work:
            return review_items(work, caller, "p1", self.shop)[0].seen

    def decide(
        self, caller: Caller, *, verdict: Verdict = Verdict.CONFIRMED, level: ReviewLevel = KANWIL_LEVEL, seen: str = ""
    ) -> None:
        """Somebody decides on the answer."""
        self.shop.clock.pass_(1)  # type: ignore[attr-defined]
        new = NewDecision("BH.S1", verdict, "1", None, None, None, ("a" * 64,), "alasan")
        with self.records.changing() as work:
            decide(work, caller, "p1", new, self.shop, level=level, seen=seen or self.seen(caller))
            work.commit()

    def close(self, caller: Caller, level: ReviewLevel = KANWIL_LEVEL) -> PackageState:
        """Somebody hands the package on."""
        with self.records.changing() as work:
            found = close_level(work, caller, "p1", self.shop, level=level)
            work.commit()
        return found.state


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    found = Office(tmp_path)
    yield found
    found.records.close()


@pytest.fixture
def careful(tmp_path: Path) -> Iterator[Office]:
    """Every answer is read twice."""
    found = Office(tmp_path, percent=100)
    found.submit()
    yield found
    found.records.close()


def test_what_is_submitted_stays_as_it_was(office: Office) -> None:
    assert office.submit() == 1
    office.answer("BH.S2")
    with office.records.looking() as work:
        assert [one.indicator for one in review_items(work, FIRST, "p1", office.shop)] == ["BH.S1"]
    assert office.submit() == 2
    with office.records.looking() as work:
        assert [one.indicator for one in review_items(work, FIRST, "p1", office.shop)] == ["BH.S1", "BH.S2"]


def test_the_same_content_is_not_submitted_twice(office: Office) -> None:
    office.submit()
    with pytest.raises(RefusedError, match="tidak ada yang baru"):
        office.submit()


def test_a_decision_on_an_older_version_is_refused(office: Office) -> None:
    office.submit()
    seen = office.seen(FIRST)
    office.decide(FIRST)
    with pytest.raises(RefusedError, match="sudah berubah"):
        office.decide(SECOND, seen=seen)
    office.answer("BH.S2")
    seen = office.seen(SECOND)
    office.submit()
    with pytest.raises(RefusedError, match="sudah berubah"):
        office.decide(SECOND, seen=seen)


def test_levels_come_one_after_the_other(office: Office) -> None:
    office.submit()
    with pytest.raises(RefusedError, match="tahap"):
        office.decide(CENTRAL, level=CENTRAL_LEVEL)
    with pytest.raises(RefusedError, match=r"Belum diputuskan: BH\.S1"):
        office.close(FIRST)
    office.decide(FIRST)
    assert office.close(FIRST) is PackageState.KANWIL_REVIEWED
    with pytest.raises(RefusedError, match="tahap"):
        office.decide(FIRST)
    office.decide(CENTRAL, level=CENTRAL_LEVEL)
    assert office.close(CENTRAL, CENTRAL_LEVEL) is PackageState.VERIFIED


def test_only_the_central_team_declares_an_indicator_not_applicable(office: Office) -> None:
    office.submit()
    with pytest.raises(RefusedError, match="Hanya penilai pusat"):
        office.decide(FIRST, verdict=Verdict.NOT_APPLICABLE)


def test_two_persons_who_read_alike_settle_an_answer(careful: Office) -> None:
    careful.decide(FIRST)
    with pytest.raises(RefusedError, match="Belum diputuskan"):
        careful.close(FIRST)
    careful.decide(FIRST)
    with pytest.raises(RefusedError, match="Belum diputuskan"):
        careful.close(FIRST)
    careful.decide(SECOND)
    assert careful.close(FIRST) is PackageState.KANWIL_REVIEWED


def test_where_two_differ_a_third_decides(careful: Office) -> None:
    careful.decide(FIRST)
    careful.decide(SECOND, verdict=Verdict.REJECTED)
    with pytest.raises(RefusedError, match="Belum diputuskan"):
        careful.close(FIRST)
    careful.decide(THIRD)
    assert careful.close(FIRST) is PackageState.KANWIL_REVIEWED


def test_a_second_reader_does_not_see_the_first_decision(careful: Office) -> None:
    careful.decide(FIRST)
    with careful.records.looking() as work:
        assert review_items(work, SECOND, "p1", careful.shop)[0].decided(KANWIL_LEVEL) is None
        assert review_items(work, FIRST, "p1", careful.shop)[0].decided(KANWIL_LEVEL) is not None


def test_the_sample_is_the_share_asked_for_and_the_same_every_time(tmp_path: Path) -> None:
    office = Office(tmp_path, percent=10)
    edition = office.shop.examiner.edition("permenkumham_22_2021")
    for indicator in edition.indicators:
        office.answer(indicator.id)
    office.submit()
    with office.records.looking() as work:
        drawn = [[one.read_twice for one in review_items(work, FIRST, "p1", office.shop)] for _ in range(2)]
    office.records.close()
    assert drawn[0] == drawn[1]
    assert 3 <= sum(drawn[0]) <= 25
