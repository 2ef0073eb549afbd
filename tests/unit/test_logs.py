"""A log line shows no number that names a person."""

from __future__ import annotations

from evidence_ai.logs import without_personal_numbers

NIK = "32" + "5001" + "450390" + "0007"


def test_a_log_line_masks_a_number_of_a_person_and_keeps_the_rest() -> None:
    event = without_personal_numbers(None, "info", {"event": "read", "file": f"KTP {NIK}.pdf", "pages": 3})
    assert event == {"event": "read", "file": f"KTP {'x' * 16}.pdf", "pages": 3}
