"""A document is told to be a copy of what any region sent before, word by word where both texts are at hand."""

from __future__ import annotations

from evidence_ai.adapters.copy_index import CopyIndex
from evidence_ai.checking.fingerprints import fingerprint
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.fingerprint import Fingerprint, Likeness
from evidence_ai.services.known_copies import known_copies
from tests.builders import OTHER_REGION, REGION, dossier, page, text, understanding

SENTENCES = [
    f"Pasal {at} Pemerintah {{}} menjamin {word} bagi setiap warga tanpa kecuali menurut bagian {at * 7}"
    for at, word in enumerate(
        ("pendidikan", "kesehatan", "air bersih", "rumah layak", "pekerjaan", "bantuan hukum", "rasa aman", "upah")
    )
]


def _written(name: str, region: str, *more: str) -> Dossier:
    words = "\n".join((*(one.format(region) for one in SENTENCES), *more))
    return dossier(name, understanding(region=region), text_read=text(page(1, words)))


def _printed(one: Dossier) -> Fingerprint:
    return fingerprint(one.document, one.text, one.understanding)


def _index(*known: Dossier) -> CopyIndex:
    index = CopyIndex()
    for one in known:
        index.add(_printed(one))
    return index


OURS, THEIRS = _written("kita.pdf", REGION), _written("mereka.pdf", OTHER_REGION)


def test_a_copy_with_another_name_is_told_to_differ_in_the_name_only() -> None:
    (found,) = known_copies(OURS, _printed(OURS), _index(THEIRS), dossier_of=lambda _: THEIRS)
    assert found.resemblance.sha256 == THEIRS.document.sha256
    assert found.comparison is not None
    assert found.comparison.only_the_name
    assert found.comparison.share == 1
    assert found.comparison.changes


def test_what_differs_beyond_the_name_is_told_with_long_numbers_masked() -> None:
    ours = _written("kita.pdf", REGION, "Penerima Budi 0000000000000000")
    (found,) = known_copies(ours, _printed(ours), _index(THEIRS), dossier_of=lambda _: THEIRS)
    assert found.comparison is not None
    assert not found.comparison.only_the_name
    assert ("penerima", "budi", "…") in {one.second for one in found.comparison.changes}


def test_a_text_out_of_reach_is_told_without_its_words() -> None:
    (found,) = known_copies(OURS, _printed(OURS), _index(THEIRS), dossier_of=lambda _: None)
    assert (found.resemblance.likeness, found.comparison) == (Likeness.TEXT, None)


def test_a_document_is_no_copy_of_itself() -> None:
    assert known_copies(OURS, _printed(OURS), _index(OURS), dossier_of=lambda _: OURS) == ()
