"""A fingerprint keeps a text's copies alike through misread letters and another region's name, and others apart."""

from __future__ import annotations

from evidence_ai.checking.fingerprints import alike, fingerprint, minima
from evidence_ai.domain.fingerprint import MINIMA, Fingerprint
from tests.builders import OTHER_REGION, REGION, document, page, text, understanding

BODY = "\n".join(
    f"Pasal {at} Pemerintah daerah menjamin {word} bagi setiap warga tanpa kecuali menurut bagian {at * 7}"
    for at, word in enumerate(
        ("pendidikan", "kesehatan", "air bersih", "rumah layak", "pekerjaan", "bantuan hukum", "rasa aman", "upah")
    )
)
OTHER = "\n".join(f"Bab {at} tentang pengolahan sampah dan sungai ke-{at * 3} di kecamatan {at}" for at in range(20))


def _print(name: str, words: str, *, region: str | None = REGION, pages: tuple[bytes, ...] = ()) -> Fingerprint:
    return fingerprint(document(name), text(page(1, words)), understanding(region=region), pages)


def test_the_same_words_in_other_lines_and_letter_cases_are_one_text() -> None:
    again = _print("b.pdf", BODY.upper().replace("\n", "  "))
    assert alike(_print("a.pdf", BODY), again) == 1


def test_look_alikes_and_lost_spaces_of_a_reader_do_not_count() -> None:
    misread = BODY.replace("l", "1").replace("m", "rn").replace(" bagi ", "bagi")
    assert alike(_print("a.pdf", BODY), _print("b.pdf", misread)) == 1


def test_some_wrong_letters_leave_a_copy_a_copy() -> None:
    noisy = "".join("x" if at % 50 == 0 else sign for at, sign in enumerate(BODY))
    assert 0.45 < alike(_print("a.pdf", BODY), _print("b.pdf", noisy)) < 1


def test_the_name_of_the_issuer_is_not_part_of_its_text() -> None:
    ours, theirs = _print("a.pdf", f"{REGION}\n{BODY}"), _print("b.pdf", f"{OTHER_REGION}\n{BODY}", region=OTHER_REGION)
    assert alike(ours, theirs) == 1


def test_two_texts_of_other_words_are_not_alike() -> None:
    assert alike(_print("a.pdf", BODY), _print("b.pdf", OTHER)) < 0.05


def test_a_page_picture_counts_only_where_the_text_says_too_little() -> None:
    mark = bytes(32)
    assert _print("a.pdf", "", pages=(mark,)) == Fingerprint(document("a.pdf").sha256, (), (mark,))
    assert _print("a.pdf", BODY, pages=(mark,)).pages == ()


def test_two_documents_nobody_could_read_are_not_alike_in_text() -> None:
    assert alike(_print("a.pdf", ""), _print("b.pdf", "")) == 0


def test_a_short_text_fills_every_place() -> None:
    found = minima(["pemerintah", "daerah"])
    assert len(found) == MINIMA
    assert all(0 <= one < 2**32 for one in found)


def test_values_are_the_same_on_every_machine() -> None:
    assert minima(["pemerintah", "daerah", "kabupaten"])[:2] == (3387514533, 1140692026)
