"""Whose paper a document is: from the letterhead, from a form, or because it speaks of itself again and again."""

from __future__ import annotations

from dataclasses import replace

from evidence_ai.checking.fields import fields, speaks_for_others
from evidence_ai.checking.offices import SURELY, office_of
from evidence_ai.domain.dossier import Dossier
from tests.builders import dossier, fact, page, text, understanding


def _paper(words: str, office: str | None = None, confidence: float = 0.9) -> Dossier:
    said = understanding("dpa")
    if office is not None:
        said = replace(said, issuing_office=fact(office, confidence))
    return dossier(said=said, text_read=text(page(1, words)))


def test_a_budget_form_names_its_office_after_the_colon() -> None:
    found = office_of(_paper("DPA\nOrganisasi : 1.02.2.14.0.00.01.0000 DINAS KESEHATAN"))
    assert found is not None
    assert found.value == "DINAS KESEHATAN"
    assert found.quote is not None
    assert found.quote.text == "DINAS KESEHATAN"


def test_the_letterhead_goes_before_the_form() -> None:
    found = office_of(_paper("SKPD : Dinas Sosial", "BAGIAN HUKUM"))
    assert found is not None
    assert found.value == "BAGIAN HUKUM"


def test_an_office_under_a_signature_is_sure_only_where_it_recurs() -> None:
    once = office_of(_paper("KEPALA DINAS SOSIAL", "DINAS SOSIAL", 0.5))
    often = office_of(_paper("Renja Dinas Sosial\nDinas Sosial menyusun renja", "DINAS SOSIAL", 0.5))
    assert once is not None
    assert often is not None
    assert once.confidence < SURELY <= often.confidence


def test_short_and_long_names_of_one_office_share_their_field() -> None:
    pairs = (
        ("Disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil"),
        ("Dinas P3A", "Dinas Pemberdayaan Perempuan dan Perlindungan Anak"),
        ("Dinas Perkim", "Dinas Perumahan dan Kawasan Permukiman"),
        ("Kesbangpol", "Badan Kesatuan Bangsa dan Politik"),
        ("Dinas Kominfo", "Dinas Komunikasi dan Informatika"),
    )
    for short, long in pairs:
        assert fields(short) & fields(long), short
    assert not fields("Dinas Kesehatan") & fields("Dinas Perhubungan")


def test_planning_boards_and_secretariats_speak_for_others() -> None:
    assert speaks_for_others("BADAN PERENCANAAN PEMBANGUNAN DAERAH")
    assert not speaks_for_others("DINAS PERHUBUNGAN")
