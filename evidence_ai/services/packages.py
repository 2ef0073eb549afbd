"""From the files of a package to a Package: lazily unpacked uploads in, dossiers in the package's order out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.document import Outcome
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity
from evidence_ai.errors import InputError
from evidence_ai.reading.package import PackageFile, PackageFiles
from evidence_ai.services.examining import Upload, failed
from evidence_ai.services.indicator_codes import spelled_by


def uploads(files: PackageFiles) -> Iterator[Upload]:
    """The files that can be opened, each unpacked only when it is its turn.

    Raises:
        InputError: the package holds no document at all.
    """
    if not files.files:
        message = f"Paket {files.name} tidak memuat satu pun dokumen."
        raise InputError(message, advice="Masukkan dokumennya ke dalam folder atau ZIP itu.")
    for file in files.files:
        yield _upload(file)


def assemble(
    files: PackageFiles, dossiers: Mapping[str, Dossier], edition: Edition, *, region_code: str, data_year: int
) -> Package:
    """The package with every file in its order, those that were refused included: nothing is lost.

    Answers name their indicators as the edition spells them, however the manifest typed them.
    """
    complete = tuple(dossiers[file.name] for file in files.files)
    claims = tuple(replace(claim, indicator=spelled_by(edition, claim.indicator)) for claim in files.claims)
    return Package(files.name, region_code, data_year, claims, complete)


def _upload(file: PackageFile) -> Upload:
    if file.refused is not None:
        return Upload(name=file.name, refused=file.refused)
    try:
        return Upload(name=file.name, content=file.content(), media_type=file.media_type)
    except InputError as error:
        words = Bilingual(str(error), f"The file {file.name} is damaged inside the package; pack it again.")
        return Upload(name=file.name, refused=failed(Outcome.UNREADABLE, "damaged_in_package", words))


def package_findings(files: PackageFiles, package: Package, edition: Edition) -> tuple[Mismatch, ...]:
    """What is odd about the package itself: its manifest, its names, answers for unknown indicators."""
    odd = [
        Mismatch(code=problem.code, severity=Severity.WARNING, message=problem.message, advice=_PACK_AGAIN)
        for problem in files.problems
    ]
    unknown = [one for one in package.claims if edition.indicator(one.indicator) is None]
    return (*odd, *(_unknown(one, edition) for one in unknown))


def _unknown(claim: Claim, edition: Edition) -> Mismatch:
    return Mismatch(
        code="indicator_unknown",
        severity=Severity.ERROR,
        message=Bilingual(
            f"Baris {claim.row} manifes menjawab indikator {claim.indicator}, yang tidak ada pada edisi {edition.name},"
            " sehingga jawaban itu tidak dihitung.",
            f"Row {claim.row} of the manifest answers {claim.indicator}, which the edition {edition.name} does not have,"
            " so the answer counts for nothing.",
        ),
        advice=Bilingual(
            "Perbaiki kode indikator pada baris itu.",
            "Correct the indicator's code in that row.",
        ),
        indicator=claim.indicator,
    )


_PACK_AGAIN = Bilingual(
    "Perbaiki manifes atau nama berkasnya, lalu kemas dan unggah ulang paket ini.",
    "Correct the manifest or the file name, then pack and upload the package again.",
)
