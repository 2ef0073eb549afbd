from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_ai.adapters.records import SqlRecords
from evidence_ai.domain.people import Role
from evidence_ai.services.auditing import broken_chains
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.signing_in import SignedIn, caller_of, change_password, first_admin, session_of, sign_in
from tests.fakes.passwords import FakePasswords
from tests.service_values import StandingClock

NEW = "empat kata yang panjang"


class Door:
    """Signing in, with one administrator."""

    def __init__(self, folder: Path) -> None:
        self.records = SqlRecords(f"sqlite:///{folder / 'records.db'}")
        self.records.migrate()
        self.passwords, self.clock = FakePasswords(), StandingClock()
        with self.records.changing() as work:
            self.once = first_admin(work, self.passwords, self.clock) or ""
            work.commit()

    def enter(self, password: str, login: str = "admin") -> SignedIn | RefusedError:
        """Try a password."""
        with self.records.changing() as work:
            found = sign_in(work, login, password, passwords=self.passwords, clock=self.clock)
            work.commit()
        return found

    def change(self, old: str, new: str) -> None:
        """Change the administrator's password."""
        with self.records.changing() as work:
            admin = work.people.by_login("admin")
            assert admin is not None
            change_password(work, admin.id, old, new, passwords=self.passwords, clock=self.clock)
            work.commit()

    def code(self, password: str, login: str = "admin") -> str:
        """How a try is refused; '' where it is not."""
        found = self.enter(password, login)
        return found.refusal.code if isinstance(found, RefusedError) else ""


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    found = Door(tmp_path)
    yield found
    found.records.close()


def test_the_first_administrator_is_made_once(door: Door) -> None:
    assert len(door.once) > 20
    with door.records.changing() as work:
        assert first_admin(work, door.passwords, door.clock) is None


def test_a_one_time_password_only_leads_to_a_new_one(door: Door) -> None:
    found = door.enter(door.once)
    assert isinstance(found, SignedIn)
    with pytest.raises(RefusedError) as refused:
        caller_of(found.person)
    assert refused.value.refusal.code == "change_password_first"
    door.change(door.once, NEW)
    again = door.enter(NEW)
    assert isinstance(again, SignedIn)
    assert caller_of(again.person).role is Role.ADMIN


def test_changing_the_password_ends_every_session(door: Door) -> None:
    found = door.enter(door.once)
    assert isinstance(found, SignedIn)
    door.change(door.once, NEW)
    with door.records.looking() as work, pytest.raises(RefusedError):
        session_of(work, found.token, clock=door.clock)


def test_a_session_ends_after_a_working_day(door: Door) -> None:
    found = door.enter(door.once)
    assert isinstance(found, SignedIn)
    door.clock.pass_(12 * 3600)
    with door.records.looking() as work, pytest.raises(RefusedError):
        session_of(work, found.token, clock=door.clock)


def test_after_five_wrong_passwords_the_account_rests_a_while(door: Door) -> None:
    assert [door.code("salah") for _ in range(6)] == ["wrong_password"] * 5 + ["locked_out"]
    assert door.code(door.once) == "locked_out"
    door.clock.pass_(15 * 60)
    assert door.code(door.once) == ""


def test_nobody_and_a_wrong_password_are_refused_alike(door: Door) -> None:
    assert door.code("salah", "tiada") == door.code("salah") == "wrong_password"


@pytest.mark.parametrize("weak", ["pendek", "x" * 201, "admin"])
def test_a_weak_password_is_refused(door: Door, weak: str) -> None:
    with pytest.raises(RefusedError, match="12 sampai 200"):
        door.change(door.once, weak)


def test_no_password_or_token_stands_in_the_records_as_it_is(door: Door) -> None:
    found = door.enter(door.once)
    assert isinstance(found, SignedIn)
    with door.records._engine.connect() as connection:
        dump = "\n".join(connection.connection.driver_connection.iterdump())  # type: ignore[union-attr]
    assert door.once not in dump
    assert found.token not in dump


def test_a_changed_audit_entry_breaks_its_chain(door: Door) -> None:
    door.enter("salah")
    with door.records._engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        connection.exec_driver_sql("UPDATE audit SET action = 'signed_in' WHERE seq = 2")
    with door.records.looking() as work:
        assert [(one.chain, one.seq) for one in broken_chains(work)] == [("-", 2)]
