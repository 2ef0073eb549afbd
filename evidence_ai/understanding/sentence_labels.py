"""The words that name a number in a sentence: the subject before the verb, what is had, or what is counted behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_REACH = 420
"""Characters before a number in which its clause begins; a longer clause names nothing a person would repeat."""
_MAX_WORDS = 18
_MAX_BEHIND = 8
_YEAR_PHRASE = r"(?:(?:pada|di|untuk|dalam|selama|s\.?/?d\.?|per|akhir|awal|dari)\s*)*(?:tahun|ta\.?|t\.a\.?)(?:\s+anggaran)?\s+(?:ini|(?:19|20)\d\d)(?:\s*[-\u2013/]\s*(?:19|20)\d\d)?"
_TAIL = re.compile(
    r"(?:[\s.,:;(=/]|\b(?:adalah|yaitu|yakni|sebesar|sebanyak|sejumlah|mencapai|menjadi|tercatat|berjumlah|ialah|sekitar|kurang lebih|rata-rata|"
    r"hanya|baru|sudah|telah|dapat|akan|berada|angka|dengan|dengan nilai|nilai sebesar|dengan jumlah|atau|dari|dan|hingga|sampai|seluas|sepanjang|"
    r"setinggi|senilai|sebagai|di|ada|lebih|terdapat|rp|idr|pada|yang|ke|oleh|untuk|tersebut|terdiri|masing-masing|berturut-turut|total|"
    r"mengalami|tetap|turun|naik|meningkat|menurun|tumbuh|target|targetnya|capaiannya|realisasinya|jumlahnya|nilainya|secara keseluruhan|dimana|di mana|sehingga|maka|usd|us\$|"
    + _YEAR_PHRASE
    + r"|per\s+\d{1,2}\s+[a-z]+\s+(?:19|20)\d\d)\b)+$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^(?:[\s,.;:()\u2022\u00b7\uf0b7-]|(?:\b(?:dan|atau|sedangkan|sementara(?: itu)?|serta|dengan|bahwa|adapun|maka|sehingga|namun|dari|pada|di|ini|tersebut|hal|"
    r"besar|oleh|karena|selanjutnya|jika|apabila|dimana|di mana|mana|yaitu|yakni|adalah|terdiri|antara lain|secara|untuk|lalu|juga|masih|adanya|dibanding(?:kan)?|(?:pe)?rincian|sebagai berikut|"
    r"pertama|kedua|ketiga|keempat|kelima|selain itu|demikian(?: halnya| juga| pula)?|begitu (?:juga|pula)|kemudian|sebesar|sebanyak|hingga|per|persen)\b)|"
    + _YEAR_PHRASE
    + r")+",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(
    r";|,\s+(?=(?:sedangkan|sementara|namun|dengan|dan|serta|adapun|yang|dimana|di mana|sehingga|maka|karena|terdiri|meliputi)\b)|"
    r"\b(?:bahwa|dimana|di mana|sedangkan|yaitu|yakni|sementara itu)\b|\.\s+(?=[A-Z][a-z])",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"^(?:berdasarkan|menurut|sesuai|meskipun|walaupun|meski|karena|selain|dalam|dari|pada|di|untuk|melalui|sebagai|dengan|jika|apabila|ketika|setelah|hingga|sampai|per)\b"
    r"[^,]{3,140},\s+",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"^(?:hal ini )?(?:terlihat|tercermin|tampak|nampak|ditunjukkan) (?:pada|dari|dengan) (?:indikator (?:kinerja )?)?|^(?:dari|berdasarkan|pada|melalui)?\s*(?:tabel|data|grafik|gambar|uraian|hasil|rincian)\b.{0,70}?\b(?:dilihat|diketahui|terlihat|disimpulkan|dijelaskan|digambarkan)\b"
    r"(?:\s+(?:bahwa|dari|pada|untuk))*\s*",
    re.IGNORECASE,
)
"""'Dari tabel di atas dapat dilihat bahwa ...'."""
_HAVING = re.compile(
    r"\b(?:mendapat(?:kan)?|memperoleh|memiliki|mempunyai|menerima|menganggarkan|mengalokasikan|diberi(?:kan)?|menghasilkan|meraih|mencatat(?:kan)?|menyediakan|menetapkan)\b",
    re.IGNORECASE,
)
_BEING = re.compile(
    r"\b(?:adalah|ialah|mengalami|tumbuh|meningkat|menurun|naik|turun|menjadi|mencapai|sebesar|sebanyak|sejumlah|tercatat|ditetapkan|ditargetkan|direncanakan|diproyeksikan|"
    r"diperkirakan|diharapkan|berhasil|terealisasi|tercapai|terserap|berjumlah|berada|diperoleh|dapat|telah|sudah|akan|masih|baru|hanya|menunjukkan|menunjukan|terdiri|"
    r"melampaui|melebihi|turut|mampu|perlu|harus|bertambah|berkurang)\b",
    re.IGNORECASE,
)
_THERE_IS = re.compile(r"\b(?:terdapat|ada|tersedia|memiliki|mempunyai)\s*$", re.IGNORECASE)
_QUANTITY = re.compile(
    r"^(?:jumlah|total|nilai|indeks|angka|skor|rata-rata|persentase|prosentase|presentase|rasio|tingkat|target|realisasi|capaian|luas|panjang|volume|"
    r"produksi|produktivitas|penduduk|kepadatan|usia|umur|laju|cakupan|proporsi)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?:\b(?:adalah|yaitu|yakni|sebesar|sebanyak|sejumlah|mencapai|menjadi|tercatat|berjumlah|ialah|target|realisasi|atau|dari|seluas|sepanjang)|[:=])\s*$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:adalah|yaitu|yakni|:)\s*(?:kegiatan |program )?[\u201e\u201c\"'\u2018](?P<name>[^\u201d\u201f\u2019\"']{8,160})[\u201d\u201f\u2019\"']"
)
_ROLE_HEAD = re.compile(
    r"^(?:(?:total|jumlah|pagu|alokasi|target|realisasi|reali[as]si|capaian|pencapaian|penyerapan|anggaran|anggarannya|realisasinya|targetnya|biaya|dengan|sebesar|"
    r"porsi|besaran|nilai|persentase|prosentase|tingkat)\b\s*)+",
    re.IGNORECASE,
)
_ONLY_ROLE = re.compile(
    r"(?:\s|\b(?:realisasi\w*|reali[as]si\w*|target\w*|capaian\w*|pencapaian\w*|penyerapan|anggaran\w*|keuangan|keungan|fisik|dengan|sebesar|persentase|prosentase|tahun|jumlah\w*|total|"
    r"nilai\w*|yaitu|tercapai|terealisasi|mencapai|kinerja|angka|ini|tersebut|dana|pagu|alokasi|sisa|efisiensi|rata-rata|tingkat|sasaran|program|kegiatan|serapan|presentase|pada|untuk|atas|dari|secara|keseluruhan|hal|hasil|nilai)\b)+",
    re.IGNORECASE,
)
_INDICATOR = re.compile(
    r"\bindikator(?: kinerja)?(?: (?:sasaran|utama|program))?\s*(?:yaitu|adalah|:)?\s+(?P<name>[^,;:]{8,140}),(?!.*\bindikator\b)",
    re.IGNORECASE,
)
"""'dengan indikator X, realisasi pada tahun 2016 mencapai ...'."""
_OTHER_WORD = re.compile(
    r"\W*(?:(?:dan|serta|sedangkan)\s+)?(?:untuk\s+)?[a-z][\w/-]{2,}\s*(?:sebanyak|sebesar|sejumlah|mencapai|yaitu|adalah)?\s*"
)
"""'... laki-laki 198 orang dan perempuan 51 orang': one word takes the place of the last."""
_POINTING = re.compile(r"\b(?:ini|tersebut)\b|nya$", re.IGNORECASE)
_WITH_ROLE = re.compile(
    r"\s+(?:dengan|yang (?:diberi|memperoleh|mendapat(?:kan)?))\s+(?:(?:total|jumlah|pagu|alokasi|nilai)\s+)?(?:anggaran|realisasi|target|capaian|dana|biaya|pagu|alokasi)(?:nya)?$",
    re.IGNORECASE,
)
_BEHIND_END = re.compile(
    r"[.;,():\d]|\b(?:dan|atau|dari|dengan|pada|untuk|adalah|yaitu|yakni|sedangkan|namun|karena|sehingga|tahun|tercapai|mencapai|sebesar|atau|maka|akan|telah|sudah|"
    r"sebanyak|terdiri|meliputi|dibanding\w*|menjadi|yang (?:telah|sudah|akan)|sampai|hingga|dalam|per)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][\w/-]+")
_NO_CONTENT = frozenset(
    {
        "yang",
        "dan",
        "di",
        "dari",
        "pada",
        "untuk",
        "dengan",
        "tahun",
        "ini",
        "itu",
        "sebesar",
        "ke",
        "dalam",
        "oleh",
        "atau",
        "tersebut",
        "kali",
        "masing",
        "para",
    }
)
_IDENTITY = re.compile(r"\d{15,}")
"""A NIK or NIP names a person; it stands in no label."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What names a number; `topic` is what its sentence goes on about, for numbers that only say their role."""

    label: str
    topic: str


