from __future__ import annotations

import pytest

from evidence_ai.errors import ConfigurationError
from evidence_ai.settings import load_settings


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVIDENCE_WORKERS", "3")
    monkeypatch.setenv("EVIDENCE_OCR_ENGINE", "pytesseract")
    chosen = load_settings()
    assert (chosen.worker_count, chosen.ocr_engine) == (3, "pytesseract")


def test_without_a_number_of_workers_every_processor_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVIDENCE_WORKERS", raising=False)
    assert load_settings().worker_count >= 1


def test_a_wrong_value_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVIDENCE_DOCUMENT_TIMEOUT_S", "soon")
    with pytest.raises(ConfigurationError, match="EVIDENCE_DOCUMENT_TIMEOUT_S"):
        load_settings()
