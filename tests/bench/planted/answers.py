"""Defects in answers, and in which document stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from evidence_ai.checking.numbers import number
from evidence_ai.domain.claim import Claim
from evidence_ai.domain.decision import Decision, Decisions, Verdict
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import IndicatorKind, Measure
from evidence_ai.editions import load
from tests.bench.planted.editing import reworded
from tests.bench.planted.material import (
    SAMPLE_REGION,
    Original,
    claimed,
    dossier_of,
    edition,
    originals,
    sample,
    titles,
    typed,
    with_claim,
    with_dossier,
)
from tests.bench.planted.trial import Level, Trial

_ACCEPTING = {
    "perda": "BH.S1",
    "perkada": "BH.S2",
    "sop": "BH.P4",
    "perjanjian": "BH.P2",
    "lra": "BH.P1",
    "apbd": "BH.P1",
    "dpa": "BH.P1",
}
_REJECTING = {
    "perda": "BH.P4", "perkada": "BH.P2", "sop": "BH.S1", "perjanjian": "BH.S2", "lra": "BH.S1", "apbd": "BH.P4",
    "renja": "BH.S1", "renstra": "BH.P2", "perjanjian_kinerja": "BH.S1", "laporan_kinerja": "IN.P3", "iku_cascading": "BH.P2",
    "surat_edaran": "BH.S1", "dpa": "KP.S1", "surat": "BH.S1",
}  # fmt: skip


def trials() -> Iterator[Trial]:
    """Every trial about answers."""
    for claim in sample().claims:
        yield from _on_number(claim)
        yield from _on_file(claim)
    yield from _files_unclaimed()
    yield from _same_document()
    yield from _band_gaps()
    yield from _populations()
    yield from _plans()
    yield from _other_offices()
    yield from _topics()
    for one in originals():
        yield from _kinds(one)
        yield from _offices(one)


def _answer(rule: str, name: str, before: Claim, after: Claim, *, package: Package | None = None) -> Trial:
    of = package or sample()
    where = f"{name}: {before.indicator} {after.value or after.denominator}"
    return Trial(rule, Level.ANSWER, where, lambda: of, lambda: with_claim(of, after), None, whole=package is None)


def _on_number(claim: Claim) -> Iterator[Trial]:
    indicator, typed_number = edition().indicator(claim.indicator), number(claim.value)
    if indicator is None or typed_number is None or indicator.measure is Measure.ADA:
        return
    if indicator.measure is Measure.ANGGARAN:
        yield _answer("budget_is_zero", "zero", claim, replace(claim, value="0"))
        yield _answer("budget_is_zero", "zero", claim, replace(claim, value="Rp0,00"))
    if indicator.unit != "kegiatan" or typed_number.value > 2:  # one document of an activity proves one activity
        yield _answer("figure_differs", "altered", claim, _altered(claim))
    words = ("nihil", "ada", "-", "belum didata")[sum(map(ord, claim.indicator)) % 4]
    yield _answer("value_not_numeric", words, claim, replace(claim, value=words))
    if indicator.unit not in {"indeks", "nilai"}:
        without = replace(claim, unit=None, numerator=None, denominator=None)
        yield _answer("unit_missing", "no unit", claim, without)
    other = {"%": "jiwa", "rupiah": "%", "kegiatan": "rupiah", "orang": "%"}.get(indicator.unit or "")
    if other is not None:
        yield _answer("unit_differs", other, claim, replace(claim, unit=other, numerator=None, denominator=None))
    if claim.numerator and claim.denominator and indicator.unit == "%":
        whole = number(claim.denominator)
        swapped = replace(claim, numerator=f"{whole.value * 10:f}" if whole is not None else None)
        yield _answer("numerator_exceeds_denominator", "more than all", claim, swapped)
        yield _answer(
            "percentage_differs", "altered", claim, replace(claim, value=_other_percentage(typed_number.value))
        )
    if indicator.unit == "%" or typed_number.value >= 10:
        yield _trend(claim, typed_number.value, percent=indicator.unit == "%")


def _altered(claim: Claim) -> Claim:
    """One digit of the value changed; part and whole with it, so that only the document contradicts."""
    value = number(claim.value)
    assert value is not None
    if claim.numerator and claim.denominator:
        part, whole = number(claim.numerator), number(claim.denominator)
        assert part is not None
        assert whole is not None
        other = (part.value * 9 / 10).to_integral_value()
        if other == part.value:
            other = part.value - 1
        unit = re.search(r"[\d.]+", claim.unit or "")
        factor = Decimal(unit[0].replace(".", "")) if unit and "per" in (claim.unit or "") else Decimal(100)
        share = (factor * other / whole.value).quantize(Decimal("0.01"))
        return replace(claim, value=f"{share}".replace(".", ","), numerator=f"{other:f}")
    digits = list(claim.value or "")
    at = next(at for at, sign in enumerate(digits) if sign.isdigit())
    digits[at] = str(int(digits[at]) % 9 + 1)
    return replace(claim, value="".join(digits))


def _other_percentage(value: Decimal) -> str:
    other = value - 7 if value > 50 else value + 7
    return f"{other:.2f}".replace(".", ",")


def _trend(claim: Claim, value: Decimal, *, percent: bool) -> Trial:
    then = (value - 40 if value > 50 else value + 40) if percent else value * 5
    far, near = then, value if percent else value * Decimal("1.1")

    def package(before: Decimal) -> Package:
        decided = Decision(
            claim.indicator,
            Verdict.CONFIRMED,
            f"{before:f}",
            None,
            None,
            None,
            (),
            "p",
            "2024-04-01T08:00:00+07:00",
            None,
        )
        decisions = Decisions(
            "evidence-ai/decisions/1", edition().name, SAMPLE_REGION, 2023, 2024, Decimal(0), None, (), (decided,)
        )
        return replace(sample(), previous=decisions)

    return Trial(
        "trend_implausible", Level.ANSWER, f"far: {claim.indicator}", partial(package, near), partial(package, far)
    )


def _on_file(claim: Claim) -> Iterator[Trial]:
    name = claim.file_names[0]
    gone = name.rsplit(".", maxsplit=1)
    yield _answer("file_missing", "misspelt", claim, replace(claim, file_names=(f"{gone[0]} revisi 2.{gone[-1]}",)))


def _files_unclaimed() -> Iterator[Trial]:
    of = sample()
    for dossier in of.dossiers:
        name = dossier.document.name
        claims = tuple(
            replace(one, file_names=tuple(file for file in one.file_names if file != name)) for one in of.claims
        )
        left = replace(of, claims=tuple(one for one in claims if one.file_names))
        yield Trial(
            "file_unclaimed", Level.ANSWER, f"unclaimed: {name}", sample, partial(_same, left), name, whole=True
        )


def _same(package: Package) -> Package:
    return package


def _same_document() -> Iterator[Trial]:
    of = sample()
    struktur = [one for one in of.claims if edition_kind(one.indicator) is IndicatorKind.STRUKTUR]
    for one in struktur:
        for other in (one.indicator.split(".")[0] + ".P4", "IN.S3"):
            further = Claim(other, "ada", None, None, None, one.file_names)
            spoiled = replace(of, claims=(*of.claims, further))
            yield Trial(
                "same_document_other_claim",
                Level.ANSWER,
                f"{one.indicator} and {other}",
                sample,
                partial(_same, spoiled),
                one.file_names[0],
                whole=True,
            )


def edition_kind(identifier: str) -> IndicatorKind | None:
    """The kind of an indicator."""
    found = edition().indicator(identifier)
    return found.kind if found is not None else None


def _band_gaps() -> Iterator[Trial]:
    old = load("permenkumham_25_2013")
    gaps = {"A.1": "110,5|140,5|170,4|229,5", "A.2": "19,5|23,5|26,5|32,4", "B.4": "5,05|6,05|7,05|8,05",
            "B.5": "25,05|26,05", "B.6": "90,5|80,5|70,5|60,5|50,5", "B.7": "2,05|3,05|5,05"}  # fmt: skip
    for identifier, values in gaps.items():
        indicator = old.indicator(identifier)
        unit = indicator.unit if indicator is not None else None
        for value in values.split("|"):

            def package(value: str, identifier: str = identifier, unit: str | None = unit) -> Package:
                claim = Claim(identifier, value, unit, None, None, ("data.txt",))
                return Package("uji", "99.01", 2013, (claim,), (dossier_of(typed("TABEL DATA"), "data.txt"),))

            inside = "55" if value == "50,5" else value.split(",")[0]
            yield Trial(
                "value_in_band_gap",
                Level.ANSWER,
                f"{identifier} {value}",
                partial(package, inside),
                partial(package, value),
                under=old,
            )


_REGISTRY = """PEMERINTAH KABUPATEN TANJUNG ARUM
DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL
DATA KEPENDUDUKAN TAHUN 2024
Jumlah penduduk 402.118 jiwa
Jumlah wajib KTP 298.412 jiwa
Jumlah anak 0-17 tahun 126.540 jiwa"""


def _populations() -> Iterator[Trial]:
    of = sample()
    registry = dossier_of(typed(_REGISTRY), "Data Dukcapil.txt")
    stated = replace(
        of, dossiers=(*of.dossiers, registry), claims=(*of.claims, claimed("KP.P2", "Data Dukcapil.txt", "1"))
    )
    for indicator, other in (("KP.H1", "305.000"), ("KP.H1", "289.770"), ("KP.H2", "131.000"), ("KP.H3", "120.004")):
        claim = next(one for one in of.claims if one.indicator == indicator)
        yield _answer(
            "population_differs", "not the registry's", claim, replace(claim, denominator=other), package=stated
        )
    for indicator in ("KP.H2", "KP.H3", "KS.H1", "KS.H2", "LP.H3", "LP.H4"):
        claim = next(one for one in of.claims if one.indicator == indicator)
        whole = number(claim.denominator)
        if whole is None:
            continue
        for change in (Decimal("1.04"), Decimal("0.93"), Decimal("1.2")):
            changed = f"{(whole.value * change).to_integral_value():f}"
            yield _answer("population_differs", "another whole", claim, replace(claim, denominator=changed))


def _plans() -> Iterator[Trial]:
    """The DPA of an answer becomes an RKA."""
    for claim in sample().claims:
        indicator = edition().indicator(claim.indicator)
        if indicator is None or "rka" not in indicator.weak_types:
            continue
        name = claim.file_names[0]
        old = next(one for one in sample().dossiers if one.document.name == name)
        text = reworded(old.text, _as_plan)
        if text != old.text and "dpa" in old.document.name.casefold():
            spoiled = partial(_replaced, dossier_of(text, name))
            yield Trial("plan_not_approved", Level.TEXT, f"RKA: {claim.indicator}", sample, spoiled, name, whole=True)
    for one in originals():
        if one.kind == "dpa":
            claims = (claimed("BH.P1", one.name, "100.000.000"),)
            plan = partial(one.package, dossier_of(reworded(one.text, _as_plan), one.name), claims=claims)
            yield Trial(
                "plan_not_approved", Level.TEXT, f"RKA: {one.name}", partial(one.package, claims=claims), plan, one.name
            )
    for office, field in _OFFICES:
        for year in (2023, 2024):
            name = f"{office} {year}.pdf"
            claims = (claimed("BH.P1", name, "150.000.000"),)

            def package(kind: str, short: str, name: str = name, office: str = office, field: str = field, year: int = year,
                        claims: tuple[Claim, ...] = claims) -> Package:  # fmt: skip
                words = _BUDGET.format(kind=kind, short=short, office=office.upper(), field=field, year=year)
                return Package("uji", "99.01", year, claims, (dossier_of(typed(words), name),))

            approved = partial(package, "DOKUMEN PELAKSANAAN ANGGARAN", "DPA")
            planned = partial(package, "RENCANA KERJA DAN ANGGARAN", "RKA")
            yield Trial("plan_not_approved", Level.TEXT, f"RKA: {name}", approved, planned, name)


_OFFICES = (
    ("Bagian Hukum", "Fasilitasi Bantuan Hukum"), ("Sekretariat Daerah", "Bantuan Hukum bagi Masyarakat"),
    ("Dinas Sosial", "Rehabilitasi Sosial"), ("Dinas Kesehatan", "Pelayanan Kesehatan Ibu Hamil"),
    ("Dinas Pendidikan", "Pengelolaan Pendidikan Dasar"), ("Dinas Tenaga Kerja", "Pelatihan Kerja"),
    ("Dinas Kominfo", "Layanan Informasi Publik"), ("Kesbangpol", "Wawasan Kebangsaan"),
)  # fmt: skip
_BUDGET = """PEMERINTAH KABUPATEN TANJUNG ARUM
{kind}
SATUAN KERJA PERANGKAT DAERAH
TAHUN ANGGARAN {year}
FORMULIR {short}-BELANJA SKPD
Organisasi : {office}
Kode Uraian Jumlah (Rp)
4.01.02 Program {field} 150.000.000
4.01.02.2.03 Kegiatan {field} 150.000.000
4.01.02.2.03.0002 {field} 150.000.000
5.1.02.01.01.0052 Belanja Makanan dan Minuman Rapat 50.000.000
5.1.02.02.01.0003 Honorarium Narasumber 100.000.000
Jumlah 150.000.000"""


def _as_plan(words: str) -> str:
    words = re.sub(
        r"DOKUMEN PELAKSANAAN (?:PERUBAHAN )?ANGGARAN", "RENCANA KERJA DAN ANGGARAN", words, flags=re.IGNORECASE
    )
    return re.sub(r"\bDP?PA\b", "RKA", words)


def _replaced(dossier: Dossier) -> Package:
    return with_dossier(sample(), dossier)


_SWAPS = (
    ("PD.P1", "DPA Dinas Kesehatan 2024.pdf"), ("KS.P1", "DPA Dinas Pendidikan.pdf"), ("PK.P1", "DPA Dinas Pendidikan.pdf"),
    ("BH.P1", "DPA Dinas Kesehatan 2024.pdf"), ("PK.P1", "DPA Dinas Kesehatan 2024.pdf"), ("BH.P1", "DPA Dinas Pendidikan.pdf"),
    ("PD.P1", "LRA Dinas Tenaga Kerja 2024.pdf"), ("KS.P1", "LRA Dinas Tenaga Kerja 2024.pdf"),
    ("BH.P1", "LRA Dinas Tenaga Kerja 2024.pdf"), ("KS.P1", "LRA Dinas Lingkungan Hidup 2024.pdf"),
    ("PD.P1", "LRA Dinas Lingkungan Hidup 2024.pdf"), ("PK.P1", "LRA Dinas Lingkungan Hidup 2024.pdf"),
    ("BH.P1", "LRA Dinas Lingkungan Hidup 2024.pdf"), ("LP.P1", "LRA Dinas Tenaga Kerja 2024.pdf"),
    ("LP.P1", "DPA Dinas Pendidikan.pdf"), ("LP.P1", "DPA Dinas Kesehatan 2024.pdf"),
)  # fmt: skip


def _other_offices() -> Iterator[Trial]:
    """An answer leans on the budget of another office."""
    of = sample()
    for identifier, name in _SWAPS:
        claim = next(one for one in of.claims if one.indicator == identifier)
        other = replace(claim, file_names=(name,))
        yield _answer("issuer_not_owner", name, claim, other)
        yield _answer("budget_line_missing", name, claim, other)


def _topics() -> Iterator[Trial]:
    """Real titles of legal products, claimed for what they are about and for something else."""
    rows = titles()
    known = {one.id: one for one in edition().indicators}
    labelled = [row for row in rows if row["labels"].split(";")[0] in known][::3]
    for at, row in enumerate(labelled):
        right = row["labels"].split(";")[0]
        others = [one for one in known.values() if one.kind is IndicatorKind.STRUKTUR and one.right != known[right].right
                  and one.id not in row["labels"]]  # fmt: skip
        yield _titled("indicator_mismatch", row, right, others[(7 * at) % len(others)].id)
    foreign = [row for row in rows if row["labels"] == "NONE"][::9]
    struktur = [one.id for one in known.values() if one.kind is IndicatorKind.STRUKTUR]
    for at, row in enumerate(foreign):
        yield _titled("unrelated_document", row, None, struktur[(11 * at) % len(struktur)])


def _titled(rule: str, row: dict[str, str], right: str | None, wrong: str) -> Trial:
    name = f"{row['tid']}.txt"
    words = f"{row['type'].upper()}\nNOMOR {row['number'] or '1'} TAHUN {row['year'] or '2020'}\nTENTANG\n{row['title'].upper()}"

    def package(*indicators: str) -> Package:
        claims = tuple(claimed(one, name) for one in indicators)
        return Package("uji", "33.03", 2023, claims, (dossier_of(typed(words), name),))

    twin = partial(package, right) if right is not None else package
    return Trial(rule, Level.ANSWER, f"{wrong}: {name}", twin, partial(package, wrong), name)


def _kinds(one: Original) -> Iterator[Trial]:
    wrong, right = _REJECTING.get(one.kind), _ACCEPTING.get(one.kind)
    if wrong is None:
        return
    twin = partial(one.package, claims=(claimed(right, one.name),) if right is not None else ())
    spoiled = partial(one.package, claims=(claimed(wrong, one.name),))
    yield Trial("wrong_document_type", Level.ANSWER, f"{one.kind} for {wrong}: {one.name}", twin, spoiled, one.name)


_OFFICE = re.compile(
    r"Dinas (?:Peternakan|Perhubungan|Perkebunan|Perikanan dan Kelautan|Bina Marga|Energi dan Sumber Daya Mineral|Olahraga dan Pemuda|Pertanian Tanaman Pangan)",
    re.IGNORECASE,
)


def _offices(one: Original) -> Iterator[Trial]:
    """A report of another office behind health data; its twin is the same report by the office of health."""
    found = _OFFICE.search(one.facts["title"])
    if found is None or one.kind not in {"renja", "laporan_kinerja", "perjanjian_kinerja", "renstra", "lra"}:
        return

    def named(match: re.Match[str]) -> str:
        return "DINAS KESEHATAN" if match[0].isupper() else "Dinas Kesehatan"

    pattern = re.compile(r"\s+".join(found[0].split()), re.IGNORECASE)
    ours = dossier_of(reworded(one.text, lambda words: pattern.sub(named, words)), one.name)
    claims = (claimed("KS.H4", one.name, "97,13"),)
    yield Trial(
        "issuer_not_owner", Level.TEXT, f"{found[0]}: {one.name}",
        partial(one.package, ours, claims=claims), partial(one.package, claims=claims), one.name,
    )  # fmt: skip