def naming(
    clause: str, behind: str, *, last: Naming | None, unit: str | None, before: Naming | None = None
) -> Naming | None:
    """The name of a number from the words between the number before it and it, and from those behind it.

    `last` is the naming of the number before it in the same sentence; `before` the topic of the sentence before, which
    only words like 'realisasinya' or 'capaian ini' take up.

    >>> naming("Pada tahun 2018 pertumbuhan ekonomi Kabupaten X tumbuh sebesar ", "", last=None, unit="persen").label
    'pertumbuhan ekonomi Kabupaten X'
    >>> first = naming("Dinas Pasar mendapat alokasi anggaran sebesar Rp ", "", last=None, unit="rupiah")
    >>> first.label, naming(" dengan realisasi sebesar Rp ", "", last=first, unit="rupiah").label
    ('alokasi anggaran Dinas Pasar', 'realisasi anggaran Dinas Pasar')
    >>> men = naming("Jumlah pegawai laki-laki sebanyak ", "orang", last=None, unit="orang")
    >>> naming(" dan perempuan ", "orang", last=men, unit="orang").label
    'Jumlah pegawai perempuan'
    >>> naming("Tersedia ", "puskesmas rawat inap di Kecamatan X.", last=None, unit=None).label
    'puskesmas rawat inap di Kecamatan X'
    """
    words = _IDENTITY.sub(" ", " ".join(clause[-_REACH:].split()))
    exists = _THERE_IS.search(words) is not None
    named = _NAMED.search(words)
    if named is not None:
        return Naming(named["name"].strip(), named["name"].strip())
    subject = _subject(words)
    indicator = _INDICATOR.search(words) if last is None else None
    if indicator is not None and _ONLY_ROLE.fullmatch(_TAIL.sub("", words[indicator.end() :])):
        return Naming(indicator["name"].strip(), indicator["name"].strip())
    if last is not None and subject and _OTHER_WORD.fullmatch(words) and not _ONLY_ROLE.fullmatch(subject):
        return _varied(subject, last)
    if last is not None and (not _content(subject) or _ONLY_ROLE.fullmatch(subject)):
        return _going_on(subject, last)
    if last is None and before is not None and subject and _POINTING.search(subject) and _ONLY_ROLE.fullmatch(subject):
        return _going_on(subject, before)
    counted = _counted(behind)
    if unit is not None and counted.lower() == unit.lower() and (subject or last):
        counted = ""
    listed = _listed(words, behind, unit) if last is not None else None
    if listed is not None:
        return Naming(listed, listed)
    if last is None and before is not None and not counted and _ONLY_ROLE.fullmatch(subject) and " " not in subject:
        return _going_on(subject, before)
    subject = _THERE_IS.sub("", subject).strip()
    if _ONLY_ROLE.fullmatch(subject) or len(_content(subject)) < 2 or (exists and counted):
        label = _joined(subject, counted, exists=exists)
        if label is None:
            return last or (Naming(unit, unit) if unit else None)
        return Naming(label, label)
    if last is not None and re.match(r"yang\b", subject, re.IGNORECASE):
        subject = f"{_noun(last.topic)} {subject}".strip()
    label = _short(_WITH_ROLE.sub("", subject))
    return Naming(label, _ROLE_HEAD.sub("", label) or label)


