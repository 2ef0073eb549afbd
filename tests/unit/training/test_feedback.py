"""Decisions as rows to learn from."""

from __future__ import annotations

import json
from typing import Any

from evidence_ai.domain.decision import Decisions
from evidence_ai.domain.document import Document
from evidence_ai.domain.dossier import Dossier
from evidence_ai.services.decisions_file import parse_decisions
from evidence_ai.training.feedback import as_lines, feedback
from evidence_ai.training.texts import as_text
from evidence_ai.understanding import understand

_SHA = "a" * 64
_TITLE = "PERATURAN DAERAH KOTA TEGAL\nNOMOR 3 TAHUN 2021\nTENTANG\nPENGELOLAAN SAMPAH"
_REPORT = (
    "LAPORAN KEGIATAN\nPELATIHAN KERJA BAGI PENCARI KERJA\nTAHUN 2024\nNama : Contoh Warga\nNIP 19800101 200501 1 001"
)


def _decisions(verdict: str, indicator: str = "LP.S1") -> Decisions:
    decision: dict[str, Any] = {
        "indicator": indicator, "verdict": verdict, "documents": [_SHA], "by": "p1", "at": "2025-03-01T09:00:00+07:00",
        "reason": "lihat halaman 1",
    }  # fmt: skip
    written = {
        "edition": "permenkumham_22_2021", "region_code": "33.76", "data_year": 2024,
        "documents": [{"sha256": _SHA, "name": "perda.pdf"}], "decisions": [decision],
    }  # fmt: skip
    return parse_decisions(json.dumps(written).encode())


def _dossier(words: str) -> Dossier:
    text = as_text([words])
    return Dossier(Document(_SHA, "perda.pdf", "text/plain", len(words)), text, understand(text))


def test_a_confirmed_regulation_teaches_its_title() -> None:
    found = feedback([_decisions("confirmed")], {_SHA: _dossier(_TITLE)})
    assert [(row["title"], row["document_type"], row["indicators"]) for row in found.rows] == [
        ("PENGELOLAAN SAMPAH", "perda", ["LP.S1"])
    ]


def test_a_document_confirmed_for_two_indicators_is_one_row() -> None:
    files = [_decisions("confirmed"), _decisions("confirmed", "LP.S2")]
    assert feedback(files, {_SHA: _dossier(_TITLE)}).rows[0]["indicators"] == ["LP.S1", "LP.S2"]


def test_a_rejection_teaches_nothing_of_the_subject_and_is_counted() -> None:
    found = feedback([_decisions("rejected")], {_SHA: _dossier(_TITLE)})
    assert (found.rows, found.rejected) == ((), 1)


def test_a_document_that_is_not_at_hand_is_counted() -> None:
    assert feedback([_decisions("confirmed")], {}).without_text == 1


def test_lines_that_name_persons_stay_out() -> None:
    row = feedback([_decisions("confirmed", "PK.P2")], {_SHA: _dossier(_REPORT)}).rows[0]
    assert "PELATIHAN KERJA" in row["text"]
    assert "Warga" not in row["text"]
    assert "1980" not in row["text"]


def test_neither_who_decided_nor_when_nor_where_is_in_a_row() -> None:
    line = as_lines(feedback([_decisions("confirmed")], {_SHA: _dossier(_TITLE)}).rows)
    assert not any(word in line for word in ("p1", "2025-03", "33.76", "halaman 1", "perda.pdf"))
