"""The audit log: who did what, each entry bound to the one before it, so that none can be changed or taken out unseen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from evidence_ai.domain.people import Caller
from evidence_ai.domain.review import AuditEntry
from evidence_ai.services.ports import UnitOfWork

NOBODYS = "-"
"""The chain of what belongs to no region."""
_FIRST = "0" * 64


def note(
    work: UnitOfWork,
    caller: Caller,
    action: str,
    *,
    subject: str,
    at: datetime,
    region_code: str | None = None,
    **detail: str | int | None,
) -> None:
    """Write down what a caller did. `detail`: facts about the act; never document text, names or amounts."""
    chain = region_code or NOBODYS
    before = work.audit.last(chain)
    entry = AuditEntry(
        chain=chain,
        seq=1 if before is None else before.seq + 1,
        at=at,
        actor=caller.id,
        role=caller.role.value,
        action=action,
        subject=subject,
        detail=json.dumps(detail, sort_keys=True, ensure_ascii=False),
        previous=_FIRST if before is None else before.digest,
        digest="",
    )
    work.audit.add(replace(entry, digest=digest_of(entry)))


def digest_of(entry: AuditEntry) -> str:
    """The sha256 of everything an entry says, the digest before it included."""
    parts = (
        entry.chain, entry.seq, entry.at.isoformat(), entry.actor, entry.role, entry.action, entry.subject, entry.detail,
        entry.previous,
    )  # fmt: skip
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8")).hexdigest()


def first_break(entries: Iterable[AuditEntry]) -> AuditEntry | None:
    """The first entry of a chain, read from its beginning, that does not follow from the one before it."""
    previous = _FIRST
    for seq, entry in enumerate(entries, start=1):
        if (entry.seq, entry.previous, entry.digest) != (seq, previous, digest_of(entry)):
            return entry
        previous = entry.digest
    return None


def broken_chains(work: UnitOfWork) -> tuple[AuditEntry, ...]:
    """The first broken entry of every chain that is not whole."""
    found = []
    for chain in work.audit.chains():
        broken = first_break(_whole(work, chain))
        if broken is not None:
            found.append(broken)
    return tuple(found)


def _whole(work: UnitOfWork, chain: str) -> Iterable[AuditEntry]:
    after = 0
    while entries := work.audit.entries(chain, after=after, limit=500):
        yield from entries
        after = entries[-1].seq
