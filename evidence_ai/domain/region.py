"""Region: a province, kabupaten or kota with its Kemendagri code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from evidence_ai.domain.region_table import FICTIONAL, FORMER_NAMES, OTHER_NAMES, PROVINCES

RegionLevel = Literal["provinsi", "kabupaten", "kota"]

_TITLES: dict[RegionLevel, str] = {"provinsi": "Provinsi", "kabupaten": "Kabupaten", "kota": "Kota"}


@dataclass(frozen=True, slots=True)
class Region:
    """One region. `code` is 'NN' or 'NN.NN'; `name` the bare name; `former_names` and `other_names` are bare too.

    `administrative`: a kabupaten or kota of Jakarta, without a council of its own. `fictional`: invented for samples.
    """

    code: str
    level: RegionLevel
    name: str
    former_names: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    administrative: bool = False
    fictional: bool = False

    @property
    def full_name(self) -> str:
        """The name with its level.

        >>> by_code("35.78").full_name, by_code("35").full_name
        ('Kota Surabaya', 'Provinsi Jawa Timur')
        """
        title = f"{_TITLES[self.level]} Administrasi" if self.administrative else _TITLES[self.level]
        return f"{title} {self.name}"

    @property
    def province_code(self) -> str:
        """The code of the province it lies in (its own for a province)."""
        return self.code[:2]

    @property
    def all_names(self) -> tuple[str, ...]:
        """Present, former and other names, bare."""
        return (self.name, *self.former_names, *self.other_names)


@cache
def regions() -> tuple[Region, ...]:
    """All 552 real regions, provinces first, then kabupaten and kota, in order of code."""
    return _from(PROVINCES, fictional=False)


@cache
def fictional_regions() -> tuple[Region, ...]:
    """The invented province and its three regions used by the sample package."""
    return _from(FICTIONAL, fictional=True)


def by_code(code: str) -> Region:
    """The region of a Kemendagri code, 'NN' or 'NN.NN' (also 'NNNN').

    Raises:
        KeyError: no region has this code.
    """
    return _by_code()[code if "." in code or len(code) == 2 else f"{code[:2]}.{code[2:]}"]


def known_code(code: str) -> bool:
    """Whether a region has this code."""
    return (code if "." in code or len(code) == 2 else f"{code[:2]}.{code[2:]}") in _by_code()


def named(name: str, *, level: RegionLevel | None = None) -> tuple[Region, ...]:
    """Regions that bear or bore this bare name; blanks, hyphens and case do not matter.

    A present name goes before a former or other one.

    >>> [region.full_name for region in named("MADIUN")]
    ['Kabupaten Madiun', 'Kota Madiun']
    >>> [region.full_name for region in named("Toba Samosir")]
    ['Kabupaten Toba']
    """
    found = _by_name().get(name_key(name), ())
    return tuple(region for region in found if level in (None, region.level))


def name_key(name: str) -> str:
    """The letters and digits of a name, upper case: what two spellings of one name share.

    >>> name_key("Toli-Toli") == name_key("TOLITOLI")
    True
    """
    return "".join(character for character in name.upper() if character.isalnum())


@cache
def _by_code() -> dict[str, Region]:
    return {region.code: region for region in (*regions(), *fictional_regions())}


@cache
def _by_name() -> dict[str, tuple[Region, ...]]:
    present: dict[str, list[Region]] = {}
    for region in (*regions(), *fictional_regions()):
        present.setdefault(name_key(region.name), []).append(region)
    for region in (*regions(), *fictional_regions()):
        for name in (*region.former_names, *region.other_names):
            bearers = present.setdefault(name_key(name), [])
            if region not in bearers and region.level not in {bearer.level for bearer in bearers}:
                bearers.append(region)
    return {key: tuple(found) for key, found in present.items()}


def _from(table: tuple[tuple[str, str, str], ...], *, fictional: bool) -> tuple[Region, ...]:
    provinces = [_region(code, "provinsi", name, fictional=fictional) for code, name, _ in table]
    below = [
        _region(f"{code}.{entry[:2]}", "kota" if entry[:2] >= "71" else "kabupaten", entry[3:], fictional=fictional)
        for code, _, entries in table
        for entry in entries.split(", ")
    ]
    return (*provinces, *below)


def _region(code: str, level: RegionLevel, name: str, *, fictional: bool) -> Region:
    return Region(
        code=code,
        level=level,
        name=name,
        former_names=tuple(former for of, former, _ in FORMER_NAMES if of == code),
        other_names=(*(other for of, other in OTHER_NAMES if of == code), *_shortened(name)),
        administrative=code.startswith("31."),
        fictional=fictional,
    )


def _shortened(name: str) -> tuple[str, ...]:
    """'Kep. Meranti' for 'Kepulauan Meranti', as letterheads print it."""
    return (name.replace("Kepulauan", "Kep.", 1),) if name.startswith("Kepulauan ") else ()
