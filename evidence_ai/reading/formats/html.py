"""HTML: a saved web page, its lines and tables as shown; scripts are not run and nothing is fetched."""

from __future__ import annotations

from typing import Any

from lxml import etree, html

from evidence_ai.domain.document import Cell, DocumentText, Grade, Line, Outcome, Page, Source, Table
from evidence_ai.reading import outcomes
from evidence_ai.reading.cleaning import clean, folded_lines
from evidence_ai.reading.formats import Reader, Task
from evidence_ai.reading.media_types import HTML
from evidence_ai.reading.quality import layer_grade, measure
from evidence_ai.reading.spacing import join_spaced

_FEWEST_WORDS = 40
"""A page with fewer words is an error message or a login form saved in place of the document."""
_UNSEEN = frozenset({"script", "style", "head", "template", "noscript", "svg", "select", "iframe", "object", "title"})
_IN_LINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "label", "mark", "q", "s", "small", "span",
     "strong", "sub", "sup", "time", "tt", "u", "var", "img", "o:p", "input", "button"}
)  # fmt: skip
_MAX_CELLS = 200_000
# lxml ships no types.
_PARSER: Any = html.HTMLParser
_PARSE: Any = html.document_fromstring


def _read(task: Task) -> DocumentText:
    page = html_page(task.content, 1)
    if page is None or len(page.text.split()) < _FEWEST_WORDS:
        return outcomes.ended(Outcome.UNSUPPORTED, outcomes.NOT_THIS_TYPE)
    if len(page.text) > task.limits.max_characters:
        return outcomes.ended(Outcome.TOO_BIG, outcomes.too_big(len(task.content), task.limits.max_characters))
    task.progress(1, 1)
    return outcomes.of_pages([page], [])


def html_page(content: bytes, number: int) -> Page | None:
    """The visible text of a web page as one page; None where there is none."""
    lines, tables = html_lines(content)
    if not lines:
        return None
    grade = layer_grade(measure("\n".join(lines)))
    grade = Grade.FAIR if grade in (Grade.POOR, Grade.UNREADABLE) else grade
    return Page(number, 0.0, 0.0, Source.TEXT_LAYER, grade, tuple(map(Line, lines)), tables=tuple(tables))


def html_lines(content: bytes) -> tuple[list[str], list[Table]]:
    """Lines and tables in their order; both empty for what is no HTML."""
    parser = _PARSER(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = _PARSE(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return [], []
    body = root.find("body")
    tables: list[Table] = []
    shown = _shown(root if body is None else body, tables)
    return [
        line for part in shown for piece in folded_lines(part) if (line := clean(join_spaced(piece.strip())))
    ], tables


def _shown(root: Any, tables: list[Table]) -> list[str]:
    """Text line by line: a block begins a new one; entering and leaving are walked without recursion."""
    lines: list[str] = [""]
    waiting: list[tuple[Any, bool]] = [(root, True)]
    while waiting:
        node, entering = waiting.pop()
        block = node.tag not in _IN_LINE
        if not entering:
            if block:
                lines.append("")
            lines[-1] += node.tail or ""
            continue
        if (
            not isinstance(node.tag, str)
            or node.tag in _UNSEEN
            or "display:none" in node.get("style", "").replace(" ", "")
        ):
            lines[-1] += node.tail or ""
            continue
        if block:
            lines.append("")
        if node.tag == "table" and _is_data(node):
            lines += _rows(node, tables)
            waiting.append((node, False))
            continue
        lines[-1] += node.text or ""
        waiting.append((node, False))
        waiting += [(child, True) for child in reversed(node)]
    return [" ".join(line.split()) for line in lines]


def _is_data(table: Any) -> bool:
    """Whether a table holds data: not one that lays out a page around other tables."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = list(table.iter("tr"))
    return len(rows) > 1 and max(len(row.findall("td")) + len(row.findall("th")) for row in rows) > 1


def _rows(table: Any, tables: list[Table]) -> list[str]:
    rows: list[list[str]] = []
    cells = 0
    for row in table.iter("tr"):
        found = [" ".join(cell.text_content().split()) for cell in row if cell.tag in ("td", "th")]
        cells += len(found)
        if found:
            rows.append(found)
    width = max((len(row) for row in rows), default=0)
    if 0 < width * len(rows) <= _MAX_CELLS:
        tables.append(Table(tuple(tuple(map(Cell, [*row, *[""] * (width - len(row))])) for row in rows)))
    return [" ".join(cell for cell in row if cell) for row in rows]


READER = Reader(media_types=(HTML,), read=_read)
