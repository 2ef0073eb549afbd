"""The canon: one sequence of bytes for one JSON value, on every machine.

As RFC 8785: UTF-8, no white space, keys sorted, strings escaped only where JSON asks for it. Stricter in one
point: numbers are whole or they are strings. A decimal number has several spellings and a float has rounding,
so points are decimal strings and exact totals are fraction strings.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from evidence_ai.errors import InputError

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
JsonObject = dict[str, Json]


def canonical_bytes(value: Any) -> bytes:
    """The canonical bytes of a JSON value.

    >>> canonical_bytes({"b": [1, None], "a": "é"}).decode()
    '{"a":"é","b":[1,null]}'

    Raises:
        InputError: it holds something the canon has no bytes for: a number with decimals, half a character.
    """
    _check(value)
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = "Ada teks yang memuat setengah karakter (surrogate), sehingga tidak dapat ditulis sebagai UTF-8."
        raise InputError(message, advice="Ketik ulang teks itu pada sumbernya.") from error


def canonical_sha256(value: Any) -> str:
    """The sha256 of the canonical bytes, in hex."""
    return hashlib.sha256(canonical_bytes(value)).hexdigest()


def _check(value: Any) -> None:
    if isinstance(value, dict):
        for one in value.values():
            _check(one)
    elif isinstance(value, list):
        for one in value:
            _check(one)
    elif value is not None and not isinstance(value, bool | int | str):
        message = f"{value!r} angka berdesimal, yang tidak pernah ada dalam tanda terima."
        raise InputError(message, advice="Tulis angka itu sebagai teks.")
