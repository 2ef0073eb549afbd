from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from evidence_ai.adapters.records import SqlRecords
from evidence_ai.adapters.records.tables import metadata
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.jobs import JobState, Lane
from evidence_ai.domain.people import EVERYWHERE, Reach
from evidence_ai.domain.review import AuditEntry
from evidence_ai.domain.stored import ClaimOutcome, CoverageEntry, PackageCheck
from evidence_ai.errors import ConfigurationError, DependencyError
from evidence_ai.services.ports import Answer, Slice
from tests import builders
from tests.service_values import NOW, job, person, stored_document, stored_package


def test_the_migrations_give_exactly_the_tables_the_program_expects(records: SqlRecords) -> None:
    assert records.ready()
    with records._engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_migrating_twice_changes_nothing(records: SqlRecords) -> None:
    records.migrate()
    assert records.ready()


def test_what_is_not_committed_never_happened(records: SqlRecords) -> None:
    with records.changing() as work:
        work.people.add(person())
    with records.looking() as work:
        assert work.people.count() == 0


def test_a_region_has_one_package_a_year_and_edition(records: SqlRecords) -> None:
    with records.changing() as work:
        assert work.packages.add(stored_package("p1"))
        assert not work.packages.add(stored_package("p2"))
        assert work.packages.add(stored_package("p3", "99.02"))


def test_a_package_comes_back_as_it_was_put(records: SqlRecords) -> None:
    with records.changing() as work:
        work.packages.add(stored_package())
        work.packages.add_document(stored_document())
        work.commit()
    with records.looking() as work:
        assert work.packages.get("p1", EVERYWHERE) == stored_package()
        assert list(work.packages.documents("p1", EVERYWHERE)) == [stored_document()]


def test_what_lies_outside_the_reach_is_not_there(records: SqlRecords) -> None:
    with records.changing() as work:
        work.packages.add(stored_package())
        work.packages.add_document(stored_document())
        work.commit()
    with records.looking() as work:
        for inside in (Reach(("99.01",)), Reach(("99",)), EVERYWHERE):
            assert work.packages.get("p1", inside) is not None
            assert work.packages.document("d1", inside) is not None
        for outside in (Reach(("99.02",)), Reach(("9",)), Reach(()), Reach(("%",)), Reach(("99.0_",))):
            assert work.packages.get("p1", outside) is None
            assert work.packages.document("d1", outside) is None
            assert list(work.packages.listed(outside, Slice(10), data_year=None, region_code=None)) == []
        assert work.packages.document("d1", Reach(("99.01",), office="Dinas Lain")) is None


