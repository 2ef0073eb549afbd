"""copied_from_other_region: a document says what another region's says, with the name changed."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_ai.checking import examples as some
from evidence_ai.checking.cases import responsible
from evidence_ai.checking.confidence import ISSUER_LIKELY
from evidence_ai.checking.copies import SAME, Change, CopyPair, changes, near_copies
from evidence_ai.checking.places import bare_name, is_above, is_below, is_same_place
from evidence_ai.checking.rule import About, Example, Rule, on_document
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.dossier import Dossier, Package
from evidence_ai.domain.edition import Edition
from evidence_ai.domain.mismatch import Mismatch, Severity

_NOT_OF_A_REGION = frozenset({"peraturan_pusat", "perjanjian", "surat", "undangan", "berita_acara"})
"""Kinds that are the same for many regions, or that two regions share."""
_CHANGES_TOLD = 4
_WORDS_TOLD = 6


def find(package: Package, edition: Edition) -> Iterator[Mismatch]:
    """One finding for each document of the region that another region's document in the package says too."""
    codes = [one.understanding.region_code for one in package.dossiers]
    if len({code.value for code in codes if code is not None}) < 2:
        return  # nothing to compare: the common case is not worth its time
    for pair in near_copies(package):
        if pair.share < SAME or not _are_of_two_regions(pair):
            continue
        ours, theirs = _ours_first(pair, package.region_code)
        yield _mismatch(ours, theirs, changes(theirs, ours), responsible(ours, package, edition))


def _are_of_two_regions(pair: CopyPair) -> bool:
    codes = [one.understanding.region_code for one in (pair.first, pair.second)]
    kinds = [one.understanding.document_type for one in (pair.first, pair.second)]
    if any(kind is None or kind.value in _NOT_OF_A_REGION for kind in kinds):
        return False
    first, second = codes
    if first is None or second is None:
        return False
    if min(first.confidence, second.confidence) < ISSUER_LIKELY and not _names_were_swapped(pair):
        return False
    related = (is_same_place, is_above, is_below)
    return not any(are(first.value, second.value) for are in related)


def _names_were_swapped(pair: CopyPair) -> bool:
    """Whether one region's name stands where the other's did: then both names are read right, however faint."""
    one, other = pair.first.understanding.region, pair.second.understanding.region
    if one is None or other is None:
        return False
    wanted = [set(bare_name(fact.value).casefold().split()) for fact in (one, other)]
    return any(
        bool(wanted[0] & set(change.first)) and bool(wanted[1] & set(change.second))
        for change in changes(pair.first, pair.second)
    )


def _ours_first(pair: CopyPair, region_code: str) -> tuple[Dossier, Dossier]:
    code = pair.second.understanding.region_code
    if code is not None and is_same_place(code.value, region_code):
        return pair.second, pair.first
    return pair.first, pair.second


def _mismatch(ours: Dossier, theirs: Dossier, different: tuple[Change, ...], owner: Bilingual) -> Mismatch:
    region = theirs.understanding.region
    other = region.value if region is not None else theirs.document.name
    return on_document(
        "copied_from_other_region",
        ours,
        severity=Severity.WARNING,
        quote=ours.understanding.title.quote if ours.understanding.title is not None else None,
        message=Bilingual(
            f"Isi dokumen ini sama dengan “{theirs.document.name}” dari {other}; yang berbeda hanya {_told(different)}. "
            "Bukti harus menggambarkan daerah sendiri.",
            f"This document says the same as “{theirs.document.name}” of {other}; only this differs: {_told(different)}. "
            "Evidence must be about the region itself.",
        ),
        advice=Bilingual(
            f"Periksa angka, tempat, dan nama di dalamnya bersama {owner.id}; keluarkan “{theirs.document.name}” dari paket.",
            f"Check its figures, places and names with {owner.en}; take “{theirs.document.name}” out of the package.",
        ),
    )


def _told(different: tuple[Change, ...]) -> str:
    """The first few different changes: “tanjung arum” → “arum baru”."""
    pairs = dict.fromkeys((_short(one.first), _short(one.second)) for one in different)
    shown = ", ".join(f"“{theirs}” → “{ours}”" for theirs, ours in list(pairs)[:_CHANGES_TOLD])
    return shown + (", ..." if len(pairs) > _CHANGES_TOLD else "")


def _short(words: tuple[str, ...]) -> str:
    return " ".join(words[:_WORDS_TOLD]) + (" ..." if len(words) > _WORDS_TOLD else "")


def _perda(place: str, code: str, *, kind: str = "perda", name: str) -> Dossier:
    said = some.understanding(kind, region=place, region_code=code)
    body = (f"Pasal {at} Pemerintah {place} menyelenggarakan {word} bagi anak dan keluarga di kecamatan secara terpadu"
            for at, word in enumerate(_SUBJECTS, start=1))  # fmt: skip
    return some.dossier(name, said, text_read=some.text(some.page(1, "\n".join(body))))


_SUBJECTS = (
    "pendidikan", "kesehatan", "pengasuhan", "perlindungan", "bermain", "partisipasi", "pencatatan", "gizi",
    "sanitasi", "rekreasi", "konseling", "rehabilitasi",
)  # fmt: skip


def _both(kind: str = "perda", code: str = some.OTHER_REGION_CODE) -> Package:
    return some.package(
        _perda(some.OTHER_REGION, code, kind=kind, name="contoh.pdf"),
        _perda(some.REGION, some.REGION_CODE, kind=kind, name="perda.pdf"),
    )


RULE = Rule(
    code="copied_from_other_region",
    severity=Severity.WARNING,
    about=About.PACKAGE,
    source="Permenkumham 22/2021 menilai keadaan daerah itu sendiri; kemiripan kata diukur menurut Broder (1997)",
    title=Bilingual("Salinan dokumen daerah lain", "Copied from another region"),
    explanation=Bilingual(
        "Dua dokumen dari dua daerah memuat kata yang sama selain nama daerahnya. Peraturan pusat, naskah kerja sama, dan "
        "dokumen provinsi sendiri tidak dihitung.",
        "Two documents of two regions hold the same words but for the region's name. National regulations, agreements "
        "and the own province's documents do not count.",
    ),
    check=find,
    fires=(Example("only the name was changed", _both),),
    silent=(
        Example("an agreement that two regions share", lambda: _both("perjanjian")),
        Example("the own province's text", lambda: _both(code=some.PROVINCE_CODE)),
        Example("a single document", lambda: some.package(some.dossier())),
    ),
)
