"""What holds for every request: a largest size, and headers that keep a browser from guessing or keeping."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import of_refusal
from evidence_ai.services import refusals
from evidence_ai.services.refusals import RefusedError

_NOT_UPLOADS_BYTES = 2_000_000
"""JSON bodies are small."""


_SAFE = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
)
_NOT_KEPT = (b"cache-control", b"no-store")


class SafeHeaders:
    """Adds the headers every answer carries; what a route says of caching stays."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = {name for name, _ in message["headers"]}
                own = () if b"cache-control" in said else (_NOT_KEPT,)
                message["headers"] = [*message["headers"], *_SAFE, *own]
            await send(message)

        await self._app(scope, receive, with_headers)


class UploadLimit:
    """Counts the bytes of a request's body."""

    def __init__(self, app: ASGIApp, *, max_bytes: int) -> None:
        self._app = app
        self._max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name: value for name, value in scope["headers"] if name in {b"content-type", b"content-length"}}
        is_upload = headers.get(b"content-type", b"").startswith(b"multipart/form-data")
        limit = self._max_bytes if is_upload else _NOT_UPLOADS_BYTES
        told = headers.get(b"content-length", b"0")
        if told.isdigit() and int(told) > limit:
            await of_refusal(RefusedError(refusals.TOO_BIG))(scope, receive, send)
            return
        arrived, too_big = 0, False

        async def counted() -> Message:
            nonlocal arrived, too_big
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > limit:
                too_big = True
                raise RefusedError(refusals.TOO_BIG)
            return message

        async def unless_too_big(message: Message) -> None:
            # Whatever the application makes of a body that broke off, the reason is ours to tell.
            if not too_big:
                await send(message)

        await self._app(scope, counted, unless_too_big)
        if too_big:
            await of_refusal(RefusedError(refusals.TOO_BIG))(scope, receive, send)
