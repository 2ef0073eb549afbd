"""Survey: public satisfaction and other surveys, with questionnaire and index."""

from __future__ import annotations

from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.understanding.cues import Cue, DocumentType, Place

DOCUMENT_TYPE = DocumentType(
    name="survei",
    title=Bilingual("Survei", "Survey"),
    description=Bilingual(
        "Survei Kepuasan Masyarakat, Indeks Kepuasan Masyarakat, survei lain dan kuesionernya.",
        "Public satisfaction surveys and indices, other surveys and their questionnaires.",
    ),
    source="PermenPANRB 14/2017 (Survei Kepuasan Masyarakat)",
    cues=(
        Cue(
            Place.CAPITALS,
            r"SURVE[IY] KEPUASAN|INDEKS KEPUASAN|\bSKM\b|\bIKM\b|^\W*(?:LAPORAN )?(?:HASIL )?SURVE[IY]\b|^\W*KUE?SIONER",
            9,
        ),
        Cue(Place.TOP, r"SURVE[IY] KEPUASAN MASYARAKAT|INDEKS KEPUASAN MASYARAKAT|^\W*KUE?SIONER", 3),
        Cue(Place.EDGE, r"SURVE[IY] KEPUASAN|INDEKS KEPUASAN", 4),
        Cue(Place.BODY, r"\bRESPONDEN\b", 2, 3),
        Cue(Place.BODY, r"UNSUR PELAYANAN|NILAI (?:INTERVAL|UNSUR|SKM|IKM)|MUTU PELAYANAN", 1.5),
        Cue(Place.KIND, r"PERATURAN|KEPUTUSAN|EDARAN|INSTRUKSI|NOTA", -30),
        Cue(Place.TOP, r"LAPORAN KINERJA|LKIP|LKJIP", -5),
    ),
    examples=(
        "LAPORAN SURVEI KEPUASAN MASYARAKAT\nDINAS KEPENDUDUKAN DAN PENCATATAN SIPIL\nKABUPATEN LEMBAH HIJAU\nTAHUN 2021",
        "INDEKS KEPUASAN MASYARAKAT (IKM)\nPUSKESMAS SUMBER REJO\nSEMESTER I 2022\nNILAI IKM 84,20\nJumlah responden 150",
        (
            "KUESIONER SURVEI KEPUASAN MASYARAKAT\nPADA RSUD KOTA TELAGA\nPROFIL RESPONDEN\nJenis kelamin\n"
            "PENDAPAT RESPONDEN TENTANG PELAYANAN"
        ),
    ),
    counter_examples=(
        "PERATURAN WALI KOTA TELAGA\nNOMOR 4 TAHUN 2019\nTENTANG\nPEDOMAN SURVEI KEPUASAN MASYARAKAT",
        "LAPORAN KINERJA INSTANSI PEMERINTAH\nRSUD KOTA TELAGA\nTAHUN 2021\nIndeks Kepuasan Masyarakat mencapai 84,20",
    ),
)
