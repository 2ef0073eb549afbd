"""A package full of planted numbers of persons, through the real command: none comes out anywhere."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.end_to_end.command import DATA_YEAR, REGION, run

pytestmark = pytest.mark.slow

# Regency 50 of province 32 does not exist: these are nobody's. Built from parts, so that the source holds none.
NIKS = tuple("32" + "50" + f"{district:02d}" + "450390" + f"{serial:04d}" for district, serial in ((1, 7), (12, 345)))
SPACED = f"{NIKS[0][:6]} {NIKS[0][6:12]} {NIKS[0][12:]}"
KINDS = ("json", "html", "xlsx", "docx")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("paket")
    (folder / f"KTP {NIKS[0]}.txt").write_text(
        f"DAFTAR PENERIMA BANTUAN\n1. Siti {NIKS[1]}\n2. Budi {SPACED}\nNIK : {NIKS[0]}\n"
    )
    (folder / "manifest.csv").write_text(
        "indikator;jawaban;satuan;pembilang;penyebut;berkas;keterangan\n"
        f"BH.H1;{NIKS[1]};orang;{NIKS[0]};{NIKS[1]};KTP {NIKS[0]}.txt;NIK {NIKS[0]}\n"
        f"KS.H4;90;%;;;hilang {NIKS[1]}.pdf;\n"
    )
    told = tmp_path_factory.mktemp("laporan")
    asked = ("precheck", folder, "--region", REGION, "--data-year", DATA_YEAR)
    reports = [f"--{kind}={told / 'laporan'}.{kind}" for kind in KINDS]
    done = run(*asked, *reports, EVIDENCE_LOG_LEVEL="debug")
    assert done.returncode == 0, done.stderr
    found = {"stdout": done.stdout, "stderr": done.stderr}
    return found | {kind: _text(told / f"laporan.{kind}") for kind in KINDS}


def _text(path: Path) -> str:
    if path.suffix in {".xlsx", ".docx"}:
        with zipfile.ZipFile(path) as opened:
            return "\n".join(opened.read(name).decode("utf-8", "replace") for name in opened.namelist())
    return path.read_text("utf-8")


@pytest.mark.parametrize("kind", ["stdout", "stderr", *KINDS])
def test_no_output_shows_a_planted_number(outputs: dict[str, str], kind: str) -> None:
    for number in (*NIKS, SPACED):
        assert number not in outputs[kind]


def test_the_region_is_told_how_many_and_where(outputs: dict[str, str]) -> None:
    found = [one for one in json.loads(outputs["stdout"])["mismatches"] if one["code"] == "personal_data_exposed"]
    assert len(found) == 1
    assert found[0]["page"] == 1
    assert found[0]["advice"]
