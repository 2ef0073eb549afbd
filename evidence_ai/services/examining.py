"""The story of one document: read -> understand -> classify. No step looks back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from evidence_ai.classifying import classify
from evidence_ai.classifying.matcher import Matcher
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import Document, DocumentText, Outcome, Reason
from evidence_ai.domain.dossier import Dossier
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.understanding import Understanding
from evidence_ai.reading import read
from evidence_ai.reading.engine import Engine
from evidence_ai.reading.inspecting import inspected
from evidence_ai.reading.limits import Limits
from evidence_ai.reading.media_types import detect
from evidence_ai.understanding import understand
from evidence_ai.understanding.type_words import TypeModel


class Stage(IntEnum):
    """How far to go with a document."""

    READ = 1
    UNDERSTAND = 2
    CLASSIFY = 3


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it arrives: its name, and where it lies, or its bytes, or why it must not be opened.

    `media_type` where its package knows more than the bytes say.
    """

    name: str
    path: Path | None = None
    content: bytes | None = None
    refused: DocumentText | None = None
    media_type: str | None = None

    @property
    def size_bytes(self) -> int:
        """Size without reading the file; 0 where there is none."""
        if self.content is not None:
            return len(self.content)
        return self.path.stat().st_size if self.path is not None and self.path.is_file() else 0


@dataclass(frozen=True, slots=True)
class Tools:
    """What an examination works with: an OCR engine, learned models, and for classifying an edition and its matcher.

    `anchors`: certificates trusted to issue electronic signatures.
    """

    engine: Engine
    limits: Limits
    edition: Edition | None = None
    matcher: Matcher | None = None
    type_model: TypeModel | None = None
    anchors: tuple[bytes, ...] = ()


def examine(
    upload: Upload, tools: Tools, *, through: Stage, progress: Callable[[int, int], None] | None = None
) -> Dossier:
    """Everything that can be known of one file up to a stage; bad files end in a named outcome, never in an error."""
    content = content_of(upload, tools.limits)
    if isinstance(content, DocumentText):
        return without_text(upload, content)
    document = document_of(upload, content)
    text = read(content, document.media_type, engine=tools.engine, limits=tools.limits, progress=progress)
    return judged(document, text, content, tools, through=through)


def document_of(upload: Upload, content: bytes) -> Document:
    """What a file is, by its bytes."""
    return Document(
        sha256=hashlib.sha256(content).hexdigest(),
        name=upload.name,
        media_type=upload.media_type or detect(content, upload.name),
        size_bytes=len(content),
    )


def judged(document: Document, text: DocumentText, content: bytes, tools: Tools, *, through: Stage) -> Dossier:
    """The dossier of a text that was read: what else the file holds, what it says, what it may prove."""
    text = inspected(text, content, document.media_type, anchors=tools.anchors)
    dossier = Dossier(document=document, text=text, understanding=Understanding())
    if through < Stage.UNDERSTAND or not text.pages:
        return dossier if through < Stage.CLASSIFY else _classified(dossier, tools)
    dossier = Dossier(document=document, text=text, understanding=understand(text, type_model=tools.type_model))
    return dossier if through < Stage.CLASSIFY else _classified(dossier, tools)


def without_text(upload: Upload, text: DocumentText) -> Dossier:
    """The dossier of a file of which only the failure is known (not found, too big, its worker died)."""
    document = Document(sha256=_digest(upload), name=upload.name, media_type="", size_bytes=upload.size_bytes)
    return Dossier(document=document, text=text, understanding=Understanding())


def failed(outcome: Outcome, code: str, words: Bilingual) -> DocumentText:
    """A text of which nothing could be read."""
    return DocumentText(outcome=outcome, reason=Reason(code, words), pages_total=0)


def _classified(dossier: Dossier, tools: Tools) -> Dossier:
    if tools.edition is None or tools.matcher is None:
        message = "classifying needs an edition and its matcher"
        raise ValueError(message)
    found = classify(dossier.understanding, dossier.text, tools.edition, tools.matcher)
    return Dossier(dossier.document, dossier.text, dossier.understanding, found)


def content_of(upload: Upload, limits: Limits) -> bytes | DocumentText:
    """The bytes of a file, or why there are none."""
    if upload.refused is not None:
        return upload.refused
    if upload.content is not None:
        return upload.content
    path = upload.path
    if path is None or not path.exists():
        words = Bilingual(
            f"Berkas {upload.name} tidak ditemukan; periksa nama dan letaknya.",
            f"The file {upload.name} does not exist; check its name and place.",
        )
        return failed(Outcome.UNREADABLE, "not_found", words)
    if not path.is_file():
        words = Bilingual(
            f"{upload.name} bukan berkas; beri nama berkasnya, atau pakai precheck untuk satu folder.",
            f"{upload.name} is not a file; name the file, or use precheck for a folder.",
        )
        return failed(Outcome.UNSUPPORTED, "not_a_file", words)
    if path.stat().st_size > limits.max_bytes:
        words = Bilingual(
            f"Berkas {upload.name} lebih besar dari {limits.max_bytes // 1_000_000} MB; bagi atau perkecil berkas itu.",
            f"The file {upload.name} is larger than {limits.max_bytes // 1_000_000} MB; split it or make it smaller.",
        )
        return failed(Outcome.TOO_BIG, "too_big", words)
    try:
        return path.read_bytes()
    except OSError as error:
        words = Bilingual(
            f"Berkas {upload.name} tidak dapat dibuka ({error.strerror}); periksa izin berkas itu.",
            f"The file {upload.name} cannot be opened ({error.strerror}); check its permissions.",
        )
        return failed(Outcome.UNREADABLE, "cannot_open", words)


def _digest(upload: Upload) -> str:
    """The sha256 even of a file that could not be read, block by block; '' where there are no bytes."""
    if upload.content is not None:
        return hashlib.sha256(upload.content).hexdigest()
    if upload.path is None or not upload.path.is_file():
        return ""
    try:
        with upload.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
