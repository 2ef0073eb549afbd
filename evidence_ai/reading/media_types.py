"""What a file is: magic bytes decide, the name only between kinds of plain text."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from evidence_ai.reading.encodings import wide_encoding

PDF = "application/pdf"
PNG, JPEG, TIFF, WEBP, BMP, GIF = "image/png", "image/jpeg", "image/tiff", "image/webp", "image/bmp", "image/gif"
HEIC = "image/heic"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODP = "application/vnd.oasis.opendocument.presentation"
ZIP, RAR, SEVEN_ZIP, GZIP = "application/zip", "application/vnd.rar", "application/x-7z-compressed", "application/gzip"
OLE, DOC, XLS, PPT, MSG = (
    "application/x-ole-storage",
    "application/msword",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.ms-outlook",
)
TAR, BZIP2, XZ = "application/x-tar", "application/x-bzip2", "application/x-xz"
RTF, HTML, XML, EML = "application/rtf", "text/html", "application/xml", "message/rfc822"
LETTER, MSG_LETTER = "message/rfc822; part=letter", "application/vnd.ms-outlook; part=letter"
"""A mail of a package: only the letter, because what was attached is a document of its own there."""
TEXT, CSV = "text/plain", "text/csv"
OFFICE_ENCRYPTED = "application/x-ms-encrypted-office"
UNKNOWN = "application/octet-stream"
EMPTY = "application/x-empty"

FORMATS = {
    PDF: "pdf",
    **dict.fromkeys((PNG, JPEG, TIFF, WEBP, BMP, GIF, HEIC), "image"),
    DOCX: "docx",
    XLSX: "xlsx",
    PPTX: "pptx",
    **dict.fromkeys((DOC, ODT, RTF, XLS, ODS, XLSB, PPT, ODP), "office"),
    HTML: "html",
    **dict.fromkeys((EML, MSG, LETTER, MSG_LETTER), "mail"),
    TEXT: "text",
    CSV: "text",
}
"""Which file of the shelf `formats` reads a media type; all others are unsupported."""

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
    (b"BM", BMP),
    (b"GIF8", GIF),
    (b"Rar!\x1a\x07", RAR),
    (b"7z\xbc\xaf\x27\x1c", SEVEN_ZIP),
    (b"\x1f\x8b", GZIP),
    (b"{\\rtf", RTF),
    (b"BZh", BZIP2),
    (b"\xfd7zXZ\x00", XZ),
)
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("EncryptedPackage", OFFICE_ENCRYPTED),
    ("WordDocument", DOC),
    ("Workbook", XLS),
    ("Book", XLS),
    ("PowerPoint Document", PPT),
    ("__properties_version1.0", MSG),
)
_ZIP_FOLDERS = (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX))
_MAIL_STARTS = (b"received:", b"return-path:", b"delivered-to:", b"message-id:", b"mime-version:", b"from:")
_HEADER = re.compile(rb"[a-z0-9-]{2,40}:[ \t]|from [^\n]*@[^\n]*\n")
_MAIL_MARKS = (b"\nmessage-id:", b"\nmime-version:", b"\nreceived:", b"\nreturn-path:", b"\ndelivered-to:")
_MAIL_NAMES = (b"\nfrom:", b"\nto:", b"\nsubject:", b"\ndate:", b"\nmime-version:", b"\ncontent-type:")
_TEXT_ENDINGS = {".csv": CSV, ".tsv": CSV}


def detect(content: bytes, name: str) -> str:
    """The media type of a file.

    >>> detect(b"%PDF-1.7 ...", "surat.docx")
    'application/pdf'
    >>> detect(b"<!DOCTYPE html><title>404</title>", "perda.pdf")
    'text/html'
    """
    if not content:
        return EMPTY
    head = content[:1024]
    found = next((kind for start, kind in _MAGIC if head.startswith(start)), None)
    if found is not None:
        return found
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc"):
        return HEIC
    if head.startswith(_OLE_START):
        return _ole_kind(content)
    if content[257:262] == b"ustar":
        return TAR
    if head.startswith(_ZIP_STARTS):
        return _zip_kind(content)
    # Readers accept a PDF that begins within the first kilobyte, behind mail headers or stray bytes.
    if b"%PDF-" in head:
        return PDF
    return _text_kind(content, name)


def _ole_kind(content: bytes) -> str:
    """The old Office formats differ only by the streams in their directory (names in UTF-16)."""
    return next((kind for stream, kind in _OLE_STREAMS if stream.encode("utf-16-le") in content), OLE)


def _zip_kind(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist()[:5000])
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                declared = archive.read("mimetype").decode("ascii", "replace").strip()
                if declared in (ODT, ODS, ODP):
                    return declared
    except (zipfile.BadZipFile, RuntimeError, OSError, NotImplementedError, ValueError, EOFError):
        return _torn_zip_kind(content)
    if "xl/workbook.bin" in names:
        return XLSB
    if "[Content_Types].xml" in names:
        return next((kind for folder, kind in _ZIP_FOLDERS if any(name.startswith(folder) for name in names)), ZIP)
    return ZIP


def _torn_zip_kind(content: bytes) -> str:
    """A cut-off file has no directory; its first entries still tell what it was."""
    start = content[:4096]
    declared = next((kind for kind in (ODT, ODS, ODP) if f"mimetype{kind}PK".encode() in start), None)
    if declared is not None:
        return declared
    if b"[Content_Types].xml" not in start:
        return ZIP
    return next((kind for folder, kind in _ZIP_FOLDERS if folder.encode() in content), ZIP)


def _text_kind(content: bytes, name: str) -> str:
    sample = content[:65536]
    head = sample.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return HTML
    if head.startswith(b"<?xml"):
        return HTML if b"<html" in head[:1000] else XML
    if not _looks_like_text(sample):
        return UNKNOWN
    if _is_mail(head):
        return EML
    return _TEXT_ENDINGS.get(PurePath(name).suffix.lower(), TEXT)


def _is_mail(head: bytes) -> bool:
    """Whether a text begins with the headers of a mail: several of them, one that only programs write."""
    top = head.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    if not _HEADER.match(top):
        return False
    lines = b"\n" + top
    if top.startswith(_MAIL_STARTS) and b"\nsubject:" in lines:
        return True
    return any(mark in lines for mark in _MAIL_MARKS) and sum(name in lines for name in _MAIL_NAMES) > 1


def _looks_like_text(sample: bytes) -> bool:
    if wide_encoding(sample) is not None:
        return True
    control = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in sample)
    return control <= len(sample) // 200
