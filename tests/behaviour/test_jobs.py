"""Jobs: asked for once, sent fairly, found again whatever dies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from evidence_ai.adapters.blobs import FolderBlobs
from evidence_ai.adapters.records import SqlRecords
from evidence_ai.domain.document import Outcome
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.jobs import Job, JobKind, JobState, Lane
from evidence_ai.domain.people import EVERYWHERE, Caller, Reach, Role
from evidence_ai.domain.stored import DocumentState
from evidence_ai.errors import DependencyError
from evidence_ai.services import dispatching, intake
from evidence_ai.services.casefiles import dossier_of, dossier_so_far
from evidence_ai.services.dispatching import Capacity, Failure
from evidence_ai.services.processing import Workshop, carry_out, give_up_or_rest, run_again, settle
from tests.fakes.examiner import FakeExaminer
from tests.fakes.job_queue import FakeJobQueue
from tests.service_values import EDITION, NOW, StandingClock, job, stored_package

REGION = Caller("u1", Role.REGION_COORDINATOR, Reach(("99.01",)))
CAPACITY = Capacity(in_flight=4, per_region=2)


class Bench:
    """Everything jobs need, with one package."""

    def __init__(self, folder: Path) -> None:
        self.records = SqlRecords(f"sqlite:///{folder / 'records.db'}")
        self.records.migrate()
        self.queue = FakeJobQueue()
        self.clock = StandingClock()
        self.examiner = FakeExaminer()
        self.blobs = FolderBlobs(folder / "blobs")
        self.shop = Workshop(self.records, self.blobs, self.examiner, self.clock)
        with self.records.changing() as work:
            work.packages.add(stored_package())
            work.commit()

    def upload(self, *names: str) -> list[str]:
        """Documents of the package, by id."""
        shop = intake.Intake(self.blobs, self.examiner, self.clock)
        arrived = [intake.keep_file(name, name.encode(), self.blobs) for name in names]
        with self.records.changing() as work:
            found = intake.receive(work, REGION, "p1", arrived, shop, office=None)
            work.commit()
        return [one.id for one in found]

    def add(self, *jobs: Job) -> None:
        """Jobs as they are."""
        with self.records.changing() as work:
            for one in jobs:
                work.jobs.add(one)
            work.commit()

    def send(self) -> None:
        """Dispatch what may go."""
        dispatching.dispatch(self.records, self.queue, CAPACITY, self.clock)

    def answer_all(self) -> None:
        """What workers do, until nothing waits."""
        for _ in range(20):
            self.send()
            rings, self.queue.rung = self.queue.rung, []
            for ring in rings:
                begun = dispatching.begin(self.records, ring.id, ring.attempt, worker="w", clock=self.clock)
                if begun is not None:
                    carry_out(begun, self.shop)
            self.clock.pass_(2)

    def state(self, document_id: str) -> DocumentState:
        """How far a document is."""
        with self.records.looking() as work:
            found = work.packages.document(document_id, EVERYWHERE)
        assert found is not None
        return found.state

    def job(self, job_id: str) -> Job:
        """A job as it stands."""
        with self.records.looking() as work:
            found = work.jobs.by_id(job_id)
        assert found is not None
        return found


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    found = Bench(tmp_path)
    yield found
    found.records.close()


def test_an_upload_is_examined_and_its_package_checked(bench: Bench) -> None:
    (document,) = bench.upload("perda.pdf")
    bench.answer_all()
    assert bench.state(document) is DocumentState.EXAMINED
    with bench.records.looking() as work:
        package = work.packages.get("p1", EVERYWHERE)
        assert package is not None
        assert package.checked_revision == package.revision
        assert work.packages.check("p1", EVERYWHERE) is not None
        told = [one.kind for one in work.packages.events("p1", EVERYWHERE, after=0, limit=50)]
    assert told == ["document_received", "first_words", "quick_verdict", "document_examined", "package_checked"]


def test_what_is_known_so_far_can_be_seen_until_all_is_known(bench: Bench) -> None:
    (identifier,) = bench.upload("perda.pdf")
    edition = bench.examiner.edition(EDITION)
    seen: list[Dossier | None] = []

    def look() -> None:
        with bench.records.looking() as work:
            document = work.packages.document(identifier, EVERYWHERE)
            assert document is not None
            seen.append(dossier_so_far(work, document, edition))
            assert dossier_of(work, document, edition) is None

    bench.examiner.between = look
    bench.answer_all()
    assert [one is not None and one.classification is not None for one in seen] == [True, True]
    with bench.records.looking() as work:
        document = work.packages.document(identifier, EVERYWHERE)
        assert document is not None
        assert dossier_so_far(work, document, edition) is None
        assert dossier_of(work, document, edition) is not None


def test_a_storage_that_is_away_for_a_while_costs_time_and_nothing_else(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    (document,) = bench.upload("perda.pdf")
    bench.send()
    ring = bench.queue.rung.pop()
    begun = dispatching.begin(bench.records, ring.id, ring.attempt, worker="w", clock=bench.clock)
    assert begun is not None
    with monkeypatch.context() as away:
        away.setattr(bench.blobs, "get", _no_answer)
        with pytest.raises(DependencyError):
            carry_out(begun, bench.shop)
    assert give_up_or_rest(begun, Failure.DEPENDENCY, bench.shop).state is JobState.WAITING
    bench.clock.pass_(6)
    bench.answer_all()
    assert bench.state(document) is DocumentState.EXAMINED


def _no_answer(_sha256: str) -> bytes:
    raise DependencyError("penyimpanan tidak menjawab")


def test_the_same_bytes_are_examined_once(bench: Bench) -> None:
    bench.upload("perda.pdf")
    bench.answer_all()
    bench.upload("perda.pdf")
    bench.answer_all()
    assert bench.examiner.examined == ["perda.pdf"]


def test_the_same_name_with_other_bytes_replaces_the_document(bench: Bench) -> None:
    (first,) = bench.upload("perda.pdf")
    arrived = intake.keep_file("perda.pdf", b"other", bench.blobs)
    shop = intake.Intake(bench.blobs, bench.examiner, bench.clock)
    with bench.records.changing() as work:
        (second,) = intake.receive(work, REGION, "p1", [arrived], shop, office=None)
        work.commit()
    with bench.records.looking() as work:
        assert [one.id for one in work.packages.documents("p1", EVERYWHERE)] == [second.id]
        assert work.packages.document(first, EVERYWHERE) is not None


def test_one_region_with_many_documents_leaves_room_for_others(bench: Bench) -> None:
    bench.add(*(job(f"a{number}", "99.01", seconds=number) for number in range(50)))
    bench.add(job("b", "99.02", seconds=60), job("c", "99.03", seconds=61))
    bench.send()
    assert Counter(one.region_code for one in bench.queue.rung) == {"99.01": 2, "99.02": 1, "99.03": 1}


def test_urgent_jobs_go_first(bench: Bench) -> None:
    bench.add(job("slow", seconds=0), job("slower", seconds=1), job("urgent", lane=Lane.QUICK, seconds=2))
    bench.send()
    assert bench.queue.rung[0].id == "urgent"


def test_a_place_in_the_queue_counts_whoever_goes_before_under_round_robin(bench: Bench) -> None:
    bench.add(*(job(f"a{number}", "99.01", seconds=number) for number in range(10)))
    bench.add(job("b", "99.02", seconds=60))
    with bench.records.looking() as work:
        assert dispatching.place_of(work, job("b", "99.02", seconds=60), workers=2, now=NOW).ahead == 1
        assert dispatching.place_of(work, job("a9", "99.01", seconds=9), workers=2, now=NOW).ahead == 10


def test_a_ring_that_was_lost_is_rung_again(bench: Bench) -> None:
    bench.add(job())
    bench.send()
    bench.queue.lose_everything()
    bench.clock.pass_(11)
    assert dispatching.reconcile(bench.records, bench.queue, bench.clock) == 1
    assert [one.id for one in bench.queue.rung] == ["j1"]


def test_a_queue_that_does_not_answer_loses_nothing(bench: Bench) -> None:
    bench.queue.silent = True
    bench.add(job())
    bench.send()
    assert bench.job("j1").state is JobState.QUEUED
    bench.queue.silent = False
    bench.send()
    assert [one.id for one in bench.queue.rung] == ["j1"]


def test_a_job_is_begun_by_one_worker_only(bench: Bench) -> None:
    bench.add(job())
    bench.send()
    assert dispatching.begin(bench.records, "j1", 1, worker="w1", clock=bench.clock) is not None
    assert dispatching.begin(bench.records, "j1", 1, worker="w2", clock=bench.clock) is None


def test_the_late_result_of_a_worker_believed_dead_is_not_kept(bench: Bench) -> None:
    (document,) = bench.upload("perda.pdf")
    bench.send()
    ring = bench.queue.rung[0]
    late = dispatching.begin(bench.records, ring.id, ring.attempt, worker="w1", clock=bench.clock)
    assert late is not None
    bench.clock.pass_(61)
    dispatching.reconcile(bench.records, bench.queue, bench.clock)
    assert not carry_out(late, bench.shop)
    assert bench.state(document) is DocumentState.RECEIVED
    bench.answer_all()
    assert bench.state(document) is DocumentState.EXAMINED


def test_a_worker_that_lives_keeps_its_job(bench: Bench) -> None:
    bench.add(job())
    bench.send()
    mine = dispatching.begin(bench.records, "j1", 1, worker="w1", clock=bench.clock)
    assert mine is not None
    bench.clock.pass_(45)
    assert dispatching.keep_alive(bench.records, mine, bench.clock)
    bench.clock.pass_(45)
    assert dispatching.reconcile(bench.records, bench.queue, bench.clock) == 0


def test_a_document_that_always_fails_is_parked_with_a_named_outcome_and_can_be_run_again(bench: Bench) -> None:
    (document,) = bench.upload("racun.pdf")
    parked = None
    for _ in range(10):
        bench.send()
        for ring in bench.queue.rung:
            begun = dispatching.begin(bench.records, ring.id, ring.attempt, worker="w", clock=bench.clock)
            if begun is not None and begun.kind is JobKind.EXAMINE:
                parked = give_up_or_rest(begun, Failure.CRASH, bench.shop)
            elif begun is not None:
                carry_out(begun, bench.shop)
        bench.clock.pass_(700)
    assert parked is not None
    assert (parked.state, parked.failures) == (JobState.PARKED, 2)
    assert bench.state(document) is DocumentState.PARKED
    with bench.records.changing() as work:
        text = work.results.text(parked.subject, parked.version)
        assert text is not None
        assert text.outcome is Outcome.CRASH
        assert run_again(work, parked, bench.clock.now())
        work.commit()
    bench.answer_all()
    assert bench.state(document) is DocumentState.EXAMINED


def test_back_off_grows_with_every_failure(bench: Bench) -> None:
    bench.add(replace(job(), state=JobState.RUNNING, attempt=1))
    rests = []
    for attempt in range(1, 4):
        with bench.records.changing() as work:
            running = replace(bench.job("j1"), state=JobState.RUNNING, attempt=attempt)
            work.jobs.change(running, was=bench.job("j1").state, attempt=bench.job("j1").attempt)
            after = dispatching.failed(work, running, Failure.DEPENDENCY, NOW)
            work.commit()
        assert after.not_before is not None
        rests.append((after.not_before - NOW).total_seconds())
    assert rests == [5, 10, 20]


def test_a_job_handed_back_has_not_failed(bench: Bench) -> None:
    bench.add(job())
    bench.send()
    dispatching.begin(bench.records, "j1", 1, worker="host-7-1", clock=bench.clock)
    assert dispatching.hand_back(bench.records, "host-7-", bench.clock) == 1
    assert (bench.job("j1").state, bench.job("j1").failures) == (JobState.WAITING, 0)


def test_a_document_that_came_while_its_work_ended_is_told(bench: Bench) -> None:
    (document,) = bench.upload("perda.pdf")
    with bench.records.changing() as work:
        found = work.packages.document(document, EVERYWHERE)
        assert found is not None
        known = work.jobs.by_name(found.job_name)
        assert known is not None
        work.jobs.change(replace(known, state=JobState.DONE), was=JobState.WAITING, attempt=0)
        work.commit()
    assert settle(bench.shop) == 1
    assert bench.state(document) is DocumentState.EXAMINED
    assert settle(bench.shop) == 0
