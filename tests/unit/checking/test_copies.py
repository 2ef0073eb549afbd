"""Near copies are found without comparing every pair, and told by the words that differ."""

from __future__ import annotations

from evidence_ai.checking.copies import LIKE, changes, near_copies
from evidence_ai.domain.dossier import Dossier
from tests.builders import OTHER_REGION, REGION, dossier, package, page, text, understanding

SENTENCES = [
    f"Pasal {at} Pemerintah daerah menjamin hak ke-{at} atas layanan nomor {at * 7} bagi setiap warga"
    for at in range(40)
]


def _written(name: str, sentences: list[str], region: str = REGION) -> Dossier:
    return dossier(name, understanding(region=region), text_read=text(page(1, "\n".join(sentences))))


def test_a_copy_with_a_few_misread_words_is_found() -> None:
    misread = [*SENTENCES[:-2], "Pasa1 38 Pemerintah", "Pasal 39 kosong"]
    (pair,) = near_copies(package(_written("a.pdf", SENTENCES), _written("b.pdf", misread)))
    assert (pair.first.document.name, pair.second.document.name) == ("a.pdf", "b.pdf")
    assert LIKE < pair.share < 1


def test_two_texts_of_other_words_are_no_pair() -> None:
    other = [f"Bab {at} tentang sampah {at} dan sungai {at * 3} di kecamatan {at}" for at in range(40)]
    assert near_copies(package(_written("a.pdf", SENTENCES), _written("b.pdf", other))) == ()


def test_the_name_of_the_issuer_does_not_hide_a_copy() -> None:
    ours = [f"{one} {REGION}" for one in SENTENCES]
    theirs = [f"{one} {OTHER_REGION}" for one in SENTENCES]
    (pair,) = near_copies(package(_written("a.pdf", ours), _written("b.pdf", theirs, OTHER_REGION)))
    assert pair.share == 1
    words = {word for one in changes(pair.first, pair.second) for word in (*one.first, *one.second)}
    assert words <= {"kabupaten", "tanjung", "arum", "kota", "baru"}
    assert words >= {"kabupaten", "kota"}


def test_a_text_of_few_words_is_never_compared() -> None:
    assert near_copies(package(_written("a.pdf", SENTENCES[:2]), _written("b.pdf", SENTENCES[:2]))) == ()


def test_the_same_bytes_are_no_near_copy() -> None:
    assert near_copies(package(_written("a.pdf", SENTENCES), _written("a.pdf", SENTENCES))) == ()
