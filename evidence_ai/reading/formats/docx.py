"""DOCX: page 1 holds headers, paragraphs and tables in order, then footers; page-like pictures follow as pages."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table as DocxTable

from evidence_ai.domain.document import Cell, DocumentText, Grade, Line, Outcome, Page, PageFailure, Source, Table
from evidence_ai.reading import outcomes
from evidence_ai.reading.cleaning import clean, folded_lines
from evidence_ai.reading.embedded_pictures import embedded_page, is_page_like
from evidence_ai.reading.formats import Reader, Task
from evidence_ai.reading.media_types import DOCX
from evidence_ai.reading.quality import layer_grade, measure
from evidence_ai.reading.spacing import join_spaced
from evidence_ai.reading.zip_limits import zip_danger

_MAX_DEPTH = 5
_MAX_RENAMED = 300_000_000
_PLAIN_NAME = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_NAMES = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml|"
    rb"ms-word\.template\.macroEnabledTemplate\.main\+xml|openxmlformats-officedocument\.wordprocessingml\.template\.main\+xml)"
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_PRINTED = (qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:pPr"), _FALLBACK)


_TOO_MANY_PICTURES = outcomes.reason(
    "too_many_pictures",
    "Berkas ini memuat terlalu banyak gambar; gambar ini tidak dibaca. Simpan sebagai PDF lalu unggah kembali.",
    "This file holds too many pictures; this one was not read. Save it as PDF and upload it again.",
)


def _read(task: Task) -> DocumentText:
    danger = zip_danger(task.content)
    if danger is not None:
        return danger
    document = _opened(task.content)
    if document is None:
        return outcomes.ended(Outcome.UNREADABLE, outcomes.CORRUPT)
    pages: list[Page] = [_body_page(document)]
    failed: list[PageFailure] = []
    pictures = _page_pictures(document)
    for number, blob in enumerate(pictures, start=2):
        too_many = number - 1 > task.limits.max_pictures
        result = PageFailure(number, _TOO_MANY_PICTURES) if too_many else embedded_page(blob, number, task)
        if isinstance(result, Page):
            pages.append(result)
        else:
            failed.append(result)
        task.progress(number, len(pictures) + 1)
    return outcomes.of_pages(pages, failed)


def _opened(content: bytes) -> Any | None:
    """The document; one with macros or a template by its other name differs only in what it calls itself."""
    for named in (bytes, _plainly_named):
        try:
            return docx.Document(io.BytesIO(named(content)))
        except Exception:  # noqa: BLE001, S112 - python-docx raises its own, lxml's and zipfile's for broken files
            continue
    return None


def _plainly_named(content: bytes) -> bytes:
    """The same parts under the name of an ordinary document; nothing else is touched, and macros are never run."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        if sum(entry.file_size for entry in source.infolist()) > _MAX_RENAMED:
            raise ValueError("too big to be packed anew")
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename == "[Content_Types].xml":
                part = _OTHER_NAMES.sub(_PLAIN_NAME, part)
            target.writestr(entry.filename, part)
    return out.getvalue()


def _body_page(document: Any) -> Page:
    tables: list[Table] = []
    lines: list[str] = []
    for part in _margins(document, "header"):
        lines += _lines(part, tables)
    lines += _lines(document, tables)
    for part in _margins(document, "footer"):
        lines += _lines(part, tables)
    kept = tuple(Line(line) for line in lines)
    if not kept:
        return Page(1, 0.0, 0.0, Source.NONE, Grade.GOOD, (), note=outcomes.BLANK_PAGE)
    grade = layer_grade(measure("\n".join(lines)))
    grade = Grade.FAIR if grade is Grade.UNREADABLE else grade
    return Page(1, 0.0, 0.0, Source.TEXT_LAYER, grade, kept, tables=tuple(tables))


