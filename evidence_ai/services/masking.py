"""Personal numbers masked at the way out: what is kept inside stays as it was written.

**Source**: UU 27/2022 tentang Pelindungan Data Pribadi, Pasal 35-39 (the keeper protects what it shows).
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from evidence_ai.domain.document import Page
from evidence_ai.domain.personal_data import MASKED, is_shaped_like_nik, masked, personal_numbers
from evidence_ai.domain.quote import Box
from evidence_ai.domain.understanding import Figure

T = TypeVar("T")

_HASHES = frozenset({"sha256"})
"""Keys whose values are no words: sixteen digits may stand in a hash by chance."""


def masked_object(found: dict[str, Any]) -> dict[str, Any]:
    """A JSON object with the personal numbers in all its texts masked."""
    return {key: value if key in _HASHES else _masked_json(value) for key, value in found.items()}


def masked_value(value: T) -> T:
    """A value of texts, tuples and frozen dataclasses with the personal numbers in it masked; bytes stay."""
    if isinstance(value, str) and type(value) is str:
        return cast("T", masked(value))
    if isinstance(value, tuple):
        return cast("T", tuple(masked_value(one) for one in value))
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: masked_value(getattr(value, field.name)) for field in fields(value)}
        return cast("T", replace(cast("Any", value), **changed))
    return value


def is_personal(figure: Figure) -> bool:
    """Whether what was read as a figure is a person's number: then it measures nothing, and is not shown."""
    told = f"{figure.label} {figure.raw}"
    return any(one.kind in MASKED and one.end > len(figure.label) for one in personal_numbers(told))


def shows_personal_number(page: Page, box: Box, *, margin_pt: float) -> bool:
    """Whether a picture of `page` around `box` would show a masked number; so it does where nobody can tell."""
    for line in page.lines:
        if masked(line.text) == line.text:
            continue
        if line.box is None or (line.box.y0 <= box.y1 + margin_pt and line.box.y1 >= box.y0 - margin_pt):
            return True
    return False


def _masked_json(value: Any) -> Any:
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return masked_object(value)
    if isinstance(value, list):
        return [_masked_json(one) for one in value]
    if isinstance(value, int) and not isinstance(value, bool) and len(str(value)) == 16:
        return None if is_shaped_like_nik(str(value)) else value
    return value
