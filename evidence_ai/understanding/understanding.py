"""The composition: text to zones, zones to facts, facts to one Understanding."""

from __future__ import annotations

from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.understanding import Understanding
from evidence_ai.understanding import (
    budget_lines,
    document_types,
    figures,
    issuers,
    numbers,
    offices,
    periods,
    relations,
    signing,
    status,
    titles,
)
from evidence_ai.understanding.bounds import bounded
from evidence_ai.understanding.type_words import TypeModel
from evidence_ai.understanding.zones import zones


def understand(text: DocumentText, *, type_model: TypeModel | None = None) -> Understanding:
    """Everything the document says of itself; what is not known stays None or empty.

    `type_model` settles the document types that cues leave open; without it cues decide alone.
    """
    text, unseen = bounded(text)
    zoned = zones(text)
    if not zoned.lines:
        return Understanding(characters_unseen=unseen)
    document_type = document_types.decide(zoned, type_model)
    kind = document_type.value if document_type and document_type.confidence > document_types.UNSPOKEN else None
    issuer = issuers.issuer(zoned)
    title = titles.title(zoned)
    enacted = signing.enacted_on(zoned, kind)
    number, year = numbers.number_and_year(zoned, kind, enacted)
    period = periods.period(zoned, kind, title.value if title else None)
    enactment = status.decide(zoned, document_type.value if document_type else None)
    return Understanding(
        document_type=document_type,
        issuer_level=issuer.level,
        region=issuer.region,
        region_code=issuer.region_code,
        number=number,
        year=year,
        title=title,
        enacted_on=enacted,
        promulgated_on=signing.promulgated_on(zoned),
        status=enactment.status,
        markers_found=enactment.markers_found,
        markers_missing=enactment.markers_missing,
        period=period,
        subject=relations.subject(title.value) if title else None,
        issuing_office=offices.issuing_office(zoned),
        relations=relations.find(zoned),
        figures=figures.find(text, document_type=kind, period=period.value if period else None),
        budget_lines=budget_lines.find(
            text, document_type=kind, year=int(period.value[:4]) if period else year.value if year else None
        ),
        characters_unseen=unseen,
    )