def _margins(document: Any, kind: str) -> Iterator[Any]:
    """Headers or footers that differ from the section before; a letterhead often lives on the first page's."""
    for section in document.sections:
        names = (f"first_page_{kind}", kind) if section.different_first_page_header_footer else (kind,)
        for name in names:
            part = getattr(section, name)
            if not part.is_linked_to_previous:
                yield part


def _lines(container: Any, tables: list[Table], depth: int = 0) -> list[str]:
    """Lines of a body, header, footer or cell, in order."""
    lines: list[str] = []
    for block in _blocks(container._element):  # noqa: SLF001 - python-docx skips content controls and tracked insertions
        if block.tag == qn("w:p"):
            lines += _paragraph_lines(block)
        elif depth < _MAX_DEPTH:
            lines += _table_lines(DocxTable(block, container), tables, depth)
    return lines


def _blocks(element: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those wrapped in a content control (a cover, a table of contents)."""
    body = element.find(qn("w:body"))
    for child in element if body is None else body:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag == qn("w:sdt"):
            content = child.find(qn("w:sdtContent"))
            yield from () if content is None else _blocks(content)
        elif child.tag in (qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
            yield from _blocks(child)


def _paragraph_lines(paragraph: Any) -> list[str]:
    """Lines as typed, numbering left out because Word computes it; text boxes follow their anchor."""
    boxes = [line for content in _text_boxes(paragraph) for line in content.iter(qn("w:p"))]
    parts = [part for node in (paragraph, *boxes) for part in folded_lines("".join(_typed(node)))]
    return [line for part in parts if (line := clean(join_spaced(part.strip())))]


def _typed(node: Any) -> Iterator[str]:
    """Text as it would print: insertions count, deletions and the content of text boxes do not."""
    for child in node:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in (qn("w:br"), qn("w:cr")):
            yield "\n"
        elif child.tag == qn("w:tab"):
            yield " "
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif child.tag not in _NOT_PRINTED:
            yield from _typed(child)


def _text_boxes(paragraph: Any) -> list[Any]:
    """Each text box is stored twice, as a new and an old drawing; the old one is left out."""
    return [
        content
        for content in paragraph.iter(qn("w:txbxContent"))
        if not any(parent.tag == _FALLBACK for parent in content.iterancestors())
    ]


def _table_lines(table: DocxTable, tables: list[Table], depth: int) -> list[str]:
    rows: list[tuple[Cell | None, ...]] = []
    lines: list[str] = []
    above: list[Any] = []
    for row in table.rows:
        cells = list(row.cells)
        texts: list[Cell | None] = []
        for index, cell in enumerate(cells):
            merged = cell._tc in [other._tc for other in cells[:index]] or cell._tc in above  # noqa: SLF001
            texts.append(None if merged else Cell("\n".join(_lines(cell, [], depth + 1))))
        above = [cell._tc for cell in cells]  # noqa: SLF001
        rows.append(tuple(texts))
        lines += _row_lines(texts)
    width = max((len(row) for row in rows), default=0)
    if width > 1 and len(rows) > 1:
        tables.append(Table(tuple((*row, *[Cell("")] * (width - len(row))) for row in rows)))
    return lines


def _row_lines(cells: list[Cell | None]) -> list[str]:
    """A row as it looks: first lines of all cells side by side, then second lines, and so on."""
    columns = [cell.text.split("\n") for cell in cells if cell is not None and cell.text]
    height = max((len(column) for column in columns), default=0)
    return [" ".join(column[at] for column in columns if at < len(column)) for at in range(height)]


def _page_pictures(document: Any) -> list[bytes]:
    """Embedded pictures of a page's size, in the order they stand in the body."""
    blobs: list[bytes] = []
    seen: set[str] = set()
    for node in document.element.body.iter(qn("a:blip")):
        key = node.get(qn("r:embed"))
        part = document.part.related_parts.get(key) if key else None
        if part is None or key in seen or not part.content_type.startswith("image/"):
            continue
        seen.add(key)
        if is_page_like(part.blob):
            blobs.append(part.blob)
    return blobs


READER = Reader(media_types=(DOCX,), read=_read)
