from __future__ import annotations

from evidence_ai.domain.document import Cell, DocumentText, Grade, Line, Outcome, Page, Source, Table
from evidence_ai.understanding import understand
from evidence_ai.understanding.bounds import bounded

HEADING = ("PERATURAN BUPATI SLEMAN", "NOMOR 4 TAHUN 2021", "TENTANG", "KABUPATEN LAYAK ANAK")


def document(*pages: tuple[str, ...], table: Table | None = None) -> DocumentText:
    read = tuple(
        Page(
            number, 0, 0, Source.TEXT_LAYER, Grade.EXCELLENT, tuple(Line(line) for line in lines),
            tables=(table,) if table else (),
        )
        for number, lines in enumerate(pages, start=1)
    )  # fmt: skip
    return DocumentText(Outcome.OK, None, len(read), read)


def test_an_honest_document_is_looked_at_whole() -> None:
    text = document(HEADING, *[("Pasal 1 ayat (2) " * 20,) * 50] * 100)
    assert bounded(text) == (text, 0)


def test_a_line_without_end_is_cut_and_what_is_left_out_is_counted() -> None:
    text = document((*HEADING, "a" * 500_000))
    shorter, unseen = bounded(text)
    assert unseen == 500_000 - len(shorter.pages[0].lines[-1].text)
    assert shorter.pages[0].lines[:4] == text.pages[0].lines[:4]


def test_of_very_many_lines_the_first_and_the_last_are_looked_at() -> None:
    lines = tuple(f"baris {at}" for at in range(50_000))
    shorter, unseen = bounded(document(lines))
    assert shorter.pages[0].lines[0].text == "baris 0"
    assert shorter.pages[0].lines[-1].text == "baris 49999"
    assert unseen == sum(map(len, lines)) - sum(len(line.text) for line in shorter.pages[0].lines)


def test_a_table_of_very_many_cells_keeps_its_first_rows() -> None:
    table = Table(tuple((Cell("1"), Cell("2")) for _ in range(200_000)))
    shorter, _ = bounded(document((*HEADING, "a" * 20_000), table=table))
    kept = shorter.pages[0].tables[0].rows
    assert 0 < len(kept) < 100_000
    assert kept == table.rows[: len(kept)]


def test_facts_in_the_part_looked_at_are_found_and_the_rest_is_told() -> None:
    found = understand(document((*HEADING, *["Pasal " * 30] * 40_000)))
    assert found.number is not None
    assert found.number.value == "4"
    assert found.characters_unseen > 0
