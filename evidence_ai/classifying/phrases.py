"""Phrases of the field and where they stand in a text.

The phrase language: words separated by spaces; `a|b` either word; `(a b|c)` either group of words; `*` up to three
words between.

>>> book = phrase_book([(Owner(0, "sampah"), "pengelolaan|penanganan * sampah")])
>>> [(hit.owner.role, hit.start, hit.end) for hit in find(book, tokens_of("Pengelolaan dan Pengurangan Sampah"))]
[('sampah', 0, 4)]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[a-z0-9]+")
_GAP = "*"
_GAP_WORDS = 3
"""'kerukunan antar dan intern umat' still is one phrase; more words between start another thought."""


@dataclass(frozen=True, slots=True)
class Token:
    """One normalised word and where it stands in the text it came from."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Owner:
    """Who a phrase belongs to: the entry's number in its list, and what the phrase does there."""

    number: int
    role: str


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a phrase (any of `words`), after a gap or not."""

    words: frozenset[str]
    after_gap: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and who owns it."""

    owner: Owner
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """Phrases by their first word, so that a text is walked once."""

    by_first_word: Mapping[str, tuple[Phrase, ...]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: tokens `start` to `end` (exclusive), of which `matched` belong to the phrase."""

    owner: Owner
    start: int
    end: int
    matched: tuple[int, ...]


def phrase_book(owned: Iterable[tuple[Owner, str]]) -> PhraseBook:
    """A book of (owner, phrase) pairs."""
    shelf: dict[str, list[Phrase]] = {}
    for owner, written in owned:
        for plain in _ungrouped(written):
            phrase = Phrase(owner, _steps(plain))
            for word in sorted(phrase.steps[0].words):
                shelf.setdefault(word, []).append(phrase)
    return PhraseBook({word: tuple(phrases) for word, phrases in shelf.items()})


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text, lower case, letters and digits only, with their places."""
    return tuple(Token(match.group(), *match.span()) for match in _WORD.finditer(text.lower()))


def find(book: PhraseBook, tokens: Sequence[Token]) -> tuple[Hit, ...]:
    """Every phrase found, in text order."""
    hits: list[Hit] = []
    for at, token in enumerate(tokens):
        for phrase in book.by_first_word.get(token.text, ()):
            matched = _match(phrase.steps, tokens, at)
            if matched:
                hits.append(Hit(phrase.owner, at, matched[-1] + 1, matched))
    return tuple(hits)


def _match(steps: tuple[Step, ...], tokens: Sequence[Token], at: int) -> tuple[int, ...]:
    """The places a phrase takes when it starts at `at`; empty where it does not."""
    matched = [at]
    for step in steps[1:]:
        reach = _GAP_WORDS + 1 if step.after_gap else 1
        for place in range(matched[-1] + 1, min(matched[-1] + 1 + reach, len(tokens))):
            if tokens[place].text in step.words:
                matched.append(place)
                break
        else:
            return ()
    return tuple(matched)


def _ungrouped(written: str) -> list[str]:
    """A phrase with groups as the phrases without groups that it stands for."""
    before, opening, rest = written.partition("(")
    if not opening:
        return [written]
    group, _, after = rest.partition(")")
    return [f"{before}{choice}{tail}" for choice in group.split("|") for tail in _ungrouped(after)]


def _steps(written: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    gap = False
    for part in written.lower().split():
        if part == _GAP:
            gap = True
            continue
        steps.append(Step(frozenset(part.split("|")), gap))
        gap = False
    return tuple(steps)
