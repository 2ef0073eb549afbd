"""From refusals and failures to RFC 9457 problems; the only broad catch of this entrance."""

from __future__ import annotations

from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.errors import EvidenceError, Kind
from evidence_ai.services import refusals
from evidence_ai.services.refusals import RefusedError

_STATUS = {
    Kind.INPUT: 422, Kind.NOT_FOUND: 404, Kind.CONFLICT: 409, Kind.DENIED: 403, Kind.DEPENDENCY: 503,
    Kind.CONFIGURATION: 500, Kind.INTERNAL: 500,
}  # fmt: skip
_STATUS_BY_CODE = {
    refusals.SIGN_IN_FIRST.code: 401, refusals.WRONG_PASSWORD.code: 401, refusals.LOCKED_OUT.code: 429,
    refusals.STALE.code: 412, refusals.IF_MATCH_NEEDED.code: 428, refusals.TOO_BIG.code: 413,
}  # fmt: skip
_RETRY_S = {"busy": 10, "locked_out": 900}
_DEFAULT_RETRY_S = 15
MEDIA_TYPE = "application/problem+json"


class Words(BaseModel):
    """The same words in both languages."""

    id: str
    en: str


class WrongPart(BaseModel):
    """A part of the request that cannot be used."""

    place: str
    message: str


class Problem(BaseModel):
    """RFC 9457: `code` never changes its meaning; `title` and `detail` are Indonesian, `messages` both languages."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    messages: Words
    advice: Words
    wrong: list[WrongPart] = []


RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "A problem of the request", "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}},
    "5XX": {"description": "A problem of the service", "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}},
}  # fmt: skip
_WRONG_REQUEST = refusals.Refusal(
    "request_wrong",
    Kind.INPUT,
    Bilingual("Permintaan ini tidak sesuai bentuk yang diharapkan.", "The request has not the shape expected."),
    Bilingual("Perbaiki bagian yang disebut.", "Correct the parts named."),
)
_INTERNAL = refusals.Refusal(
    "internal",
    Kind.INTERNAL,
    Bilingual(
        "Terjadi kesalahan di dalam layanan; sudah dicatat.", "Something failed inside the service; it was logged."
    ),
    Bilingual("Coba lagi; laporkan bila berulang.", "Try again; report it if it happens again."),
)


def install(app: FastAPI) -> None:
    """Answer every failure as a problem."""
    app.add_exception_handler(EvidenceError, _evidence)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unknown)


def response(
    refusal: refusals.Refusal, *, status: int, detail: Bilingual | None = None, wrong: list[WrongPart] | None = None
) -> JSONResponse:
    """A problem as an answer."""
    words = detail or refusal.what
    problem = Problem(
        type=f"urn:evidence-ai:problem:{refusal.code}",
        title=refusal.what.id,
        status=status,
        detail=words.id,
        code=refusal.code,
        messages=Words(id=words.id, en=words.en),
        advice=Words(id=refusal.advice.id, en=refusal.advice.en),
        wrong=wrong or [],
    )
    headers = {}
    if status in {429, 503}:
        headers["Retry-After"] = str(_RETRY_S.get(refusal.code, _DEFAULT_RETRY_S))
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return JSONResponse(problem.model_dump(), status, headers, MEDIA_TYPE)


def of_refusal(error: RefusedError) -> JSONResponse:
    """The answer of a refusal."""
    refusal = error.refusal
    status = _STATUS_BY_CODE.get(refusal.code, _STATUS[refusal.kind])
    return response(refusal, status=status, detail=error.detail)


def _evidence(_request: Request, error: Exception) -> JSONResponse:
    if isinstance(error, RefusedError):
        return of_refusal(error)
    assert isinstance(error, EvidenceError)  # noqa: S101 - registered for it
    status = _STATUS[error.kind]
    if status >= 500:
        structlog.get_logger().error("request_failed", kind=error.kind.value, error=type(error).__name__)
    words = Bilingual(error.what, error.what)
    advice = Bilingual(error.advice, error.advice)
    return response(refusals.Refusal(error.kind.value, error.kind, words, advice), status=status)


def _validation(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for it
    wrong = [WrongPart(place=".".join(str(part) for part in one["loc"]), message=one["msg"]) for one in error.errors()]
    return response(_WRONG_REQUEST, status=422, wrong=wrong)


def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it
    if error.status_code == 404:
        return response(refusals.NOT_FOUND, status=404)
    words = Bilingual(str(error.detail), str(error.detail))
    refusal = refusals.Refusal(f"http_{error.status_code}", Kind.INPUT, words, _WRONG_REQUEST.advice)
    answer = response(refusal, status=error.status_code)
    answer.headers.update(error.headers or {})
    return answer


def _unknown(_request: Request, error: Exception) -> JSONResponse:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
    structlog.get_logger().error("request_failed", error=type(error).__name__, place=place)
    return response(_INTERNAL, status=500)
