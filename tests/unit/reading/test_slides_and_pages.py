from __future__ import annotations

import io
import zipfile

import docx
import pytest

from evidence_ai.domain.document import Outcome
from evidence_ai.reading import media_types as kinds
from evidence_ai.reading import read
from evidence_ai.reading.media_types import detect
from tests.fakes.engines.absent import ENGINE as ABSENT
from tests.fakes.engines.dictating import DictatingEngine
from tests.unit.reading.papers import PROSE, encoded, picture

_NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def slides(*bodies: str, media: bytes | None = None) -> bytes:
    """A presentation of the fewest parts; shown in the reverse order of their part names."""
    order = list(range(len(bodies), 0, -1))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        shown = "".join(f'<p:sldId id="{256 + at}" r:id="r{at}"/>' for at in order)
        archive.writestr(
            "ppt/presentation.xml", f"<p:presentation {_NAMES}><p:sldIdLst>{shown}</p:sldIdLst></p:presentation>"
        )
        targets = "".join(f'<Relationship Id="r{at}" Type="slide" Target="slides/s{at}.xml"/>' for at in order)
        archive.writestr("ppt/_rels/presentation.xml.rels", _RELATIONS.format(targets))
        for at, body in zip(order, bodies, strict=True):
            tree = f"<p:sld {_NAMES}><p:cSld><p:spTree>{body}</p:spTree></p:cSld></p:sld>"
            archive.writestr(f"ppt/slides/s{at}.xml", tree)
            picture_of = '<Relationship Id="m1" Type="image" Target="../media/a.png"/>'
            archive.writestr(f"ppt/slides/_rels/s{at}.xml.rels", _RELATIONS.format(picture_of))
        if media is not None:
            archive.writestr("ppt/media/a.png", media)
    return out.getvalue()


def paragraph(text: str) -> str:
    return f"<p:sp><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"


TABLE = (
    "<a:tbl>"
    + "".join(
        "<a:tr>"
        + "".join(f"<a:tc><a:txBody><a:p><a:r><a:t>{cell}</a:t></a:r></a:p></a:txBody></a:tc>" for cell in row)
        + "</a:tr>"
        for row in (("Uraian", "Nilai"), ("Stunting", "14,2 %"))
    )
    + "</a:tbl>"
)


def test_a_slide_is_a_page_in_the_order_shown_with_its_table() -> None:
    content = slides(paragraph("LAPORAN KINERJA"), paragraph("Capaian") + TABLE)
    assert detect(content, "a.pdf") == kinds.PPTX
    result = read(content, kinds.PPTX, engine=ABSENT)
    assert [page.text for page in result.pages] == ["LAPORAN KINERJA", "Capaian\nUraian Nilai\nStunting 14,2 %"]
    assert [[cell.text for cell in row if cell] for row in result.pages[1].tables[0].rows][1] == ["Stunting", "14,2 %"]


def test_a_slide_that_is_a_picture_is_recognised() -> None:
    blip = '<p:pic><p:blipFill><a:blip r:embed="m1"/></p:blipFill></p:pic>'
    content = slides(blip, media=encoded(picture(*PROSE), "PNG"))
    result = read(content, kinds.PPTX, engine=DictatingEngine(PROSE))
    assert result.pages[0].text.split("\n") == list(PROSE)


def test_a_broken_slide_costs_that_slide() -> None:
    result = read(slides(paragraph("satu"), "<a:p>", paragraph("tiga")), kinds.PPTX, engine=ABSENT)
    assert result.outcome is Outcome.PARTIAL
    assert [one.page for one in result.pages_failed] == [2]


@pytest.mark.parametrize("content", [b"PK\x03\x04xx", slides(paragraph("a"))[:300]])
def test_a_broken_presentation_is_unreadable(content: bytes) -> None:
    assert read(content, kinds.PPTX, engine=ABSENT).outcome is Outcome.UNREADABLE


def test_a_document_with_macros_is_read_like_any_other() -> None:
    document = docx.Document()
    document.add_paragraph("PERATURAN BUPATI MUARA CONTOH")
    out = io.BytesIO()
    document.save(out)
    renamed = io.BytesIO()
    with zipfile.ZipFile(out) as source, zipfile.ZipFile(renamed, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            target.writestr(name, part.replace(plain, b"application/vnd.ms-word.document.macroEnabled.main+xml"))
    result = read(renamed.getvalue(), kinds.DOCX, engine=ABSENT)
    assert result.outcome is Outcome.OK
    assert result.pages[0].text == "PERATURAN BUPATI MUARA CONTOH"


SAVED = (
    "<html><head><title>JDIH</title><script>var a = 'tidak tampak'</script></head><body><h1>PERATURAN BUPATI</h1>"
    "<div style='display: none'>tersembunyi</div><p>Menimbang <b>bahwa</b> untuk<br>melaksanakan</p>"
    "<table><tr><th>Uraian</th><th>Nilai</th></tr><tr><td>Belanja</td><td>1.000</td></tr></table>"
    f"<p>{'Pasal ini mengatur tata cara pelaksanaan kegiatan. ' * 10}</p></body></html>"
)


def test_a_saved_web_page_gives_its_visible_lines_and_tables() -> None:
    content = SAVED.encode()
    assert detect(content, "perda.pdf") == kinds.HTML
    (page,) = read(content, kinds.HTML, engine=ABSENT).pages
    lines = page.text.split("\n")
    assert lines[:2] == ["PERATURAN BUPATI", "Menimbang bahwa untuk"]
    assert "Belanja 1.000" in lines
    assert "tampak" not in page.text
    assert "tersembunyi" not in page.text
    assert [[cell.text for cell in row if cell] for row in page.tables[0].rows][1] == ["Belanja", "1.000"]


def test_an_error_page_saved_in_place_of_a_document_is_no_document() -> None:
    result = read(b"<html><body><h1>404 Not Found</h1></body></html>", kinds.HTML, engine=ABSENT)
    assert result.outcome is Outcome.UNSUPPORTED
    assert result.reason is not None
    assert result.reason.code == "not_a_document"


def test_a_page_nested_beyond_reason_ends_by_name() -> None:
    content = b"<html><body>" + b"<div>" * 100_000 + b"isi" + b"</div>" * 100_000
    assert read(content, kinds.HTML, engine=ABSENT).outcome in (Outcome.UNSUPPORTED, Outcome.OK)
