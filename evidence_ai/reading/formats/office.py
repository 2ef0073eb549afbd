"""Office formats that LibreOffice turns into ours: DOC, ODT and RTF, XLS, ODS and XLSB, PPT and ODP.

Texts become DOCX and sheets XLSX, so that tables stay tables; page numbers of a text are not made up from a layout that
depends on the fonts of this machine. Slides become PPTX: a slide is a page.
"""

from __future__ import annotations

from dataclasses import replace

from evidence_ai.domain.document import DocumentText, Outcome
from evidence_ai.reading import media_types as kinds
from evidence_ai.reading import outcomes
from evidence_ai.reading.formats import Reader, Task, docx, pptx, xlsx
from evidence_ai.reading.libreoffice import NotConvertedError, TooSlowError, converted, is_installed
from evidence_ai.reading.zip_limits import zip_danger

_LONGEST_S = 180.0
_WAYS = {
    kinds.DOC: ("doc", kinds.DOCX),
    kinds.ODT: ("odt", kinds.DOCX),
    kinds.RTF: ("rtf", kinds.DOCX),
    kinds.XLS: ("xls", kinds.XLSX),
    kinds.ODS: ("ods", kinds.XLSX),
    kinds.XLSB: ("xlsb", kinds.XLSX),
    kinds.PPT: ("ppt", kinds.PPTX),
    kinds.ODP: ("odp", kinds.PPTX),
}
_TARGETS = {kinds.DOCX: ("docx", docx.READER), kinds.XLSX: ("xlsx", xlsx.READER), kinds.PPTX: ("pptx", pptx.READER)}
_ZIPPED = frozenset({kinds.ODT, kinds.ODS, kinds.ODP, kinds.XLSB})


def _read(task: Task) -> DocumentText:
    if task.media_type in _ZIPPED:
        danger = zip_danger(task.content)
        if danger is not None:
            return danger
    if not is_installed():
        return outcomes.ended(Outcome.UNSUPPORTED, _NOT_INSTALLED)
    ending, target = _WAYS[task.media_type]
    target_ending, reader = _TARGETS[target]
    try:
        content = converted(
            task.content, ending, target_ending, seconds=min(_LONGEST_S, max(task.limits.document_s, 1.0))
        )
    except NotConvertedError:
        return outcomes.ended(Outcome.UNREADABLE, _NOT_CONVERTED)
    except TooSlowError:
        return outcomes.ended(Outcome.TIMEOUT, _TOO_SLOW)
    return reader.read(replace(task, content=content, media_type=target))


_NOT_INSTALLED = outcomes.reason(
    "converter_missing",
    "Format ini hanya dapat dibaca bila LibreOffice terpasang di komputer ini. Simpan sebagai PDF, DOCX, atau XLSX lalu unggah kembali, "
    "atau minta pengelola memasang LibreOffice.",
    "This format can be read only where LibreOffice is installed. Save it as PDF, DOCX or XLSX and upload that, or ask the "
    "operator to install LibreOffice.",
)
_NOT_CONVERTED = outcomes.reason(
    "not_converted",
    "Berkas ini rusak, terkunci, atau tersimpan dalam bentuk yang tidak dikenal LibreOffice. Buka dengan aplikasi aslinya, "
    "simpan sebagai PDF, lalu unggah kembali.",
    "The file is damaged, locked, or in a form LibreOffice does not know. Open it in its own application, save it as PDF and "
    "upload that.",
)
_TOO_SLOW = outcomes.reason(
    "conversion_timeout",
    "Berkas ini terlalu lama dibuka. Simpan sebagai PDF, atau bagi menjadi beberapa berkas, lalu unggah kembali.",
    "Opening this file took too long. Save it as PDF, or split it, and upload it again.",
)

READER = Reader(media_types=tuple(_WAYS), read=_read)
