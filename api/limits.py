"""An upload beyond the limit is refused while it arrives, before it fills a disk."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import of_refusal
from evidence_ai.services import refusals
from evidence_ai.services.refusals import RefusedError

_NOT_UPLOADS_BYTES = 2_000_000
"""JSON bodies are small."""


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
        arrived = 0

        async def counted() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > limit:
                raise RefusedError(refusals.TOO_BIG)
            return message

        await self._app(scope, counted, send)
