"""What to do with a file of a kind that is not read."""

from __future__ import annotations

from evidence_ai.domain.document import Reason
from evidence_ai.reading import media_types as kinds
from evidence_ai.reading.outcomes import NOT_THIS_TYPE, reason

_ARCHIVES = frozenset({kinds.ZIP, kinds.RAR, kinds.SEVEN_ZIP, kinds.TAR, kinds.GZIP, kinds.BZIP2, kinds.XZ})


def unsupported(media_type: str) -> Reason:
    """Why a file of this kind is not read, and what to send instead."""
    if media_type in _ARCHIVES:
        return reason(
            "package_not_document",
            "Ini arsip (ZIP, RAR, 7z, TAR), bukan satu dokumen. Periksa sebagai paket dengan perintah precheck, atau buka dan unggah berkas di dalamnya.",
            "This is an archive (ZIP, RAR, 7z, TAR), not one document. Check it as a package with precheck, or unpack it and upload the files inside.",
        )
    if media_type == kinds.OLE:
        return reason(
            "office_unknown",
            "Berkas Office lama ini terpotong, rusak, atau bukan dokumen. Buka dengan aplikasi aslinya, simpan sebagai PDF, lalu unggah kembali.",
            "This old Office file is cut off, damaged, or no document. Open it in its own application, save it as PDF and upload that.",
        )
    return NOT_THIS_TYPE