def is_measured(clause: str, label: str) -> bool:
    """Whether a bare number behind `clause` measures what `label` names; without unit or verb it may number anything.

    >>> is_measured("Nilai SAKIP sebesar ", "Nilai SAKIP"), is_measured("Dinas Pasar Lembar ", "Dinas Pasar Lembar")
    (True, False)
    """
    return _SAID.search(clause[-40:]) is not None or _QUANTITY.match(label) is not None


_STEP = re.compile(
    r"(?:semula|bertambah|berkurang|bertambah\s*/?\s*\(?berkurang\)?|menjadi|sebelum perubahan|setelah perubahan|sesudah perubahan|rupiah|persen)[\s:.(]*",
    re.IGNORECASE,
)


_POINTS_BACK = re.compile(
    r"\b(?:(?:untuk|pada|dalam|dari|atas|bagi)\s+)?(?:pelaksanaan\s+)?"
    r"(?P<what>kegiatan|program|sasaran|indikator|sub kegiatan)(?: kinerja)? (?:ini|tersebut|dimaksud)$",
    re.IGNORECASE,
)
"""'untuk pelaksanaan kegiatan ini': the activity is named in the sentence before."""


def led(label: str, lead: str) -> str:
    """A label that says nothing alone, under the words that head its list.

    >>> led("Jumlah anggaran untuk kegiatan ini", "Kegiatan Bela Negara")
    'Jumlah anggaran Kegiatan Bela Negara'
    >>> led("Semula", "Pajak Daerah"), led("Pajak Hotel", "Pajak Daerah"), led("rupiah", "Dana Desa")
    ('Pajak Daerah, Semula', 'Pajak Hotel', 'Dana Desa')
    """
    if not lead:
        return label
    pointed = _POINTS_BACK.search(label)
    if pointed is not None and re.match(pointed["what"], lead, re.IGNORECASE):
        head = re.sub(r"\s+yang\s+\w+\s*$", "", label[: pointed.start()].rstrip())
        return f"{head} {lead}".strip()
    if not _STEP.fullmatch(label):
        return label
    return lead if label.lower() in {"rupiah", "persen"} else f"{lead}, {label}"


