"""ActiveContent: what a file would run, fetch or carry along; reported, never run or followed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from evidence_ai.domain.bilingual import Bilingual


class ActiveKind(StrEnum):
    """What would act. `external_link` alone is ordinary: somebody has to click it."""

    MACRO = "macro"
    MACRO_SHEET = "macro_sheet"
    DDE = "dde"
    EXTERNAL_TEMPLATE = "external_template"
    EXTERNAL_LINK = "external_link"
    EMBEDDED_OBJECT = "embedded_object"
    EMBEDDED_FILE = "embedded_file"
    JAVASCRIPT = "javascript"
    LAUNCH = "launch"
    AUTOMATIC_ACTION = "automatic_action"
    RICH_MEDIA = "rich_media"


@dataclass(frozen=True, slots=True)
class ActiveContent:
    """One kind of active content of one file.

    `place` says where in the file (a part's name, 'page 3'); `count` how often; `page` where it stands on one, from 1.
    """

    kind: ActiveKind
    place: str
    words: Bilingual
    count: int = 1
    page: int | None = None
