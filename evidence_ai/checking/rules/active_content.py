"""active_content: the file would run, fetch or carry along something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidence_ai.checking import examples as some
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.active_content import ActiveContent, ActiveKind
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity

_RUNS = frozenset(
    {
        ActiveKind.MACRO,
        ActiveKind.MACRO_SHEET,
        ActiveKind.DDE,
        ActiveKind.EXTERNAL_TEMPLATE,
        ActiveKind.JAVASCRIPT,
        ActiveKind.LAUNCH,
        ActiveKind.AUTOMATIC_ACTION,
    }
)
_CARRIES = frozenset({ActiveKind.EMBEDDED_FILE, ActiveKind.EMBEDDED_OBJECT, ActiveKind.RICH_MEDIA})


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:  # noqa: ARG001 - every rule has this shape
    """One warning for what would run, one note for what was carried along unread; plain links are ordinary."""
    for dossier in package.dossiers:
        runs = [one for one in dossier.text.active if one.kind in _RUNS]
        carried = [one for one in dossier.text.active if one.kind in _CARRIES]
        if runs:
            yield _runs(dossier, runs)
        if carried:
            yield _carried(dossier, carried)


def _runs(dossier: Dossier, found: list[ActiveContent]) -> Mismatch:
    what = _named(found)
    return on_document(
        "active_content",
        dossier,
        severity=Severity.WARNING,
        page=next((one.page for one in found if one.page is not None), None),
        message=Bilingual(
            f"Berkas ini memuat {what.id}. Isinya tidak dijalankan saat diperiksa, tetapi dapat berjalan di komputer pembuka.",
            f"The file holds {what.en}. Nothing of it was run here, but it may run on the machine of whoever opens it.",
        ),
        advice=Bilingual(
            "Simpan dokumen sebagai PDF biasa tanpa makro atau skrip, lalu unggah kembali.",
            "Save the document as a plain PDF without macros or scripts and upload it again.",
        ),
    )


def _carried(dossier: Dossier, found: list[ActiveContent]) -> Mismatch:
    what = _named(found)
    return on_document(
        "active_content",
        dossier,
        severity=Severity.INFO,
        page=next((one.page for one in found if one.page is not None), None),
        message=Bilingual(
            f"Berkas ini membawa {what.id}, yang tidak dibuka dan tidak diperiksa.",
            f"The file carries {what.en}, which was not opened and not checked.",
        ),
        advice=Bilingual(
            "Unggah isi sisipan itu sebagai berkas tersendiri bila memang menjadi bukti.",
            "Upload what is embedded as a file of its own if it is evidence.",
        ),
    )


def _named(found: list[ActiveContent]) -> Bilingual:
    return Bilingual(", ".join(one.words.id for one in found), ", ".join(one.words.en for one in found))


def _holding(*kinds: ActiveKind) -> Package:
    active = tuple(ActiveContent(kind, "tempat", Bilingual("makro Office", "Office macros")) for kind in kinds)
    return some.package(some.dossier(text_read=replace(some.text(some.page()), active=active)))


RULE = Rule(
    code="active_content",
    severity=Severity.WARNING,
    about=About.DOCUMENT,
    source="Peraturan BSSN 8/2020 (sistem pengamanan dalam penyelenggaraan sistem elektronik); PP 71/2019 Pasal 23-24",
    title=Bilingual("Memuat program atau sisipan", "Holds programs or embedded content"),
    explanation=Bilingual(
        "Makro, skrip, perintah otomatis, templat luar, dan berkas sisipan dikenali dari susunan berkas; tidak ada yang "
        "dijalankan, diikuti, atau dibuka. Tautan biasa tidak dihitung.",
        "Macros, scripts, automatic commands, remote templates and embedded files are known by the file's structure; "
        "nothing is run, followed or opened. Plain links do not count.",
    ),
    check=find,
    fires=(
        Example("a macro", lambda: _holding(ActiveKind.MACRO)),
        Example("a script that runs on opening", lambda: _holding(ActiveKind.AUTOMATIC_ACTION, ActiveKind.JAVASCRIPT)),
        Example("a file embedded in a PDF", lambda: _holding(ActiveKind.EMBEDDED_FILE)),
    ),
    silent=(
        Example("a plain document", lambda: some.package(some.dossier())),
        Example("links to web pages", lambda: _holding(ActiveKind.EXTERNAL_LINK)),
    ),
)
