"""A number, percentage or index against the figures and words of the named documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evidence_ai.checking.finding import ClaimFinding, at
from evidence_ai.checking.labels import CLEAR, relevance
from evidence_ai.checking.numbers import Number, number, ratio
from evidence_ai.checking.tolerance import half_step, same
from evidence_ai.checking.units import fit, unit
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import Claim, ClaimResult
from evidence_ai.domain.document import Page
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.edition import Indicator, Measure
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import Figure, FigureRole

_RESULTS = frozenset({FigureRole.REALISASI, FigureRole.NILAI, FigureRole.LAIN, None})
"""What an answer reports is what was reached; a target or a percentage of a target is another number."""

_PRINTED = re.compile(r"(?<![\d.,/])\(?\d[\d.,]*\d\)?|(?<![\d.,/])\d(?![\d.,/])")
_SHARPLY = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was claimed: the value, and part and whole where given."""

    shown: str
    value: Number | None
    unit: str | None
    part: Number | None
    whole: Number | None


@dataclass(frozen=True, slots=True)
class _Printed:
    dossier: Dossier
    figure: Figure
    closeness: float


def compare(claim: Claim, indicator: Indicator, dossiers: tuple[Dossier, ...], data_year: int | None) -> ClaimFinding:
    """Agrees where the number stands beside the indicator's words; contradicts one clear figure only."""
    answer = _answer(claim, indicator)
    printed = [one for dossier in dossiers for one in _about(dossier, indicator, data_year)]
    results = [one for one in printed if one.figure.role in _RESULTS]
    equal = next((one for one in results if _equal(answer, one.figure)), None) or _parts(answer, printed)
    if equal is not None:
        return _agrees(answer, equal)
    in_text = next((one for dossier in dossiers for one in _in_text(dossier, indicator, answer)), None)
    if in_text is not None and not any(_equal(answer, one.figure) for one in printed):
        return in_text
    clear = [one for one in results if _comparable(answer, one.figure)]
    target = next((one for one in printed if one.figure.role is FigureRole.TARGET and _equal(answer, one.figure)), None)
    if clear:
        return _differs(answer, clear, target)
    return _only_target(answer, target) if target is not None else _absent(dossiers[0], answer)


def compare_word(claim: Claim, dossiers: tuple[Dossier, ...]) -> ClaimFinding:
    """An answer that is a word (a predikat): agrees where a document says it."""
    word = " ".join((claim.value or "").split())
    for dossier in dossiers if word else ():
        for page in dossier.text.pages:
            match = re.search(rf"\b{re.escape(word)}\b", page.text, re.IGNORECASE)
            if match is not None:
                because = Bilingual(
                    f"“{match[0]}” tercantum di halaman {page.number}.", f"“{match[0]}” stands on page {page.number}."
                )
                quote = page.quote(*match.span())
                return at(ClaimResult.AGREES, because, dossier, quote, confidence=0.7)
    because = Bilingual(
        f"“{word}” tidak ditemukan dalam dokumen yang dirujuk.", f"“{word}” was not found in the named documents."
    )
    return at(ClaimResult.NOT_FOUND, because, dossiers[0], None, confidence=0.0)


def _answer(claim: Claim, indicator: Indicator) -> _Answer:
    pair = ratio(claim.value)
    part = number(claim.numerator) or (pair.part if pair is not None else None)
    whole = number(claim.denominator) or (pair.whole if pair is not None else None)
    typed = number(claim.value)
    named = claim.unit or (typed.unit if typed is not None else None) or indicator.unit
    canonical, scale = unit(named)
    if typed is not None and scale != 1 and claim.unit:
        other = None if typed.other is None else typed.other * scale
        typed = Number(typed.value * scale, other, typed.half_step * scale, typed.unit)
    shown = " ".join((claim.value or f"{claim.numerator} dari {claim.denominator}").split())
    if typed is None and part is not None and whole is not None and whole.value != 0:
        typed, canonical = _share(part, whole), "%"
    elif indicator.measure is Measure.RASIO and canonical is None:
        canonical = "%"
    return _Answer(shown, typed, canonical, part, whole)


def _share(part: Number, whole: Number) -> Number:
    """100 x part / whole, to be compared with whatever was printed: it has all digits, so no rounding of its own."""
    return Number(100 * part.value / whole.value, None, _SHARPLY, "%")


def _about(dossier: Dossier, indicator: Indicator, data_year: int | None) -> Iterator[_Printed]:
    for figure in dossier.understanding.figures:
        if data_year is not None and figure.year not in {None, data_year}:
            continue
        closeness = relevance(figure.label, indicator)
        if closeness >= CLEAR:
            yield _Printed(dossier, figure, closeness)


def _comparable(answer: _Answer, figure: Figure) -> bool:
    canonical, _ = unit(figure.unit)
    return answer.value is not None and fit(answer.unit, canonical)


def _equal(answer: _Answer, figure: Figure) -> bool:
    if answer.value is None or not _comparable(answer, figure):
        return False
    _, scale = unit(figure.unit)
    return same(answer.value, figure.value * scale, half_step(figure.value, figure.raw, scale))


def _parts(answer: _Answer, printed: list[_Printed]) -> _Printed | None:
    """A figure that prints the very part and whole of the answer."""
    if answer.part is None or answer.whole is None:
        return None
    for one in printed:
        figure = one.figure
        if figure.numerator in answer.part.readings and figure.denominator in answer.whole.readings:
            return one
    return None


