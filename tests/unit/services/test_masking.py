"""No output shows a number that names a person; what is kept inside stays as written."""

from __future__ import annotations

import io
import json
import zipfile

from evidence_ai.adapters.reports import docx, html, xlsx
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Box, Quote
from evidence_ai.editions import load
from evidence_ai.reading.package import PackageFiles
from evidence_ai.services.contract import precheck_object, read_object
from evidence_ai.services.masking import masked_value, shows_personal_number
from evidence_ai.services.prechecking import Precheck, precheck
from evidence_ai.services.reporting import report
from tests.builders import budget_line, claim, dossier, fact, figure, package, page, text, understanding

# Built from parts, so that no number shaped like a person's stands in the repository.
NIK = "32" + "7301" + "450390" + "0007"
SPACED = f"{NIK[:6]} {NIK[6:12]} {NIK[12:]}"


def _planted() -> Precheck:
    said = understanding(
        title=f"Bantuan bagi {NIK}",
        figures=(figure("NIK", NIK), figure(f"Siti {SPACED}", "12,5")),
        budget_lines=(budget_line(f"Santunan {NIK}", 5_000_000),),
    )
    planted = dossier(
        f"KTP_{NIK}.pdf", said, text_read=text(page(1, f"DAFTAR PENERIMA\nSiti {NIK}\nBudi {SPACED}\nNIK : {NIK[:15]}"))
    )
    answer = claim("BH.S1", f"ada {NIK}", f"KTP_{NIK}.pdf")
    odd = Mismatch(
        "file_missing",
        Severity.WARNING,
        Bilingual(f"Ada {NIK}.", f"There is {NIK}."),
        Bilingual(f"Hapus {NIK}.", f"Remove {NIK}."),
        quote=Quote(1, f"{'x ' * 195}{NIK}", Box(72, 72, 300, 84)),
        file_name=f"KTP_{NIK}.pdf",
    )
    return precheck(package(planted, claims=(answer,)), load("permenkumham_22_2021"), about_package=(odd,))


def _texts(archive: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return "\n".join(opened.read(name).decode("utf-8", "replace") for name in opened.namelist())


def _is_clean(output: str) -> bool:
    return NIK not in output and SPACED not in output and NIK[:10] not in output


def test_no_json_object_shows_a_planted_nik() -> None:
    done = _planted()
    for found in (precheck_object(done, language="id"), read_object(done.package.dossiers[0], language="en")):
        assert _is_clean(json.dumps(found))
    assert "Siti xxxxxxxxxxxxxxxx" in read_object(done.package.dossiers[0], language="id")["pages"][0]["text"]


def test_no_report_shows_a_planted_nik() -> None:
    told = report(_planted(), PackageFiles("contoh", (), None, (), ()), language="id")
    assert "xxxxxxxxxxxxxxxx" in html.render(told)
    assert _is_clean(html.render(told))
    assert _is_clean(_texts(xlsx.render(told)))
    assert _is_clean(_texts(docx.render(told)))


def test_the_text_kept_inside_stays_original() -> None:
    assert NIK in _planted().package.dossiers[0].text.pages[0].text


def test_a_hash_is_never_masked() -> None:
    one = dossier(text_read=text(page(1, "a")))
    digest = f"abc{NIK}def"
    kept = type(one)(type(one.document)(digest, "a.pdf", "application/pdf", 1), one.text, one.understanding)
    assert read_object(kept, language="id")["sha256"] == digest


def test_a_number_of_a_person_is_no_figure() -> None:
    found = precheck_object(_planted(), language="id")["documents"][0]["figures"]
    assert [one["raw"] for one in found] == ["12,5"]


def test_a_picture_is_left_out_where_it_would_show_a_number() -> None:
    seen = page(1, "\n".join(["Siti", NIK, *["kosong"] * 20, "Pasal 1"]))
    assert shows_personal_number(seen, Box(72, 72, 200, 84), margin_pt=24)
    assert not shows_personal_number(seen, Box(72, 360, 200, 384), margin_pt=24)


def test_masking_reaches_texts_in_tuples_and_values() -> None:
    hidden = masked_value((fact(NIK),))[0]
    assert hidden.value == "x" * 16
    assert hidden.quote is not None
    assert hidden.quote.text == "x" * 16
