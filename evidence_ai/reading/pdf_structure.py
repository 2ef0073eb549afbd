"""What a PDF holds beside its pages' text, read from its object tree: nothing in it is run."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from evidence_ai.domain.active_content import ActiveContent, ActiveKind
from evidence_ai.domain.document import Page
from evidence_ai.reading.active_words import active
from evidence_ai.reading.drawn_pages import drawn_pages

_MAX_FIELDS = 20_000
_MAX_DEPTH = 12
_MAX_ANNOTATIONS = 20_000
_MAX_FILES = 200
_ACTIONS = {
    "/JavaScript": ActiveKind.JAVASCRIPT,
    "/Launch": ActiveKind.LAUNCH,
    "/URI": ActiveKind.EXTERNAL_LINK,
    "/SubmitForm": ActiveKind.EXTERNAL_LINK,
    "/GoToR": ActiveKind.EXTERNAL_LINK,
    "/ImportData": ActiveKind.LAUNCH,
    "/Rendition": ActiveKind.RICH_MEDIA,
    "/Movie": ActiveKind.RICH_MEDIA,
    "/Sound": ActiveKind.RICH_MEDIA,
    "/RichMediaExecute": ActiveKind.RICH_MEDIA,
}
_ANNOTATIONS = {
    "/FileAttachment": ActiveKind.EMBEDDED_FILE,
    "/RichMedia": ActiveKind.RICH_MEDIA,
    "/Movie": ActiveKind.RICH_MEDIA,
    "/Sound": ActiveKind.RICH_MEDIA,
    "/Screen": ActiveKind.RICH_MEDIA,
    "/3D": ActiveKind.RICH_MEDIA,
}


@dataclass(frozen=True, slots=True)
class PdfStructure:
    """`signed_fields`: full field names with the page of their mark (None: invisible); `drawn_pages` as in DocumentText."""

    active: tuple[ActiveContent, ...]
    signed_fields: dict[str, int | None]
    drawn_pages: tuple[int, ...]


def structure_of(content: bytes, pages: Sequence[Page]) -> PdfStructure:
    """Look through a PDF's catalogue, fields and annotations.

    Raises:
        pikepdf.PdfError: no PDF that can be opened.
    """
    # What it says about broken structure is the file's business, not our log's.
    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = tuple(_merged(_active(pdf)))
        fields = _signed_fields(pdf)
    return PdfStructure(found, fields, drawn_pages(content, pages))


def _active(pdf: pikepdf.Pdf) -> Iterator[ActiveContent]:
    root = pdf.Root
    yield from _on_opening(root.get("/OpenAction"), "OpenAction", None)
    yield from _triggered(root.get("/AA"), "AA", None)
    names = root.get("/Names")
    if isinstance(names, pikepdf.Dictionary):
        if "/JavaScript" in names:
            yield active(ActiveKind.JAVASCRIPT, "Names/JavaScript")
        files = _entries(names.get("/EmbeddedFiles"))
        if files:
            yield active(ActiveKind.EMBEDDED_FILE, ", ".join(files[:5]), count=len(files))
    left = _MAX_ANNOTATIONS
    for number, page in enumerate(pdf.pages, start=1):
        yield from _triggered(page.obj.get("/AA"), f"page {number}", number)
        annotations = page.obj.get("/Annots")
        if not isinstance(annotations, pikepdf.Array):
            continue
        for annotation in annotations:
            left -= 1
            if left < 0:
                return
            if isinstance(annotation, pikepdf.Dictionary):
                yield from _of_annotation(annotation, number)


def _of_annotation(annotation: Any, page: int) -> Iterator[ActiveContent]:
    kind = _ANNOTATIONS.get(str(annotation.get("/Subtype", "")))
    if kind is not None:
        yield active(kind, f"page {page}", page=page)
    yield from _actions(annotation.get("/A"), f"page {page}", page)
    yield from _triggered(annotation.get("/AA"), f"page {page}", page)


def _on_opening(thing: Any, place: str, page: int | None) -> Iterator[ActiveContent]:
    """An action on opening: going to a page of the file itself is what every office program writes."""
    found = list(_actions(thing, place, page))
    if found:
        yield active(ActiveKind.AUTOMATIC_ACTION, place, page=page)
        yield from found


def _triggered(thing: Any, place: str, page: int | None) -> Iterator[ActiveContent]:
    """Additional actions: by event (opening, closing, printing, a field's keystroke)."""
    if isinstance(thing, pikepdf.Dictionary):
        for _event, action in list(thing.items())[:20]:
            yield from _actions(action, place, page)


def _actions(thing: Any, place: str, page: int | None, depth: int = 0) -> Iterator[ActiveContent]:
    """An action and those that follow it."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(thing, pikepdf.Array):
        for one in list(thing)[:20]:
            yield from _actions(one, place, page, depth + 1)
        return
    if not isinstance(thing, pikepdf.Dictionary):
        return
    kind = _ACTIONS.get(str(thing.get("/S", "")))
    if kind is not None:
        yield active(kind, place, page=page)
    yield from _actions(thing.get("/Next"), place, page, depth + 1)


def _entries(tree: Any, depth: int = 0) -> list[str]:
    """The names in a name tree."""
    if not isinstance(tree, pikepdf.Dictionary) or depth > _MAX_DEPTH:
        return []
    found: list[str] = []
    names = tree.get("/Names")
    if isinstance(names, pikepdf.Array):
        found += [" ".join(str(one).split())[:80] for one in list(names)[: 2 * _MAX_FILES : 2]]
    kids = tree.get("/Kids")
    if isinstance(kids, pikepdf.Array):
        for kid in list(kids)[:_MAX_FILES]:
            found += _entries(kid, depth + 1)
            if len(found) > _MAX_FILES:
                break
    return found


def _merged(found: Iterator[ActiveContent]) -> Iterator[ActiveContent]:
    """One entry for each kind: the first place, and how often."""
    kinds: dict[ActiveKind, list[ActiveContent]] = {}
    for one in found:
        kinds.setdefault(one.kind, []).append(one)
    for kind, group in kinds.items():
        yield active(kind, group[0].place, count=sum(one.count for one in group), page=group[0].page)


def _signed_fields(pdf: pikepdf.Pdf) -> dict[str, int | None]:
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary) or not isinstance(form.get("/Fields"), pikepdf.Array):
        return {}
    signed: dict[str, Any] = {}
    waiting = [(field, "", "", 0) for field in form.Fields]
    looked_at = 0
    while waiting and looked_at < _MAX_FIELDS:
        field, parent, kind, depth = waiting.pop(0)
        looked_at += 1
        if not isinstance(field, pikepdf.Dictionary):
            continue
        own = str(field.get("/T", ""))
        name = f"{parent}.{own}" if parent and own else own or parent
        kind = str(field.get("/FT", kind))
        kids = field.get("/Kids")
        if isinstance(kids, pikepdf.Array) and depth < _MAX_DEPTH:
            waiting += [(kid, name, kind, depth + 1) for kid in kids]
        value = field.get("/V")
        if kind == "/Sig" and isinstance(value, pikepdf.Dictionary) and str(value.get("/Type", "/Sig")) == "/Sig":
            signed[name] = field
    return {name: _page_of(pdf, field) for name, field in signed.items()}


def _page_of(pdf: pikepdf.Pdf, field: Any) -> int | None:
    """The page a field's mark stands on; None where the mark has no size."""
    box = [float(side) for side in field.get("/Rect", [0, 0, 0, 0])]
    if len(box) != 4 or box[0] == box[2] or box[1] == box[3]:
        return None
    wanted = field.objgen
    for number, page in enumerate(pdf.pages, start=1):
        annotations = page.obj.get("/Annots")
        if isinstance(annotations, pikepdf.Array) and any(
            getattr(one, "objgen", None) == wanted for one in annotations
        ):
            return number
    return None
