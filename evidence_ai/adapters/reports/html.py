"""One self-contained page: no network, no script needed to read it, printable, usable by keyboard and on a phone."""

from __future__ import annotations

import base64
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evidence_ai.adapters.reports.labels import severity_words, state_signs, state_words, words
from evidence_ai.services.reporting import Report


def render(report: Report) -> str:
    """The page as HTML text."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["data_uri"] = _data_uri
    environment.filters["number"] = (lambda text: text.replace(".", ",")) if report.language == "id" else str
    return environment.get_template("page.html.j2").render(
        report=report,
        words=words(report.language),
        states=state_words(report.language),
        signs=state_signs(),
        severities=severity_words(report.language),
    )


def _data_uri(picture: bytes) -> str:
    return "data:image/jpeg;base64," + base64.b64encode(picture).decode("ascii")
