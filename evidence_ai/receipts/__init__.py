"""Receipts: seal a score so that nobody can change what it rests on unseen, and check a sealed one."""

from evidence_ai.receipts.canon import Json, JsonObject, canonical_bytes
from evidence_ai.receipts.objects import sealed_object
from evidence_ai.receipts.sealing import decisions_sha256, seal
from evidence_ai.receipts.verifying import not_proved, verify

__all__ = [
    "Json",
    "JsonObject",
    "canonical_bytes",
    "decisions_sha256",
    "not_proved",
    "seal",
    "sealed_object",
    "verify",
]
