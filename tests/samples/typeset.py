"""Typeset: turns a plain text of `texts/` into a PDF.

The marks (one a line):
    %kertas F4 Times-Roman 11.5      paper, font, size (first line)
    %tanpanomor                      no running page numbers
    %lambang                         the emblem, centred
    %kop LINE / LINE / ADDRESS       letterhead
    %sudut WORD                      top right (SALINAN)
    ^ text   ~ text                  centred bold, centred plain
    %kolom LABEL ... %akhir          label column (Menimbang : a. ...)
    %tabel 30c 200l 90r ... %akhir   table; rows '| a | b', head '|| a | b', sum '|* a | b'
    %ttd kanan|kiri ttd|tangan|tte|kosong SEED [STAMP TEXT] ... %akhir    '...' is the signature, 'sejajar' after kiri
    %halaman   %jarak 12
Lines that begin with '(1) ', 'a. ', '1. ' or '1) ' hang behind that label; any other line is a paragraph.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.samples.paper import Paper, Style

TEXTS = Path(__file__).parent / "texts"

_LABEL = re.compile(r"^(\(\d+[a-z]?\)|[a-z]\.|\d+\.|\d+\)|-)\s+(.*)$")
_INDENT = {"(": 0.0, "a": 24.0, "1": 0.0, "-": 24.0}


def typeset(name: str, **values: str) -> bytes:
    """The PDF of `texts/<name>.txt`, with every `{{key}}` replaced by its value."""
    text = (TEXTS / f"{name}.txt").read_text("utf-8")
    for key, value in values.items():
        text = text.replace("{{" + key + "}}", value)
    if "{{" in text:
        raise ValueError(f"texts/{name}.txt still has an open place: {text[text.index('{{') :][:40]}")
    lines = text.splitlines()
    paper = Paper(_style(lines), name.replace("_", " "))
    _Setter(paper).set(lines[1:])
    return paper.finish()


def _style(lines: list[str]) -> Style:
    _, kind, font, size = lines[0].split()
    numbered = "%tanpanomor" not in lines
    margin = {"A4L": (46.0, 46.0), "A4": (58.0, 48.0)}.get(kind, (76.0, 64.0))
    return Style(kind, font, float(size), left=margin[0], right=margin[1], running_number=numbered)


class _Setter:
    """Reads marked lines one after the other and sets them."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.left = 0.0
        self.top = (0, 0.0)

    def set(self, lines: list[str]) -> None:
        at = 0
        while at < len(lines):
            line = lines[at]
            if line.startswith(("%kolom", "%tabel", "%ttd")):
                end = lines.index("%akhir", at)
                self._block(line, lines[at + 1 : end])
                at = end
            else:
                self._line(line)
            at += 1

    def _block(self, mark: str, lines: list[str]) -> None:
        if mark.startswith("%kolom"):
            self.paper.beside(mark.removeprefix("%kolom").strip())
            self.left = 94
            for line in lines:
                self._line(line)
            self.left = 0
        elif mark.startswith("%tabel"):
            columns = [(float(one[:-1]), one[-1]) for one in mark.split()[1:]]
            self.paper.table(columns, [_row(line) for line in lines if line.strip()])
        else:
            self._signature(mark.split(maxsplit=4), lines)

    def _signature(self, mark: list[str], lines: list[str]) -> None:
        _, side, ink, seed, *stamp = mark
        if side == "sejajar" and self.top[0] == self.paper.page:
            self.paper.y = self.top[1]
        elif side != "sejajar":
            self.paper.room((len(lines) + 3) * self.paper.leading)
            self.top = (self.paper.page, self.paper.y)
        text = stamp[0] if stamp else ""
        self.paper.signature(lines, left=side != "kanan", ink=ink, stamp=text, seed=int(seed))

    def _line(self, line: str) -> None:
        mark, _, rest = line.partition(" ")
        if not line.strip():
            self.paper.space(self.paper.leading * 0.5)
        elif mark == "^":
            self.paper.centred(rest, bold=True)
        elif mark == "~":
            self.paper.centred(rest)
        elif mark.startswith("%"):
            self._mark(mark, rest)
        else:
            self._paragraph(line)

    def _mark(self, mark: str, rest: str) -> None:
        if mark == "%halaman":
            self.paper.turn()
        elif mark == "%jarak":
            self.paper.space(float(rest))
        elif mark == "%lambang":
            self.paper.emblem()
        elif mark == "%sudut":
            self.paper.corner(rest)
        elif mark == "%kop":
            *names, address = [one.strip() for one in rest.split("/")]
            self.paper.letterhead(names, address)
        elif mark != "%tanpanomor":
            raise ValueError(f"unknown mark {mark}")

    def _paragraph(self, line: str) -> None:
        found = _LABEL.match(line)
        if found is None:
            self.paper.paragraph(line, left=self.left)
            return
        label, rest = found.groups()
        kind = "a" if label[0].isalpha() else "(" if label[0] == "(" else "-" if label == "-" else "1"
        inset = 0.0 if self.left else _INDENT[kind]
        self.paper.paragraph(rest, left=self.left + inset, label=label)


def _row(line: str) -> tuple[str, list[str]]:
    kind = {"||": "head", "|*": "sum"}.get(line[:2], "")
    cells = line[2 if kind else 1 :].split("|")
    return kind, [cell.strip() for cell in cells]
