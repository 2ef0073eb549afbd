"""The rooms after reading: milliseconds a page, a heading, a nation."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from pathlib import Path
from statistics import median

from evidence_ai.classifying import build_matcher, classify
from evidence_ai.domain.decision import DocumentName
from evidence_ai.domain.document import DocumentText, Grade, Line, Outcome, Page, Source
from evidence_ai.domain.edition import Measure
from evidence_ai.editions import load
from evidence_ai.scoring import score
from evidence_ai.scoring.evidence import AssumedEvidence
from evidence_ai.understanding import understand
from tests.bench.reading import read_all, timed

EDITION = "permenkumham_22_2021"
HEADING = ("PERATURAN BUPATI TANJUNG ARUM", "NOMOR 14 TAHUN 2022", "TENTANG", "KAWASAN TANPA ROKOK")
REGIONS = 514


def understanding(files: list[Path]) -> None:
    """Full understanding and classifying of born-digital files, one core."""
    edition = load(EDITION)
    matcher = build_matcher(edition)
    understood: list[float] = []
    classified: list[float] = []
    for text in read_all(files):
        seconds, known = timed(partial(understand, text))
        understood.append(1000 * seconds / max(len(text.pages), 1))
        seconds, _ = timed(partial(classify, known, text, edition, matcher))
        classified.append(1000 * seconds)
    if understood:
        print(
            f"understanding: median {median(understood):.1f} ms a page; classifying: median {median(classified):.1f} ms"
            f" a document, n = {len(understood)}"
        )


def headings() -> None:
    """A heading-only text from text to candidates, one core."""
    edition = load(EDITION)
    seconds, matcher = timed(partial(build_matcher, edition))
    page = Page(1, 0, 0, Source.TEXT_LAYER, Grade.EXCELLENT, tuple(Line(line) for line in HEADING))
    text = DocumentText(Outcome.OK, None, 1, (page,))
    times = [timed(lambda: classify(understand(text), text, edition, matcher))[0] for _ in range(50)]
    print(f"heading-only text: median {1000 * median(times):.1f} ms; matcher built in {1000 * seconds:.0f} ms")


def scoring() -> None:
    """514 regions x 120 indicators, all answered."""
    edition = load(EDITION)
    document = (DocumentName("0" * 64, "a.pdf"),)
    evidence = [
        AssumedEvidence(one.id, value=None if one.measure is Measure.ADA else "3", unit=one.unit, documents=document)
        for one in edition.indicators
    ]
    seconds, _ = timed(lambda: [score(edition, evidence, bonus=Decimal("1.5")) for _ in range(REGIONS)])
    print(f"scoring: {REGIONS} regions x {len(evidence)} indicators in {seconds:.2f} s")
