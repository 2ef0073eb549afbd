"""Figures in sentences and lists: 'realisasi anggaran sebesar Rp 2,5 miliar atau 97,65 %', '12 dari 4.532'."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from evidence_ai.domain.document import Page
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import Figure, FigureRole
from evidence_ai.understanding.amounts import Number, Separators, numbers
from evidence_ai.understanding.figure_exclusions import YEAR, is_no_figure, is_section
from evidence_ai.understanding.measures import PERCENT, RUPIAH, Measure, unit_behind, unit_of, with_scale
from evidence_ai.understanding.passages import Passage
from evidence_ai.understanding.sentence_labels import Naming, is_measured, led, naming

_WORDS = re.compile(r"[A-Za-z][\w/-]{2,}")
_SENTENCE_END = re.compile(
    r"(?<=[a-z)%\d\u201d\u201f\"])[.;](?=\s+[A-Z(\u2022-]|\s*$)|(?<=[A-Z]{3})\.(?=\s+[A-Z][a-z])|"
    r"\n(?=\s*(?:[-\u2022\u00b7\uf0b7]|\d{1,2}[.)]\s|[a-z][.)]\s))"
)
_SHORTENED = re.compile(
    r"\b(?:kab|prov|kec|kel|no|jl|drs?|dra|ir|bid|wil|tgl|hal|th|gub|sek|ds|kp|st|kpts|gg|tn|ny|bpk|rp|pt|cv)\.$",
    re.IGNORECASE,
)
_LIST_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-\u2022\u00b7\uf0b7>*])\s+", re.IGNORECASE)
_LARGE_UNITS = frozenset(
    {"ton", "kg", "kuintal", "kwintal", "ekor", "tangkai", "batang", "pohon", "butir", "liter", "m3", "m2", "ha"}
    | {"hektar", "orang", "jiwa", "penduduk", "unit", "lembar", "kwh", "mwh", "kk"}
)
"""Units in which regions count tens of millions; any other word behind such a number is no unit, and the number money."""
_NEAR = 60
"""Characters before a number in which a role word still speaks of it."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotes of one page by offset, without walking the page from its top for each."""

    page: Page
    starts: tuple[int, ...]

    @classmethod
    def on(cls, page: Page) -> Quotes:
        """The offsets of the page's lines, counted once."""
        starts = [0]
        for line in page.lines:
            starts.append(starts[-1] + len(line.text) + 1)
        return cls(page, tuple(starts))

    def of(self, start: int, end: int) -> Quote:
        """The quote of `page.text[start:end]`."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, max(end - 1, start)) - 1, first)
        part = replace(self.page, lines=self.page.lines[first : last + 1], tables=())
        return part.quote(start - self.starts[first], end - self.starts[first])


def in_sentences(
    page: Page, passages: Sequence[Passage], marks: Separators, year: int | None, *, only_units: bool
) -> list[Figure]:
    """The figures of a page's running text. `only_units` keeps percentages and money alone."""
    found: list[Figure] = []
    quotes = Quotes.on(page)
    lead = ""
    for passage in passages:
        topic: Naming | None = None
        for start, end in sentences(passage.text):
            sentence = _Sentence(passage, start, end, lead, topic)
            here, topic = _in_sentence(quotes, sentence, marks, year)
            found += here
            lead = lead if here else sentence.as_lead
    if only_units:
        return [one for one in found if one.unit is not None and (one.unit == PERCENT or RUPIAH in one.unit)]
    return found


