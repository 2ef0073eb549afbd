"""Values of the domain as bytes, between processes and on disk; only values of the domain come back out of them.

A worker opens hostile files, so what it sends is not trusted: plain unpickling would let it run code in the parent.
"""

from __future__ import annotations

import gc
import io
import pickle
from dataclasses import fields
from operator import attrgetter
from typing import Any

from evidence_ai.domain.document import Cell, Line, Word
from evidence_ai.domain.quote import Box, Quote

_DATETIME = ("date", "datetime", "timedelta", "timezone")
_KNOWN = frozenset({("decimal", "Decimal"), ("fractions", "Fraction"), *(("datetime", name) for name in _DATETIME)})


def packed(value: object) -> bytes:
    """A value as bytes."""
    out = io.BytesIO()
    packer = pickle.Pickler(out, protocol=5)
    packer.dispatch_table = _BRIEFLY
    packer.dump(value)
    return out.getvalue()


def unpacked(content: bytes) -> Any:
    """The value again.

    Raises:
        ValueError: these bytes hold something else than values of the domain, or are cut off.
    """
    # A page makes thousands of small values and no cycle; looking for cycles meanwhile doubles the time.
    was_on = gc.isenabled()
    gc.disable()
    try:
        return _Unpacker(io.BytesIO(content)).load()
    except Exception as error:
        message = f"these bytes cannot be unpacked: {type(error).__name__}"
        raise ValueError(message) from error
    finally:
        if was_on:
            gc.enable()


class _Unpacker(pickle.Unpickler):
    """Gives classes of the domain and a few plain ones; never a function, never an attribute of something else."""

    def find_class(self, module: str, name: str) -> Any:
        known = (module, name) in _KNOWN or (module.startswith("evidence_ai.domain.") and "." not in name)
        found = super().find_class(module, name) if known else None
        if not isinstance(found, type) or (found.__module__ != module):
            message = f"{module}.{name} is no value of the domain"
            raise pickle.UnpicklingError(message)
        return found


def _brief(kind: type) -> Any:
    """Pack by position instead of by name: a third of the time for the values a page has hundreds of."""
    # Positions are safe because a spool lives no longer than the code that wrote it; see `reading_version`.
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda one: (kind, values(one))


_BRIEFLY: dict[type, Any] = {kind: _brief(kind) for kind in (Box, Quote, Word, Line, Cell)}
