"""The planted drafts: `python -m tests.bench drafts [text]`; with `text` no pictures are made.

Enacted texts, our own and those of the reference set (by EVIDENCE_GOLD), are made drafts in two ways each; a few are made
pictures. Counted are the drafts recognised and the enacted texts wrongly called drafts, with their 95 % intervals.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from zlib import crc32

from evidence_ai.domain.document import DocumentText, Source
from evidence_ai.domain.vocabulary import LegalStatus
from evidence_ai.services.evaluating.rates import Rate
from evidence_ai.understanding import understand
from tests.bench.planted_drafts import material, pictures
from tests.bench.planted_drafts.material import Enacted
from tests.bench.planted_drafts.planting import STYLES, Style, drafted

_PICTURES = 20
"""Pictures of each kind: recognising one takes seconds."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One text whose status is known: what it is, and what was said of it."""

    kind: str
    name: str
    is_draft: bool
    said: str | None

    @property
    def is_right(self) -> bool:
        """A draft called a draft; an enacted text not called one."""
        return (self.said == LegalStatus.DRAFT.value) == self.is_draft


def run(*, with_pictures: bool) -> list[Trial]:
    """All trials: own and real texts, then pictures."""
    own, real = list(material.own()), list(material.real())
    trials = [trial for one in (*own, *real) for trial in _as_text(one)]
    if with_pictures:
        trials += islice((trial for one in own for trial in _drawn(one)), _PICTURES)
        trials += islice((trial for one in real for trial in _blanked(one)), _PICTURES)
    return trials


def main(only: tuple[str, ...]) -> None:
    """Print the figures of each kind and every miss."""
    if not os.environ.get("EVIDENCE_GOLD"):
        print("EVIDENCE_GOLD is not set: only our own texts are made drafts.")
    trials = run(with_pictures="text" not in only)
    for kind in dict.fromkeys(trial.kind for trial in trials):
        print(_figure(kind, [trial for trial in trials if trial.kind == kind]))
    print(_figure("drafts recognised", [trial for trial in trials if trial.is_draft]))
    print(_figure("real enacted not called draft", [one for one in trials if one.kind.startswith("enacted, real")]))
    for trial in trials:
        if not trial.is_right:
            print(f"  miss: {trial.kind}: {trial.name}: {trial.said}")


def _figure(kind: str, trials: list[Trial]) -> str:
    rate = Rate.of([trial.is_right for trial in trials])
    low, high = rate.interval or (0.0, 0.0)
    return f"{kind:60} {rate.right:4}/{rate.n:<4} {rate.value or 0:.3f}  [{low:.3f}, {high:.3f}]"


def _as_text(one: Enacted) -> Iterator[Trial]:
    origin = "real" if one.is_real else "own"
    scan = any(page.source is Source.OCR for page in one.text.pages[:2])
    form = "as recognised" if scan else "as text"
    yield Trial(f"enacted, {origin}, {form}", one.name, is_draft=False, said=_status(one.text))
    lines = material.lines_of(one.text)
    for style in _styles(one):
        changed = drafted(lines, style)
        if changed is not None:
            said = _status(material.relined(one.text, changed))
            marked = "RANCANGAN" if style.marked else "no RANCANGAN"
            yield Trial(f"draft, {origin}, {form}, {marked}", f"{one.name} ({style.name})", is_draft=True, said=said)


def _drawn(one: Enacted) -> Iterator[Trial]:
    style = _styles(one)[crc32(one.name.encode()) // 7 % 2]
    changed = drafted(material.lines_of(one.text), style)
    if changed is not None:
        text = pictures.drawn(tuple(line for line in changed if line.strip()), seed=crc32(one.name.encode()) % 1000)
        marked = "RANCANGAN" if style.marked else "no RANCANGAN"
        yield Trial(f"draft, own, drawn, {marked}", f"{one.name} ({style.name})", is_draft=True, said=_status(text))


def _blanked(one: Enacted) -> Iterator[Trial]:
    style = _styles(one)[crc32(one.name.encode()) // 7 % 2]
    changed = drafted(material.lines_of(one.text), style)
    if changed is not None and one.path is not None:
        text = pictures.blanked(one.path, one.text, changed, seed=crc32(one.name.encode()) % 1000)
        marked = "RANCANGAN" if style.marked else "no RANCANGAN"
        yield Trial(
            f"draft, real page blanked, {marked}", f"{one.name} ({style.name})", is_draft=True, said=_status(text)
        )


def _styles(one: Enacted) -> tuple[Style, Style]:
    """Two styles a document, marked and not, the blanks in turn."""
    marked = [style for style in STYLES if style.marked]
    bare = [style for style in STYLES if not style.marked]
    turn = crc32(one.name.encode())
    return marked[turn % len(marked)], bare[turn // 3 % len(bare)]


def _status(text: DocumentText) -> str | None:
    status = understand(text).status
    return status.value if status is not None else None
