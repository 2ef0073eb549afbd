"""Structured logs on stderr. Never document text, names of persons, NIK or amounts."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

from evidence_ai.domain.personal_data import masked


def set_up(level: str) -> None:
    """Log from `level` upwards as one JSON object a line on stderr, so that stdout stays the result."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_personal_numbers,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def without_personal_numbers(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """The last guard: a file may be named after a person's number, and an error may quote it."""
    return {key: masked(value) if isinstance(value, str) else value for key, value in event.items()}
