"""The measure itself: right, wrong, missing and unread count as what they are."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from evidence_ai.domain.candidate import Scope
from evidence_ai.domain.document import Outcome
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.understanding import Understanding
from evidence_ai.errors import NotFoundError
from evidence_ai.services.evaluating.documents import score_documents
from evidence_ai.services.evaluating.gold import Row, load_gold
from evidence_ai.services.evaluating.numbers import score_budget_lines, score_figures
from evidence_ai.services.evaluating.rates import Rate
from evidence_ai.services.evaluating.titles import score_titles
from tests.builders import budget_line, classification, dossier, figure, text, understanding


def row(**changes: str) -> Row:
    plain = {
        "file": "perda.pdf", "kind": "born-digital", "doc_type": "perda", "issuer_level": "kabupaten", "region": "",
        "number": "3", "year": "2019", "title": "", "enacted_date": "", "promulgated_date": "", "status": "enacted",
        "period_year": "", "labels": "BH.S1",
    }  # fmt: skip
    return plain | changes


def unread(name: str = "perda.pdf") -> Dossier:
    return dossier(name, Understanding(), text_read=text(outcome=Outcome.UNREADABLE))


def test_a_fact_counts_in_its_group_and_a_miss_is_named() -> None:
    rows = (row(), row(file="scan.pdf", kind="scan", number="4"))
    scores = score_documents(rows, {"perda.pdf": dossier(), "scan.pdf": dossier("scan.pdf")})

    assert scores.facts["number"] == {"born-digital": Rate(1, 1), "scan": Rate(0, 1), "all": Rate(1, 2)}
    assert {"file": "scan.pdf", "kind": "scan", "what": "number", "expected": "4", "found": "3"} in scores.misses


def test_a_value_where_the_answer_is_blank_counts_as_invented_and_not_as_wrong() -> None:
    scores = score_documents((row(number=""),), {"perda.pdf": dossier()})

    assert scores.facts["number"]["all"] == Rate(0, 0)
    assert scores.invented["number"] == Rate(1, 1)


def test_titles_are_equal_by_their_first_sixty_letters() -> None:
    title = "Penyelenggaraan BANTUAN hukum, bagi masyarakat miskin"
    other = "Penyelenggaraan Bantuan Sosial bagi Masyarakat Miskin"

    for written, right in ((title, 1), (other, 0)):
        scores = score_documents((row(title=written),), {"perda.pdf": dossier()})
        assert scores.facts["title of legal products"]["all"] == Rate(right, 1)


def test_an_unread_file_counts_as_missed_and_proposes_nothing() -> None:
    rows = (row(), row(file="dua.pdf", labels="NONE"), row(file="tiga.pdf", labels="APBD"))
    scores = score_documents(rows, {one["file"]: unread(one["file"]) for one in rows})

    assert scores.facts["doc_type"]["all"] == Rate(0, 3)
    assert scores.labels["right at 3"] == Rate(0, 1)
    assert scores.labels["unrelated rejected"] == Rate(1, 1)
    assert scores.labels["whole budget recognised"] == Rate(0, 1)


def test_status_counts_for_every_type_and_a_false_draft_by_itself() -> None:
    rows = (row(), row(file="draf.pdf"), row(file="sop.pdf", doc_type="sop", status="na"))
    found = {
        "perda.pdf": dossier(),
        "draf.pdf": dossier("draf.pdf", understanding(status="draft")),
        "sop.pdf": dossier("sop.pdf", understanding("sop", status="not_applicable")),
    }
    scores = score_documents(rows, found)

    assert scores.drafts["status right"] == Rate(2, 3)
    assert scores.drafts["enacted called draft"] == Rate(1, 2)


def figure_row(**changes: str) -> Row:
    plain = {
        "file": "lkjip.pdf", "page": "1", "label": "Persentase akta kelahiran anak", "value_printed": "96,00",
        "value": "96.00", "unit": "%", "year": "", "role": "realisasi",
    }  # fmt: skip
    return plain | changes


def report_with(*figures: tuple[str, str]) -> dict[str, Dossier]:
    made = tuple(figure(label, printed) for label, printed in figures)
    return {"lkjip.pdf": dossier("lkjip.pdf", understanding("laporan_kinerja", figures=made))}


def test_figures_have_recall_by_value_and_precision_at_listed_labels() -> None:
    found = report_with(
        ("Persentase akta kelahiran anak", "96,00"),
        ("Persentase akta kelahiran anak", "12,00"),
        ("Jumlah pegawai dinas", "41"),
    )
    scores = score_figures((figure_row(), figure_row(label="Angka kematian ibu", value="144.83")), found)

    assert scores.rates["value and unit"] == Rate(1, 2)
    assert scores.rates["label"] == Rate(1, 2)
    assert scores.rates["precision at a listed label (at least)"] == Rate(1, 2)


def test_a_figure_on_another_page_or_with_another_unit_is_not_found() -> None:
    found = report_with(("Persentase akta kelahiran anak", "96,00"))

    for wrong in (figure_row(page="2"), figure_row(unit="orang")):
        assert score_figures((wrong,), found).rates["value and unit"] == Rate(0, 1)


def test_budget_lines_are_found_by_amount_code_and_name() -> None:
    lines = (
        budget_line("Fasilitasi Bantuan Hukum", 265_000_000, code="4.01.02.2.02.0004"),
        budget_line("Fasilitasi Bantuan Hukum", 1, code="4.01.02.2.02.0004"),
        budget_line("Belanja Modal", 5, code="5.2"),
    )
    listed: Row = {
        "file": "dpa.pdf", "page": "1", "code": "4 . 01 . 02 . 2.02.0004", "name": "Fasilitasi Bantuan Hukum",
        "amount": "265000000", "amount_printed": "265.000.000",
    }  # fmt: skip
    scores = score_budget_lines((listed,), {"dpa.pdf": dossier("dpa.pdf", understanding("dpa", budget_lines=lines))})

    assert scores.rates["amount, code and name"] == Rate(1, 1)
    assert scores.rates["precision at a listed line (at least)"] == Rate(1, 2)


def test_titles_count_first_third_rejected_and_suggested_apart() -> None:
    rows: tuple[Row, ...] = tuple(
        {"tid": tid, "labels": labels} for tid, labels in (("1", "BH.S1"), ("2", "KS.S1"), ("3", "NONE"), ("4", "APBD"))
    )
    seen = [
        classification(("BH.S1", 0.9)),
        classification(("KS.S2", 0.8), ("KS.S1", 0.3)),
        classification(("LP.S1", 0.2), scope=Scope.NONE),
        classification(scope=Scope.WHOLE_BUDGET),
    ]
    rates = score_titles(rows, seen).rates

    assert rates["right at 1"] == Rate(1, 2)
    assert rates["right at 3"] == Rate(2, 2)
    assert rates["unrelated rejected"] == Rate(1, 1)
    assert rates["suggested precision (first)"] == Rate(1, 2)
    assert rates["whole budget recognised"] == Rate(1, 1)


def test_only_rows_the_annotators_were_sure_of_are_scored(tmp_path: Path) -> None:
    with (tmp_path / "documents.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["file", "confidence"], ["a", "high"], ["b", "low"], ["c", "medium"]])

    gold = load_gold(tmp_path)
    assert [one["file"] for one in gold.documents] == ["a", "c"]
    assert gold.titles == ()


def test_a_folder_without_answers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"documents\.csv"):
        load_gold(tmp_path)
