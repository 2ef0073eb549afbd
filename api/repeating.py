"""Changes that may be sent again: the same Idempotency-Key gives the same answer, and the work is done once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Header
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from api.dependencies import CallerOf, ServiceOf
from evidence_ai.domain.people import Caller
from evidence_ai.service_wiring import Service
from evidence_ai.services import refusals
from evidence_ai.services.ports import Answer, UnitOfWork
from evidence_ai.services.refusals import RefusedError


@dataclass(frozen=True, slots=True)
class Reply:
    """What a change answers."""

    status: int
    body: BaseModel
    location: str | None = None
    etag: str | None = None


class Once:
    """Runs a change once for a key; without a key, once for every request."""

    def __init__(
        self,
        service: ServiceOf,
        caller: CallerOf,
        key: Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=200)] = None,
    ) -> None:
        self._service: Service = service
        self._caller: Caller = caller
        self._key = key

    def run(self, asked: tuple[Any, ...], change: Callable[[UnitOfWork], Reply], *, rings: bool = False) -> Response:
        """Do `change` and commit it together with its answer. `asked`: what makes the request the same one.

        `rings`: jobs may have been made, so send what may be sent.

        Raises:
            RefusedError: the key was used for something else, or whatever `change` refuses.
        """
        fingerprint = hashlib.sha256(json.dumps(asked, sort_keys=True, default=str).encode("utf-8")).hexdigest()
        while True:
            answer = self._answer(fingerprint, change)
            if answer is not None:
                break
        if rings:
            self._service.send()
        return answer

    def _answer(self, fingerprint: str, change: Callable[[UnitOfWork], Reply]) -> Response | None:
        """The answer, or None where another request with this key was faster: then its answer is ours."""
        with self._service.records.changing() as work:
            if self._key is not None:
                known = work.answers.get(self._caller.id, self._key)
                if known is not None:
                    return _replayed(known, fingerprint)
            reply = change(work)
            body = reply.body.model_dump_json()
            if self._key is not None:
                at = self._service.clock.now()
                kept = Answer(self._caller.id, self._key, fingerprint, reply.status, reply.location, body, at)
                if not work.answers.add(kept):
                    return None
            work.commit()
        return _response(reply.status, body, reply.location, reply.etag)


OnceFor = Annotated[Once, Depends()]


def _replayed(known: Answer, fingerprint: str) -> Response:
    if known.fingerprint != fingerprint:
        raise RefusedError(refusals.KEY_REUSED)
    answer = _response(known.status, known.body, known.location, None)
    answer.headers["Idempotency-Replayed"] = "true"
    return answer


def _response(status: int, body: str, location: str | None, etag: str | None) -> Response:
    answer = Response(body, status, media_type=JSONResponse.media_type)
    if location is not None:
        answer.headers["Location"] = location
    if etag is not None:
        answer.headers["ETag"] = f'"{etag}"'
    return answer
