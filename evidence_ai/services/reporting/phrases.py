"""The phrases a report repeats, in both languages."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import ClaimResult
from evidence_ai.domain.document import Outcome
from evidence_ai.domain.mismatch import Severity
from evidence_ai.services.prechecking import CoverageState

STATES: dict[CoverageState, Bilingual] = {
    CoverageState.COVERED: Bilingual("Terpenuhi", "Covered"),
    CoverageState.WEAK: Bilingual("Perlu diperbaiki", "Weak"),
    CoverageState.MISSING: Bilingual("Belum ada berkas", "Missing"),
    CoverageState.UNREADABLE: Bilingual("Tidak terbaca", "Unreadable"),
    CoverageState.NOT_CLAIMED: Bilingual("Belum dijawab", "Not claimed"),
}
SIGNS: dict[CoverageState, str] = {
    CoverageState.COVERED: "✓",
    CoverageState.WEAK: "!",
    CoverageState.MISSING: "✗",
    CoverageState.UNREADABLE: "?",
    CoverageState.NOT_CLAIMED: "–",
}
SEVERITIES: dict[Severity, Bilingual] = {
    Severity.ERROR: Bilingual("Salah", "Error"),
    Severity.WARNING: Bilingual("Periksa", "Check"),
    Severity.INFO: Bilingual("Catatan", "Note"),
}
RESULTS: dict[ClaimResult | None, Bilingual] = {
    ClaimResult.AGREES: Bilingual("Sesuai", "Agrees"),
    ClaimResult.CONTRADICTS: Bilingual("Berbeda", "Contradicts"),
    ClaimResult.NOT_FOUND: Bilingual("Tidak ditemukan", "Not found"),
    ClaimResult.UNCLEAR: Bilingual("Belum jelas", "Unclear"),
    None: Bilingual("Indikator tidak dikenal", "Unknown indicator"),
}
OUTCOMES: dict[Outcome, Bilingual] = {
    Outcome.OK: Bilingual("terbaca", "read"),
    Outcome.PARTIAL: Bilingual("terbaca sebagian", "partly read"),
    Outcome.UNREADABLE: Bilingual("tidak terbaca", "unreadable"),
    Outcome.ENCRYPTED: Bilingual("terkunci kata sandi", "locked by a password"),
    Outcome.TOO_BIG: Bilingual("terlalu besar", "too big"),
    Outcome.TIMEOUT: Bilingual("terlalu lama dibaca", "took too long"),
    Outcome.MEMORY: Bilingual("perlu memori terlalu besar", "needs too much memory"),
    Outcome.CRASH: Bilingual("menghentikan pembaca", "stopped the reader"),
    Outcome.UNSUPPORTED: Bilingual("jenis berkas belum didukung", "kind of file not supported"),
    Outcome.EMPTY: Bilingual("kosong", "empty"),
}
