"""A number, percentage or index against the figures and words of the named documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_ai.checking.answers import Answer, answer_of
from evidence_ai.checking.confidence import LIKELY
from evidence_ai.checking.finding import ClaimFinding, at
from evidence_ai.checking.labels import CLEAR, mentions, relevance
from evidence_ai.checking.numbers import number
from evidence_ai.checking.tolerance import half_step, same
from evidence_ai.checking.topics import heading, probability
from evidence_ai.checking.units import fit, unit
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import Claim, ClaimResult
from evidence_ai.domain.document import Page
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.edition import Indicator
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import Figure, FigureRole

_RESULTS = frozenset({FigureRole.REALISASI, FigureRole.NILAI, FigureRole.LAIN, None})
"""What an answer reports is what was reached; a target or a percentage of a target is another number."""

_PRINTED = re.compile(r"(?<![\d.,/])\(?\d[\d.,]*\d\)?|(?<![\d.,/])\d(?![\d.,/])")

_NEARLY = 0.8
"""Labels this near to the closest one count as equally close: wording differs between a table and a sentence."""

_SHORT = 100
"""Counts below this stand everywhere (list numbers, dates), so in running text they need their unit."""

_FEW = 4
"""Where so few figures fit and none is the answer, a person should look; more are a table of parts."""

_LOOSELY = 0.25
"""Where both numbers of a pair are equal, a label that shares some words is proof enough."""


@dataclass(frozen=True, slots=True)
class _Printed:
    dossier: Dossier
    figure: Figure
    closeness: float


def compare(claim: Claim, indicator: Indicator, dossiers: tuple[Dossier, ...], data_year: int | None) -> ClaimFinding:
    """Agrees where the number stands beside the indicator's words; contradicts one clear figure only."""
    answer = answer_of(claim, indicator)
    printed = [one for dossier in dossiers for one in _about(dossier, indicator, data_year)]
    results = _closest(answer, [one for one in printed if _is_result(one, printed)])
    equal = next((one for one in results if _equal(answer, one.figure)), None)
    found = (
        _agrees(answer.shown, equal) if equal is not None else None,
        *(_parts(dossier, indicator, answer) for dossier in dossiers),
        *(_in_text(dossier, indicator, answer) for dossier in dossiers if not _any_equal(answer, printed)),
        _documents(claim, indicator, dossiers, answer),
    )
    agreement = next((one for one in found if one is not None), None)
    if agreement is not None:
        return agreement
    target = next((one for one in printed if one.figure.role is FigureRole.TARGET and _equal(answer, one.figure)), None)
    if results:
        return _differs(answer, results, target)
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


def _about(dossier: Dossier, indicator: Indicator, data_year: int | None) -> Iterator[_Printed]:
    for figure in dossier.understanding.figures:
        if data_year is not None and figure.year not in {None, data_year}:
            continue
        closeness = relevance(figure.label, indicator)
        if closeness >= CLEAR:
            yield _Printed(dossier, figure, closeness)


def _is_result(one: _Printed, printed: list[_Printed]) -> bool:
    """What was reached. A 'capaian' in % is one too where its row has no result in % beside it."""
    if one.figure.role in _RESULTS:
        return True
    if one.figure.role is not FigureRole.CAPAIAN or unit(one.figure.unit)[0] != "%":
        return False
    return not any(
        other.figure.role in _RESULTS and other.figure.label == one.figure.label and unit(other.figure.unit)[0] == "%"
        for other in printed
        if other.dossier is one.dossier
    )


def _closest(answer: Answer, results: list[_Printed]) -> list[_Printed]:
    """The comparable figures whose label is (nearly) the closest: another row's number is no proof."""
    comparable = [one for one in results if _comparable(answer, one.figure)]
    best = max((one.closeness for one in comparable), default=0.0)
    return [one for one in comparable if one.closeness >= _NEARLY * best]


def _any_equal(answer: Answer, printed: list[_Printed]) -> bool:
    """Whether some figure of the indicator, be it a target, has this number: then the text says nothing new."""
    return any(_equal(answer, one.figure) for one in printed)


def _comparable(answer: Answer, figure: Figure) -> bool:
    canonical, _ = unit(figure.unit)
    return answer.value is not None and fit(answer.unit, canonical)


def _equal(answer: Answer, figure: Figure) -> bool:
    if answer.value is None or not _comparable(answer, figure):
        return False
    _, scale = unit(figure.unit)
    return same(answer.value, figure.value * scale, half_step(figure.value, figure.raw, scale))


def _parts(dossier: Dossier, indicator: Indicator, answer: Answer) -> ClaimFinding | None:
    """The very part and whole of the answer in one figure, or as realised and budgeted in one budget line."""
    if answer.part is None or answer.whole is None:
        return None
    for figure in dossier.understanding.figures:
        pair = figure.numerator in answer.part.readings and figure.denominator in answer.whole.readings
        if pair and relevance(figure.label, indicator) >= _LOOSELY:
            shown = f"{answer.part.value} dari {answer.whole.value}"
            return _agrees(shown, _Printed(dossier, figure, CLEAR))
    for line in dossier.understanding.budget_lines:
        pair = line.realised_rupiah in answer.part.readings and line.budget_rupiah in answer.whole.readings
        if pair and relevance(line.name, indicator) >= _LOOSELY:
            return _stands(dossier, line.quote, f"{answer.part.value} dari {answer.whole.value}")
    return None


