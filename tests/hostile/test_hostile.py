"""A fixed selection of hostile files through the real command; `make hostile` runs thousands."""

from __future__ import annotations

import pytest

from tests.hostile.generating import hand_made, hostile_files, spoiled_copy
from tests.hostile.material import HostileFile
from tests.hostile.running import Account, run_files, run_package

CHOSEN = {
    "page_tree_of_itself.pdf", "form_draws_itself.pdf", "font_of_itself.pdf", "flate_bomb_picture.pdf",
    "page_of_50000_megapixels.pdf", "a_thousand_million_pages.pdf", "arrays_100000_deep.pdf", "flate_of_noise.pdf",
    "locked_without_password_128.pdf", "locked_with_password_128.pdf", "half_characters.pdf", "docx_billion_laughs.docx",
    "docx_deep_xml.docx", "docx_outside_relations.docx", "xlsx_date_of_words.xlsx", "xlsx_size_lies.xlsx",
    "xlsx_deep_xml.xlsx", "word_named_pdf.pdf", "encoded_utf_16_le.txt", "nothing_but_nuls.txt", "nothing.pdf",
    "slow_numbers_with_dots_one_line.txt", "csv_quotes.csv", "png_50000_megapixels.png", "jpeg_giant.jpg",
    "tiff_ring.tif", "zip_bomb.zip", "old_office.doc",
}  # fmt: skip
PACKAGES = {"path_upwards.paket.zip", "package_bomb.paket.zip", "manifest_formulas.paket.zip"}


def test_the_same_number_gives_the_same_spoiled_copy() -> None:
    assert spoiled_copy(12) == spoiled_copy(12)
    assert spoiled_copy(12) != spoiled_copy(12, seed="lain")


def test_a_set_begins_with_the_vices_made_by_hand() -> None:
    first = next(iter(hand_made()))
    assert next(hostile_files(1)) == first


@pytest.mark.slow
def test_chosen_hostile_files_end_in_names_and_leave_nothing_behind() -> None:
    account = Account()
    chosen: list[HostileFile] = [one for one in hand_made() if one.name in CHOSEN | PACKAGES]
    assert len(chosen) == len(CHOSEN | PACKAGES)
    copies = [one for number in range(30) if not (one := spoiled_copy(number)).is_package]
    run_files([*(one for one in chosen if not one.is_package), *copies], account)
    for one in chosen:
        if one.is_package:
            run_package(one, account)
    assert account.breaches == []
