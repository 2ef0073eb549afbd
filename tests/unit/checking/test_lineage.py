"""What the documents of a region say of each other tells whether one is in force on a day."""

from __future__ import annotations

from datetime import date

import pytest

from evidence_ai.checking.lineage import Force, Kinship, Lineage, Regulation, lineage, named, regulation, state_at
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import Relation, RelationKind
from tests.builders import OTHER_REGION_CODE, PROVINCE_CODE, REGION_CODE, dossier, page, text, understanding

LAST = date(2025, 12, 31)


def _text(
    number: str,
    year: int,
    *relations: tuple[RelationKind, str],
    kind: str = "perda",
    code: str = REGION_CODE,
    status: str = "enacted",
    promulgated: date | None = None,
    quoted: str = "dicabut",
    body: str = "Pasal 1",
) -> Dossier:
    said = understanding(
        kind,
        number=number,
        year=year,
        region_code=code,
        status=status,
        promulgated_on=promulgated,
        relations=tuple(Relation(which, target, Quote(1, quoted)) for which, target in relations),
    )
    return dossier(f"{kind}-{number}-{year}.pdf", said, text_read=text(page(1, body)))


def _perda(number: str, year: int, code: str = REGION_CODE) -> Regulation:
    return Regulation(code, "perda", number, year)


AMENDS, REVOKES = RelationKind.AMENDS, RelationKind.REVOKES
BASE = _text("3", 2015)
FIRST = _text("7", 2018, (AMENDS, "Peraturan Daerah Nomor 3 Tahun 2015"), promulgated=date(2018, 5, 2))
SECOND = _text("2", 2020, (AMENDS, "Peraturan Daerah Nomor 03 Tahun 2015"), promulgated=date(2020, 2, 3))
REVOKER = _text("9", 2023, (REVOKES, "PERATURAN DAERAH NOMOR 3 TAHUN 2015"), promulgated=date(2023, 8, 1))


def test_a_text_nobody_changed_is_in_force() -> None:
    assert state_at(lineage([BASE]), _perda("3", 2015), LAST).force is Force.IN_FORCE


def test_a_chain_of_amendments_is_told_link_by_link() -> None:
    standing = state_at(lineage([BASE, FIRST, SECOND]), _perda("3", 2015), LAST)
    assert standing.force is Force.AMENDED
    assert [edge.source.number for edge in standing.because] == ["7", "2"]


def test_only_amendments_of_the_day_or_earlier_count() -> None:
    graph = lineage([BASE, FIRST, SECOND])
    assert state_at(graph, _perda("3", 2015), date(2018, 5, 1)).force is Force.IN_FORCE
    assert len(state_at(graph, _perda("3", 2015), date(2018, 5, 2)).because) == 1


def test_a_text_is_revoked_from_the_day_of_its_revoker() -> None:
    graph = lineage([REVOKER, BASE, FIRST])
    assert state_at(graph, _perda("3", 2015), date(2023, 7, 31)).force is Force.AMENDED
    standing = state_at(graph, _perda("3", 2015), date(2023, 8, 1))
    assert (standing.force, standing.because[0].source) == (Force.REVOKED, _perda("9", 2023))


def test_an_amendment_falls_with_the_text_it_amended() -> None:
    standing = state_at(lineage([FIRST, REVOKER]), _perda("7", 2018), LAST)
    assert standing.force is Force.REVOKED
    assert [edge.kind for edge in standing.because] == [Kinship.AMENDS, Kinship.REVOKES]


def test_what_was_revoked_does_not_come_back() -> None:
    again = _text("1", 2024, (REVOKES, "Peraturan Daerah Nomor 9 Tahun 2023"), promulgated=date(2024, 1, 5))
    graph = lineage([BASE, REVOKER, again])
    assert state_at(graph, _perda("9", 2023), LAST).force is Force.REVOKED
    assert state_at(graph, _perda("3", 2015), LAST).force is Force.REVOKED


