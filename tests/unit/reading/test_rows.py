from __future__ import annotations

from evidence_ai.domain.quote import Box
from evidence_ai.reading.rows import Fragment, in_reading_order

WIDTH = 595.0


def fragment(text: str, x0: float, y0: float, x1: float, height: float = 10) -> Fragment:
    return Fragment(text, Box(x0, y0, x1, y0 + height))


def texts(*fragments: Fragment) -> list[str]:
    return [row.text for row in in_reading_order(list(fragments), WIDTH)]


def test_labels_kept_apart_in_the_file_meet_their_values_below_the_heading() -> None:
    assert texts(
        fragment("Menimbang :", 60, 200, 130),
        fragment("Mengingat :", 60, 230, 130),
        fragment("a. bahwa kesehatan adalah hak", 150, 200.6, 520),
        fragment("setiap orang;", 165, 215, 300),
        fragment("1. Undang-Undang Nomor 36 Tahun 2009", 150, 230.3, 520),
        fragment("PERATURAN BUPATI", 220, 100, 380),
    ) == [
        "PERATURAN BUPATI",
        "Menimbang : a. bahwa kesehatan adalah hak",
        "setiap orang;",
        "Mengingat : 1. Undang-Undang Nomor 36 Tahun 2009",
    ]


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    left = [fragment(f"kiri baris {at} dengan beberapa kata", 50, 100 + 14 * at, 280) for at in range(10)]
    right = [fragment(f"kanan baris {at} dengan beberapa kata", 310, 100 + 14 * at, 540) for at in range(10)]
    title = fragment("Judul yang melintang di atas kedua kolom naskah ini", 50, 60, 540)
    mixed = [item for pair in zip(left, right, strict=True) for item in pair]
    read = texts(*mixed, title)
    assert read[0] == title.text
    assert read[1:11] == [item.text for item in left]
    assert read[11:] == [item.text for item in right]


def test_the_cells_of_a_table_row_stand_side_by_side() -> None:
    rows = [
        fragment(text, x, 100 + 14 * at, x + 60)
        for at in range(10)
        for x, text in ((50, f"kode{at}"), (250, f"1.00{at}"), (450, f"2.00{at}"))
    ]
    assert texts(*reversed(rows))[3] == "kode3 1.003 2.003"


def test_text_running_up_the_margin_joins_no_row() -> None:
    read = texts(
        fragment("SALINAN", 20, 100, 30, height=200),
        fragment("satu", 100, 150, 200),
        fragment("dua", 100, 170, 200),
        fragment("tiga", 100, 190, 200),
    )
    assert sorted(read) == ["SALINAN", "dua", "satu", "tiga"]
    assert [text for text in read if text != "SALINAN"] == ["satu", "dua", "tiga"]
