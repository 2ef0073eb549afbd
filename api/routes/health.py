"""Whether the service lives and whether it is ready."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from api.dependencies import ServiceOf
from api.schemas import Done, Ready

router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live")
def live() -> Done:
    """The process answers."""
    return Done()


@router.get("/ready", responses={200: {"model": Ready}, 503: {"model": Ready, "description": "Some part is away"}})
def ready(service: ServiceOf) -> Response:
    """Every part answers; 503 says which does not."""
    records, storage, queue = service.records.ready(), service.blobs.ready(), service.queue.ready()
    found = Ready(ready=records and storage and queue, records=records, storage=storage, queue=queue)
    return JSONResponse(found.model_dump(), 200 if found.ready else 503)
