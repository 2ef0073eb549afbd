"""Rows of corpora: what is read, what is refused, and what our own corpora promise."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from evidence_ai.editions import load
from evidence_ai.errors import InputError
from evidence_ai.training.corpus import Corpora, load_corpora
from evidence_ai.training.counting import alike, counts

CORPORA = Path(__file__).resolve().parents[3] / "corpora"


def _corpus(folder: Path, name: str, *rows: dict[str, Any], readme: bool = True) -> Path:
    (folder / name).mkdir(parents=True, exist_ok=True)
    if readme:
        (folder / name / "README.md").write_text("Origin: ours.")
    (folder / name / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


def test_any_folder_with_a_readme_and_the_named_columns_is_a_corpus(tmp_path: Path) -> None:
    _corpus(tmp_path, "titles", {"id": "a", "indicators": ["BH.S1"], "kind": "title", "voice": "v", "text": "Bantuan"})
    _corpus(tmp_path, "pages", {"id": "b", "type": "perda", "voice": "v", "part": "heldout", "pages": ["one", "two"]})
    found = load_corpora(tmp_path)
    assert [row.indicators for row in found.indicator_rows] == [("BH.S1",)]
    assert [(row.pages, row.heldout) for row in found.page_rows] == [(("one", "two"), True)]
    assert set(found.digests) == {"titles/rows.jsonl", "pages/rows.jsonl"}


def test_a_folder_that_does_not_say_its_origin_is_no_corpus(tmp_path: Path) -> None:
    _corpus(tmp_path, "found", {"indicators": [], "text": "Pajak"}, readme=False)
    assert load_corpora(tmp_path).indicator_rows == ()


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"indicators": []}, "tidak memuat text"),
        ({"type": "perdes", "pages": ["x"]}, "perdes"),
        ({"type": "perda", "pages": "x"}, "daftar teks"),
    ],
)
def test_a_broken_row_is_named_by_file_and_line(tmp_path: Path, row: dict[str, Any], why: str) -> None:
    _corpus(tmp_path, "mine", {"indicators": [], "text": "Pajak"}, row)
    with pytest.raises(InputError, match=f"mine/rows.jsonl:2.*{why}"):
        load_corpora(tmp_path)


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    _corpus(tmp_path, "mine")
    (tmp_path / "mine" / "rows.jsonl").write_text("{'a': 1}\n")
    with pytest.raises(InputError, match=r"mine/rows\.jsonl:1: bukan JSON"):
        load_corpora(tmp_path)


def test_texts_that_share_more_than_half_their_runs_are_found(tmp_path: Path) -> None:
    def row(name: str, text: str) -> dict[str, Any]:
        return {"id": name, "indicators": ["LP.S1"], "text": text}

    first = "Tata cara pengangkutan sampah dari pasar ke tempat pemrosesan akhir setiap hari"
    _corpus(
        tmp_path,
        "mine",
        row("a", first),
        row("b", first.replace("setiap hari", "tiap pagi")),
        row("c", "Pemilahan di sumber oleh warga perumahan"),
        row("d", "Larangan kantong plastik pada toko swalayan"),
    )
    assert list(alike(load_corpora(tmp_path).indicator_rows, load("permenkumham_22_2021"))) == [("a", "b")]


@cache
def _ours() -> Corpora:
    return load_corpora(CORPORA)


def test_no_two_of_our_texts_on_one_indicator_are_one_text_twice() -> None:
    assert list(alike(_ours().indicator_rows, load("permenkumham_22_2021"))) == []


def test_held_out_texts_of_a_corpus_speak_with_other_voices() -> None:
    shared = {
        (row.corpus, row.voice)
        for row in _ours().indicator_rows
        if row.heldout
        and (row.corpus, row.voice) in {(o.corpus, o.voice) for o in _ours().indicator_rows if not o.heldout}
    }
    assert shared == set()


def test_every_indicator_named_in_our_corpora_is_one_of_the_edition() -> None:
    known = {one.id for one in load("permenkumham_22_2021").indicators}
    assert {one for row in _ours().indicator_rows for one in row.indicators} <= known


def test_every_id_of_a_corpus_stands_once() -> None:
    ids = [(row.corpus, row.id) for row in _ours().indicator_rows] + [(row.corpus, row.id) for row in _ours().page_rows]
    assert len(ids) == len(set(ids))


def test_every_readme_states_an_origin() -> None:
    for path in CORPORA.glob("*/*.jsonl"):
        text = (path.parent / "README.md").read_text("utf-8").lower()
        assert "written" in text, path.parent.name


def test_counts_add_up() -> None:
    found = counts(CORPORA, load("permenkumham_22_2021"))
    assert sum(found["by_corpus"].values()) == found["indicator_rows"] == sum(found["by_part"].values())
    assert sum(found["by_document_type"].values()) == found["page_rows"]
