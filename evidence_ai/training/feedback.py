"""Feedback: reviewers' decisions as rows to learn from, without personal data.

Only confirmed matches teach: a document is often rejected for its date, region or signature, which says nothing of its
subject. A row holds what a document calls itself, never its pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from evidence_ai.domain.decision import Decisions, Verdict
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.personal_data import masked
from evidence_ai.domain.vocabulary import LEGAL_PRODUCTS

VOICE = "keputusan_penelaah"
_HEAD_LINES = 8
_HEAD_CHARACTERS = 350
_PERSONAL = re.compile(
    r"(?i)\b(?:nama|nip|nik|npwp|alamat|telepon|telp|hp|e-?mail|tempat,? ?tgl|ttl|yth|kepada|an\.|a\.n\.)\b|@|\d{9,}"
)
"""Lines that name or reach a person; the subject of a document does not stand in them."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """Rows in corpus format, and what could not become one: `rejected` decisions, `without_text` documents."""

    rows: tuple[Mapping[str, Any], ...]
    rejected: int
    without_text: int


def feedback(files: Iterable[Decisions], dossiers: Mapping[str, Dossier]) -> Feedback:
    """Rows from decisions in force.

    Args:
        files: decisions files of any regions.
        dossiers: understood documents by sha256.
    """
    confirmed: dict[str, list[str]] = {}
    rejected = 0
    for decisions in files:
        for decision in decisions.in_force:
            rejected += decision.verdict is Verdict.REJECTED
            for digest in decision.documents if decision.verdict is Verdict.CONFIRMED else ():
                if decision.indicator not in confirmed.setdefault(digest, []):
                    confirmed[digest].append(decision.indicator)
    rows = [_row(digest, sorted(indicators), dossiers.get(digest)) for digest, indicators in sorted(confirmed.items())]
    found = [row for row in rows if row is not None]
    return Feedback(tuple(found), rejected, len(rows) - len(found))


def as_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows as JSONL, sorted, each once."""
    return "".join(sorted({json.dumps(dict(row), ensure_ascii=False) + "\n" for row in rows}))


README = """# Feedback

Rows from reviewers' decisions (`evidence-ai learn`), to learn from. A row holds what a confirmed document calls itself (its
title, or the head of its first page without lines that name persons) and the indicators it was confirmed for. No personal
data, no pages, no region's answers. Origin: the documents of the regions that use this installation; do not publish.
"""


def _row(digest: str, indicators: list[str], dossier: Dossier | None) -> Mapping[str, Any] | None:
    if dossier is None:
        return None
    known = dossier.understanding
    shown = {"id": digest[:16], "indicators": indicators, "kind": "title", "voice": VOICE, "part": "train"}
    kind = known.document_type.value if known.document_type is not None else None
    if kind in LEGAL_PRODUCTS and known.title is not None:
        return shown | {"document_type": kind, "title": masked(known.title.value)}
    head = _head(dossier)
    return shown | {"text": head} if head else None


def _head(dossier: Dossier) -> str:
    first = dossier.text.pages[0].text if dossier.text.pages else ""
    lines = [line.strip() for line in first.split("\n") if line.strip() and not _PERSONAL.search(line)]
    return masked("\n".join(lines[:_HEAD_LINES]))[:_HEAD_CHARACTERS]
