"""What is said beside each candidate."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from evidence_ai.domain.candidate import Candidate, CandidateReason
from evidence_ai.domain.understanding import Relation, RelationKind
from tests.builders import understanding


def _told(candidate: Candidate, channel: str) -> list[CandidateReason]:
    return [one for one in candidate.reasons if one.channel == channel]


def test_a_suggestion_names_the_words_without_which_it_falls(classified: Any) -> None:
    first = classified(understanding("perda", title="Kawasan Tanpa Rokok")).candidates[0]
    assert "Kawasan Tanpa Rokok" in _told(first, "would_change")[0].text.id


def test_what_spoke_against_a_candidate_is_told_apart_from_what_spoke_for_it(classified: Any) -> None:
    found = classified(understanding("perda", title="Retribusi Pelayanan Kesehatan")).candidates
    against = [one for candidate in found for one in _told(candidate, "against")]
    assert any('"Retribusi" menunjuk ke urusan lain' in one.text.id for one in against)


def test_a_decree_on_the_subject_of_a_regulation_is_told_what_to_upload(classified: Any) -> None:
    found = classified(understanding("keputusan_kepala_daerah", title="Pengelolaan Sampah Rumah Tangga")).candidates
    kept = next(one for one in found if one.indicator == "LP.S1")
    assert "peraturan daerah" in _told(kept, "would_change")[0].text.id


@pytest.mark.parametrize("title", ["Kawasan Tanpa Rokok", "Retribusi Pelayanan Kesehatan", "Pengelolaan Sampah"])
def test_every_reason_is_said_in_both_languages(classified: Any, title: str) -> None:
    result = classified(understanding("perkada", title=title))
    said = [reason.text for candidate in result.candidates for reason in candidate.reasons]
    said += [result.abstained_because] if result.abstained_because else []
    assert said
    assert all(one.id and one.en and one.id != one.en for one in said)


def test_an_amendment_says_what_it_amends(classified: Any) -> None:
    target = "Peraturan Daerah Nomor 3 Tahun 2014"
    known = replace(
        understanding("perda", title=f"Perubahan atas {target} tentang Pengelolaan Sampah"),
        subject="Pengelolaan Sampah",
        relations=(Relation(RelationKind.AMENDS, target, None),),
    )
    first = classified(known).candidates[0]
    assert (first.indicator, first.suggested) == ("LP.S1", True)
    assert target in _told(first, "relation")[0].text.en


@pytest.mark.parametrize("subject", ["Pengelolaan Sampah", "Kawasan Tanpa Rokok", "Bantuan Hukum"])
def test_a_revocation_is_never_advice_for_a_regulation(classified: Any, subject: str) -> None:
    title = f"Pencabutan Peraturan Daerah Nomor 2 Tahun 2010 tentang {subject}"
    result = classified(replace(understanding("perda", title=title), subject=subject))
    assert result.abstained
    assert "mencabut" in result.abstained_because.id
    assert all(one.probability <= 0.05 for one in result.candidates if ".S" in one.indicator)
