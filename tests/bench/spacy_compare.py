"""spaCy against our plain rules: `python -m tests.bench.spacy_compare`. spaCy is a tool of this file only.

There is no Indonesian pipeline to download: `spacy.blank("id")` with its rule components, and a sentence splitter and an
entity recogniser trained here on our own sentences (each half of them read by what the other half taught). Given are
F1 on our own sentences (written beside the rules, so the rules' F1 is their best case), processor milliseconds per thousand words, and what it costs to start.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Span as SpacySpan
from spacy.training import Example

from evidence_ai.understanding.amounts import numbers
from evidence_ai.understanding.figure_exclusions import YEAR
from evidence_ai.understanding.figures_in_sentences import sentences
from evidence_ai.understanding.region_mentions import mentions

Span = tuple[int, int, str]
Found = TypeVar("Found", int, Span)
_KNOWLEDGE = Path(__file__).resolve().parents[2] / "evidence_ai" / "classifying" / "knowledge"

MARKED = """
Realisasi belanja [Dinas Kesehatan|AGENCY] [Kabupaten Bantul|REGION] pada [tahun 2021|PERIOD] sebesar [Rp 12.500.000.000,00|MONEY] atau [97,65 %|PERCENT] dari pagu.
Berdasarkan [Undang-Undang Nomor 16 Tahun 2011|CITATION], [Pemerintah Kota Malang|REGION] menyediakan anggaran [Rp 450 juta|MONEY].
[Badan Perencanaan Pembangunan Daerah|AGENCY] menyusun rencana kerja [tahun 2022|PERIOD] dengan target [85 persen|PERCENT].
Angka putus sekolah di [Kabupaten Sleman|REGION] turun menjadi [0,12 persen|PERCENT] pada [tahun 2020|PERIOD].
[Peraturan Daerah Nomor 3 Tahun 2015|CITATION] mencabut [Peraturan Daerah Nomor 7 Tahun 2009|CITATION].
[Dinas Pendidikan|AGENCY] mengelola dana [Rp 1,5 miliar|MONEY] untuk beasiswa [tahun 2023|PERIOD].
Kegiatan itu dilaksanakan [Sekretariat DPRD|AGENCY] [Kabupaten Tegal|REGION] dengan pagu [Rp 250.000.000|MONEY].
Cakupan imunisasi di [Kota Bekasi|REGION] mencapai [91,4%|PERCENT].
Sesuai [Peraturan Menteri Dalam Negeri Nomor 77 Tahun 2020|CITATION] laporan disusun [Badan Keuangan Daerah|AGENCY].
[Dinas Sosial|AGENCY] menyalurkan bantuan [Rp 300.000,00|MONEY] per orang sepanjang [tahun 2021|PERIOD].
[Bupati Cilacap|REGION] menetapkan [Peraturan Bupati Nomor 12 Tahun 2018|CITATION].
Serapan anggaran [Dinas Pekerjaan Umum|AGENCY] hanya [64,2 %|PERCENT], yaitu [Rp 8.120.000.000,00|MONEY].
[Rumah Sakit Umum Daerah|AGENCY] [Kota Salatiga|REGION] melayani pasien miskin sejak [tahun 2019|PERIOD].
Menurut [Peraturan Pemerintah Nomor 12 Tahun 2019|CITATION] sisa anggaran dilaporkan.
[Inspektorat Daerah|AGENCY] memeriksa [100 persen|PERCENT] laporan [tahun 2022|PERIOD].
Di [Kabupaten Kebumen|REGION] tersedia dana [Rp 2 miliar|MONEY] untuk bantuan hukum.
[Keputusan Bupati Nomor 188/45 Tahun 2020|CITATION] membentuk tim di [Dinas Perhubungan|AGENCY].
Pada [tahun 2018|PERIOD] [Provinsi Banten|REGION] menaikkan target menjadi [75 %|PERCENT].
[Dinas Lingkungan Hidup|AGENCY] mengangkut sampah dengan biaya [Rp 3.400.000.000,00|MONEY] selama [tahun 2021|PERIOD].
[Undang-Undang Nomor 23 Tahun 2014|CITATION] memberi kewenangan kepada [Kabupaten Demak|REGION].
[Satuan Polisi Pamong Praja|AGENCY] [Kota Solok|REGION] menerima [Rp 175 juta|MONEY].
Persentase desa siaga naik dari [40 persen|PERCENT] menjadi [52,5 persen|PERCENT] pada [tahun 2022|PERIOD].
[Kecamatan Wonosari|AGENCY] melaporkan realisasi [Rp 90.000.000,00|MONEY].
[Peraturan Presiden Nomor 72 Tahun 2021|CITATION] diikuti [Dinas Pemberdayaan Perempuan|AGENCY] [Kabupaten Jember|REGION].
""".strip().splitlines()

PARAGRAPHS = (
    ("Realisasi di Kab. Bantul mencapai Rp 1.250.000,00.", "Sisanya 2,5 % dilaporkan kemudian."),
    ("Kegiatan dibiayai APBD.", "Pada tahun 2021 serapan naik menjadi 97,65 %.", "Target tahun 2022 ialah 98 %."),
    ("Tim dipimpin oleh dr. Sari Contoh.", "Anggotanya 12 orang."),
    ("Dasarnya Peraturan Bupati No. 12 Tahun 2018.", "Peraturan itu masih berlaku."),
    ("Nilai SAKIP sebesar 70,46 dari target 72,13.", "Hasil ini dimuat pada Tabel 3.2 di bawah."),
    ("Kantor di Jl. Pemuda No. 5.", "Pelayanan dibuka pukul 08.00 s.d. 15.00 setiap hari."),
    ("Cakupan imunisasi 91,4 %; cakupan gizi 88 %.", "Keduanya naik."),
    ("Laporan ditandatangani Drs. Contoh, M.Si. di Arum.", "Salinan dikirim ke Prov. Banten."),
    ("Jumlah penduduk 1.250.300 jiwa.", "Kepadatan 512 jiwa per km2.", "Laju pertumbuhan 1,1 % setahun."),
    ("Dana Rp 2,5 miliar disalurkan.", "Penerimanya 1.200 keluarga di Kec. Wonosari."),
)


def main() -> None:
    """Print one table for each task."""
    print(
        f"start: python -c 'import spacy; spacy.blank(\"id\")' {_start('import spacy; spacy.blank(chr(105) + chr(100))'):.0f} ms, "
        f"python -c 'import evidence_ai.understanding' {_start('import evidence_ai.understanding'):.0f} ms"
    )
    _sentence_splitting()
    _phrases()
    _entities()


def _start(code: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return 1000 * (time.perf_counter() - began)


def _sentence_splitting() -> None:
    texts = [(" ".join(parts), _ends(parts)) for parts in PARAGRAPHS]
    rule_based = spacy.blank("id")
    rule_based.add_pipe("sentencizer")

    def trained(train: Sequence[tuple[str, set[int]]]) -> Callable[[str], set[int]]:
        nlp = spacy.blank("id")
        nlp.add_pipe("senter")
        _fit(
            nlp,
            [Example.from_dict(nlp.make_doc(text), {"sent_starts": _starts(nlp, text, ends)}) for text, ends in train],
        )
        return lambda text: {sentence.end_char for sentence in nlp(text).sents}

    print("\nsentences (boundaries)")
    _row("plain rules", texts, lambda text: {end for _, end in sentences(text)})
    _row("blank(id) + sentencizer", texts, lambda text: {sentence.end_char for sentence in rule_based(text).sents})
    _halves("blank(id) + senter, trained here", texts, trained)


def _phrases() -> None:
    phrases = sorted({one.lower() for one in _knowledge_phrases() if len(one.split()) > 1})
    texts = [re.sub(r"\[([^|]+)\|[A-Z]+\]", r"\1", line).lower() for line in MARKED] * 20
    nlp = spacy.blank("id")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("K", list(nlp.pipe(phrases)))
    first: dict[str, list[str]] = {}
    for phrase in phrases:
        first.setdefault(phrase.split()[0], []).append(phrase)

    def plain(text: str) -> int:
        return sum(
            text.startswith(phrase, at.start())
            for at in re.finditer(r"\w+", text)
            for phrase in first.get(at.group(), ())
        )

    print(f"\nknowledge phrases ({len(phrases)})")
    for name, look in (
        ("plain dictionary by first word", plain),
        ("PhraseMatcher", lambda text: len(matcher(nlp(text)))),
    ):
        began = time.process_time()
        found = sum(look(text) for text in texts)
        print(f"  {name:36} found {found:5}   {_per_thousand(began, texts):7.2f} ms / 1,000 words")


def _knowledge_phrases() -> Iterable[str]:
    for path in sorted(_KNOWLEDGE.rglob("*.toml")):
        yield from _strings(tomllib.loads(path.read_text("utf-8")))


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


_CITATION = re.compile(
    r"(?:Undang-Undang|Peraturan (?:Daerah|Bupati|Wali ?Kota|Gubernur|Pemerintah|Presiden|Menteri(?: [A-Z]\w+){1,4})|Keputusan (?:Bupati|Wali ?Kota|Gubernur)) "
    r"Nomor [\w/.-]+ Tahun \d{4}"
)
_AGENCY = re.compile(
    r"(?:Dinas|Badan|Sekretariat|Inspektorat|Kecamatan|Kelurahan|Rumah Sakit|Satuan|Kantor)(?: (?!Kabupaten|Kota|Provinsi)[A-Z]\w+){1,5}"
)
_PERIOD = re.compile(r"\btahun (?:19|20)\d\d")


def rules(text: str) -> set[Span]:
    """The entities our rules find: numbers by amounts, regions by the table of regions, the rest by patterns."""
    found: set[Span] = {(match.start(), match.end(), "CITATION") for match in _CITATION.finditer(text)}
    cited = [(start, end) for start, end, _ in found]
    found |= {(match.start(), match.end(), "AGENCY") for match in _AGENCY.finditer(text)}
    found |= {
        (match.start(), match.end(), "PERIOD")
        for match in _PERIOD.finditer(text)
        if YEAR.search(match.group()) and not any(start <= match.start() < end for start, end in cited)
    }
    for number in numbers(text):
        if number.rupiah:
            found.add((text.rindex("Rp", 0, number.start), number.end, "MONEY"))
        elif number.percent:
            found.add((number.start, number.end, "PERCENT"))
    for mention in mentions(text.upper()):
        if not any(start <= mention.start < end for start, end in cited):
            head = text.upper().rfind("PEMERINTAH ", 0, mention.start + 11)
            found.add((head if head >= 0 and head + 11 >= mention.start else mention.start, mention.end, "REGION"))
    return found


def _entities() -> None:
    texts = [_unmarked(line) for line in MARKED]
    ruler = spacy.blank("id")
    component = ruler.add_pipe("entity_ruler")
    component.add_patterns(_ruler_patterns())

    def trained(train: Sequence[tuple[str, set[Span]]]) -> Callable[[str], set[Span]]:
        nlp = spacy.blank("id")
        nlp.add_pipe("ner")
        _fit(nlp, [Example.from_dict(nlp.make_doc(text), {"entities": sorted(spans)}) for text, spans in train])
        return lambda text: _spans(nlp(text).ents)

    print("\nentities (region, agency, citation, money, percentage, period)")
    _row("plain rules", texts, rules)
    _row("blank(id) + EntityRuler", texts, lambda text: _spans(ruler(text).ents))
    _halves("blank(id) + ner, trained here", texts, trained)


def _ruler_patterns() -> list[dict[str, object]]:
    capital = {"IS_TITLE": True}
    year = {"TEXT": {"REGEX": r"^(?:19|20)\d\d$"}}
    return [
        {"label": "REGION", "pattern": [{"LOWER": {"IN": ["kabupaten", "kota", "provinsi", "bupati"]}}, capital]},
        {
            "label": "AGENCY",
            "pattern": [
                {"LOWER": {"IN": ["dinas", "badan", "inspektorat", "kecamatan", "satuan"]}},
                {**capital, "OP": "+"},
            ],
        },
        {
            "label": "MONEY",
            "pattern": [{"LOWER": "rp"}, {"LIKE_NUM": True}, {"LOWER": {"IN": ["juta", "miliar"]}, "OP": "?"}],
        },
        {"label": "PERCENT", "pattern": [{"LIKE_NUM": True}, {"LOWER": {"IN": ["%", "persen"]}}]},
        {"label": "PERIOD", "pattern": [{"LOWER": "tahun"}, year]},
        {
            "label": "CITATION",
            "pattern": [
                {"LOWER": {"IN": ["undang-undang", "peraturan", "keputusan"]}},
                {**capital, "OP": "*"},
                {"LOWER": "nomor"},
                {},
                {"LOWER": "tahun"},
                year,
            ],
        },
    ]


def _unmarked(line: str) -> tuple[str, set[Span]]:
    text, spans = "", set()
    for part in re.split(r"(\[[^\]]+\])", line):
        if part.startswith("["):
            words, kind = part[1:-1].split("|")
            spans.add((len(text), len(text) + len(words), kind))
            text += words
        else:
            text += part
    return text, spans


def _spans(found: Iterable[SpacySpan]) -> set[Span]:
    return {(one.start_char, one.end_char, one.label_) for one in found}


def _fit(nlp: Language, examples: list[Example]) -> None:
    chance = random.Random(7)
    spacy.util.fix_random_seed(7)
    nlp.initialize(lambda: examples)
    for _ in range(40):
        chance.shuffle(examples)
        nlp.update(examples, drop=0.2)


def _ends(parts: Sequence[str]) -> set[int]:
    ends, at = set(), 0
    for part in parts:
        at += len(part)
        ends.add(at)
        at += 1
    return ends


def _starts(nlp: Language, text: str, ends: set[int]) -> list[bool]:
    return [token.i == 0 or token.idx - 1 in ends for token in nlp.make_doc(text)]


def _row(name: str, texts: Sequence[tuple[str, set[Found]]], look: Callable[[str], set[Found]]) -> None:
    began = time.process_time()
    found = [look(text) for text, _ in texts]
    spent = _per_thousand(began, [text for text, _ in texts])
    right = sum(len(one & wanted) for one, (_, wanted) in zip(found, texts, strict=True))
    print(f"  {name:36} F1 {_f1(right, found, texts):.3f}   {spent:7.2f} ms / 1,000 words")


def _halves(
    name: str,
    texts: Sequence[tuple[str, set[Found]]],
    train: Callable[[Sequence[tuple[str, set[Found]]]], Callable[[str], set[Found]]],
) -> None:
    halves = (texts[::2], texts[1::2])
    right, spent = 0, 0.0
    found_all: list[set[Found]] = []
    wanted_all: list[tuple[str, set[Found]]] = []
    for own, other in (halves, halves[::-1]):
        look = train(other)
        began = time.process_time()
        found = [look(text) for text, _ in own]
        spent += _per_thousand(began, [text for text, _ in own]) / 2
        right += sum(len(one & wanted) for one, (_, wanted) in zip(found, own, strict=True))
        found_all += found
        wanted_all += list(own)
    print(f"  {name:36} F1 {_f1(right, found_all, wanted_all):.3f}   {spent:7.2f} ms / 1,000 words")


def _f1(right: int, found: Sequence[set[Found]], texts: Sequence[tuple[str, set[Found]]]) -> float:
    total = sum(map(len, found)) + sum(len(wanted) for _, wanted in texts)
    return 2 * right / total if total else 0.0


def _per_thousand(began: float, texts: Sequence[str]) -> float:
    return 1000 * (time.process_time() - began) / sum(len(text.split()) for text in texts) * 1000


if __name__ == "__main__":
    main()
