"""Every mismatch rule on the shelf keeps the promises a rule makes."""

from __future__ import annotations

import re

import pytest

from evidence_ai.checking import check
from evidence_ai.checking.checking import rules
from evidence_ai.checking.example_edition import edition
from evidence_ai.checking.rule import Example, Rule
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.mismatch import Mismatch, Severity

RULES = rules()
FIRES = [(code, example) for code, rule in RULES.items() for example in rule.fires]
SILENT = [(code, example) for code, rule in RULES.items() for example in rule.silent]
ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)

OPENINGS = {
    "Ganti", "Unggah", "Periksa", "Hapus", "Tambahkan", "Isi", "Pindai", "Pindahkan", "Cocokkan", "Simpan",
    "Perkecil", "Pecah", "Betulkan", "Lengkapi", "Mintakan", "Tanyakan", "Abaikan", "Hitung", "Tulis", "Sertakan",
    "Gunakan",
}  # fmt: skip
"""Verbs an operator can act on; advice starts with one."""

FIRST_RULES = {
    "wrong_region", "wrong_level", "wrong_period", "wrong_document_type", "not_enacted", "unreadable_document",
    "illegible_page", "duplicate_document", "indicator_mismatch", "unrelated_document", "figure_differs",
    "unit_missing", "value_not_numeric", "budget_total_differs", "file_missing", "file_unclaimed",
    "personal_data_exposed", "not_promulgated", "attachment_missing", "pages_missing", "out_of_force",
    "near_duplicate_document", "copied_from_other_region", "budget_line_missing", "template_unfilled", "other_language",
}  # fmt: skip


def _names(cases: list[tuple[str, Example]]) -> list[str]:
    return [f"{code}: {example.words}" for code, example in cases]


def _found(code: str, example: Example) -> list[Mismatch]:
    return [one for one in check(example.package(), edition()) if one.code == code]


def test_the_shelf_holds_at_least_the_first_rules() -> None:
    assert set(RULES) >= FIRST_RULES


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_named_like_its_file_and_states_its_source(name: str) -> None:
    rule = RULES[name]
    assert rule.code == name
    assert len(rule.source) > 10
    assert _whole(rule.title)
    assert _whole(rule.explanation)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_shows_when_it_fires_and_when_it_stays_silent(name: str) -> None:
    rule = RULES[name]
    assert rule.fires
    assert len(rule.silent) >= 2


@pytest.mark.parametrize(("code", "example"), FIRES, ids=_names(FIRES))
def test_a_rule_fires_on_its_example(code: str, example: Example) -> None:
    assert _found(code, example)


@pytest.mark.parametrize(("code", "example"), SILENT, ids=_names(SILENT))
def test_a_rule_stays_silent_on_its_counter_example(code: str, example: Example) -> None:
    assert not _found(code, example)


@pytest.mark.parametrize(("code", "example"), FIRES, ids=_names(FIRES))
def test_a_finding_speaks_both_languages_and_advises_an_act(code: str, example: Example) -> None:
    for one in _found(code, example):
        assert _whole(one.message)
        assert _whole(one.advice)
        assert one.advice.id.split()[0] in OPENINGS, one.advice.id
        assert re.match(r"[A-Z“]", one.message.id), one.message.id
        assert one.message.id.endswith((".", ")", "”")), one.message.id


@pytest.mark.parametrize(("code", "example"), FIRES, ids=_names(FIRES))
def test_a_finding_is_never_graver_than_its_rule(code: str, example: Example) -> None:
    rule: Rule = RULES[code]
    assert all(ORDER.index(one.severity) >= ORDER.index(rule.severity) for one in _found(code, example))


@pytest.mark.parametrize(("code", "example"), FIRES, ids=_names(FIRES))
def test_a_finding_with_a_quote_tells_its_page(code: str, example: Example) -> None:
    assert all(one.page == one.quote.page for one in _found(code, example) if one.quote is not None)


def _whole(words: Bilingual) -> bool:
    return bool(words.id.strip()) and bool(words.en.strip()) and words.id != words.en
