"""What routes ask for: the service, who is calling, the version they saw, the page of a list."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import datetime
from typing import Annotated, Literal

from fastapi import Depends, Header, Query, Request, Security
from fastapi.security import APIKeyCookie, HTTPBearer
from fastapi.security.http import HTTPAuthorizationCredentials

from evidence_ai.domain.people import Caller, Person, Session
from evidence_ai.service_wiring import Service
from evidence_ai.services import refusals
from evidence_ai.services.identifiers import same
from evidence_ai.services.ports import Slice
from evidence_ai.services.refusals import RefusedError
from evidence_ai.services.signing_in import caller_of, caller_of_key, session_of

COOKIE = "evidence_session"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_bearer = HTTPBearer(auto_error=False, description="An API key: evk_...")
_cookie = APIKeyCookie(name=COOKIE, auto_error=False, description="The session of a person; changes need X-CSRF-Token.")


def _service(request: Request) -> Service:
    found: Service = request.app.state.service
    return found


ServiceOf = Annotated[Service, Depends(_service)]


def _signed_in(
    request: Request, service: ServiceOf, token: Annotated[str | None, Security(_cookie)]
) -> tuple[Person, Session]:
    if not token:
        raise RefusedError(refusals.SIGN_IN_FIRST)
    with service.records.looking() as work:
        person, session = session_of(work, token, clock=service.clock)
    if request.method not in _SAFE and not same(request.headers.get("X-CSRF-Token", ""), session.csrf):
        raise RefusedError(refusals.CSRF)
    return person, session


SignedInAs = Annotated[tuple[Person, Session], Depends(_signed_in)]


def _caller(
    request: Request,
    service: ServiceOf,
    bearer: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)],
    token: Annotated[str | None, Security(_cookie)],
) -> Caller:
    if bearer is not None:
        with service.records.looking() as work:
            return caller_of_key(work, bearer.credentials, clock=service.clock)
    person, _session = _signed_in(request, service, token)
    return caller_of(person)


CallerOf = Annotated[Caller, Depends(_caller)]


def _seen(if_match: Annotated[str | None, Header(alias="If-Match", description="The ETag you saw.")] = None) -> str:
    if not if_match:
        raise RefusedError(refusals.IF_MATCH_NEEDED)
    return if_match.removeprefix("W/").strip().strip('"')


Seen = Annotated[str, Depends(_seen)]
Language = Annotated[Literal["id", "en"], Query(description="Language of words for people.")]


def number_seen(seen: str) -> int:
    """A revision as If-Match names it; anything else was never seen.

    Raises:
        RefusedError: STALE.
    """
    if not (seen.isascii() and seen.isdigit() and len(seen) < 10):
        raise RefusedError(refusals.STALE)
    return int(seen)


class Part:
    """The page of a list that was asked for."""

    def __init__(
        self,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
        cursor: Annotated[str | None, Query(max_length=400, description="`next` of the page before.")] = None,
    ) -> None:
        self.limit = limit
        self.cursor = cursor

    def slice(self) -> Slice:
        """For lists by time of creation.

        Raises:
            RefusedError: the cursor is not one of ours.
        """
        if self.cursor is None:
            return Slice(self.limit)
        at, identifier = self._keys(2)
        try:
            datetime.fromisoformat(at)
        except ValueError as error:
            raise RefusedError(refusals.CURSOR_WRONG) from error
        return Slice(self.limit, (at, identifier))

    def after(self) -> int:
        """For lists by number.

        Raises:
            RefusedError: the cursor is not one of ours.
        """
        if self.cursor is None:
            return 0
        (number,) = self._keys(1)
        if not (number.isascii() and number.isdigit() and len(number) < 10):
            raise RefusedError(refusals.CURSOR_WRONG)
        return int(number)

    def _keys(self, count: int) -> list[str]:
        try:
            keys = json.loads(base64.urlsafe_b64decode((self.cursor or "").encode("ascii") + b"=="))
        except (ValueError, binascii.Error) as error:
            raise RefusedError(refusals.CURSOR_WRONG) from error
        if not (isinstance(keys, list) and len(keys) == count and all(isinstance(one, str) for one in keys)):
            raise RefusedError(refusals.CURSOR_WRONG)
        return keys


PartOf = Annotated[Part, Depends()]


def cursor(*keys: str) -> str:
    """The cursor after the thing of these keys."""
    return base64.urlsafe_b64encode(json.dumps(keys).encode("utf-8")).decode("ascii").rstrip("=")
