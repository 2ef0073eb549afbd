"""What to do with a file of a kind that is not read."""

from __future__ import annotations

from evidence_ai.domain.document import Reason
from evidence_ai.reading import media_types as kinds
from evidence_ai.reading.outcomes import NOT_THIS_TYPE, reason

_CONVERT = {
    kinds.DOC: ("Word lama (.doc)", "old Word (.doc)"),
    kinds.XLS: ("Excel lama (.xls)", "old Excel (.xls)"),
    kinds.PPT: ("PowerPoint lama (.ppt)", "old PowerPoint (.ppt)"),
    kinds.PPTX: ("PowerPoint", "PowerPoint"),
    kinds.ODT: ("OpenDocument teks (.odt)", "OpenDocument text (.odt)"),
    kinds.ODS: ("OpenDocument lembar kerja (.ods)", "OpenDocument spreadsheet (.ods)"),
    kinds.ODP: ("OpenDocument presentasi (.odp)", "OpenDocument presentation (.odp)"),
    kinds.RTF: ("RTF", "RTF"),
    kinds.OLE: ("Office lama", "old Office"),
    kinds.HEIC: ("foto HEIC", "HEIC photo"),
    kinds.EML: ("surat elektronik", "e-mail"),
    kinds.MSG: ("surat elektronik Outlook", "Outlook e-mail"),
}
_ARCHIVES = (kinds.RAR, kinds.SEVEN_ZIP, kinds.GZIP)


def unsupported(media_type: str) -> Reason:
    """Why a file of this kind is not read, and what to send instead."""
    if media_type == kinds.ZIP:
        return reason(
            "package_not_document",
            "Ini paket ZIP, bukan satu dokumen. Periksa sebagai paket dengan perintah precheck, atau buka dan unggah berkas di dalamnya.",
            "This is a ZIP package, not one document. Check it as a package with precheck, or unpack it and upload the files inside.",
        )
    if media_type in _ARCHIVES:
        return reason(
            "archive_unsupported",
            "Arsip jenis ini (RAR, 7z, gzip) belum dapat dibuka. Kemas ulang sebagai ZIP, atau unggah berkas di dalamnya satu per satu.",
            "Archives of this kind (RAR, 7z, gzip) cannot be opened yet. Pack again as ZIP, or upload the files inside one by one.",
        )
    if media_type in _CONVERT:
        kind_id, kind_en = _CONVERT[media_type]
        target = "JPEG" if media_type == kinds.HEIC else "PDF"
        return reason(
            "format_unsupported",
            f"Berkas {kind_id} belum dapat dibaca. Simpan sebagai {target} lalu unggah kembali.",
            f"Files of the kind {kind_en} cannot be read yet. Save it as {target} and upload that.",
        )
    return NOT_THIS_TYPE
