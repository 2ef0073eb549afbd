"""Model cards: what a model is, what it learned from, what it is worth on texts nobody learned from, and its weaknesses.

Everything in a card follows from the corpora, so the same corpora give the same card.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evidence_ai.services.evaluating.rates import Rate
from evidence_ai.training.corpus import Corpora
from evidence_ai.training.figures import Bin, CurvePoint, calibration_error, rate_line, reliability
from evidence_ai.training.match_learning import MatchLearned, Way
from evidence_ai.training.match_rows import (
    RELATED_SHARE,
    Answer,
    coverage_curve,
    expected_errors,
    rates,
    silent_errors,
    stated,
)
from evidence_ai.training.type_learning import TypeLearned

_TYPE_WEAKNESSES = (
    "Learned from pages written for this project: real papers are noisier and less alike than these.",
    "Asked only where cues are unsure; where cues are surely wrong it cannot help.",
    "Words never name `lainnya`: what fits no type has none of its own.",
    "That choice was made after reading what the first held-out rows missed, so those are not wholly blind.",
)
_MATCH_WEAKNESSES = (
    "Weights come from some hundred headings; a change in what regions upload shifts the stated probabilities.",
    "Whole budgets and reports on everything are not weighed by it: their lines and figures keep the plain sum.",
    "An indicator with fewer than eight texts to learn from has no learned words.",
    "Learned words know no negation and no amendment.",
    "The way was chosen on the held-out half it is reported on: its figures there are kinder than on rows nobody has seen.",
)


def type_card(learned: TypeLearned, corpora: Corpora) -> str:
    """The card of the model of document types."""
    measured = "rows held out, of other voices" if learned.heldout else "five folds of the rows learned from"
    return "\n".join(
        [
            *_head(
                learned.model.name,
                learned.model.version,
                "Settles the document type where cues by zone leave it open; abstains where two types are equally likely.",
            ),
            f"learned_from = {learned.learned_from}",
            f"held_out = {learned.heldout}",
            f'measured_on = "{measured}"',
            f"word_weight = {learned.word_weight}",
            f"cue_weight = {learned.cue_weight}",
            f"calibration_error = {learned.calibration_error if learned.calibration_error is not None else 0.0}",
            _strings("weaknesses", _TYPE_WEAKNESSES),
            _table("rates", [rate_line(name, rate) for name, rate in learned.rates]),
            _table("half_the_corpus", [rate_line(name, rate) for name, rate in learned.half]),
            _bins(learned.bins),
            *_tail(corpora),
        ]
    )


def match_card(learned: MatchLearned, corpora: Corpora) -> str:
    """The card of the matcher."""
    chosen = next(way for way in learned.ways if way.name == learned.promoted)
    weighing = chosen.matcher.weighing
    return "\n".join(
        [
            *_head(
                learned.model.name,
                learned.model.version,
                "Turns the evidence of all channels, learned words among them, into calibrated probabilities.",
            ),
            f'promoted = "{learned.promoted}"',
            f"learned_from = {learned.learned_from}",
            f"weighed_on = {learned.settled_on}",
            f"reported_on = {len(chosen.answers)}",
            f"indicators_with_learned_words = {learned.words_for}",
            f"assumed_related_share = {RELATED_SHARE:.4f}",
            f"suggested_from = {weighing.suggested_from if weighing is not None else 0.5}",
            'threshold_chosen_by = "share of advice that is wrong at one document in six related, on held-out rows"',
            _strings("weaknesses", _MATCH_WEAKNESSES),
            _table("lost", [f'{{ way = "{way}", indicator = "{one}", rows = {n} }}' for way, one, n in learned.lost]),
            *[section for way in learned.ways for section in _way(way)],
            *_half(learned.half),
            *_tail(corpora),
        ]
    )


def _way(way: Way) -> list[str]:
    """One way of matching: all rows kept for reporting, and each corpus apart."""
    found = [f"\n[ways.{way.name}]", *_errors(way.answers)]
    found.append(_table("rates", [rate_line(name, rate) for name, rate in rates(way.answers).items()]))
    found.append(_bins(reliability(stated(way.answers))))
    found.append(_table("coverage_precision", [_point(one) for one in coverage_curve(way.answers)]))
    for corpus in sorted({one.row.corpus for one in way.answers}):
        apart = [one for one in way.answers if one.row.corpus == corpus]
        found.append(_table(f"rates_{corpus}", [rate_line(name, rate) for name, rate in rates(apart).items()]))
    if way.passages:
        lines = [rate_line(name, rate) for name, rate in rates(way.passages).items()]
        found.append(_table("rates_passages_alone", lines))
    return found


def _half(answers: Sequence[Answer]) -> list[str]:
    lines = [rate_line(name, rate) for name, rate in rates(answers).items()]
    return ["\n[half_the_corpus]", *_errors(answers), _table("rates", lines)]


def _errors(answers: Sequence[Answer]) -> list[str]:
    return [
        f"calibration_error = {calibration_error(stated(answers)) or 0.0}",
        f"silent_errors = {silent_errors(answers):.4f}",
        f"silent_errors_expected = {expected_errors(answers):.4f}",
    ]


def reference_table(sections: Mapping[str, Mapping[str, Rate]], errors: Mapping[str, float | None]) -> str:
    """`reference_set_a.toml`: rates on a reference set that is not distributed; nothing was learned or chosen on it."""
    lines = ["# Reference set A (not distributed). Measured only: nothing was learned from it or chosen by it."]
    for name, found in sections.items():
        lines += [f"\n[{name}]", _table("rates", [rate_line(what, rate) for what, rate in found.items() if rate.n])]
        error = errors.get(name)
        if error is not None:
            lines.append(f"calibration_error = {error:.4f}")
    return "\n".join(lines) + "\n"


def _head(name: str, version: str, purpose: str) -> list[str]:
    return [
        f'name = "{name}"',
        f'version = "{version}"',
        f'purpose = "{purpose}"',
        'licence = "Apache-2.0"',
        'made_by = "evidence-ai train"',
        'measured_on_reference_set_a_by = "evidence-ai train --reference --gold DIR"',
        'intervals = "95 % (Wilson)"',
    ]


def _tail(corpora: Corpora) -> list[str]:
    lines = ["\n[corpora]"]
    return lines + [f'"{name}" = "{digest}"' for name, digest in sorted(corpora.digests.items())]


def _bins(bins: Sequence[Bin]) -> str:
    return _table("reliability", [f"{{ n = {one.n}, stated = {one.stated}, right = {one.right} }}" for one in bins])


def _point(one: CurvePoint) -> str:
    return f"{{ threshold = {one.threshold}, coverage = {one.coverage:.4f}, precision = {one.precision:.4f}, n = {one.n} }}"


def _strings(name: str, values: Sequence[str]) -> str:
    return _table(name, [f'"{one}"' for one in values])


def _table(name: str, lines: Sequence[str]) -> str:
    if not lines:
        return f"{name} = []"
    inside = "".join(f"  {line},\n" for line in lines)
    return f"{name} = [\n{inside}]"