def _varied(subject: str, last: Naming) -> Naming:
    """The name of the number before with another last word."""
    words = last.label.split()
    label = " ".join([*words[:-1], subject]) if len(words) > 1 else subject
    return Naming(label, label)


def _going_on(subject: str, last: Naming) -> Naming:
    """'dengan realisasi sebesar', '(90,25 %)': the same subject in another role."""
    said = re.split(r"\s+(?:pada|untuk|atas|dari|ini|tersebut|secara)\b", _HEAD.sub("", subject), maxsplit=1)[0]
    if not said:
        return last
    first = said.split(maxsplit=1)[0].lower()
    if first.startswith(("fisik", "keuangan", "keungan")) or re.search(r"\b(?:fisik|keuang?an|kinerja)\b", said):
        return Naming(f"{last.topic}, {said}", last.topic)
    rest = _ROLE_HEAD.sub("", last.label)
    if rest != last.label and re.match(r"(?:realisasi|target|capaian|penyerapan|pagu|alokasi)\b", said, re.IGNORECASE):
        money = (
            " anggaran" if re.search(r"\banggaran\b", last.label[: len(last.label) - len(rest)], re.IGNORECASE) else ""
        )
        head = said if "anggaran" in said.lower() else said + money
        return Naming(f"{head} {rest}".strip(), last.topic)
    return last


_LONGEST = 400
"""No subject stands further before its number; searching more costs the square of it, and on repeated words far more."""


def _subject(words: str) -> str:
    """The noun phrase that the clause before a number is about, '' where it has none."""
    clause = _last_clause(_TAIL.sub("", words[-_LONGEST:]))
    while (framed := _FRAME.match(clause)) and _content(clause[framed.end() :]):
        clause = clause[framed.end() :]
    clause = _SEEN.sub("", clause)
    clause = _TAIL.sub("", _HEAD.sub("", clause))
    if ":" in clause:
        front, _, back = clause.rpartition(":")
        clause = back.strip() if len(_content(back)) >= 2 else front
    clause = _without_verb(clause)
    return _TAIL.sub("", _HEAD.sub("", clause)).strip(" ,:;-\u2013().'\"\u201e\u201f\u201c\u201d\u2018\u2019")


