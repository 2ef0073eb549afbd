"""Budget lines outside tables: Semula / Bertambah / Jumlah blocks of a perda, 'X sebesar Rp A atau P % dari anggaran Rp B'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from evidence_ai.domain.document import Page
from evidence_ai.domain.quote import Quote
from evidence_ai.domain.understanding import BudgetLine
from evidence_ai.understanding.amounts import Number, Separators, expanded, whole
from evidence_ai.understanding.budget_codes import level_of

_BEFORE = re.compile(r"^\W*(?:\d{1,2}|[a-z])?\s?[).-]*\s*semula\b", re.IGNORECASE)
_CHANGE = re.compile(r"^\W*(?:\d{1,2}|[a-z])?\s?[).-]*\s*(?:bertambah|berkurang|\(?berkurang)", re.IGNORECASE)
_AMOUNT_AT_END = re.compile(
    r"^(?P<head>.*?)[\s:]*(?:Rp[.,]?)?\s*(?P<amount>\(?\s?\d[\d.,]{5,}\s?\)?|0[.,]00|[-\u2013])[\s,.;]*$", re.IGNORECASE
)
_MARK = re.compile(r"^(?:\(?[a-z]{1,2}[.)]|\(?\d{1,2}[.)]|[IVX]{1,4}\.)\s+", re.IGNORECASE)
_AFTER = re.compile(r"setelah|sesudah|\bnetto?\b|sisa lebih", re.IGNORECASE)
_MAX_NAME_LINES = 4


@dataclass
class _Block:
    """A block being read: the lines of its name, the amounts seen so far."""

    names: list[str] = field(default_factory=list)
    prior: Number | None = None
    start: int = 0


def has_blocks(page: Page) -> bool:
    """Whether the page prints amounts as Semula / Bertambah / Jumlah blocks."""
    return sum(bool(_BEFORE.match(line.text)) for line in page.lines) >= 2


def in_blocks(page: Page, marks: Separators, year: int | None) -> list[BudgetLine]:
    """One line for each block: its name, the amount before and the amount after; and the totals between blocks."""
    found: list[BudgetLine] = []
    block = _Block()
    offset = 0
    for at, line in enumerate(page.lines):
        start, offset = offset, offset + len(line.text) + 1
        parts = _AMOUNT_AT_END.match(line.text)
        amount = whole(parts["amount"], marks) if parts else None
        if _BEFORE.match(line.text):
            block.prior = amount
        elif _CHANGE.match(line.text):
            continue
        elif parts is None or amount is None:
            _name(block, line.text, start)
        else:
            head = parts["head"]
            name = _block_name(block) if block.prior is not None else _own_name(block, head, page, at)
            if name and (block.prior is not None or _AFTER.search(name)):
                quote = page.quote(block.start if block.prior is not None else start, start + len(line.text))
                found.append(_line(name, amount, block.prior, quote, year))
            block = _Block()
    return found


def _name(block: _Block, text: str, start: int) -> None:
    if _MARK.match(text) or not block.names:
        block.names, block.start = [text], start
    elif len(block.names) < _MAX_NAME_LINES:
        block.names.append(text)


def _block_name(block: _Block) -> str:
    marked = [at for at, line in enumerate(block.names) if _MARK.match(line)]
    lines = block.names[marked[-1] :] if marked else block.names[-1:]
    return _MARK.sub("", " ".join(lines)).strip(" :;.")


def _own_name(block: _Block, head: str, page: Page, at: int) -> str:
    """A total's own words; its last word may stand alone on the next line."""
    del block
    after = page.lines[at + 1].text.strip() if at + 1 < len(page.lines) else ""
    if re.fullmatch(r"(?:yang \w+ )?(?:setelah )?perubahan", after, re.IGNORECASE):
        head = f"{head} {after}"
    return _MARK.sub("", head).strip(" :;.")


def _line(name: str, amount: Number, prior: Number | None, quote: Quote, year: int | None) -> BudgetLine:
    return BudgetLine(
        code=None,
        name=name,
        level=level_of(None, name),
        budget_rupiah=expanded(amount.value, amount.scale),
        realised_rupiah=None,
        prior_rupiah=None if prior is None else expanded(prior.value, prior.scale),
        percent=None,
        year=year,
        quote=quote,
    )


_MONEY = r"Rp\.?\s?(\d[\d.,]*\d)(?:,-)?"
_SPENT = re.compile(
    r"(?P<name>[A-Z][^.:;\u2022]{3,160}?)\s+(?:adalah\s+)?(?:terealisasi\s+)?sebesar\s+"
    + _MONEY.replace("(\\d", "(?P<spent>\\d")
    + r"\s*,?\s*(?:atau\s+)?(?:mencapai\s+|sebesar\s+)?\(?(?P<percent>\d[\d,.]*)\s?(?:%|persen)\)?\s+dari\s+"
    r"(?:[A-Za-z]+\s+(?:\d{4}\s+)?){0,6}?(?:sebesar\s+)?" + _MONEY.replace("(\\d", "(?P<budget>\\d")
)
_PERIOD = re.compile(
    r"\s*\b(?:untuk\s+)?(?:periode|tahun anggaran|tahun|ta\.?|t\.a\.?)\s*(?:\d{1,2}\s+\w+\s+)?\d{4}\s*(?:(?:sampai dengan|s\.?/?d\.?)\s+\d{1,2}\s+\w+\s+\d{4})?",
    re.IGNORECASE,
)


def in_prose(page: Page, marks: Separators, year: int | None) -> list[BudgetLine]:
    """Sentences that give a realisation, its percentage and the budget it is measured on."""
    text = page.text
    if "sebesar" not in text:
        return []
    found: list[BudgetLine] = []
    flat = text.replace("\n", " ")
    for start, end in _pieces(text):
        match = _SPENT.search(flat[start:end])
        if match is None:
            continue
        spent, budget, percent = (whole(match[part], marks) for part in ("spent", "budget", "percent"))
        if spent is None or budget is None:
            continue
        name = _PERIOD.sub("", re.sub(r"(?<=\d)(?=adalah)", " ", match["name"]))
        name = re.sub(r"^Realisasi\s+|\s+adalah$", "", name).strip()
        found.append(
            BudgetLine(
                code=None,
                name=name,
                level=level_of(None, name),
                budget_rupiah=expanded(budget.value, None),
                realised_rupiah=expanded(spent.value, None),
                prior_rupiah=None,
                percent=percent.value if percent is not None else None,
                year=year,
                quote=page.quote(start + match.start(), start + match.end()),
            )
        )
    return found


def _pieces(text: str) -> Sequence[tuple[int, int]]:
    """Sentences and bullets, none longer than a sentence can be."""
    cuts = [
        0,
        *(
            found.end()
            for found in re.finditer(r"[\u2022\uf0b7;]|(?<=[\d\w])\.\s+(?=[A-Z\u2022-])|:\s|\n(?=Realisasi\b)", text)
        ),
        len(text),
    ]
    return [(start, min(end, start + 700)) for start, end in pairwise(cuts) if end > start]