def _in_text(dossier: Dossier, indicator: Indicator, answer: Answer) -> ClaimFinding | None:
    """The number in the running text, on a line (or one above or below) that speaks of the indicator."""
    if answer.value is None:
        return None
    for page in dossier.text.pages:
        offset = 0
        for at_line, line in enumerate(page.lines):
            for match in _PRINTED.finditer(line.text):
                read = number(match[0])
                if read is None or not same(answer.value, read.value, read.half_step):
                    continue
                if _speaks(page, at_line, indicator) and _unit_follows(line.text[match.end() :], answer):
                    quote = page.quote(offset + match.start(), offset + match.end())
                    return _stands(dossier, quote, match[0])
            offset += len(line.text) + 1
    return None


def _speaks(page: Page, at_line: int, indicator: Indicator) -> bool:
    around = page.lines[max(at_line - 1, 0) : at_line + 2]
    words = " ".join(line.text for line in around)
    return any(mentions(cue, words) for cue in indicator.cues)


def _unit_follows(rest: str, answer: Answer) -> bool:
    """A percentage must be printed as one, a small count with its unit; any other number must not be a percentage."""
    percent = re.match(r"\s*(?:%|persen|prosen)", rest, re.IGNORECASE) is not None
    if percent or answer.unit == "%" or answer.value is None:
        return percent and answer.unit == "%"
    if answer.value.value >= _SHORT or answer.value.value != answer.value.value.to_integral_value():
        return True
    word = re.match(r"\s*(?:\([a-z\s]+\)\s*)?([a-z]+)", rest, re.IGNORECASE)
    return word is not None and answer.unit is not None and unit(word[1])[0] == answer.unit


def _documents(
    claim: Claim, indicator: Indicator, dossiers: tuple[Dossier, ...], answer: Answer
) -> ClaimFinding | None:
    """So many activities, and as many accepted documents named for them: each shows one."""
    if answer.unit != "kegiatan" or answer.value is None or len(claim.file_names) < answer.value.value:
        return None
    fitting = [
        one
        for one in dossiers
        if one.understanding.document_type is not None
        and one.understanding.document_type.value in indicator.evidence_types
        and probability(one, indicator.id) >= 0.5
    ]
    if not fitting or len(fitting) < answer.value.value:
        return None
    because = Bilingual(
        f"{answer.shown} kegiatan dibuktikan oleh {len(fitting)} dokumen yang sesuai.",
        f"{answer.shown} activities are shown by {len(fitting)} fitting documents.",
    )
    return at(ClaimResult.AGREES, because, fitting[0], heading(fitting[0]), confidence=0.6)


def _stands(dossier: Dossier, quote: Quote, printed: str) -> ClaimFinding:
    because = Bilingual(
        f"{printed} tercantum di halaman {quote.page}, di dekat kata-kata indikator.",
        f"{printed} stands on page {quote.page}, near the indicator's words.",
    )
    return at(ClaimResult.AGREES, because, dossier, quote, confidence=0.7)


def _agrees(shown: str, found: _Printed) -> ClaimFinding:
    page, raw = found.figure.quote.page, found.figure.raw
    because = Bilingual(
        f"{shown} sesuai dengan {raw} di halaman {page} (“{_short(found.figure.label)}”).",
        f"{shown} agrees with {raw} on page {page} (“{_short(found.figure.label)}”).",
    )
    return at(ClaimResult.AGREES, because, found.dossier, found.figure.quote, confidence=found.figure.confidence)


def _differs(answer: Answer, clear: list[_Printed], target: _Printed | None) -> ClaimFinding:
    """The closest figures decide: one value contradicts, several (a table by district) leave it open."""
    clear = _as_percent(clear) if answer.unit == "%" else clear
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
    confidence = LIKELY if len(ordered) <= _FEW else 0.0
    return at(ClaimResult.UNCLEAR, because, first.dossier, first.figure.quote, confidence=confidence)


def _as_percent(clear: list[_Printed]) -> list[_Printed]:
    """Of figures said to be percentages those printed as one; a count in a neighbouring column is none."""
    printed = [
        one
        for one in clear
        if re.search(r"%|persen|prosen", one.figure.quote.text, re.IGNORECASE) or "," in one.figure.raw
    ]
    return printed or clear


def _only_target(answer: Answer, target: _Printed) -> ClaimFinding:
    page = target.figure.quote.page
    because = Bilingual(
        f"{answer.shown} di halaman {page} adalah target; capaiannya tidak ditemukan.",
        f"{answer.shown} on page {page} is the target; the result was not found.",
    )
    return at(ClaimResult.UNCLEAR, because, target.dossier, target.figure.quote, confidence=0.0)


def _absent(dossier: Dossier, answer: Answer) -> ClaimFinding:
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
