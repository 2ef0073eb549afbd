"""The index finds what is like a document, however many others it knows, and says nothing of the rest."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import numpy as np
import pytest

from evidence_ai.adapters.copy_index import CopyIndex
from evidence_ai.domain.fingerprint import MINIMA, Fingerprint, Likeness
from evidence_ai.errors import InputError


def _sha(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _text(name: str, seed: int, *, changed: float = 0.0) -> Fingerprint:
    values = random.Random(seed)
    whim = random.Random(name)
    minima = [values.getrandbits(32) for _ in range(MINIMA)]
    return Fingerprint(_sha(name), tuple(whim.getrandbits(32) if whim.random() < changed else one for one in minima))


def _look(name: str, page: bytes) -> Fingerprint:
    return Fingerprint(_sha(name), (), (page,))


def _filled(count: int) -> CopyIndex:
    index = CopyIndex()
    for at in range(count):
        index.add(_text(f"{at}", at))
    return index


def test_a_noisy_copy_is_found_among_all_others_also_after_they_were_sorted_in() -> None:
    index = _filled(9000)
    for at in (0, 4095, 4096, 8999):
        (found,) = index.similar(_text("copy", at, changed=0.4))
        assert (found.sha256, found.likeness) == (_sha(f"{at}"), Likeness.TEXT)
        assert 0.4 <= found.share <= 0.8


def test_the_estimate_is_the_share_of_equal_values() -> None:
    index = _filled(3)
    known = _text("1", 1).minima
    half = Fingerprint(_sha("half"), (*known[: MINIMA // 2], *(7,) * (MINIMA // 2)))
    assert index.similar(half)[0].share == pytest.approx(0.5)


def test_a_text_nobody_sent_is_like_nothing() -> None:
    assert _filled(500).similar(_text("new", 10_000)) == ()


def test_the_same_bytes_are_told_as_content_and_come_first() -> None:
    index = _filled(3)
    index.add(_text("twin", 1))
    first, second = index.similar(_text("1", 1))
    assert (first.sha256, first.likeness, first.share) == (_sha("1"), Likeness.CONTENT, 1)
    assert (second.sha256, second.likeness) == (_sha("twin"), Likeness.TEXT)


def test_a_document_is_known_once_however_often_it_is_added() -> None:
    index = _filled(3)
    index.add(_text("2", 2))
    assert len(index) == 3


def test_two_documents_without_text_or_picture_are_not_alike() -> None:
    index = CopyIndex()
    index.add(Fingerprint(_sha("a")))
    assert index.similar(Fingerprint(_sha("b"))) == ()


def test_a_scan_of_the_same_look_is_found_by_its_picture() -> None:
    page = random.Random(1).randbytes(32)
    index = CopyIndex()
    index.add(_look("other", random.Random(2).randbytes(32)))
    index.add(_look("scan", page))
    again = bytes([page[0] ^ 0b1010, *page[1:-1], page[-1] ^ 0b1])
    (found,) = index.similar(_look("again", again))
    assert (found.sha256, found.likeness) == (_sha("scan"), Likeness.PICTURE)
    assert found.share == pytest.approx(1 - 3 / 256)


def test_at_most_as_many_as_asked_are_told_the_likest_first() -> None:
    index = CopyIndex()
    for at in range(20):
        index.add(_text(f"{at}", 5, changed=at / 50))
    shares = [one.share for one in index.similar(_text("x", 5), most=5)]
    assert len(shares) == 5
    assert shares == sorted(shares, reverse=True)


def test_many_at_once_are_found_like_one_by_one() -> None:
    index, texts = CopyIndex(), [_text(f"{at}", at) for at in range(5000)]
    names = np.array([list(bytes.fromhex(one.sha256)) for one in texts], dtype=np.uint8)
    index.add_texts(names, np.array([one.minima for one in texts], dtype=np.uint32))
    index.add(_text("late", 9999))
    assert index.similar(texts[77])[0].likeness is Likeness.CONTENT
    assert index.similar(_text("copy", 4321, changed=0.2))[0].sha256 == _sha("4321")
    assert index.similar(_text("copy", 9999, changed=0.2))[0].sha256 == _sha("late")


def test_what_was_kept_is_known_again_and_grows_on(tmp_path: Path) -> None:
    index = _filled(5000)
    index.add(_look("scan", bytes(range(32))))
    index.keep(tmp_path / "copies.npz")
    again = CopyIndex.kept(tmp_path / "copies.npz")
    again.add(_text("late", 70_000))
    assert len(again) == 5002
    assert again.similar(_text("copy", 42, changed=0.3)) == index.similar(_text("copy", 42, changed=0.3))
    assert again.similar(_look("x", bytes(range(32))))[0].sha256 == _sha("scan")
    assert again.similar(_text("copy", 70_000, changed=0.3))[0].sha256 == _sha("late")
    assert [one.name for one in tmp_path.iterdir()] == ["copies.npz"]


def test_an_empty_index_can_be_kept(tmp_path: Path) -> None:
    CopyIndex().keep(tmp_path / "copies.npz")
    assert CopyIndex.kept(tmp_path / "copies.npz").similar(_text("a", 1)) == ()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"plain words"])
def test_a_broken_file_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "copies.npz").write_bytes(content)
    with pytest.raises(InputError, match=r"copies\.npz"):
        CopyIndex.kept(tmp_path / "copies.npz")


def test_a_missing_file_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Buat ulang"):
        CopyIndex.kept(tmp_path / "none.npz")


def test_a_page_print_of_another_length_is_refused() -> None:
    with pytest.raises(InputError, match="31"):
        CopyIndex().add(_look("a", bytes(31)))
