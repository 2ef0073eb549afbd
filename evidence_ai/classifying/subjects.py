"""The subject of a document: its title freed of the legal wrapping around what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_ai.classifying.phrases import Token, tokens_of
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.document import DocumentText
from evidence_ai.domain.understanding import RelationKind, Understanding

_CITED = re.compile(
    r"^.*?\b(?:peraturan|keputusan|qanun|instruksi|perda|perbup|perwali|pergub|perdasus|perdasi)\b.*?"
    r"\b(?:nomor|no\.?|tahun)\b.*?\b(?:tentang|tetang|ttg\.?)\s+",
    re.IGNORECASE | re.DOTALL,
)
_REVOKES = re.compile(r"^\W*(?:pencabutan|mencabut|dicabut)\b", re.IGNORECASE)
_AMENDS = re.compile(r"^\W*perubahan\b.*?\batas\b", re.IGNORECASE | re.DOTALL)
_PLACE = frozenset({"kabupaten", "kota", "provinsi", "propinsi", "kab", "kotamadya", "tingkat", "ii", "i"})
_TOPIC_AFTER_PLACE = frozenset(
    {
        "layak",
        "sehat",
        "cerdas",
        "hijau",
        "pusaka",
        "kreatif",
        "bebas",
        "tanpa",
        "ramah",
        "inklusi",
        "inklusif",
        "toleran",
    }
)
"""'Kota Layak Anak' names a subject, 'Kota Bogor' a place."""
_FILLER = frozenset(
    {
        "a", "adalah", "antar", "atas", "atau", "bagi", "baru", "berbasis", "bersama", "bidang", "bupati",
        "cakupan", "capaian", "cara", "daerah", "dalam", "dan", "dapat", "dari", "dengan", "di", "ditetapkan",
        "fasilitasi", "gratis", "gubernur", "guna", "hal", "ini", "jenjang", "jumlah", "kabupaten", "ke",
        "kebijakan", "kedua", "keempat", "kelima", "kepada", "kepala", "ketiga", "kota", "lainnya", "layanan",
        "lingkungan", "lingkup", "masa", "melalui", "memiliki", "memperoleh", "mendapat", "mendapatkan",
        "menuju", "nomor", "oleh", "operasional", "orang", "pada", "pedoman", "pelaksanaan", "pelayanan",
        "pemanfaatan", "pembentukan", "pemberian", "pembinaan", "pemerintah", "pemerintahan", "penanganan",
        "penanggulangan", "penataan", "pencegahan", "penerapan", "penetapan", "pengaturan", "pengawasan",
        "pengelolaan", "pengembangan", "pengendalian", "penggunaan", "penguatan", "peningkatan", "penyediaan",
        "penyelenggaraan", "penyusunan", "peraturan", "percepatan", "persentase", "pertama", "perubahan",
        "petunjuk", "program", "provinsi", "rangka", "realisasi", "se", "sebagai", "secara", "serentak",
        "serta", "sistem", "standar", "tahun", "tata", "teknis", "tentang", "terhadap", "terpadu", "tertentu",
        "tim", "umum", "untuk", "upaya", "wajib", "wali", "walikota", "wilayah", "yang",
    }
)  # fmt: skip
_HEADING_CHARACTERS = 350
"""A letterhead and the lines that name the document; the first paragraph comes after."""
_NUMBER = re.compile(r"^\d+$")
_TITLE = Bilingual("Judul", "The title")
_HEAD = Bilingual("Kepala dokumen", "The head of the document")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document is about, as words.

    `weighty` are the places of words that carry meaning; `called` is what to call the place the words stand in.
    """

    text: str
    tokens: tuple[Token, ...]
    weighty: frozenset[int]
    revokes: bool
    amends: bool
    page: int | None
    called: Bilingual = _TITLE


def subject_of(understanding: Understanding) -> Subject:
    """The subject; empty text where the document states no title.

    >>> from evidence_ai.domain.quote import Fact
    >>> title = "Perubahan atas Peraturan Daerah Nomor 3 Tahun 2015 tentang Pengelolaan Sampah"
    >>> subject_of(Understanding(title=Fact(title, 1.0, None))).text
    'Pengelolaan Sampah'
    """
    title = understanding.title
    full = title.value if title else ""
    chosen = understanding.subject or full
    text = _CITED.sub("", chosen).strip() or chosen.strip()
    tokens = tokens_of(text)
    kinds = {relation.kind for relation in understanding.relations}
    revokes = bool(_REVOKES.search(full) or _REVOKES.search(chosen))
    page = title.quote.page if title and title.quote else None
    amends = RelationKind.AMENDS in kinds or bool(_AMENDS.search(full))
    return Subject(text, tokens, weighty_places(tokens), revokes=revokes, amends=amends, page=page)


def heading_subject(text: DocumentText) -> Subject:
    """The head of page 1 as a subject, for a document whose title was not recognised."""
    first = next((page for page in text.pages if page.number == 1), None)
    head = " ".join(first.text[:_HEADING_CHARACTERS].split()) if first else ""
    tokens = tokens_of(head)
    return Subject(head, tokens, weighty_places(tokens), revokes=False, amends=False, page=1, called=_HEAD)


def weighty_places(tokens: tuple[Token, ...]) -> frozenset[int]:
    """Places of words that say something about the subject: no legal filler, no numbers, no name of a place."""
    places: set[int] = set()
    skip_until = -1
    for at, token in enumerate(tokens):
        if token.text in _PLACE and at + 1 < len(tokens) and tokens[at + 1].text not in _TOPIC_AFTER_PLACE:
            # A region's name has one to three words; two cover nearly all of the 552 without eating a subject.
            skip_until = at + 2
        if at <= skip_until or token.text in _FILLER or _NUMBER.match(token.text):
            continue
        places.add(at)
    return frozenset(places)
