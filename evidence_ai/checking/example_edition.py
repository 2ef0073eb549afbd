"""A small edition for the rules' examples: one indicator of every measure, with the ids of the working edition."""

from __future__ import annotations

from decimal import Decimal

from evidence_ai.checking.examples import indicator
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.domain.edition import (
    Band,
    Bound,
    Direction,
    Edition,
    Formula,
    IndicatorKind,
    Measure,
    Right,
    Rules,
)


def edition() -> Edition:
    """A small edition with one indicator of every measure; the ids are those of the working edition."""
    reports = ("laporan_kegiatan", "laporan_kinerja", "profil", "statistik", "tabel_data")
    hukum = (
        indicator(),
        indicator(
            "BH.S2",
            title="Peraturan kepala daerah tentang tata cara pemberian bantuan hukum",
            evidence_types=("perkada",),
            cues=("tata cara pemberian bantuan hukum",),
        ),
        indicator(
            "BH.P1",
            kind=IndicatorKind.PROSES,
            title="Alokasi anggaran penyelenggaraan bantuan hukum",
            measure=Measure.ANGGARAN,
            unit="rupiah",
            evidence_types=("dpa", "apbd", "lra"),
            weak_types=("rka",),
            cues=("fasilitasi bantuan hukum", "belanja bantuan hukum"),
            direction=Direction.HIGHER,
        ),
        indicator(
            "BH.P3",
            kind=IndicatorKind.PROSES,
            title="Penyuluhan hukum dan HAM bagi masyarakat",
            measure=Measure.JUMLAH,
            unit="kegiatan",
            evidence_types=("laporan_kegiatan",),
            cues=("penyuluhan hukum",),
            direction=Direction.HIGHER,
            target=Decimal(1),
        ),
        indicator(
            "BH.P4",
            kind=IndicatorKind.PROSES,
            title="Uji publik rancangan produk hukum daerah",
            measure=Measure.JUMLAH,
            unit="kegiatan",
            evidence_types=("notulen", "daftar_hadir", "laporan_kegiatan", "foto_kegiatan"),
            cues=("uji publik",),
            direction=Direction.HIGHER,
            target=Decimal(1),
        ),
    )
    sehat = (
        indicator(
            "KS.S3",
            title="Peraturan tentang kawasan tanpa rokok",
            evidence_types=("perda", "perkada"),
            owner=("Dinas Kesehatan",),
            cues=("kawasan tanpa rokok",),
        ),
        indicator(
            "KS.H3",
            kind=IndicatorKind.HASIL,
            title="Prevalensi balita stunting",
            measure=Measure.PITA,
            unit="%",
            evidence_types=reports,
            owner=("Dinas Kesehatan",),
            cues=("prevalensi stunting", "balita pendek"),
            direction=Direction.LOWER,
            bands=(
                Band(Decimal(10), upper=Bound(Decimal(14), inclusive=True)),
                Band(Decimal(4), lower=Bound(Decimal(15), inclusive=True), upper=Bound(Decimal(30), inclusive=True)),
                Band(Decimal(0), lower=Bound(Decimal(30), inclusive=False)),
            ),
        ),
        indicator(
            "KP.H1",
            kind=IndicatorKind.HASIL,
            title="Persentase kepemilikan KTP elektronik",
            measure=Measure.RASIO,
            unit="%",
            evidence_types=reports,
            owner=("Disdukcapil",),
            cues=("KTP elektronik", "KTP-el"),
            direction=Direction.HIGHER,
            target=Decimal(100),
        ),
        indicator(
            "KS.H5",
            kind=IndicatorKind.HASIL,
            title="Persentase penduduk peserta jaminan kesehatan nasional",
            measure=Measure.RASIO,
            unit="%",
            evidence_types=reports,
            owner=("Dinas Kesehatan",),
            cues=("jaminan kesehatan nasional", "JKN"),
            direction=Direction.HIGHER,
            target=Decimal(100),
        ),
        indicator(
            "KP.S1",
            title="Penetapan layanan administrasi kependudukan",
            evidence_types=("keputusan_kepala_daerah",),
            owner=("Disdukcapil",),
            cues=("administrasi kependudukan",),
        ),
    )
    return Edition(
        name="contoh",
        title="Edisi contoh",
        status="working",
        notice=Bilingual("Edisi ini hanya contoh.", "This edition is only an example."),
        source="contoh",
        sha256="0" * 64,
        declared_indicators=len(hukum) + len(sehat),
        missing_indicators=0,
        rules=Rules(
            formula=Formula.RIGHTS_MEAN,
            weights=(
                (IndicatorKind.STRUKTUR, Decimal(10)),
                (IndicatorKind.PROSES, Decimal(30)),
                (IndicatorKind.HASIL, Decimal(60)),
            ),
            cap=Decimal(100),
            bonus_allowed=True,
            gap_policy="lower_points",
            predikat=(),
            predikat_below="",
            statuses=(),
        ),
        rights=(
            Right("BH", "1", "Hak atas bantuan hukum", "sipil_politik", hukum),
            Right("KS", "2", "Hak atas kesehatan", "ekosob", sehat),
        ),
    )
