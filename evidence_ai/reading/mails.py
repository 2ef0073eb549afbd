"""Mails taken apart: who wrote to whom, the text, and what was attached; EML by the standard library, MSG by its streams."""

from __future__ import annotations

import email
import email.policy
import io
from dataclasses import dataclass
from email.message import EmailMessage, Message
from typing import Any

import olefile

from evidence_ai.reading.formats.html import html_lines
from evidence_ai.reading.media_types import MSG

_MAX_ATTACHMENTS = 200
_MAX_PARTS = 2_000
_SMALL_PICTURE = 30_000
"""Bytes below which a picture shown inside the text is a logo or a smile."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attached file; names lie, so its bytes decide what it is."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail. `headers` are (label, value) as a printed mail shows them; `saved_page`: the web page where it is one in mail's clothes."""

    headers: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    saved_page: bytes = b""


def take_apart(content: bytes, media_type: str) -> Mail:
    """A mail's text and attachments.

    Raises:
        ValueError: no mail that can be understood.
    """
    return _of_outlook(content) if media_type == MSG else _of_internet(content)


def _of_internet(content: bytes) -> Mail:
    message = email.message_from_bytes(content, policy=email.policy.default)
    parts: list[Message] = list[Message](message.walk())[:_MAX_PARTS]
    body = _body(message)
    attachments = [one for one in map(_attachment, _without_body(parts, body)) if one is not None]
    saved = message.get_content_type() == "multipart/related" and message.get("To") is None
    return Mail(
        headers=tuple((label, " ".join(str(message[name]).split())) for label, name in _HEADERS if message[name]),
        lines=tuple(_lines_of(body)),
        attachments=() if saved else tuple(attachments[:_MAX_ATTACHMENTS]),
        saved_page=_decoded(body) if saved and body is not None else b"",
    )


def _body(message: Message) -> Message | None:
    """The part with the text: plain before HTML, as the writer's program ordered them."""
    if not isinstance(message, EmailMessage):
        return None
    try:
        return message.get_body(preferencelist=("plain", "html"))
    except (KeyError, ValueError, AttributeError, TypeError):  # nested wrongly: the first text part will do
        return next((part for part in message.walk() if part.get_content_maintype() == "text"), None)


def _without_body(parts: list[Message], body: Message | None) -> list[Message]:
    """Parts that hold files: not the text in another dress, and not what lies inside an attached mail."""
    inside = {id(one) for part in parts if part.get_content_type() == "message/rfc822" for one in list(part.walk())[1:]}
    return [
        part
        for part in parts
        if part is not body
        and id(part) not in inside
        and (not part.is_multipart() or part.get_content_type() == "message/rfc822")
    ]


def _attachment(part: Message) -> Attachment | None:
    name = part.get_filename()
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        return None if not isinstance(first, Message) else Attachment(_safe(name or "surat.eml"), first.as_bytes())
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content:
        return None
    if name is None and part.get_content_maintype() == "text":
        return None
    shown_inside = part.get_content_disposition() != "attachment" and part.get("Content-ID") is not None
    if shown_inside and part.get_content_maintype() == "image" and len(content) < _SMALL_PICTURE:
        return None
    return Attachment(_safe(name or f"lampiran.{part.get_content_subtype()}"), content)


def _lines_of(body: Message | None) -> list[str]:
    if body is None:
        return []
    content = _decoded(body)
    if body.get_content_subtype() == "html":
        return html_lines(content)[0]
    try:
        return content.decode(body.get_content_charset() or "utf-8", "replace").splitlines()
    except LookupError:  # a character set nobody knows
        return content.decode("utf-8", "replace").splitlines()


def _decoded(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _of_outlook(content: bytes) -> Mail:
    """A mail of Outlook.

    **Source**: [MS-OXMSG] 2: a property is a stream named by its tag and type; 001F is text in UTF-16, 001E in 8 bits.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:  # type: ignore[no-untyped-call]
            storages = sorted({entry[0] for entry in ole.listdir() if entry[0].startswith("__attach_")})
            attachments = [_outlook_attachment(ole, storage) for storage in storages[:_MAX_ATTACHMENTS]]
            headers = tuple((label, text) for label, tag in _OUTLOOK_HEADERS if (text := _property(ole, "", tag)))
            lines = _property(ole, "", "1000").splitlines() or html_lines(_bytes(ole, "", "10130102"))[0]
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise ValueError("no Outlook mail") from error
    return Mail(headers, tuple(lines), tuple(one for one in attachments if one is not None))


def _outlook_attachment(ole: Any, storage: str) -> Attachment | None:
    content = _bytes(ole, storage, "37010102")
    name = _property(ole, storage, "3707") or _property(ole, storage, "3704") or _property(ole, storage, "3001")
    return Attachment(_safe(name or "lampiran"), content) if content else None


def _property(ole: Any, storage: str, tag: str) -> str:
    wide = _bytes(ole, storage, f"{tag}001F")
    return (
        wide.decode("utf-16-le", "replace") if wide else _bytes(ole, storage, f"{tag}001E").decode("cp1252", "replace")
    ).strip("\0")


def _bytes(ole: Any, storage: str, tag: str) -> bytes:
    path = [storage, f"__substg1.0_{tag}"] if storage else [f"__substg1.0_{tag}"]
    return bytes(ole.openstream(path).read()) if ole.exists(path) else b""


def _safe(name: str) -> str:
    """A name without folders: nothing inside a mail says where it belongs."""
    plain = " ".join(name.replace("\\", "/").rsplit("/", 1)[-1].split())
    return plain.lstrip(".")[:200] or "lampiran"


_HEADERS = (("Dari", "From"), ("Kepada", "To"), ("Tembusan", "Cc"), ("Tanggal", "Date"), ("Perihal", "Subject"))
_OUTLOOK_HEADERS = (("Dari", "0C1A"), ("Kepada", "0E04"), ("Tembusan", "0E03"), ("Perihal", "0037"))
