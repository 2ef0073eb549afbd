"""From the records of a package to the Package that rooms understand, and what checking it leaves in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from evidence_ai.domain.document import Document
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.people import Reach
from evidence_ai.domain.score import decimal_text
from evidence_ai.domain.stored import (
    Beat,
    ClaimOutcome,
    CoverageEntry,
    PackageCheck,
    StoredDocument,
    StoredFinding,
    StoredPackage,
)
from evidence_ai.domain.understanding import Understanding
from evidence_ai.reading.package import PackageFiles
from evidence_ai.services.identifiers import new_id
from evidence_ai.services.packages import assemble, package_findings
from evidence_ai.services.ports import UnitOfWork
from evidence_ai.services.prechecking import ClaimCheck, Precheck, precheck


def classification_version(version: str, edition: Edition) -> str:
    """What a classification depends on besides the bytes."""
    return f"{version}/{edition.name}@{edition.sha256[:16]}"


def dossier_of(work: UnitOfWork, document: StoredDocument, edition: Edition) -> Dossier | None:
    """Everything known of a document; None as long as it was not read."""
    text = document.refused or work.results.text(document.sha256, document.version)
    if text is None:
        return None
    media_type = work.results.media_type(document.sha256) or ""
    return Dossier(
        document=Document(document.sha256, document.name, media_type, document.size_bytes),
        text=text,
        understanding=work.results.understanding(document.sha256, document.version) or Understanding(),
        classification=work.results.classification(document.sha256, classification_version(document.version, edition)),
    )


def so_far_version(version: str, beat: Beat) -> str:
    """What is known before all of a document is read, is kept under this."""
    return f"{version}~{beat.value}"


def dossier_so_far(work: UnitOfWork, document: StoredDocument, edition: Edition) -> Dossier | None:
    """What is known of a document that is still being read; None as long as there is nothing."""
    for beat in reversed(Beat):
        early = replace(document, version=so_far_version(document.version, beat))
        found = dossier_of(work, early, edition)
        if found is not None:
            return found
    return None


def package_of(
    work: UnitOfWork, package: StoredPackage, reach: Reach, *, edition: Edition
) -> tuple[Package, PackageFiles]:
    """The package with every document that was read, and its answers as a package's files would hold them."""
    found = [dossier_of(work, one, edition) for one in work.packages.documents(package.id, reach)]
    dossiers = tuple(one for one in found if one is not None)
    claims = tuple(one.claim for one in work.packages.claims(package.id, reach))
    files = PackageFiles(package.name, (), None, claims, ())
    assembled = assemble(files, {}, edition, region_code=package.region_code, data_year=package.data_year)
    whole = Package(package.name, package.region_code, package.data_year, assembled.claims, dossiers)
    return whole, files


def precheck_stored(work: UnitOfWork, package: StoredPackage, reach: Reach, *, edition: Edition) -> Precheck:
    """Pre-check a package as it stands in the records."""
    whole, files = package_of(work, package, reach, edition=edition)
    return precheck(whole, edition, about_package=package_findings(files, whole, edition))


def check_of(package: StoredPackage, done: Precheck, at: datetime) -> PackageCheck:
    """What a pre-check leaves in the records besides findings."""
    return PackageCheck(
        package_id=package.id,
        region_code=package.region_code,
        revision=package.revision,
        claims=tuple(_outcome(one) for one in done.claims),
        coverage=tuple(
            CoverageEntry(one.indicator.id, one.state.value, one.documents, one.points_possible)
            for one in done.coverage
        ),
        certain=decimal_text(done.provisional.certain.total),
        if_all_confirmed=decimal_text(done.provisional.if_all_confirmed.total),
        checked_at=at,
    )


def findings_of(
    package: StoredPackage, done: Precheck, documents: Sequence[StoredDocument]
) -> tuple[StoredFinding, ...]:
    """The findings of a pre-check, each with the document it is about."""
    by_name = {one.name: one.id for one in documents}
    return tuple(
        StoredFinding(new_id(), package.id, package.region_code, by_name.get(one.file_name or ""), number, one)
        for number, one in enumerate(done.mismatches)
    )


def _outcome(one: ClaimCheck) -> ClaimOutcome:
    found = one.finding
    if found is None:
        return ClaimOutcome(one.claim, "unclear", None, None, None)
    return ClaimOutcome(one.claim, found.result.value, found.because.id, found.because.en, found.file_name)
