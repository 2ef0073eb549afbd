"""What happens to a package, as it happens (server-sent events)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from api.dependencies import CallerOf, ServiceOf
from evidence_ai.domain.people import Caller
from evidence_ai.domain.stored import Event
from evidence_ai.service_wiring import Service
from evidence_ai.services.intake import package_for

router = APIRouter(tags=["events"])
_LOOK_S = 0.5
_EVENT = {
    "type": "object",
    "properties": {"id": {"type": "string"}, "event": {"type": "string"}, "data": {"type": "string"}},
}
"""What one event holds; `data` is JSON with `subject`, `package_id`, `at`."""
_QUIET_LOOKS = 30
"""After so many looks without news a comment is sent, so that nothing between us closes the line."""


@router.get(
    "/packages/{package_id}/events",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {"schema": _EVENT}}}},
)
def events(
    package_id: str,
    request: Request,
    caller: CallerOf,
    service: ServiceOf,
    last: Annotated[str | None, Header(alias="Last-Event-ID", max_length=20)] = None,
    after: Annotated[int, Query(ge=0, le=2_000_000_000)] = 0,
    follow: bool = True,
) -> StreamingResponse:
    """Events after a number, then each new one; `follow=false` ends after those that are there."""
    with service.records.looking() as work:
        package_for(work, caller, package_id)
    start = int(last) if last is not None and last.isascii() and last.isdigit() else after
    stream = _stream(service, caller, package_id, start, request, follow=follow)
    return StreamingResponse(stream, media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def _stream(
    service: Service, caller: Caller, package_id: str, after: int, request: Request, *, follow: bool
) -> AsyncIterator[str]:
    quiet = 0
    while not await request.is_disconnected() and not request.app.state.stopping.is_set():
        found = await run_in_threadpool(_new, service, caller, package_id, after)
        for one in found:
            after = one.seq
            yield _told(one)
        if not follow:
            return
        quiet = 0 if found else quiet + 1
        if quiet and quiet % _QUIET_LOOKS == 0:
            yield ": ...\n\n"
        await asyncio.sleep(_LOOK_S)


def _new(service: Service, caller: Caller, package_id: str, after: int) -> list[Event]:
    with service.records.looking() as work:
        return list(work.packages.events(package_id, caller.reach, after=after, limit=500))


def _told(event: Event) -> str:
    data = {"subject": event.subject, "package_id": event.package_id, "at": event.at.isoformat()}
    return f"id: {event.seq}\nevent: {event.kind}\ndata: {json.dumps(data)}\n\n"
