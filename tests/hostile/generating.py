"""The set of hostile files: every hand-made vice once, then spoiled copies of good files, as many as asked for."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from pathlib import Path

from tests.hostile.material import HostileFile, one_page, stream, zipped
from tests.hostile.mutations import spoiled
from tests.hostile.office import hostile_office
from tests.hostile.pdfs import hostile_pdfs
from tests.hostile.pictures import hostile_pictures
from tests.hostile.texts import hostile_texts
from tests.hostile.zips import hostile_archives, hostile_packages

_SAMPLES = Path(__file__).resolve().parents[2] / "corpora" / "sample_package"
_SCANS = ("SK PPID 2024 (scan).pdf", "Daftar hadir musrenbang inklusif.pdf", "IMG-20250117-WA0007.jpg")
_OTHERS = 0.04
"""Share of spoiled copies that come from scans and whole packages: each costs seconds, and tells little more."""


def hand_made() -> Iterator[HostileFile]:
    """Every vice somebody thought of, once."""
    return chain(
        hostile_pdfs(), hostile_office(), hostile_texts(), hostile_pictures(), hostile_archives(), hostile_packages()
    )


def hostile_files(count: int, *, seed: str = "evidence") -> Iterator[HostileFile]:
    """`count` files, always the same for a seed; those made by hand come first."""
    made = 0
    for one in islice(hand_made(), count):
        made += 1
        yield one
    for number in range(count - made):
        yield spoiled_copy(number, seed=seed)


def spoiled_copy(number: int, *, seed: str = "evidence") -> HostileFile:
    """The spoiled copy of this number; each stands for itself, so any can be made again alone."""
    chance = random.Random(f"{seed}:{number}")
    names = _dear() if chance.random() < _OTHERS else _cheap()
    name = chance.choice(sorted(names))
    return HostileFile(f"{number:05}_{name}", spoiled(names[name], chance), "spoiled_copy")


@cache
def _cheap() -> dict[str, bytes]:
    """Good files without pictures of pages."""
    samples = {path.name.replace(" ", "_"): path.read_bytes() for path in sorted(_SAMPLES.iterdir())}
    scans = {name.replace(" ", "_") for name in _SCANS}
    kept = {name: data for name, data in samples.items() if name not in scans and len(data) < 60_000}
    plain = one_page(stream(b"BT /F1 12 Tf 72 700 Td (Jumlah anggaran Rp1.250.000.000,00 tahun 2024) Tj ET"))
    return {**kept, "satu_halaman.pdf": plain}


@cache
def _dear() -> dict[str, bytes]:
    samples = {name.replace(" ", "_"): (_SAMPLES / name).read_bytes() for name in _SCANS}
    names = (
        "manifest.csv",
        "Notulen dialog lintas agama.txt",
        "SOP Permohonan Informasi.pdf",
        "Data Adminduk 2024.xlsx",
    )
    package = zipped((name, (_SAMPLES / name).read_bytes()) for name in names)
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt"), b"PERATURAN DAERAH NOMOR 4 TAHUN 2021")
    return {**samples, "utuh.paket.zip": package, "tidak_dimampatkan.paket.zip": stored.getvalue()}
