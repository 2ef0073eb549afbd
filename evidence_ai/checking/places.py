"""How the region a document names relates to the region assessed."""

from __future__ import annotations

import re

from evidence_ai.domain import region

_LEVEL_WORDS = frozenset({"kabupaten", "kota", "kotamadya", "provinsi"})


def is_same_place(theirs: str, ours: str) -> bool:
    """Whether both codes mean one region, however they are written.

    >>> is_same_place("7371", "73.71")
    True
    """
    return _plain(theirs) == _plain(ours)


def is_above(theirs: str, ours: str) -> bool:
    """Whether `theirs` is the province of `ours`.

    >>> is_above("73", "73.71"), is_above("73.71", "73")
    (True, False)
    """
    return len(_plain(theirs)) == 2 and len(_plain(ours)) > 2 and _plain(ours).startswith(_plain(theirs))


def is_below(theirs: str, ours: str) -> bool:
    """Whether `theirs` lies in `ours`."""
    return is_above(ours, theirs)


def bears_name(name: str, code: str) -> bool:
    """Whether the region of `code` bears or bore this name at its level: Kota Madiun is not Kabupaten Madiun.

    >>> bears_name("Kabupaten Toba Samosir", "12.12"), bears_name("Kota Madiun", "35.19")
    (True, False)
    """
    if not region.known_code(code):
        return False
    ours = region.by_code(code)
    known = {region.name_key(one) for one in ours.all_names}
    return _level(name) in {None, ours.level} and region.name_key(bare_name(name)) in known


def former_name_in(text: str, code: str) -> str | None:
    """A former name of the region that stands in `text`, as the region table spells it; None where none does.

    The present name goes first: 'Selayar' in 'Kepulauan Selayar' is no former name.

    >>> former_name_in("BUPATI TOBA SAMOSIR", "12.12"), former_name_in("BUPATI TOBA", "12.12")
    ('Toba Samosir', None)
    >>> former_name_in("BUPATI KEPULAUAN SELAYAR", "73.01") is None
    True
    """
    if not region.known_code(code):
        return None
    ours, plain = region.by_code(code), " ".join(text.casefold().split())
    if len(ours.name.split()) > 1 and _stands_in(ours.name, plain):
        return None
    return next((one for one in ours.former_names if _stands_in(one, plain)), None)


def _stands_in(name: str, plain: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(' '.join(name.casefold().split()))}(?!\w)", plain) is not None


def bare_name(name: str) -> str:
    """The name without its level.

    >>> bare_name("Kota Administrasi Jakarta Pusat"), bare_name("Provinsi Aceh")
    ('Jakarta Pusat', 'Aceh')
    """
    words = name.split()
    while len(words) > 1 and words[0].casefold() in _LEVEL_WORDS | {"administrasi"}:
        words = words[1:]
    return " ".join(words)


def place_name(code: str) -> str:
    """The region as people call it; its code where the name is not known."""
    return region.by_code(code).full_name if region.known_code(code) else f"daerah berkode {code}"


def _level(name: str) -> str | None:
    first = name.split(maxsplit=1)[0].casefold() if name.split() else ""
    return {"kotamadya": "kota"}.get(first, first) if first in _LEVEL_WORDS else None


def _plain(code: str) -> str:
    return code.replace(".", "")
