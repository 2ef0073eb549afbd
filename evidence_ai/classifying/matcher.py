"""Matcher: everything `classify` needs to know of one edition, prepared once per process."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from evidence_ai.classifying.field_knowledge import BudgetFunction, Knowledge, OutsideSubject, Topic, load_knowledge
from evidence_ai.classifying.phrases import Owner, PhraseBook, phrase_book, tokens_of
from evidence_ai.classifying.phrasing import Phrasing, phrasing_of
from evidence_ai.classifying.weighing import Weighing, weighing_of
from evidence_ai.domain.edition import Edition, Indicator, IndicatorKind
from evidence_ai.domain.model import Model


@dataclass(frozen=True, slots=True)
class Matcher:
    """Prepared words of one edition; deterministic, immutable, shared by every document.

    Owners in the phrase books: the number of the topic with strong, weak or against; of the outside subject
    with decisive, rival or unless; of the function and of the indicator with the indicator's id.
    `weighing`: how evidence becomes a probability, the plain sum where None. `phrasing` and `completing`: learned words,
    and how they are weighed where the knowledge leaves a question open.
    """

    edition_name: str
    indicators: Mapping[str, Indicator]
    topics: tuple[Topic, ...]
    outside: tuple[OutsideSubject, ...]
    functions: tuple[BudgetFunction, ...]
    topic_phrases: PhraseBook
    outside_phrases: PhraseBook
    function_phrases: PhraseBook
    cue_phrases: PhraseBook
    result_phrases: PhraseBook
    vocabulary: tuple[str, ...]
    word_weights: Mapping[str, tuple[tuple[str, float], ...]]
    weighing: Weighing | None = None
    phrasing: Phrasing | None = None
    completing: Weighing | None = None


def build_matcher(edition: Edition, *, knowledge: Knowledge | None = None, model: Model | None = None) -> Matcher:
    """Prepare `edition` for matching (about 0.1 s).

    Args:
        edition: any edition; knowledge about ids it does not have is ignored.
        knowledge: the field's words; the shipped ones where None.
        model: how evidence becomes a probability, learned; the plain sum where None, or learned of another edition.
    """
    known = knowledge or load_knowledge()
    indicators = {indicator.id: indicator for indicator in edition.indicators}
    topics = tuple(_restricted(topic, indicators) for topic in known.topics if set(topic.indicators) & set(indicators))
    functions = tuple(function for function in known.functions if function.indicator in indicators)
    return Matcher(
        edition_name=edition.name,
        indicators=indicators,
        topics=topics,
        outside=known.outside,
        functions=functions,
        topic_phrases=phrase_book(_topic_phrases(topics)),
        outside_phrases=phrase_book(_outside_phrases(known.outside)),
        function_phrases=phrase_book(
            (Owner(number, one.indicator), words) for number, one in enumerate(functions) for words in one.words
        ),
        cue_phrases=phrase_book(_cues(edition)),
        result_phrases=phrase_book(_result_phrases(topics, edition)),
        vocabulary=_vocabulary(known),
        word_weights=_word_weights(edition),
        weighing=weighing_of(model, edition.name),
        phrasing=phrasing_of(model, edition),
        completing=weighing_of(model, edition.name, "completing"),
    )


def _restricted(topic: Topic, indicators: Mapping[str, Indicator]) -> Topic:
    present = tuple(one for one in topic.indicators if one in indicators)
    return Topic(present, topic.strong, topic.weak, topic.against)


def _topic_phrases(topics: tuple[Topic, ...]) -> list[tuple[Owner, str]]:
    return [
        (Owner(number, name), phrase)
        for number, topic in enumerate(topics)
        for name, phrases in (("strong", topic.strong), ("weak", topic.weak), ("against", topic.against))
        for phrase in phrases
    ]


def _outside_phrases(outside: tuple[OutsideSubject, ...]) -> list[tuple[Owner, str]]:
    return [
        (Owner(number, name), phrase)
        for number, subject in enumerate(outside)
        for name, phrases in (("decisive", subject.decisive), ("rival", subject.rival), ("unless", subject.unless))
        for phrase in phrases
    ]


def _cues(edition: Edition) -> list[tuple[Owner, str]]:
    """The edition's own cues of two words and more; a single word is left to the word channel."""
    pairs = []
    for number, indicator in enumerate(edition.indicators):
        for cue in indicator.cues:
            words = [token.text for token in tokens_of(cue)]
            if len(words) > 1 and tuple(words) not in _TOO_GENERAL:
                pairs.append((Owner(number, indicator.id), " ".join(words)))
    return pairs


def _result_phrases(topics: tuple[Topic, ...], edition: Edition) -> list[tuple[Owner, str]]:
    """Phrases that name a result (hasil); labels of figures are searched for these alone."""
    results = {one.id: number for number, one in enumerate(edition.indicators) if one.kind is IndicatorKind.HASIL}
    strong = [(one, phrase) for topic in topics for one in topic.indicators for phrase in topic.strong]
    named = [(Owner(results[one], one), phrase) for one, phrase in strong if one in results]
    return named + [pair for pair in _cues(edition) if pair[0].role in results]


def _vocabulary(known: Knowledge) -> tuple[str, ...]:
    """Every word of the field, sorted: what misread words are mended against."""
    phrases = [phrase for topic in known.topics for phrase in (*topic.strong, *topic.weak, *topic.against)]
    phrases += [phrase for one in known.outside for phrase in (*one.decisive, *one.rival, *one.unless)]
    return tuple(sorted({token.text for phrase in phrases for token in tokens_of(phrase)}))


def _word_weights(edition: Edition) -> dict[str, tuple[tuple[str, float], ...]]:
    """For each word, the indicators that use it with a unit-length TF-IDF weight (title and cues).

    The words of the field's phrases were tried here too and made first choices worse.
    """
    counts = {one.id: Counter(_own_words(one)) for one in edition.indicators}
    used = Counter(word for words in counts.values() for word in words)
    total = max(len(counts), 1)
    weights: dict[str, list[tuple[str, float]]] = {}
    for identifier, words in counts.items():
        raw = {word: math.sqrt(count) * math.log(1 + total / used[word]) for word, count in words.items()}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        for word, value in raw.items():
            weights.setdefault(word, []).append((identifier, value / length))
    return {word: tuple(pairs) for word, pairs in weights.items()}


def _own_words(indicator: Indicator) -> list[str]:
    wrapping = _STRUKTUR_WRAPPING if indicator.kind is IndicatorKind.STRUKTUR else frozenset[str]()
    text = f"{indicator.title} {' '.join(indicator.cues)} {' '.join(indicator.cues)}"
    return [token.text for token in tokens_of(text) if token.text not in wrapping and len(token.text) > 2]


_TOO_GENERAL = frozenset(
    {
        ("perangkat", "daerah"),
        ("tindak", "lanjut"),
        ("rumah", "tangga"),
        ("kelompok", "rentan"),
        ("rumah", "sakit"),
        ("satu", "persen"),
        ("produk", "hukum"),
        ("perjanjian", "kerja", "sama"),
    }
)
"""Cues that stand in reports on anything; alone they would point nowhere."""
_STRUKTUR_WRAPPING = frozenset({"peraturan", "daerah", "keputusan", "kepala", "tentang", "atau", "dan"})
