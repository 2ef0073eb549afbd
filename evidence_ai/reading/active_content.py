"""Active content of office files: found in their structure; macros are not run, links not followed, objects not opened."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable, Iterator

import olefile

from evidence_ai.domain.active_content import ActiveContent, ActiveKind
from evidence_ai.reading import media_types as kinds
from evidence_ai.reading.active_words import active
from evidence_ai.reading.zip_limits import zip_danger

_MAX_PART = 30_000_000
_MAX_PARTS = 200
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_RELATION_TYPE = re.compile(rb'Type="[^"]*/([A-Za-z]+)"')
_DDE = re.compile(rb"<w:instrText[^>]*>\s*DDE(?:AUTO)?\b|<w:fldSimple[^>]*w:instr=\"\s*DDE|<ddeLink\b", re.IGNORECASE)
_BOUND_SHEET = 0x85
_MACRO_SHEET = 1
_CHART_DATA = re.compile(r"/embeddings/Microsoft_.*\.(?:xlsx|xls|xlsb)$", re.IGNORECASE)
"""The numbers behind a chart, which every office program stores with it."""


def active_content(content: bytes, media_type: str) -> tuple[ActiveContent, ...]:
    """What an office file would run, fetch or carry along; () for kinds that cannot, and for files too broken to tell."""
    look = _LOOKS.get(media_type)
    return () if look is None else tuple(look(content))


def _open_xml(content: bytes) -> Iterator[ActiveContent]:
    if zip_danger(content) is not None:
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        for kind, pattern in _PARTS:
            found = [name for name in names if pattern.search(name) and not _CHART_DATA.search(name)]
            if found:
                yield active(kind, found[0], count=len(found))
        yield from _relations(archive, [name for name in names if name.endswith(".rels")][:_MAX_PARTS])
        written = ("word/document.xml", *(name for name in names if name.startswith("xl/externalLinks/")))
        spoken = [name for name in written[:_MAX_PARTS] if name in names and _DDE.search(_part(archive, name))]
        if spoken:
            yield active(ActiveKind.DDE, spoken[0], count=len(spoken))


def _relations(archive: zipfile.ZipFile, names: list[str]) -> Iterator[ActiveContent]:
    """Templates and links that lie outside the file."""
    templates: list[str] = []
    links: list[str] = []
    for name in names:
        for match in _RELATION.finditer(_part(archive, name)):
            if b'TargetMode="External"' not in match[0]:
                continue
            kind = _RELATION_TYPE.search(match[0])
            (templates if kind and kind[1] in (b"attachedTemplate", b"subDocument") else links).append(name)
    if templates:
        yield active(ActiveKind.EXTERNAL_TEMPLATE, templates[0], count=len(templates))
    if links:
        yield active(ActiveKind.EXTERNAL_LINK, links[0], count=len(links))


def _open_document(content: bytes) -> Iterator[ActiveContent]:
    if zip_danger(content) is not None:
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        for kind, pattern in _ODF_PARTS:
            found = [name for name in names if pattern.search(name)]
            if found:
                yield active(kind, found[0], count=len(found))
        body = _part(archive, "content.xml") if "content.xml" in names else b""
        links = len(re.findall(rb'xlink:href="(?:https?|ftp|file|smb):', body))
        if links:
            yield active(ActiveKind.EXTERNAL_LINK, "content.xml", count=links)
        if b"<office:dde-source" in body or b"<text:dde-connection-decl" in body:
            yield active(ActiveKind.DDE, "content.xml")


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_MAX_PART)


def _compound(content: bytes) -> Iterator[ActiveContent]:
    """The old Office formats: macros live in storages of their own, Excel 4.0 macros in sheets."""
    with olefile.OleFileIO(io.BytesIO(content)) as ole:  # type: ignore[no-untyped-call]
        paths = ["/".join(entry) for entry in ole.listdir()]
        macros = [path for path in paths if _OLE_MACRO.search(path)]
        if macros:
            yield active(ActiveKind.MACRO, macros[0].rsplit("/", 1)[0])
        objects = {path.split("/")[1] for path in paths if path.startswith("ObjectPool/")}
        objects |= {path.split("/")[0] for path in paths if re.match(r"MBD[0-9A-F]{6,}/", path)}
        if objects:
            yield active(ActiveKind.EMBEDDED_OBJECT, min(objects), count=len(objects))
        for stream in ("Workbook", "Book"):
            if ole.exists(stream):
                sheets = _macro_sheets(ole.openstream(stream).read(_MAX_PART))
                if sheets:
                    yield active(ActiveKind.MACRO_SHEET, stream, count=sheets)


def _macro_sheets(stream: bytes) -> int:
    """How many BOUNDSHEET records of a workbook stream name a macro sheet.

    **Source**: [MS-XLS] 2.4.28: lbPlyPos (4 bytes), visibility (1), then the kind of sheet (1).
    """
    at = count = 0
    for _record in range(100_000):
        if at + 4 > len(stream):
            break
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == _BOUND_SHEET and size >= 6 and at + 9 < len(stream):
            count += stream[at + 9] == _MACRO_SHEET
        at += 4 + size
    return count


def _rich_text(content: bytes) -> Iterator[ActiveContent]:
    for kind, pattern in _RTF_WORDS:
        found = pattern.findall(content[:_MAX_PART])
        if found:
            yield active(kind, found[0].decode("ascii", "replace").strip("\\{ *"), count=len(found))


_PARTS = (
    (ActiveKind.MACRO, re.compile(r"vbaProject\.bin$|(?:^|/)macros/", re.IGNORECASE)),
    (ActiveKind.MACRO_SHEET, re.compile(r"^xl/(?:macrosheets|dialogsheets)/[^/]+\.(?:xml|bin)$", re.IGNORECASE)),
    (ActiveKind.EMBEDDED_OBJECT, re.compile(r"/embeddings/[^/]+$|/activeX/[^/]+\.bin$", re.IGNORECASE)),
)
_ODF_PARTS = (
    (ActiveKind.MACRO, re.compile(r"^(?:Basic|Scripts)/.*(?<!script-lc\.xml)(?<!script-lb\.xml)(?<!/)$")),
    (ActiveKind.EMBEDDED_OBJECT, re.compile(r"^Object \d+$")),
)
_OLE_MACRO = re.compile(r"(?:^|/)(?:Macros|_VBA_PROJECT_CUR|VBA)/(?:VBA/)?(?:_VBA_PROJECT|dir)$", re.IGNORECASE)
_RTF_WORDS = (
    (ActiveKind.EMBEDDED_OBJECT, re.compile(rb"\\objdata\b|\\objemb\b")),
    (ActiveKind.DDE, re.compile(rb"\\\*\\fldinst[^{}]{0,20}(?:\{[^{}]{0,60})?\bDDE(?:AUTO)?\b")),
    (ActiveKind.EXTERNAL_TEMPLATE, re.compile(rb"\\\*\\template\s+(?:https?|ftp|file|\\\\\\\\)")),
    (ActiveKind.EXTERNAL_LINK, re.compile(rb"\bHYPERLINK\s+\"?(?:https?|ftp|file)")),
)
_LOOKS: dict[str, Callable[[bytes], Iterator[ActiveContent]]] = {
    **dict.fromkeys((kinds.DOCX, kinds.XLSX, kinds.PPTX), _open_xml),
    **dict.fromkeys((kinds.ODT, kinds.ODS, kinds.ODP), _open_document),
    **dict.fromkeys((kinds.DOC, kinds.XLS, kinds.PPT), _compound),
    kinds.RTF: _rich_text,
}
