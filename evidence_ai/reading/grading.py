"""What a page's grade means, and how it is found from what recognition shows.

A grade is a band of error: the share of letters that are wrong or missing. The error of a page nobody typed is estimated
from how sure the engine is of each word, from print left without words, and from how Indonesian the words look. The
constants were fitted on 96 pictures of eight born-digital pages with known text, spoiled by degrees (`tests.bench scans`
shows how far they hold), never on the reference set's answers.
"""

from __future__ import annotations

from dataclasses import dataclass

from evidence_ai.domain.document import Grade, Line
from evidence_ai.reading.quality import Signals

BANDS = ((Grade.EXCELLENT, 0.01), (Grade.GOOD, 0.03), (Grade.FAIR, 0.10), (Grade.POOR, 0.30))
"""The largest share of wrong letters of each grade; beyond the last a page is unreadable."""

_WRONG = ((0.95, 0.002), (0.90, 0.015), (0.80, 0.06), (0.60, 0.30), (0.40, 0.40), (0.0, 0.55))
"""Confidence of a word, and the share of wrong letters among words at least so sure."""
_STRAY_LETTERS, _STRAY_SHARE = 300, 0.03
"""Emblem, seal and signature leave as much print unread as so many letters have; specks leave a share of any page."""
_PER_UNREAD = 0.7
_MOST_BY_INK, _SURELY_LOST = 0.07, 0.3
"""Unread print alone makes a page fair, no worse, unless more than a third of its print is beyond what seals explain."""
_STRANGE_WORDS, _KNOWN_RATE, _STRANGE = 30, 0.12, 0.10
"""So many words of which hardly one is a frequent Indonesian one: English, a list of names, or garbage read surely."""

_ODD_SHARE, _PER_GARBLED = 0.05, 0.5
"""Codes and abbreviations look odd on any page; of what looks odder half the letters are wrong."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows how well a page was read: its lines, the signals of its text, the share of print under no word."""

    lines: tuple[Line, ...]
    signals: Signals
    unread: float


def grade_of(evidence: Evidence) -> Grade:
    """The grade whose band holds the estimated error."""
    if evidence.signals.tokens == 0:
        return Grade.UNREADABLE
    error = estimated_error(evidence)
    grade = next((grade for grade, most in BANDS if error <= most), Grade.UNREADABLE)
    if evidence.signals.words == 0 and grade is not Grade.UNREADABLE:
        return Grade.POOR  # one sure stroke or a page number does not make a page legible
    return grade


def estimated_error(evidence: Evidence) -> float:
    """The share of letters believed wrong or missing, 0..1."""
    words = [(len(word.text), word.confidence or 0.0) for line in evidence.lines for word in line.words]
    letters = sum(length for length, _ in words)
    wrong = sum(length * _wrong(confidence) for length, confidence in words) / letters if letters else _WRONG[-1][1]
    strange = evidence.signals.words >= _STRANGE_WORDS and evidence.signals.known_rate < _KNOWN_RATE
    garbled = _PER_GARBLED * max(1 - evidence.signals.plausible_rate - _ODD_SHARE, 0.0)
    return min(wrong + _missing(evidence.unread, letters) + (_STRANGE if strange else 0.0) + garbled, 1.0)


def _wrong(confidence: float) -> float:
    return next(share for least, share in _WRONG if confidence >= least)


def _missing(unread: float, letters: int) -> float:
    beyond = max(unread - _STRAY_SHARE - _STRAY_LETTERS / (letters + _STRAY_LETTERS), 0.0)
    missing = _PER_UNREAD * beyond
    return missing if beyond > _SURELY_LOST else min(missing, _MOST_BY_INK)
