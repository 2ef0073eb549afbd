from __future__ import annotations

from pathlib import Path

import pytest

from evidence_ai.adapters.dossier_file import read_dossier, write_dossier
from evidence_ai.adapters.packing import packed
from evidence_ai.domain.document import Document, DocumentText, Grade, Line, Outcome, Page, PageFailure, Source
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.understanding import Understanding
from evidence_ai.reading import outcomes

PAGES = tuple(Page(number, 595.0, 842.0, Source.OCR, Grade.GOOD, (Line(f"isi {number}"),)) for number in (1, 2))
DOSSIER = Dossier(
    Document("a" * 64, "x.pdf", "application/pdf", 9),
    DocumentText(Outcome.PARTIAL, None, 5, PAGES, (PageFailure(3, outcomes.PAGE_BROKEN),), pages_waiting=2),
    Understanding(),
)


def test_a_dossier_comes_back_as_it_was(tmp_path: Path) -> None:
    write_dossier(tmp_path / "d", DOSSIER)
    assert read_dossier(tmp_path / "d") == DOSSIER


def test_a_dossier_cut_off_anywhere_is_no_dossier(tmp_path: Path) -> None:
    write_dossier(tmp_path / "d", DOSSIER)
    whole = (tmp_path / "d").read_bytes()
    for length in range(0, len(whole), 7):
        (tmp_path / "d").write_bytes(whole[:length])
        with pytest.raises(ValueError, match=r"."):
            read_dossier(tmp_path / "d")


def test_another_value_is_no_dossier(tmp_path: Path) -> None:
    content = packed((1, 2))
    (tmp_path / "d").write_bytes(len(content).to_bytes(8, "little") + content)
    with pytest.raises(ValueError, match="no dossier"):
        read_dossier(tmp_path / "d")