_MAX_LEAD_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence or list item; `lead` is the item or heading it stands under, `topic` what the one before spoke of."""

    passage: Passage
    start: int
    end: int
    lead: str
    topic: Naming | None

    @property
    def text(self) -> str:
        """Its words on one line, as long as its part of the page."""
        return self.passage.text[self.start : self.end].replace("\n", " ")

    @property
    def goes_on(self) -> bool:
        """Whether only a semicolon parts it from the sentence before."""
        return self.passage.text[: self.start].rstrip().endswith(";")

    @property
    def as_lead(self) -> str:
        """What it says, when it is short enough to head the items below it; '' else."""
        words = _LIST_MARK.sub("", self.text).strip(" :;.,").split()
        return " ".join(words) if 1 <= len(words) <= _MAX_LEAD_WORDS else ""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence or list item; abbreviations and decimals end none."""
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if _SHORTENED.search(text, max(found.end() - 8, 0), found.end()):
            continue
        yield start, found.end()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def _in_sentence(
    quotes: Quotes, sentence: _Sentence, marks: Separators, year: int | None
) -> tuple[list[Figure], Naming | None]:
    """The figures of a sentence, and what it spoke of last."""
    text = sentence.text
    if "....." in text or not any(map(str.isdigit, text)):
        return [], sentence.topic  # dots lead to page numbers in a table of contents
    mark = _LIST_MARK.match(text)
    kept = _measuring(sentence, text, mark.end() if mark else 0, marks)
    figures: list[Figure] = []
    named: list[Number] = []
    before = mark.end() if mark else 0
    last = sentence.topic if sentence.goes_on else None
    for at, number in enumerate(kept):
        measure = with_scale(Measure(number, _unit(text, number) or _unit_ahead(text, number)))
        until = kept[at + 1].start if at + 1 < len(kept) else len(text)
        clause = text[before : number.start]
        naming_ = naming(clause, text[number.end : until], last=last, unit=measure.unit, before=sentence.topic)
        if not _is_attributive(text, before, number, measure.unit):
            before = _past_unit(number, text, measure.unit)
        if naming_ is None or (measure.unit is None and not is_measured(clause, naming_.label)):
            continue
        last = naming_
        named.append(number)
        figures.append(_figure(quotes, sentence, measure, led(naming_.label, sentence.lead), year, figures))
    return _paired(text, named, figures), last or sentence.topic


_MAX_NUMBERS = 40
"""Numbers in one sentence; more stand in a table that was not seen as one."""


def _measuring(sentence: _Sentence, text: str, after: int, marks: Separators) -> list[Number]:
    """The numbers of a sentence that measure something."""
    kept = [
        number
        for number in numbers(text, marks)
        if number.start >= after
        and not is_no_figure(text, number)
        and not is_section(sentence.passage.text, sentence.start + number.start, number)
    ]
    return kept[:_MAX_NUMBERS]


def _figure(
    quotes: Quotes, sentence: _Sentence, measure: Measure, label: str, year: int | None, before: Sequence[Figure]
) -> Figure:
    number, text = measure.number, sentence.text
    at_page = sentence.passage.start + sentence.start
    return Figure(
        label=label,
        value=number.value,
        raw=number.raw,
        unit=measure.unit,
        year=_year(text, number) or year,
        numerator=None,
        denominator=None,
        role=_role(text, number, measure.unit, label, before),
        quote=quotes.of(at_page + number.start, at_page + max(number.end, number.start + len(number.raw))),
        confidence=_confidence(measure.unit, label),
    )


def _unit_ahead(sentence: str, number: Number) -> str | None:
    """The unit of 'Jumlah lokasi binaan (lokasi) 6'."""
    found = re.search(r"\(([A-Za-z/% ]{1,24})\)[ :=]*$", sentence[: number.start])
    return unit_of(found[1]) if found else None


_FOREIGN = re.compile(r"\b(USD|EUR|SGD|JPY)\.?\s*$", re.IGNORECASE)


def _unit(sentence: str, number: Number) -> str | None:
    if number.percent:
        return PERCENT
    if number.rupiah:
        return f"{number.scale} {RUPIAH}" if number.scale else RUPIAH
    foreign = _FOREIGN.search(sentence, max(number.start - 8, 0), number.start)
    if foreign is not None:
        return f"{number.scale} {foreign[1].upper()}" if number.scale else foreign[1].upper()
    bracket = re.match(r"[ ]*\((?:[a-z]+[ ]?){1,4}\)", sentence[number.end :], re.IGNORECASE)  # '5 (lima) orang'
    behind = unit_behind(sentence, number.end + (bracket.end() if bracket else 0))
    if number.is_money and number.value >= 10**7 and behind not in _LARGE_UNITS:
        return RUPIAH
    return behind


_SAYING = re.compile(
    r"(?:\b(?:adalah|yaitu|yakni|sebesar|sebanyak|sejumlah|mencapai|menjadi|tercatat|berjumlah|ialah|target|realisasi|atau|dan|dari)|[:=,(])\s*$",
    re.IGNORECASE,
)


def _is_attributive(sentence: str, before: int, number: Number, unit: str | None) -> bool:
    """Whether the number is part of a name ('di 8 kabupaten'): then the name of the next number goes on before it."""
    if unit == PERCENT or number.rupiah or number.is_money:
        return False
    ahead = sentence[before : number.start]
    return (
        len(ahead) > 20
        and not _SAYING.search(ahead)
        and bool(re.search(r"\b(?:di|pada|untuk|bagi|ke|dalam)\s*$", ahead))
    )


def _past_unit(number: Number, sentence: str, unit: str | None) -> int:
    if unit and not number.percent and not number.rupiah:
        found = re.compile(r"[ ]*(?:\([^)]*\)[ ]*)?" + re.escape(unit) + r"\w*", re.IGNORECASE).match(
            sentence, number.end
        )
        if found is not None:
            return found.end()
    return number.end