def _in_text(dossier: Dossier, indicator: Indicator, answer: _Answer) -> Iterator[ClaimFinding]:
    """The number in the running text, on a line (or one above or below) that speaks of the indicator."""
    if answer.value is None:
        return
    for page in dossier.text.pages:
        offset = 0
        for at_line, line in enumerate(page.lines):
            for match in _PRINTED.finditer(line.text):
                read = number(match[0])
                if read is None or not same(answer.value, read.value, read.half_step):
                    continue
                if _speaks(page, at_line, indicator) and _unit_follows(line.text[match.end() :], answer):
                    quote = page.quote(offset + match.start(), offset + match.end())
                    yield _stands(dossier, quote, match[0])
            offset += len(line.text) + 1


def _speaks(page: Page, at_line: int, indicator: Indicator) -> bool:
    around = page.lines[max(at_line - 1, 0) : at_line + 2]
    words = " ".join(line.text for line in around)
    return any(relevance(cue, indicator) >= 1 and _has(cue, words) for cue in indicator.cues)


def _has(cue: str, words: str) -> bool:
    return all(re.search(rf"\b{re.escape(one)}", words, re.IGNORECASE) for one in cue.split())


def _unit_follows(rest: str, answer: _Answer) -> bool:
    """A percentage must be printed as one; any other number must not be."""
    percent = re.match(r"\s*(?:%|persen|prosen)", rest, re.IGNORECASE) is not None
    return percent == (answer.unit == "%")


def _stands(dossier: Dossier, quote: Quote, printed: str) -> ClaimFinding:
    because = Bilingual(
        f"{printed} tercantum di halaman {quote.page}, di dekat kata-kata indikator.",
        f"{printed} stands on page {quote.page}, near the indicator's words.",
    )
    return at(ClaimResult.AGREES, because, dossier, quote, confidence=0.7)


def _agrees(answer: _Answer, found: _Printed) -> ClaimFinding:
    page, raw = found.figure.quote.page, found.figure.raw
    because = Bilingual(
        f"{answer.shown} sesuai dengan {raw} di halaman {page} (“{_short(found.figure.label)}”).",
        f"{answer.shown} agrees with {raw} on page {page} (“{_short(found.figure.label)}”).",
    )
    return at(ClaimResult.AGREES, because, found.dossier, found.figure.quote, confidence=found.figure.confidence)


def _differs(answer: _Answer, clear: list[_Printed], target: _Printed | None) -> ClaimFinding:
    """The closest figures decide: one value contradicts, several (a table by district) leave it open."""
    closest = max(one.closeness for one in clear)
    best = [one for one in clear if one.closeness == closest]
    ordered = [one for one in best if one.figure.role is FigureRole.REALISASI] or best
    values = {one.figure.value * unit(one.figure.unit)[1] for one in ordered}
    first = ordered[0]
    page, raw = first.figure.quote.page, _with_unit(first.figure)
    note = (
        Bilingual(" Jawaban sama dengan targetnya, bukan capaiannya.", " The answer equals the target, not the result.")
        if target is not None
        else Bilingual("", "")
    )
    if len(values) == 1:
        because = Bilingual(
            f"Jawaban {answer.shown}, sedangkan “{_short(first.figure.label)}” di halaman {page} "
            f"mencantumkan {raw}.{note.id}",
            f"The answer is {answer.shown}, while “{_short(first.figure.label)}” on page {page} says {raw}.{note.en}",
        )
        confidence = first.figure.confidence * (1.0 if closest >= 0.9 else 0.85)
        return at(ClaimResult.CONTRADICTS, because, first.dossier, first.figure.quote, confidence=confidence)
    because = Bilingual(
        f"Jawaban {answer.shown} tidak sama dengan satu pun dari {len(ordered)} angka yang sesuai, mulai halaman "
        f"{page}.{note.id}",
        f"The answer {answer.shown} equals none of the {len(ordered)} fitting figures, from page {page} on.{note.en}",
    )
    return at(ClaimResult.UNCLEAR, because, first.dossier, first.figure.quote, confidence=0.0)


def _only_target(answer: _Answer, target: _Printed) -> ClaimFinding:
    page = target.figure.quote.page
    because = Bilingual(
        f"{answer.shown} di halaman {page} adalah target; capaiannya tidak ditemukan.",
        f"{answer.shown} on page {page} is the target; the result was not found.",
    )
    return at(ClaimResult.UNCLEAR, because, target.dossier, target.figure.quote, confidence=0.0)


def _absent(dossier: Dossier, answer: _Answer) -> ClaimFinding:
    because = Bilingual(
        f"{answer.shown} tidak ditemukan bersama kata-kata indikator dalam dokumen yang dirujuk.",
        f"{answer.shown} was not found beside the indicator's words in the named documents.",
    )
    return at(ClaimResult.NOT_FOUND, because, dossier, None, confidence=0.0)


def _with_unit(figure: Figure) -> str:
    if figure.unit is None:
        return figure.raw
    return f"{figure.raw}{figure.unit}" if figure.unit == "%" else f"{figure.raw} {figure.unit}"


def _short(label: str) -> str:
    plain = " ".join(label.split())
    return plain if len(plain) <= 80 else f"{plain[:77]}..."
