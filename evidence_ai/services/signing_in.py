"""The story of who is asking: persons by password and session, programs by key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from evidence_ai.domain.people import EVERYWHERE, ApiKey, Caller, Person, Reach, Role, Session
from evidence_ai.domain.region import known_code
from evidence_ai.services import refusals
from evidence_ai.services.auditing import note
from evidence_ai.services.identifiers import digest, new_id, new_password, new_secret, same
from evidence_ai.services.ports import Clock, Passwords, UnitOfWork
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.rights import KEY_SCOPES, Act, ensure, fits, reach_of

_TRIES = 5
"""Wrong passwords in a row before an account rests."""
_REST = timedelta(minutes=15)
_SESSION = timedelta(hours=12)
"""A working day; who comes back the next morning signs in again."""
_SHORTEST, _LONGEST = 12, 200
_KEY_PREFIX = "evk"
SERVICE = Caller("service", Role.ADMIN, EVERYWHERE)
"""The service itself, where it acts without anybody asking."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person signed in: the session's token (told once, for the cookie) and the token changes must carry."""

    person: Person
    token: str
    csrf: str


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What an administrator says of somebody new."""

    login: str
    name: str
    role: Role
    region_code: str | None
    office: str | None


def first_admin(work: UnitOfWork, passwords: Passwords, clock: Clock) -> str | None:
    """Make the first administrator where there is nobody; gives the one-time password, to be shown once."""
    if work.people.count():
        return None
    password = new_password()
    admin = _person(NewPerson("admin", "Admin", Role.ADMIN, None, None), passwords.hashed(password), clock)
    work.people.add(admin)
    note(work, SERVICE, "person_added", subject=admin.id, at=clock.now(), role=admin.role.value)
    return password


def add_person(
    work: UnitOfWork, caller: Caller, new: NewPerson, *, passwords: Passwords, clock: Clock
) -> tuple[Person, str]:
    """Somebody new with a one-time password.

    Raises:
        RefusedError: not an administrator, the login is taken, or role and region do not fit.
    """
    ensure(caller, Act.ADMINISTER)
    if new.role is Role.PORTAL or not fits(new.role, new.region_code):
        raise RefusedError(refusals.PERSON_WRONG)
    if new.region_code is not None and not known_code(new.region_code):
        raise RefusedError(refusals.REGION_UNKNOWN)
    if work.people.by_login(new.login.lower()) is not None:
        raise RefusedError(refusals.PERSON_EXISTS)
    password = new_password()
    person = _person(new, passwords.hashed(password), clock)
    work.people.add(person)
    note(
        work, caller, "person_added", subject=person.id, at=clock.now(), region_code=person.region_code,
        role=person.role.value,
    )  # fmt: skip
    return person, password


def reset_password(
    work: UnitOfWork, caller: Caller, person_id: str, *, passwords: Passwords, clock: Clock
) -> tuple[Person, str]:
    """A new one-time password; every session ends.

    Raises:
        RefusedError: not an administrator, or nobody of that id.
    """
    person = _asked(work, caller, person_id)
    password = new_password()
    person = replace(
        person, password_hash=passwords.hashed(password), must_change_password=True, failed_logins=0, locked_until=None
    )
    work.people.save(person)
    work.people.close_sessions(person.id)
    note(work, caller, "password_reset", subject=person.id, at=clock.now(), region_code=person.region_code)
    return person, password


def set_active(work: UnitOfWork, caller: Caller, person_id: str, *, active: bool, clock: Clock) -> Person:
    """Let somebody in or keep them out; who is kept out is signed out.

    Raises:
        RefusedError: not an administrator, or nobody of that id.
    """
    person = replace(_asked(work, caller, person_id), active=active)
    work.people.save(person)
    if not active:
        work.people.close_sessions(person.id)
    action = "person_let_in" if active else "person_kept_out"
    note(work, caller, action, subject=person.id, at=clock.now(), region_code=person.region_code)
    return person


def sign_in(
    work: UnitOfWork, login: str, password: str, *, passwords: Passwords, clock: Clock
) -> SignedIn | RefusedError:
    """A session, or the refusal; given back rather than raised, because a wrong try must be counted and committed."""
    now = clock.now()
    person = work.people.by_login(login.strip().lower())
    if person is None or not person.active:
        # Nobody of that name takes as long as somebody with a wrong password.
        passwords.fits(password, passwords.hashed(new_secret()))
        return RefusedError(refusals.WRONG_PASSWORD)
    if person.locked_until is not None and person.locked_until > now:
        return RefusedError(refusals.LOCKED_OUT)
    if not passwords.fits(password, person.password_hash):
        tries = person.failed_logins + 1
        locked = now + _REST if tries >= _TRIES else None
        work.people.save(replace(person, failed_logins=0 if locked else tries, locked_until=locked))
        _note_of(work, person, "locked_out" if locked else "wrong_password", clock)
        return RefusedError(refusals.WRONG_PASSWORD)
    person = replace(person, failed_logins=0, locked_until=None)
    work.people.save(person)
    token, csrf = new_secret(), new_secret()
    work.people.open_session(Session(digest(token), person.id, csrf, now, now + _SESSION))
    _note_of(work, person, "signed_in", clock)
    return SignedIn(person, token, csrf)


def sign_out(work: UnitOfWork, token: str) -> None:
    """End a session."""
    work.people.close_session(digest(token))


def change_password(
    work: UnitOfWork, person_id: str, old: str, new: str, *, passwords: Passwords, clock: Clock
) -> None:
    """A new password; every session ends.

    Raises:
        RefusedError: the old one is wrong, or the new one is weak.
    """
    person = work.people.by_id(person_id)
    if person is None or not passwords.fits(old, person.password_hash):
        raise RefusedError(refusals.WRONG_PASSWORD)
    if not _SHORTEST <= len(new) <= _LONGEST or new.lower() == person.login or new == old:
        raise RefusedError(refusals.WEAK_PASSWORD)
    work.people.save(replace(person, password_hash=passwords.hashed(new), must_change_password=False))
    work.people.close_sessions(person.id)
    _note_of(work, person, "password_changed", clock)


def session_of(work: UnitOfWork, token: str, *, clock: Clock) -> tuple[Person, Session]:
    """The person and session behind a cookie.

    Raises:
        RefusedError: there is none, or it ended.
    """
    session = work.people.session(digest(token))
    if session is None or session.expires_at <= clock.now():
        raise RefusedError(refusals.SIGN_IN_FIRST)
    person = work.people.by_id(session.person_id)
    if person is None or not person.active:
        raise RefusedError(refusals.SIGN_IN_FIRST)
    return person, session


def caller_of(person: Person) -> Caller:
    """The person as a caller.

    Raises:
        RefusedError: the one-time password was not changed yet.
    """
    if person.must_change_password:
        raise RefusedError(refusals.CHANGE_PASSWORD_FIRST)
    return Caller(person.id, person.role, reach_of(person))


def add_key(
    work: UnitOfWork, caller: Caller, name: str, *, scopes: tuple[str, ...], regions: tuple[str, ...], days: int | None,
    clock: Clock,
) -> tuple[ApiKey, str]:  # fmt: skip
    """A key for a program; its text is told once.

    Raises:
        RefusedError: not an administrator, or a scope or region is unknown.
    """
    ensure(caller, Act.ADMINISTER)
    if not set(scopes) <= set(KEY_SCOPES):
        raise RefusedError(refusals.SCOPE_UNKNOWN)
    if not all(known_code(code) for code in regions):
        raise RefusedError(refusals.REGION_UNKNOWN)
    now, secret = clock.now(), new_secret()
    expires = None if days is None else now + timedelta(days=days)
    key = ApiKey(new_id(), name, digest(secret), scopes, regions, caller.id, now, expires, None)
    work.people.add_key(key)
    note(work, caller, "key_added", subject=key.id, at=now, scopes=" ".join(scopes))
    return key, f"{_KEY_PREFIX}_{key.id}_{secret}"


def rotate_key(work: UnitOfWork, caller: Caller, key_id: str, *, clock: Clock) -> tuple[ApiKey, str]:
    """A new secret for a key; the old one stops at once.

    Raises:
        RefusedError: not an administrator, or no such key.
    """
    ensure(caller, Act.ADMINISTER)
    key = work.people.key(key_id)
    if key is None or key.revoked_at is not None:
        raise RefusedError(refusals.NOT_FOUND)
    secret = new_secret()
    key = replace(key, secret_sha256=digest(secret))
    work.people.save_key(key)
    note(work, caller, "key_rotated", subject=key.id, at=clock.now())
    return key, f"{_KEY_PREFIX}_{key.id}_{secret}"


def revoke_key(work: UnitOfWork, caller: Caller, key_id: str, *, clock: Clock) -> None:
    """A key stops at once.

    Raises:
        RefusedError: not an administrator, or no such key.
    """
    ensure(caller, Act.ADMINISTER)
    key = work.people.key(key_id)
    if key is None:
        raise RefusedError(refusals.NOT_FOUND)
    work.people.save_key(replace(key, revoked_at=key.revoked_at or clock.now()))
    note(work, caller, "key_revoked", subject=key.id, at=clock.now())


def caller_of_key(work: UnitOfWork, text: str, *, clock: Clock) -> Caller:
    """The program behind a key.

    Raises:
        RefusedError: the key is not valid.
    """
    prefix, _, rest = text.partition("_")
    key_id, _, secret = rest.partition("_")
    key = work.people.key(key_id) if prefix == _KEY_PREFIX else None
    if key is None or not same(key.secret_sha256, digest(secret)) or key.revoked_at is not None:
        raise RefusedError(refusals.SIGN_IN_FIRST)
    if key.expires_at is not None and key.expires_at <= clock.now():
        raise RefusedError(refusals.SIGN_IN_FIRST)
    reach = Reach(key.regions) if key.regions else EVERYWHERE
    return Caller(key.id, Role.PORTAL, reach, key.scopes)


def _asked(work: UnitOfWork, caller: Caller, person_id: str) -> Person:
    ensure(caller, Act.ADMINISTER)
    person = work.people.by_id(person_id)
    if person is None:
        raise RefusedError(refusals.NOT_FOUND)
    return person


def _person(new: NewPerson, password_hash: str, clock: Clock) -> Person:
    return Person(
        id=new_id(), login=new.login.lower(), name=new.name, role=new.role, region_code=new.region_code,
        office=new.office, password_hash=password_hash, must_change_password=True, active=True, failed_logins=0,
        locked_until=None, created_at=clock.now(),
    )  # fmt: skip


def _note_of(work: UnitOfWork, person: Person, action: str, clock: Clock) -> None:
    caller = Caller(person.id, person.role, reach_of(person))
    note(work, caller, action, subject=person.id, at=clock.now(), region_code=person.region_code)