def test_a_partial_revocation_leaves_the_rest_in_force() -> None:
    partly = _text("4", 2021, (REVOKES, "Peraturan Daerah Nomor 3 Tahun 2015"), quoted="ketentuan Pasal 5 dicabut")
    standing = state_at(lineage([BASE, partly]), _perda("3", 2015), LAST)
    assert (standing.force, standing.because[0].kind) == (Force.AMENDED, Kinship.REVOKES_PARTLY)


def test_a_text_nobody_saw_or_named_is_unknown() -> None:
    assert state_at(lineage([BASE]), _perda("8", 2016), LAST).force is Force.UNKNOWN


def test_a_text_is_unknown_before_its_own_day() -> None:
    assert state_at(lineage([FIRST]), _perda("7", 2018), date(2018, 5, 1)).force is Force.UNKNOWN


def test_an_undated_revocation_leaves_its_own_year_in_doubt() -> None:
    graph = lineage([BASE, _text("9", 2023, (REVOKES, "Peraturan Daerah Nomor 3 Tahun 2015"))])
    standing = state_at(graph, _perda("3", 2015), date(2023, 6, 1))
    assert (standing.force, len(standing.because)) == (Force.UNKNOWN, 1)
    assert state_at(graph, _perda("3", 2015), date(2022, 12, 31)).force is Force.IN_FORCE
    assert state_at(graph, _perda("3", 2015), date(2024, 1, 1)).force is Force.REVOKED


def test_a_draft_changes_nothing() -> None:
    draft = _text("9", 2023, (REVOKES, "Peraturan Daerah Nomor 3 Tahun 2015"), status="draft")
    assert lineage([draft]) == Lineage((), ())


def test_another_region_cannot_change_ours() -> None:
    theirs = _text("9", 2023, (REVOKES, "Peraturan Daerah Nomor 3 Tahun 2015"), code=OTHER_REGION_CODE)
    assert state_at(lineage([BASE, theirs]), _perda("3", 2015), LAST).force is Force.IN_FORCE


def test_texts_that_amend_each_other_end_all_the_same() -> None:
    one = _text("1", 2020, (AMENDS, "Peraturan Daerah Nomor 2 Tahun 2020"))
    other = _text("2", 2020, (AMENDS, "Peraturan Daerah Nomor 1 Tahun 2020"))
    assert state_at(lineage([one, other]), _perda("1", 2020), LAST).force is Force.AMENDED


def test_a_perkada_implements_the_perda_it_leans_on_and_changes_nothing() -> None:
    body = (
        "Mengingat : 1. Undang-Undang Nomor 39 Tahun 1999;\n2. Peraturan Daerah Kota Baru Nomor 3\n"
        "Tahun 2015 tentang Anak;\n3. Peraturan Daerah Provinsi Raya Nomor 6 Tahun 2011;\nMEMUTUSKAN:\n"
        "Peraturan Daerah Nomor 99 Tahun 2001"
    )
    graph = lineage([BASE, _text("40", 2022, kind="perkada", body=body)])
    assert [(edge.kind, edge.target) for edge in graph.edges] == [(Kinship.IMPLEMENTS, _perda("3", 2015))]
    assert graph.edges[0].quote is not None
    assert graph.edges[0].quote.text.startswith("Peraturan Daerah Kota Baru Nomor 3")
    assert state_at(graph, _perda("3", 2015), LAST).force is Force.IN_FORCE


@pytest.mark.parametrize("words", ["Undang-Undang Nomor 1 Tahun 2015", "Peraturan Daerah tentang Anak", ""])
def test_what_names_no_regional_text_is_no_target(words: str) -> None:
    assert named(words, REGION_CODE) is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Peraturan Gubernur Nomor 1 Tahun 2015", REGION_CODE),
        ("Peraturan Daerah Propinsi Raya Nomor 1 Tahun 2015", REGION_CODE),
        ("Peraturan Bupati Tanjung Arum Nomor 1 Tahun 2015", PROVINCE_CODE),
        ("Perda Kota Baru Nomor 1 Tahun 2015", PROVINCE_CODE),
    ],
)
def test_a_text_of_another_level_is_not_of_this_region(words: str, code: str) -> None:
    assert named(words, code) is None


def test_a_document_without_number_is_not_in_the_graph() -> None:
    assert regulation(understanding(number=None)) is None
