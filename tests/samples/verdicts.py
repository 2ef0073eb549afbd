"""Verdicts: what reviewers decided on the planted package, as a decisions file."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.samples.answers import Answer

SCHEMA = "evidence-ai/decisions/1"
EDITION = "permenkumham_22_2021"


_REJECTED = {
    "IN.S1": "Peraturan Bupati Lembah Arum, bukan Tanjung Arum.",
    "IN.P3": "Berkas rusak dan tidak dapat dibuka; diminta unggah ulang.",
    "KB.P3": "Undangan rapat bukan bukti pembentukan tim; keputusan bupati belum dilampirkan.",
    "KS.S3": "Masih rancangan, belum ditetapkan dan diundangkan.",
    "KS.P1": "Jumlah pada DPA tidak sama dengan penjumlahan programnya; menunggu naskah yang benar.",
    "PD.S2": "Peraturan tentang beasiswa mendukung PD.S3, bukan pendidikan inklusif.",
    "PD.P1": "DPA tahun anggaran 2022, bukan tahun data 2024.",
    "LP.S3": "Perda pajak daerah tidak berkaitan dengan perumahan.",
    "LP.P1": "Berkas yang disebut tidak ada di dalam paket.",
    "PA.S2": "Perda provinsi; yang dinilai produk hukum kabupaten.",
}
_NOT_APPLICABLE = {
    "KB.H4": "Tidak terdapat masyarakat hukum adat di wilayah kabupaten menurut hasil identifikasi tahun 2024.",
}
_CORRECTED = {
    "BH.H1": Answer(
        "BH.H1",
        "85,00",
        "Laporan Bantuan Hukum 2024.pdf",
        "%",
        "34",
        "40",
        "Angka dibetulkan sesuai laporan (34 dari 40).",
    ),
    "IN.H2": Answer(
        "IN.H2", "100", "Surat Keterangan PPID.pdf", "%", "2", "2", "Jawaban nihil dibetulkan sesuai surat keterangan."
    ),
    "PK.P2": Answer(
        "PK.P2", "96", "Laporan Pelatihan Kerja 2024.pdf", "orang", note="Satuan dilengkapi sesuai laporan."
    ),
}
_ADDED = (
    Answer("PD.S3", "ada", "Perbup 22 Tahun 2020 Beasiswa.pdf", note="Dipindahkan dari PD.S2."),
    Answer("PA.P4", "1", "SK Forum Anak 2024.pdf", "kegiatan", note="Berkas tanpa jawaban; cocok untuk PA.P4."),
)


def decisions(answers: tuple[Answer, ...], files: dict[str, bytes]) -> bytes:
    """A decisions file about these answers and files, as indented JSON."""
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    rows = [_CORRECTED.get(one.indicator, one) for one in answers]
    body = {
        "schema": SCHEMA,
        "edition": EDITION,
        "region_code": "99.01",
        "data_year": 2024,
        "award_year": 2025,
        "aksi_ham_bonus": "2.5",
        "previous_receipt": None,
        "documents": [{"sha256": digest, "name": name} for digest, name in _listed_once(digests)],
        "decisions": [
            *(_decision(one, at, digests) for at, one in enumerate([*rows, *_ADDED])),
            *(_not_applicable(indicator, reason) for indicator, reason in _NOT_APPLICABLE.items()),
        ],
    }
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def _listed_once(digests: dict[str, str]) -> list[tuple[str, str]]:
    """Every digest with the first of its names: a copy under another name is the same document."""
    first = {digest: name for name, digest in sorted(digests.items(), reverse=True)}
    return sorted(first.items(), key=lambda pair: pair[1])


def _decision(answer: Answer, at: int, digests: dict[str, str]) -> dict[str, object]:
    rejected = _REJECTED.get(answer.indicator)
    named = sorted({digests[name] for name in answer.files.split("|") if name in digests})
    corrected = answer.indicator in _CORRECTED or answer in _ADDED
    return {
        "indicator": answer.indicator,
        "verdict": "rejected" if rejected else "confirmed",
        "value": _plain(answer.value),
        "unit": answer.unit or None,
        "numerator": _plain(answer.numerator),
        "denominator": _plain(answer.denominator),
        "documents": named,
        "by": "kanwil-07" if at % 3 else "kanwil-12",
        "at": f"2025-04-{7 + at // 12:02d}T{8 + at % 8:02d}:{(at * 7) % 60:02d}:00+07:00",
        "reason": rejected or (answer.note if corrected else None),
    }


def _not_applicable(indicator: str, reason: str) -> dict[str, object]:
    return {
        "indicator": indicator,
        "verdict": "not_applicable",
        "value": None,
        "unit": None,
        "numerator": None,
        "denominator": None,
        "documents": [],
        "by": "pusat-03",
        "at": "2025-05-19T09:15:00+07:00",
        "reason": reason,
    }


def _plain(typed: str) -> str | None:
    """An Indonesian number as decimal text; words stay."""
    if not re.fullmatch(r"[\d.]+(,\d+)?", typed):
        return typed or None
    return typed.replace(".", "").replace(",", ".")
