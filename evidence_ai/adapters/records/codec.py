"""Domain values to JSON and back by their type hints: frozen dataclasses, tuples, enums, exact numbers, times.

What equals its default is left out, so a field added later with a default reads old records as they were.
"""

from __future__ import annotations

import dataclasses
import json
import types
import zlib
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Decode = Callable[[Any], Any]


def packed(value: object) -> bytes:
    """A value as compressed JSON."""
    return zlib.compress(text_of(value).encode("utf-8"), 6)


def unpacked(kind: type[T], content: bytes) -> T:
    """The value of `packed`."""
    found: T = value_of(kind, zlib.decompress(content).decode("utf-8"))
    return found


def text_of(value: object) -> str:
    """A value as JSON text."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def value_of(kind: Any, text: str) -> Any:
    """The value of `text_of`; `kind` is its type hint."""
    return _decoder(kind)(json.loads(text))


def _plain(value: object) -> Any:
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list | frozenset):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal | Fraction):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _object(value)
    message = f"{type(value).__name__} cannot be kept."
    raise TypeError(message)


def _object(value: Any) -> dict[str, Any]:
    found = {}
    kind: type = type(value)
    for name, default in _fields(kind):
        part = getattr(value, name)
        if part is not default and (default is dataclasses.MISSING or part != default):
            found[name] = _plain(part)
    return found


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


@cache
def _decoder(hint: Any) -> _Decode:
    """What turns JSON of this hint into its value; made once per hint, because pages hold many words."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _optional(hint)
    if origin is tuple:
        return _tuple(get_args(hint))
    if origin is Literal or hint in (str, int, bool, Any):
        return _same
    if hint is float:
        return float
    if dataclasses.is_dataclass(origin or hint):
        return _dataclass(hint)
    if isinstance(hint, type) and issubclass(hint, datetime | date):
        return hint.fromisoformat
    if isinstance(hint, type) and issubclass(hint, Enum | Decimal | Fraction):
        return hint
    message = f"{hint} cannot be read back."
    raise TypeError(message)


def _same(value: Any) -> Any:
    return value


def _optional(hint: Any) -> _Decode:
    kinds = [one for one in get_args(hint) if one is not type(None)]
    if len(kinds) != 1:
        message = f"{hint}: of several kinds nobody can tell which was kept."
        raise TypeError(message)
    inner = _decoder(kinds[0])
    return lambda value: None if value is None else inner(value)


def _tuple(kinds: tuple[Any, ...]) -> _Decode:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        inner = _decoder(kinds[0])
        return lambda value: tuple([inner(one) for one in value])
    each = [_decoder(one) for one in kinds]
    return lambda value: tuple(decode(one) for decode, one in zip(each, value, strict=True))


def _dataclass(hint: Any) -> _Decode:
    kind = get_origin(hint) or hint
    filled = dict(zip(getattr(kind, "__parameters__", ()), get_args(hint), strict=False))
    hints = get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    # Resolved when first used: a hint may name its own class.
    decoders: dict[str, _Decode] = {}

    def decode(value: dict[str, Any]) -> Any:
        if not decoders:
            decoders.update({name: _decoder(filled.get(hints[name], hints[name])) for name in names})
        return kind(**{name: decoders[name](part) for name, part in value.items() if name in decoders})

    return decode