def _last_clause(words: str) -> str:
    """The words after the last mark that begins a clause, as long as they say something."""
    start = 0
    for found in _CLAUSE_ENDS.finditer(words):
        if len(_content(words[found.end() :])) >= 2 and not _enumerates(words, start, found):
            start = found.end()
    return words[start:]


def _enumerates(words: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a comma before 'dan' ends a list of names, or a semicolon stands inside one: 'Pertanian, Kehutanan, dan Perikanan'."""
    before, after = words[start : mark.start()], words[mark.end() :]
    if mark.group() == ";":
        return len(words[start:].split()) <= _MAX_WORDS and after.lstrip()[:1].isupper()
    listed = re.match(r"(?:dan|serta)\b", after.lstrip(), re.IGNORECASE) is not None and mark.group().startswith(",")
    return listed and "," in before and len(before.rsplit(",", 1)[-1].split()) <= _LIST_WORDS


_LIST_WORDS = 3


def _without_verb(clause: str) -> str:
    """'S mendapat O' is 'O S'; of 'S mengalami ...' stays S."""
    having = _HAVING.search(clause)
    if having is not None:
        subject, had = clause[: having.start()].strip(" ,"), _HEAD.sub("", clause[having.end() :])
        subject = _TAIL.sub("", _HEAD.sub("", subject))
        if not _content(had):
            return subject
        if len(had.split()) > 5 or not _content(subject) or len(subject.split()) > 9:
            return had
        return f"{had} {re.sub(r'^(?:sasaran|tujuan|program|kegiatan|indikator)(?: kinerja)? (?:ini|tersebut)$', '', subject, flags=re.IGNORECASE)}".strip()
    being = _BEING.search(clause)
    if being is not None:
        subject = clause[: being.start()]
        rest = clause[being.end() :]
        if len(_content(subject)) >= 2 and not (
            being.group().lower() in {"adalah", "ialah"} and len(_content(rest)) >= 2
        ):
            return subject
        return _without_verb(rest) if len(_content(rest)) >= 2 else clause[: being.start()]
    return clause


def _counted(behind: str) -> str:
    """What a number counts: the words behind it up to the next verb, mark or number."""
    words = re.sub(r"^[\s%]*(?:persen\b)?\s*(?:\([^)]{0,40}\)\s*)?", "", behind[:200])
    return " ".join(_BEHIND_END.split(words, maxsplit=1)[0].split()[:_MAX_BEHIND])


def _listed(words: str, behind: str, unit: str | None) -> str | None:
    """What the next number of 'N km X, N km Y dan N km Z' counts: its words stand behind it, those before name the last."""
    if not re.search(r"(?:,|\b(?:dan|serta))\s*(?:dan\s*)?$", words) or _SAID.search(words):
        return None
    if _BEING.search(words) or _HAVING.search(words) or len(words.split()) > _MAX_BEHIND:
        return None
    counted = _counted(behind)
    if unit is not None and counted.lower().startswith(unit.lower() + " "):
        counted = counted[len(unit) + 1 :]
    return counted if _content(counted) and counted.lower() != (unit or "").lower() else None


def _joined(subject: str, counted: str, *, exists: bool) -> str | None:
    parts = [counted, subject] if exists else [subject, counted]
    words = " ".join(part for part in parts if part).strip(" ,:;-\u2013()")
    return words if _WORD.search(words) else None


def _short(label: str) -> str:
    """A label no longer than a person would repeat: its last part between commas, else its last words."""
    words = label.split()
    if len(words) <= _MAX_WORDS:
        return label
    last = label.rsplit(", ", 1)[-1]
    if len(_content(last)) >= 4 and len(last.split()) <= _MAX_WORDS:
        return last
    return " ".join(words[-_MAX_WORDS:])


def _noun(topic: str) -> str:
    words = _ROLE_HEAD.sub("", topic).split()
    return words[0] if words else ""


def _content(words: str) -> list[str]:
    return [word for word in _WORD.findall(words) if word.lower() not in _NO_CONTENT]