def test_lists_are_read_on_from_where_they_ended(records: SqlRecords) -> None:
    with records.changing() as work:
        for number in range(5):
            at = NOW + timedelta(seconds=number // 2)
            work.packages.add(replace(stored_package(f"p{number}", f"99.0{number}"), created_at=at))
        work.commit()
    seen: list[str] = []
    after: tuple[str, str] | None = None
    with records.looking() as work:
        while part := work.packages.listed(EVERYWHERE, Slice(2, after), data_year=2024, region_code=None):
            seen += [one.id for one in part]
            after = (part[-1].created_at.isoformat(), part[-1].id)
    assert seen == ["p0", "p1", "p2", "p3", "p4"]


def test_only_the_first_of_two_changes_of_one_revision_is_kept(records: SqlRecords) -> None:
    with records.changing() as work:
        work.packages.add(stored_package())
        assert work.packages.save(replace(stored_package(), revision=2), seen=1)
        assert not work.packages.save(replace(stored_package(), revision=2), seen=1)


def test_a_terminal_job_state_is_never_overwritten(records: SqlRecords) -> None:
    with records.changing() as work:
        work.jobs.add(job())
        running = replace(job(), state=JobState.RUNNING, attempt=1)
        assert work.jobs.change(running, was=JobState.WAITING, attempt=0)
        done = replace(running, state=JobState.DONE, started_at=NOW, ended_at=NOW + timedelta(seconds=2))
        assert work.jobs.change(done, was=JobState.RUNNING, attempt=1)
        assert not work.jobs.change(replace(done, state=JobState.WAITING), was=JobState.RUNNING, attempt=1)
        assert work.jobs.by_id("j1") == done
        assert work.jobs.recent_seconds(Lane.FULL, count=5) == (2.0,)


def test_the_same_work_is_kept_once(records: SqlRecords) -> None:
    with records.changing() as work:
        assert work.jobs.add(job())
        assert not work.jobs.add(replace(job(), id="j2"))


def test_waiting_jobs_come_by_lane_and_age_and_only_when_their_time_has_come(records: SqlRecords) -> None:
    with records.changing() as work:
        work.jobs.add(job("late", seconds=3))
        work.jobs.add(job("early", seconds=1))
        work.jobs.add(job("urgent", lane=Lane.QUICK, seconds=9))
        work.jobs.add(replace(job("resting"), not_before=NOW + timedelta(seconds=60)))
        assert [one.id for one in work.jobs.waiting(NOW)] == ["urgent", "early", "late"]
        assert "resting" in {one.id for one in work.jobs.waiting(NOW + timedelta(seconds=60))}


def test_the_outbox_keeps_a_ring_until_it_was_rung(records: SqlRecords) -> None:
    with records.changing() as work:
        work.jobs.add(job())
        work.jobs.to_ring(job(), NOW)
        (entry, kept), *none = work.jobs.rings(limit=10)
        assert (kept, none) == (job(), [])
        work.jobs.rung([entry])
        assert list(work.jobs.rings(limit=10)) == []


def test_results_of_every_step_come_back_as_they_were(records: SqlRecords) -> None:
    whole = replace(builders.dossier(), classification=builders.classification(("BH.S1", 0.9)))
    assert whole.classification is not None
    with records.changing() as work:
        work.results.keep_text("a" * 64, "1", whole.text, media_type="application/pdf", at=NOW)
        work.results.keep_understanding("a" * 64, "1", whole.understanding, at=NOW)
        work.results.keep_classification("a" * 64, "1/e", whole.classification, at=NOW)
        work.results.keep_text("a" * 64, "1", builders.text(), media_type="text/plain", at=NOW)
        work.commit()
    with records.looking() as work:
        assert work.results.text("a" * 64, "1") == whole.text
        assert work.results.understanding("a" * 64, "1") == whole.understanding
        assert work.results.classification("a" * 64, "1/e") == whole.classification
        assert work.results.media_type("a" * 64) == "application/pdf"
        assert work.results.text("a" * 64, "2") is None


def test_a_check_keeps_exact_fractions(records: SqlRecords) -> None:
    claim = Claim("BH.S1", "1", None, None, None, ("a.pdf",), row=2)
    check = PackageCheck(
        "p1", "99.01", 3, (ClaimOutcome(claim, "agrees", None, None, "a.pdf"),),
        (CoverageEntry("BH.S1", "covered", ("a.pdf",), Fraction(1, 3)),), "1.00", "2.00", NOW,
    )  # fmt: skip
    with records.changing() as work:
        work.packages.keep_check(check)
        assert work.packages.check("p1", EVERYWHERE) == check


def test_events_are_read_in_order_after_a_number(records: SqlRecords) -> None:
    with records.changing() as work:
        work.packages.add(stored_package())
        for kind in ("first", "second", "third"):
            work.packages.tell(package_id="p1", region_code="99.01", kind=kind, subject=None, at=NOW)
        first, *rest = work.packages.events("p1", EVERYWHERE, after=0, limit=10)
        assert [one.kind for one in rest] == ["second", "third"]
        assert list(work.packages.events("p1", EVERYWHERE, after=first.seq, limit=10)) == rest


@pytest.mark.parametrize("table", ["audit", "events"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET at = at"])
def test_the_database_itself_refuses_to_change_what_is_only_added_to(
    records: SqlRecords, table: str, change: str
) -> None:
    with records.changing() as work:
        work.packages.add(stored_package())
        work.packages.tell(package_id="p1", region_code="99.01", kind="made", subject=None, at=NOW)
        work.audit.last("99.01")
        work.audit.add(AuditEntry("99.01", 1, NOW, "u1", "admin", "made", "p1", "{}", "", "0" * 64))
        work.commit()
    with records._engine.begin() as connection, pytest.raises(DatabaseError, match="only added to"):
        connection.execute(text(change.format(table)))


def test_an_answer_is_kept_once_for_a_key(records: SqlRecords) -> None:
    answer = Answer("u1", "k", "f" * 64, 201, "/v1/x", "{}", NOW)
    with records.changing() as work:
        assert work.answers.add(answer)
        assert not work.answers.add(replace(answer, status=500))
        assert work.answers.get("u1", "k") == answer
        assert work.answers.forget_before(NOW + timedelta(days=1)) == 1


def test_changes_from_many_threads_are_all_kept(records: SqlRecords) -> None:
    with records.changing() as work:
        work.people.add(person())
        work.commit()

    def count_up() -> None:
        for _ in range(5):
            with records.changing() as work:
                found = work.people.by_login("u1")
                assert found is not None
                work.people.save(replace(found, failed_logins=found.failed_logins + 1))
                work.commit()

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with records.looking() as work:
        found = work.people.by_login("u1")
        assert found is not None
        assert found.failed_logins == 20


def test_an_address_that_is_no_database_is_named() -> None:
    for url in ("nonsense", "mysql://x/y"):
        with pytest.raises(ConfigurationError):
            SqlRecords(url)


def test_a_database_that_does_not_answer_is_named() -> None:
    with pytest.raises(DependencyError, match="postgresql"):
        SqlRecords("postgresql://x@/y?host=/nowhere").migrate()
