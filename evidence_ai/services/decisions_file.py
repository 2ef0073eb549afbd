"""The decisions file: from JSON bytes to Decisions, strictly, so that a typing error never becomes a score."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn

from evidence_ai.domain.decision import Decision, Decisions, DocumentName, Verdict, moment
from evidence_ai.domain.document import Outcome
from evidence_ai.domain.personal_data import MASKED, personal_numbers
from evidence_ai.domain.vocabulary import DOCUMENT_TYPES
from evidence_ai.errors import InputError
from evidence_ai.scoring import exact_number

DECISIONS_SCHEMA = "evidence-ai/decisions/1"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_REGION = re.compile(r"\d{2}(\.\d{2})?")
# A NIK has 16 digits; decisions leave the house with their receipts and must not carry anybody's.
_NIK = re.compile(r"\d{16}")
_DIGITS = 28

_FILE_KEYS = frozenset(
    {
        "schema", "edition", "region_code", "data_year", "award_year", "aksi_ham_bonus", "previous_receipt",
        "documents", "decisions",
    }
)  # fmt: skip
_DOCUMENT_KEYS = frozenset({"sha256", "name", "document_type", "outcome"})
_DECISION_KEYS = frozenset(
    {
        "indicator", "verdict", "value", "unit", "numerator", "denominator", "documents", "by", "at", "reason",
    }
)  # fmt: skip


def parse_decisions(content: bytes) -> Decisions:
    """Decisions from the bytes of a decisions file (contract: DESIGN section 6, `score`).

    Optional keys may be absent, which is the same as null. Numbers may be JSON numbers or strings and stay exact.
    `documents` may also say `document_type` and `outcome`.

    Raises:
        InputError: not JSON, a key unknown or missing, or a value that cannot be meant; names the place.
    """
    table = _object(_json(content), "berkas keputusan")
    _known(table, _FILE_KEYS, "berkas keputusan")
    documents = tuple(
        _document(_object(one, f"documents[{number}]"), f"documents[{number}]")
        for number, one in enumerate(_list(table, "documents", "berkas keputusan"))
    )
    decisions = tuple(
        _decision(_object(one, f"decisions[{number}]"), f"decisions[{number}]")
        for number, one in enumerate(_list(table, "decisions", "berkas keputusan"))
    )
    return Decisions(
        schema=str(table.get("schema") or DECISIONS_SCHEMA),
        edition=_required(table, "edition", "berkas keputusan"),
        region_code=_matching(_required(table, "region_code", "berkas keputusan"), _REGION, "region_code", "33.72"),
        data_year=_year(table, "data_year", required=True) or 0,
        award_year=_year(table, "award_year", required=False),
        aksi_ham_bonus=_number(table, "aksi_ham_bonus", "berkas keputusan") or Decimal(0),
        previous_receipt=_sha256_or_none(_text(table, "previous_receipt", "berkas keputusan"), "previous_receipt"),
        documents=_with_unlisted(documents, decisions),
        decisions=decisions,
    )


def parse_json(content: bytes) -> Any:
    """JSON with exact numbers and no key twice.

    Raises:
        ValueError: it is not that.
    """
    try:
        return json.loads(
            content.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_refuse_constant, object_pairs_hook=_once
        )
    except RecursionError as error:
        message = "susunannya terlalu dalam"
        raise ValueError(message) from error


def _json(content: bytes) -> Any:
    try:
        return parse_json(content)
    except ValueError as error:
        message = f"Berkas keputusan tidak dapat dibaca sebagai JSON UTF-8: {error}."
        raise InputError(message, advice="Perbaiki tempat yang disebut, lalu ulangi.") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = sorted(key for key in found if sum(one == key for one, _ in pairs) > 1)
        message = f"kunci {twice[0]!r} ditulis dua kali dalam satu objek"
        raise ValueError(message)
    return found


def _refuse_constant(name: str) -> NoReturn:
    message = f"{name} bukan angka"
    raise ValueError(message)


def _document(table: Mapping[str, Any], place: str) -> DocumentName:
    _known(table, _DOCUMENT_KEYS, place)
    sha256 = _matching(_required(table, "sha256", place), _SHA256, f"{place}.sha256", "64 angka heksadesimal (0-9a-f)")
    return DocumentName(
        sha256=sha256,
        name=_text(table, "name", place) or sha256,
        document_type=_one_of(_text(table, "document_type", place), DOCUMENT_TYPES, f"{place}.document_type"),
        outcome=_one_of(_text(table, "outcome", place), tuple(Outcome), f"{place}.outcome"),
    )


def _one_of(text: str | None, known: tuple[str, ...], place: str) -> str | None:
    """A word of a closed list; one that is not would take points away by a typing error."""
    if text is not None and text not in known:
        raise InputError(
            f"{place} berisi {text!r}, yang tidak ada di daftar.", advice=f"Pakai salah satu: {', '.join(known)}."
        )
    return text


def _decision(table: Mapping[str, Any], place: str) -> Decision:
    _known(table, _DECISION_KEYS, place)
    indicator = _required(table, "indicator", place)
    verdict = _verdict(_required(table, "verdict", place), place)
    reason = _text(table, "reason", place)
    if verdict is Verdict.NOT_APPLICABLE and reason is None:
        message = f"{place} menyatakan {indicator} tidak berlaku tanpa alasan, padahal itu menaikkan rata-rata."
        raise InputError(message, advice="Isi alasan penilai pada `reason`.")
    if any(one.kind in MASKED for one in personal_numbers(reason or "")):
        message = (
            f"{place}.reason memuat nomor pribadi (NIK, KK, NPWP), sedangkan tanda terima mengulangnya untuk umum."
        )
        raise InputError(message, advice="Tulis alasannya tanpa nomor itu.")
    by = _required(table, "by", place)
    if _NIK.search(by):
        message = f"{place}.by tampaknya NIK, sedangkan keputusan diterbitkan bersama tanda terimanya."
        raise InputError(message, advice="Pakai tanda pengenal samaran.")
    at = _required(table, "at", place)
    moment(at)
    return Decision(
        indicator=indicator,
        verdict=verdict,
        value=_value(table, place),
        unit=_text(table, "unit", place),
        numerator=_number(table, "numerator", place),
        denominator=_number(table, "denominator", place),
        documents=tuple(
            sorted(
                {
                    _matching(one, _SHA256, f"{place}.documents", "64 angka heksadesimal (0-9a-f)")
                    for one in _texts(table, place)
                }
            )
        ),
        by=by,
        at=at,
        reason=reason,
    )


def _with_unlisted(documents: tuple[DocumentName, ...], decisions: tuple[Decision, ...]) -> tuple[DocumentName, ...]:
    """Every document once; one that only a decision names is bound all the same, under its sha256 as a name."""
    by_sha256: dict[str, DocumentName] = {}
    for one in documents:
        if by_sha256.setdefault(one.sha256, one) != one:
            message = f"Dokumen {one.sha256} didaftar dua kali dengan keterangan berbeda ({one.name})."
            raise InputError(message, advice="Daftarkan setiap dokumen satu kali pada `documents`.")
    for sha256 in sorted({one for decision in decisions for one in decision.documents}):
        by_sha256.setdefault(sha256, DocumentName(sha256=sha256, name=sha256))
    return tuple(by_sha256.values())


def _verdict(text: str, place: str) -> Verdict:
    if text not in {verdict.value for verdict in Verdict}:
        known = ", ".join(verdict.value for verdict in Verdict)
        raise InputError(f"{place}.verdict berisi {text!r}, yang bukan putusan.", advice=f"Pakai salah satu: {known}.")
    return Verdict(text)


def _value(table: Mapping[str, Any], place: str) -> str | None:
    """A number as its exact digits, or words as they are."""
    value = table.get("value")
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return f"{_sized(Decimal(value), f'{place}.value'):f}"
    return _text(table, "value", place)


def _number(table: Mapping[str, Any], key: str, place: str) -> Decimal | None:
    value = table.get(key)
    if value is None:
        return None
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return _sized(Decimal(value), f"{place}.{key}")
    exact = exact_number(value) if isinstance(value, str) else None
    if exact is None:
        message = f"{place}.{key} berisi {value!r}, yang bukan angka atau dapat dibaca dua cara."
        raise InputError(message, advice="Tulis seperti 264.78 (titik sebelum desimal, tanpa pemisah ribuan).")
    # Text that names a number has a finite decimal form: its denominator divides a power of ten.
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _sized(number: Decimal, place: str) -> Decimal:
    """1e999999999 is short to write and would fill the memory when written out."""
    if abs(number.adjusted()) >= _DIGITS or len(number.as_tuple().digits) > _DIGITS:
        raise InputError(
            f"{place} lebih dari {_DIGITS} digit, padahal tidak ada jawaban sepanjang itu.", advice="Perbaiki angkanya."
        )
    return number


def _year(table: Mapping[str, Any], key: str, *, required: bool) -> int | None:
    value = table.get(key)
    if value is None and not required:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 1945 <= value <= 9999:
        raise InputError(f"{key} berisi {value!r}, yang bukan tahun.", advice="Tulis seperti 2022, tanpa tanda kutip.")
    return value


def _required(table: Mapping[str, Any], key: str, place: str) -> str:
    text = _text(table, key, place)
    if text is None:
        raise InputError(f"{place} tidak memuat {key}, sehingga tidak dapat dinilai.", advice=f"Tambahkan {key}.")
    return text


def _text(table: Mapping[str, Any], key: str, place: str) -> str | None:
    value = table.get(key)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        raise InputError(f"{place}.{key} berisi {value!r}, seharusnya teks.", advice="Apit dengan tanda kutip.")
    return value


def _texts(table: Mapping[str, Any], place: str) -> list[str]:
    values = _list(table, "documents", place)
    if not all(isinstance(one, str) for one in values):
        raise InputError(f"{place}.documents seharusnya daftar sha256.", advice="Sebut dokumen dengan sha256-nya.")
    return values


def _list(table: Mapping[str, Any], key: str, place: str) -> list[Any]:
    value = table.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise InputError(f"{place}.{key} seharusnya daftar.", advice="Apit dengan kurung siku.")
    return value


def _object(value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise InputError(f"{place} seharusnya objek JSON.", advice="Apit kunci-kuncinya dengan kurung kurawal.")
    return value


def _known(table: Mapping[str, Any], keys: frozenset[str], place: str) -> None:
    unknown = sorted(table.keys() - keys)
    if unknown:
        message = f"{place} memuat kunci {unknown[0]!r} yang tidak dikenal; salah ketik akan mengubah nilai."
        raise InputError(message, advice=f"Kunci yang dikenal: {', '.join(sorted(keys))}.")


def _matching(text: str, pattern: re.Pattern[str], place: str, example: str) -> str:
    if not pattern.fullmatch(text):
        raise InputError(f"{place} berisi {text!r}, bentuknya tidak sesuai.", advice=f"Bentuk yang benar: {example}.")
    return text


def _sha256_or_none(text: str | None, place: str) -> str | None:
    return None if text is None else _matching(text, _SHA256, place, "64 angka heksadesimal (0-9a-f)")
