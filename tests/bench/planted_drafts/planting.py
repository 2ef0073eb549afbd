"""An enacted text made into a draft: number, dates, signature and gazette taken out, RANCANGAN added or not.

Written from what drafts look like (UU 12/2011 Lampiran II; Permendagri 80/2015), not from how the product reads: it works
on lines of text, knows nothing of zones or marks, and gives up where it cannot find what an enacted text must have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_HEAD = re.compile(r"^\W*(?:PERATURAN|KEPUTUSAN|INSTRUKSI|SURAT\s+EDARAN|QANUN)\b")
_NUMBER = re.compile(
    r"^(?P<label>\W*(?:NOMOR|N\s?O\s?M\s?O\s?R|NO)\b\s*[:.]?\s*)(?P<value>.*?)(?P<year>\s*TAHUN\s*(?:19|20)\d\d\s*)?$",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|sep|okt|nop|nov|des)[a-z]*"
_DATE = re.compile(rf"\d{{1,2}}\s*[-\s]\s*(?:{_MONTH}|\d{{1,2}})\s*[-\s]\s*(?:19|20)\d\d", re.IGNORECASE)
_CLOSING = re.compile(
    r"d[il1]t[eo]tapkan(?:d[il1]|$|pada|:)|diundangkan(?:d[il1]|$|pada|:)|dikeluarkan(?:d[il1]|$|pada|:)", re.IGNORECASE
)
_OTHER_DATE = re.compile(r"^\W*\d{1,2}\b.{3,30}\b(?:1[34]\d\d|(?:19|20)\d\d)\b\W*[HM]?\W*$")
_ON = re.compile(r"(?P<before>.*?\b(?:pada\s+)?tanggal\b\s*:?\s*)(?P<date>.*)$", re.IGNORECASE)
_SIGNED = re.compile(r"(?:^|\W)(?:t\.?\s?t\.?\s?d\.?|d\.?t\.?o\.?)(?:\W|$)", re.IGNORECASE)
_GAZETTE = re.compile(
    r"(?P<before>\b(?:lembaran|berita)\s+(?:daerah|negara|aceh|kabupaten|kota)\b.*?\bnomor\W*)\d+.*$", re.IGNORECASE
)
_REGISTER = re.compile(r"(?P<before>\bno\.?\s?reg\w*\b.*?)(?:\d+\s?[-/.,]\s?\d+.*|\d+.*)$", re.IGNORECASE)
_COPY = re.compile(
    r"^\W*s\s?a\s?l\s?i\s?n\s?a\s?n\W*$|salinan sesuai|sesuai dengan (?:naskah )?asli|secara elektronik|\bbsre\b|sertifikat elektronik|balai sertifikasi|"
    r"autentifikasi|untuk salinan",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"^\W*lampiran\b", re.IGNORECASE)


class Blank(StrEnum):
    """What stands where a number or a day is to be filled in."""

    DOTS = ".........."
    LINE = "__________"
    SPACE = "          "


@dataclass(frozen=True, slots=True)
class Style:
    """One way drafts look. `marked`: headed RANCANGAN."""

    blank: Blank
    marked: bool

    @property
    def name(self) -> str:
        """For the table of figures."""
        return f"{'RANCANGAN' if self.marked else 'tanpa RANCANGAN'}, {self.blank.name.lower()}"


STYLES = tuple(Style(blank, marked) for blank in Blank for marked in (True, False))


def drafted(lines: Sequence[str], style: Style) -> tuple[str, ...] | None:
    """The lines of the text as a draft, one for each (a line taken out is ''); None where it cannot be made one.

    None means: no heading with a number line, or no closing with a date, was found by these plain patterns.
    """
    head = next((at for at, line in enumerate(lines[:60]) if _HEAD.match(line)), None)
    if head is None:
        return None
    number = next((at for at in range(head, min(head + 8, len(lines))) if _NUMBER.match(lines[at])), None)
    if number is None or not re.search(r"\d", _value(lines[number])):
        return None
    closing = next((at for at in range(number + 1, len(lines)) if _CLOSING.search(lines[at].replace(" ", ""))), None)
    if closing is None or not any(_DATE.search(line) for line in lines[closing : closing + 6]):
        return None
    done = [_front(line) for line in lines[:closing]]
    done[number] = _unnumbered(lines[number], style)
    if style.marked:
        done[head] = re.sub(r"^\W*", "RANCANGAN ", lines[head], count=1)
    ending = _ending(lines[closing:], style)
    return tuple(_without_annex_heads([*done, *ending], closing, style))


def _value(line: str) -> str:
    found = _NUMBER.match(line)
    return found["value"] if found else ""


def _front(line: str) -> str:
    return "" if _COPY.search(line) else line


def _unnumbered(line: str, style: Style) -> str:
    found = _NUMBER.match(line)
    assert found is not None
    year = found["year"] or ""
    if year or "/" not in found["value"]:
        return (
            f"{found['label']}{style.blank.value}{year}".rstrip()
            if style.blank is Blank.SPACE and not year
            else (f"{found['label']}{style.blank.value}{year}")
        )
    kept = re.sub(r"/\s*[^/]*\d[^/]*\s*/", f"/{style.blank.value}/", found["value"], count=1)
    return f"{found['label']}{kept if kept != found['value'] else style.blank.value}"


def _ending(lines: Sequence[str], style: Style) -> list[str]:
    """The lines from the closing on; whatever stands where a date belongs goes, legible or not."""
    left = 0
    done = []
    for line in lines:
        left = 5 if _CLOSING.search(line.replace(" ", "")) else left - 1
        on = _ON.match(line)
        if left > 0 and on is not None and len(line) < 70 and "diundangkan" not in on["date"].lower():
            done.append(f"{on['before']}{style.blank.value}".rstrip())
        elif left > 0 and _OTHER_DATE.match(line):
            done.append("")
        else:
            done.append(_back(line, style))
    return done


def _back(line: str, style: Style) -> str:
    if _COPY.search(line) or (_SIGNED.search(line) and len(line) < 40):
        return ""
    if (gazette := _GAZETTE.search(line)) is not None:
        return f"{line[: gazette.start()]}{gazette['before']}{style.blank.value}"
    if (register := _REGISTER.search(line)) is not None:
        return f"{line[: register.start()]}{register['before']}{style.blank.value}"
    dated = _DATE.search(line)
    if dated is None:
        return line
    on = _ON.match(line)
    if on is not None:
        return f"{on['before']}{style.blank.value}".rstrip()
    if dated.start() == 0:
        return style.blank.value.strip()
    return f"{line[: dated.start()]}{style.blank.value}"


def _without_annex_heads(lines: list[str], closing: int, style: Style) -> list[str]:
    """The heads of annexes repeat number and date of their regulation."""
    left = 0
    done = []
    for at, line in enumerate(lines):
        left = 10 if _ANNEX.match(line) else max(0, left - 1)
        changed = line
        if left and at > closing and (found := _NUMBER.match(line)) is not None and re.search(r"\d", found["value"]):
            changed = _unnumbered(line, style)
        if left and (dated := _DATE.search(changed)) is not None:
            changed = f"{changed[: dated.start()]}{style.blank.value}".rstrip()
        done.append(changed)
    return done