def _year(sentence: str, number: Number) -> int | None:
    """The year said nearest: 'pada tahun 2018 sebesar ...', else '... pada tahun 2018' soon behind."""
    ahead = [int(found.group()) for found in YEAR.finditer(sentence[: number.start])]
    behind = YEAR.search(sentence[number.end : number.end + _NEAR])
    if behind is not None and re.search(
        r"\btahun\s*$", sentence[number.end : number.end + behind.start()], re.IGNORECASE
    ):
        between = sentence[number.end : number.end + behind.start()]
        if not ahead or (not re.search(r"[.;,]", between) and not any(map(str.isdigit, between))):
            return int(behind.group())
    return ahead[-1] if ahead else None


_ROLES = (
    (FigureRole.TARGET, re.compile(r"\btarget\w*|direncanakan|ditargetkan", re.IGNORECASE)),
    (
        FigureRole.REALISASI,
        re.compile(r"realisasi\w*|terealisasi\w*|terserap|terlaksana|diraih|diperoleh", re.IGNORECASE),
    ),
    (FigureRole.CAPAIAN, re.compile(r"\bcapaian|pencapaian|penyerapan|tercapai|tingkat capaian", re.IGNORECASE)),
    (FigureRole.ANGGARAN, re.compile(r"anggaran|\bpagu|alokasi|biaya", re.IGNORECASE)),
)


def _role(sentence: str, number: Number, unit: str | None, label: str, before: Sequence[Figure]) -> FigureRole:
    near = sentence[max(number.start - 2 * _NEAR, 0) : number.start]
    said = [(found.end(), role) for role, pattern in _ROLES for found in pattern.finditer(near)]
    last = max(said, key=lambda one: one[0])[1] if said else None
    is_money = unit is not None and RUPIAH in unit
    names = {role for _, role in said}
    if is_money:
        return (
            FigureRole.REALISASI
            if FigureRole.REALISASI in names and last is not FigureRole.TARGET
            else FigureRole.ANGGARAN
        )
    if unit == PERCENT:
        follows = bool(re.search(r"(?:atau|\(|=|yaitu)\s*(?:sebesar\s*)?$", near)) and bool(before)
        if last is FigureRole.TARGET:
            return FigureRole.TARGET
        spent = re.match(r"(?:persentase |prosentase )?(?:realisasi|penyerapan)\b", label, re.IGNORECASE)
        if follows or spent or last in {FigureRole.CAPAIAN, FigureRole.REALISASI}:
            return FigureRole.CAPAIAN
        return FigureRole.NILAI
    if last in {FigureRole.TARGET, FigureRole.REALISASI}:
        return last
    return FigureRole.REALISASI if last is FigureRole.CAPAIAN else FigureRole.NILAI


def _confidence(unit: str | None, label: str) -> float:
    score = 0.35 + (0.2 if unit is not None else 0.0) + (0.1 if len(_WORDS.findall(label)) >= 2 else 0.0)
    return round(score, 2)


_OF = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:[a-z/]+\s+){0,3}dari\s+(?:(?:total|jumlah|seluruh|sebanyak|keseluruhan|[a-z]+)\s+){0,4}",
    re.IGNORECASE,
)


_AIM = re.compile(r"\b(?:target|rencana)\b", re.IGNORECASE)
"""'70,46 dari target 72,13': what was reached and what was aimed at, no part of a whole."""


def _paired(sentence: str, kept: Sequence[Number], figures: Sequence[Figure]) -> list[Figure]:
    """'12 dari 4.532' makes numerator and denominator of two counts; `kept` are the numbers of the figures."""
    done = list(figures)
    for at in range(len(done) - 1):
        one, other = done[at], done[at + 1]
        if PERCENT in {one.unit, other.unit} or not _OF.fullmatch(sentence, kept[at].end, kept[at + 1].start):
            continue
        if _AIM.search(sentence, kept[at].end, kept[at + 1].start):
            done[at] = replace(one, role=FigureRole.REALISASI)
            done[at + 1] = replace(other, role=FigureRole.TARGET)
            continue
        done[at] = replace(one, role=FigureRole.PEMBILANG, numerator=one.value, denominator=other.value)
        done[at + 1] = replace(other, role=FigureRole.PENYEBUT, numerator=one.value, denominator=other.value)
        if at + 2 < len(done) and done[at + 2].unit == PERCENT:
            done[at + 2] = replace(done[at + 2], numerator=one.value, denominator=other.value)
    return done
