"""The application: every route under one service."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api import problems
from api.limits import SafeHeaders, UploadLimit
from api.routes import (
    audit,
    cards,
    claims,
    documents,
    editions,
    events,
    exports,
    health,
    jobs,
    keys,
    packages,
    people,
    prechecks,
    proposals,
    regions,
    reviews,
    scores,
    search,
    sessions,
)
from evidence_ai import __version__
from evidence_ai.service_wiring import Service

_V1 = (
    sessions, people, keys, packages, claims, documents, events, reviews, scores, editions, exports, prechecks, jobs,
    audit, cards, regions, proposals, search,
)  # fmt: skip


def application(service: Service) -> FastAPI:
    """The application over a service."""
    app = FastAPI(
        title="evidence_ai", version=__version__, lifespan=_lifespan, docs_url=None, redoc_url=None,
        responses=problems.RESPONSES,
        description="AI proposes, a person decides, arithmetic computes. Every value can be traced to a page.",
    )  # fmt: skip
    app.state.service = service
    app.add_middleware(UploadLimit, max_bytes=service.settings.max_upload_mb * 1_000_000)
    app.add_middleware(SafeHeaders)
    app.include_router(health.router)
    for routes in _V1:
        app.include_router(routes.router, prefix="/v1")
    problems.install(app)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    return app


@contextlib.asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Streams hear that the process stops; the drawing process ends with it."""
    app.state.stopping = asyncio.Event()
    yield
    app.state.stopping.set()
    app.state.service.pictures.close()


def _openapi(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        schemas = made["components"]["schemas"]
        problem = problems.Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(problem.pop("$defs", {}))
        schemas["Problem"] = problem
        app.openapi_schema = made
    return app.openapi_schema
