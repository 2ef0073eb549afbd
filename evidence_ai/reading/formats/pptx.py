"""PPTX: each slide a page, its text boxes in their order, its tables as tables; a slide that is one picture is recognised."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Any

from lxml import etree

from evidence_ai.domain.document import Cell, DocumentText, Grade, Line, Outcome, Page, PageFailure, Source, Table
from evidence_ai.reading import outcomes
from evidence_ai.reading.cleaning import clean
from evidence_ai.reading.embedded_pictures import embedded_page, is_page_like
from evidence_ai.reading.formats import Reader, Task
from evidence_ai.reading.media_types import PPTX
from evidence_ai.reading.quality import layer_grade, measure
from evidence_ai.reading.spacing import join_spaced
from evidence_ai.reading.zip_limits import zip_danger

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAX_PART = 50_000_000
_FEW_WORDS = 15
"""A slide with fewer words than this and a picture of a page's size is that picture."""


def _read(task: Task) -> DocumentText:
    danger = zip_danger(task.content)
    if danger is not None:
        return danger
    try:
        archive = zipfile.ZipFile(io.BytesIO(task.content))
        show = _tree(archive, "ppt/presentation.xml")
        slides = _slides(archive, show)
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError, OSError, EOFError, NotImplementedError):
        return outcomes.ended(Outcome.UNREADABLE, outcomes.CORRUPT)
    if len(slides) > task.limits.max_pages:
        return outcomes.ended(Outcome.TOO_BIG, outcomes.too_many_pages(len(slides), task.limits.max_pages))
    pages: list[Page] = []
    failed: list[PageFailure] = []
    for number, part in enumerate(slides, start=1):
        result = _page(archive, part, number, task)
        if isinstance(result, Page):
            pages.append(result)
        else:
            failed.append(result)
        task.progress(number, len(slides))
    return outcomes.of_pages(pages, failed)


def _slides(archive: zipfile.ZipFile, show: Any) -> list[str]:
    """The parts that hold the slides, in the order shown."""
    targets = _targets(archive, "ppt/presentation.xml")
    keys = [node.get(f"{_R}id") for node in show.iter(f"{_P}sldId")]
    return [targets[key] for key in keys if key in targets]


def _page(archive: zipfile.ZipFile, part: str, number: int, task: Task) -> Page | PageFailure:
    try:
        slide = _tree(archive, part)
        tables: list[Table] = []
        lines = [line for node in slide.iter(f"{_P}spTree") for line in _lines(node, tables)]
        if sum(len(line.split()) for line in lines) < _FEW_WORDS:
            picture = _page_picture(archive, part, slide)
            if picture is not None:
                return embedded_page(picture, number, task)
    except MemoryError:
        return PageFailure(number, outcomes.OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001 - a broken slide costs that slide
        return PageFailure(number, outcomes.PAGE_BROKEN)
    if not lines:
        return Page(number, 0.0, 0.0, Source.NONE, Grade.GOOD, (), note=outcomes.BLANK_PAGE)
    grade = layer_grade(measure("\n".join(lines)))
    grade = Grade.FAIR if grade in (Grade.POOR, Grade.UNREADABLE) else grade
    return Page(number, 0.0, 0.0, Source.TEXT_LAYER, grade, tuple(Line(line) for line in lines), tables=tuple(tables))


def _lines(tree: Any, tables: list[Table]) -> list[str]:
    """Lines of a slide: paragraphs as typed, a table row by row."""
    lines: list[str] = []
    inside: set[Any] = set()
    for node in tree.iter(f"{_A}tbl", f"{_A}p"):
        if node.tag == f"{_A}tbl":
            rows = [[_typed(cell) for cell in row.iter(f"{_A}tc")] for row in node.iter(f"{_A}tr")]
            width = max((len(row) for row in rows), default=0)
            if width:
                tables.append(
                    Table(tuple(tuple(Cell(text) for text in [*row, *[""] * (width - len(row))]) for row in rows))
                )
            lines += [
                line for row in rows if (line := clean(" ".join(text.replace("\n", " ") for text in row if text)))
            ]
            inside.update(node.iter(f"{_A}p"))
        elif node not in inside:
            lines += [line for part in _typed(node).split("\n") if (line := clean(join_spaced(part.strip())))]
    return lines


def _typed(node: Any) -> str:
    """The text of a paragraph or of a cell with its paragraphs as lines."""
    paragraphs = [node] if node.tag == f"{_A}p" else list(node.iter(f"{_A}p"))
    texts = []
    for paragraph in paragraphs:
        parts = (part.text or "" if part.tag == f"{_A}t" else "\n" for part in paragraph.iter(f"{_A}t", f"{_A}br"))
        texts.append("".join(parts))
    return "\n".join(text for text in texts if text.strip())


def _page_picture(archive: zipfile.ZipFile, part: str, slide: Any) -> bytes | None:
    targets = _targets(archive, part)
    for node in slide.iter(f"{_A}blip"):
        name = targets.get(node.get(f"{_R}embed", ""))
        if name is not None:
            blob = _part(archive, name)
            if is_page_like(blob):
                return blob
    return None


def _targets(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """What a part's relations point to inside the file, by their ids."""
    folder, name = posixpath.split(part)
    try:
        relations = _tree(archive, f"{folder}/_rels/{name}.rels")
    except KeyError:
        return {}
    inside = (node for node in relations if node.get("TargetMode") != "External")
    return {
        node.get("Id", ""): posixpath.normpath(posixpath.join(folder, node.get("Target", ""))).lstrip("/")
        for node in inside
    }


def _tree(archive: zipfile.ZipFile, part: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(_part(archive, part), parser)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        content = part.read(_MAX_PART + 1)
    if len(content) > _MAX_PART:
        raise ValueError("a part beyond all honest sizes")
    return content


READER = Reader(media_types=(PPTX,), read=_read)
