"""document_split: chapters of one document were uploaded as files of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Grade, Line, Page
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.domain.quote import Quote

_TOP_LINES = 6
_CHAPTER = re.compile(r"^\W*B\s?A\s?B\W{0,3}\s*([IVXL1l]{1,6}|\d{1,2})\b(?P<rest>.*)$")
_DOTS = re.compile(r"\.{3,}|…|\b\d{1,3}\W*$")
"""A line of a table of contents ends in dots and a page number."""
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_LATER = 2
"""A file that begins with the first chapter may be whole; one that begins with a later chapter is a part."""


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """A note for each file that begins in the middle of a document, with the files that look like its other parts."""
    begins = {dossier.document.name: _begins(dossier) for dossier in package.dossiers}
    for dossier in package.dossiers:
        begin = begins[dossier.document.name]
        if begin is None or begin[0] < _LATER:
            continue
        chapter, quote = begin
        others = [
            one.document.name
            for one in package.dossiers
            if one is not dossier and begins[one.document.name] is not None and _same_work(one, dossier)
        ]
        yield _part(dossier, chapter, quote, others, responsible(dossier, package, edition))


def _part(dossier: Dossier, chapter: int, quote: Quote, others: list[str], owner: Bilingual) -> Mismatch:
    shown = ", ".join(others[:5])
    joined = Bilingual(
        f"Berkas ini dimulai dari Bab {chapter}; bagian lainnya tampaknya diunggah terpisah ({shown})."
        if others
        else f"Berkas ini dimulai dari Bab {chapter}, jadi tampaknya hanya sebagian dari satu dokumen.",
        f"The file begins with chapter {chapter}; the other parts seem to be uploaded apart ({shown})."
        if others
        else f"The file begins with chapter {chapter}, so it seems to be only a part of one document.",
    )
    return on_document(
        "document_split",
        dossier,
        severity=Severity.INFO,
        quote=quote,
        message=Bilingual(
            f"{joined.id} Judul, daerah, dan tahunnya tidak tertulis di bagian ini.",
            f"{joined.en} Title, region and year do not stand in this part.",
        ),
        advice=Bilingual(
            f"Sertakan dokumen utuh dari {owner.id} (gabungkan bab-babnya menjadi satu PDF).",
            f"Send the whole document from {owner.en} (join its chapters into one PDF).",
        ),
    )


def _begins(dossier: Dossier) -> tuple[int, Quote] | None:
    """The chapter a file begins with, where the first lines of its first page are the heading of one."""
    first = next((page for page in dossier.text.pages if page.number == 1), None)
    if first is None or first.grade in (Grade.POOR, Grade.UNREADABLE):
        return None
    for line in first.lines[:_TOP_LINES]:
        match = _CHAPTER.match(line.text)
        if match is None or _DOTS.search(match["rest"]):
            continue
        number = _number(match[1])
        if number and _is_alone(first, line):
            return number, _quote(first, line)
    return None


def _is_alone(page: Page, chapter: Line) -> bool:
    """Whether nothing but a running header stands above: a cover or a title page before it is a whole document."""
    above = page.lines[: page.lines.index(chapter)]
    return (
        sum(len(line.text) for line in above) <= 160 and sum(bool(_CHAPTER.match(one.text)) for one in page.lines) == 1
    )


def _quote(page: Page, line: Line) -> Quote:
    start = page.text.find(line.text)
    return page.quote(start, start + len(line.text))


def _number(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    values = [_ROMAN.get(letter, 1) for letter in printed.upper().replace("1", "I")]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _same_work(one: Dossier, other: Dossier) -> bool:
    """Whether two files may be parts of one document: their names differ by little but the chapter."""
    return _stem(one.document.name) == _stem(other.document.name)


def _stem(name: str) -> str:
    plain = re.sub(r"\.[a-z0-9]{1,5}$", "", name.casefold().rsplit("/", 1)[-1])
    plain = re.sub(r"\b(?:bab|chapter|bagian|part)[\W_]*(?:[ivxl]+|\d{1,2})\b|^\d{1,2}[\W_]+", " ", plain)
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def _files(*texts: tuple[str, str], grade: Grade = Grade.GOOD) -> Package:
    read = ((name, some.text(some.page(1, words, grade=grade), some.page(2, "uraian"))) for name, words in texts)
    return some.package(
        *(some.dossier(name, some.understanding("renstra", number=None), text_read=text) for name, text in read)
    )


RULE = Rule(
    code="document_split",
    severity=Severity.INFO,
    about=About.PACKAGE,
    source="Pemeriksaan Kanwil: data dukung harus lengkap; dokumen perencanaan dan laporan disusun per bab (Permendagri 86/2017)",
    title=Bilingual("Dokumen terpisah-pisah", "Document split"),
    explanation=Bilingual(
        "Halaman pertama berkas langsung berisi judul Bab II atau sesudahnya. Daftar isi dan berkas yang dimulai dari sampul "
        "atau Bab I tidak dihitung.",
        "The first page of the file opens with the heading of chapter II or later. A table of contents, and a file that "
        "begins with a cover or chapter I, do not count.",
    ),
    check=find,
    fires=(
        Example("a file that begins with chapter III", lambda: _files(("bab-iii.pdf", "BAB III\nTUJUAN DAN SASARAN"))),
        Example(
            "chapters apart",
            lambda: _files(
                ("Renstra BAB I.pdf", "BAB I\nPENDAHULUAN"), ("Renstra BAB II.pdf", "BAB II GAMBARAN\nUmum")
            ),
        ),
    ),
    silent=(
        Example("the first chapter", lambda: _files(("renstra.pdf", "BAB I\nPENDAHULUAN"))),
        Example("a cover", lambda: _files(("renstra.pdf", "RENCANA STRATEGIS\nDINAS KESEHATAN\nTAHUN 2021-2026"))),
        Example("a table of contents", lambda: _files(("renstra.pdf", "DAFTAR ISI\nBAB I ....... 1\nBAB II ...... 9"))),
        Example("a faint page", lambda: _files(("renstra.pdf", "BAB III\nTUJUAN"), grade=Grade.POOR)),
    ),
)
