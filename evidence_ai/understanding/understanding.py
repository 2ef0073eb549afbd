"""The composition: text to zones, zones to facts, facts to one Understanding."""

from __future__ import annotations

from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.understanding import Understanding
from evidence_ai.understanding import issuers, numbers, offices, periods, signing, titles
from evidence_ai.understanding.zones import zones


def understand(text: DocumentText) -> Understanding:
    """Everything the document says of itself; what is not known stays None or empty."""
    if not text.pages:
        return Understanding()
    zoned = zones(text)
    document_type = None
    kind = document_type.value if document_type else None
    issuer = issuers.issuer(zoned)
    title = titles.title(zoned)
    enacted = signing.enacted_on(zoned, kind)
    number, year = numbers.number_and_year(zoned, kind, enacted)
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
        period=periods.period(zoned, kind, title.value if title else None),
        subject=titles.subject(title.value) if title else None,
        issuing_office=offices.issuing_office(zoned),
    )
