"""Signing in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Cookie, Response

from api.dependencies import COOKIE, ServiceOf, SignedInAs
from api.schemas import Done, Login, NewPassword, PersonOut, SessionOut
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.signing_in import change_password, sign_in, sign_out

router = APIRouter(prefix="/session", tags=["session"])


@router.post("", status_code=201)
def enter(login: Login, service: ServiceOf, response: Response) -> SessionOut:
    """Sign in; the session comes as a cookie."""
    with service.records.changing() as work:
        found = sign_in(work, login.login, login.password, passwords=service.passwords, clock=service.clock)
        work.commit()
    if isinstance(found, RefusedError):
        raise found
    response.set_cookie(
        COOKIE, found.token, httponly=True, samesite="strict", secure=service.settings.secure_cookies, path="/"
    )
    return SessionOut(person=PersonOut.of(found.person), csrf=found.csrf)


@router.get("")
def whoami(signed_in: SignedInAs) -> SessionOut:
    """Who is signed in."""
    person, session = signed_in
    return SessionOut(person=PersonOut.of(person), csrf=session.csrf)


@router.delete("")
def leave(
    _signed_in: SignedInAs, service: ServiceOf, response: Response, token: Annotated[str, Cookie(alias=COOKIE)] = ""
) -> Done:
    """Sign out."""
    with service.records.changing() as work:
        sign_out(work, token)
        work.commit()
    response.delete_cookie(COOKIE, path="/")
    return Done()


@router.post("/password")
def renew(new: NewPassword, signed_in: SignedInAs, service: ServiceOf) -> Done:
    """Change the password; every session ends, so sign in again."""
    with service.records.changing() as work:
        change_password(work, signed_in[0].id, new.old, new.new, passwords=service.passwords, clock=service.clock)
        work.commit()
    return Done()
