from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from evidence_ai.adapters.trust_anchors import anchors_in
from evidence_ai.errors import ConfigurationError
from tests.unit.reading.signed import Identity


def test_no_folder_means_no_anchor() -> None:
    assert anchors_in(None) == ()


def test_certificates_are_taken_in_both_spellings_and_other_files_left_alone(tmp_path: Path) -> None:
    one, two = Identity("SATU"), Identity("DUA")
    (tmp_path / "a.pem").write_bytes(one.issuer.public_bytes(Encoding.PEM))
    (tmp_path / "b.cer").write_bytes(two.anchor)
    (tmp_path / "readme.txt").write_text("x")
    assert anchors_in(tmp_path) == (one.anchor, two.anchor)


def test_a_wrong_folder_or_certificate_is_named_before_any_document_is_opened(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="tidak ada"):
        anchors_in(tmp_path / "kosong")
    (tmp_path / "rusak.pem").write_text("bukan sertifikat")
    with pytest.raises(ConfigurationError, match=r"rusak\.pem"):
        anchors_in(tmp_path)
