"""Evidence: what scoring may count. A person's decision, or (clearly marked) the assumption of one."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_ai.domain.decision import Decision, DocumentName, Verdict
from evidence_ai.errors import InputError


@dataclass(frozen=True, slots=True)
class ReviewedEvidence:
    """What a person decided on one indicator, with the documents the decision names.

    It cannot be made without a Decision, so nothing a machine proposed enters an official score by itself.

    Raises:
        InputError: the decision names nobody, or `documents` are not the ones it names.
    """

    decision: Decision
    documents: tuple[DocumentName, ...] = ()

    def __post_init__(self) -> None:
        if not self.decision.by.strip():
            message = (
                f"Keputusan atas {self.indicator} tidak menyebut siapa pemutusnya, sehingga bukan keputusan siapa pun."
            )
            raise InputError(message, advice="Isi `by` dengan tanda pengenal samaran penilai.")
        if sorted(one.sha256 for one in self.documents) != sorted(set(self.decision.documents)):
            message = f"Dokumen yang diberikan untuk {self.indicator} bukan yang disebut keputusannya."
            raise InputError(message, advice="Daftarkan setiap dokumen keputusan pada `documents`, satu kali.")

    @property
    def indicator(self) -> str:
        """The indicator decided on."""
        return self.decision.indicator

    @property
    def verdict(self) -> Verdict:
        """What the person decided."""
        return self.decision.verdict

    @property
    def value(self) -> str | None:
        """The confirmed value, as written."""
        return self.decision.value

    @property
    def unit(self) -> str | None:
        """The unit of the value."""
        return self.decision.unit

    @property
    def numerator(self) -> str | None:
        """The confirmed numerator, as a decimal string."""
        return None if self.decision.numerator is None else f"{self.decision.numerator:f}"

    @property
    def denominator(self) -> str | None:
        """The confirmed denominator, as a decimal string."""
        return None if self.decision.denominator is None else f"{self.decision.denominator:f}"

    @property
    def reason(self) -> str:
        """Why, in the person's words ('-' where none was given)."""
        return self.decision.reason or "-"


@dataclass(frozen=True, slots=True)
class AssumedEvidence:
    """What a region claims, counted as if a person had confirmed it. Makes the score provisional; never sealed.

    Numbers as plain decimals ('1234.5'): whoever read the claim knows what its dots and commas meant, scoring does not.
    """

    indicator: str
    value: str | None = None
    unit: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    documents: tuple[DocumentName, ...] = ()
    reason: str = "-"

    @property
    def verdict(self) -> Verdict:
        """Assumed to be confirmed."""
        return Verdict.CONFIRMED


Evidence = ReviewedEvidence | AssumedEvidence
