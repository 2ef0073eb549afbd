"""The nouns of evidence_ai, one file each; frozen dataclasses, standard library only.

Glossary (Indonesian terms of art keep the field's spelling):

- hak: right, one of the criteria assessed. struktur / proses / hasil: legal products exist / programmes and
  budgets / results. predikat: the award a total earns ("Peduli HAM").
- perda, perkada (perbup, perwali, pergub), keputusan: kinds of regional legal product. pengesahan: endorsement.
  pengundangan: promulgation in Lembaran or Berita Daerah.
- APBD: regional budget. RKA: budget plan of an office; DPA: its approved budget; LRA: budget realisation report.
  pagu: ceiling; realisasi: spent; kode_rekening: account code; urusan, program, kegiatan, sub kegiatan: budget levels.
- OPD: regional office. Kanwil: regional office of the ministry, first-level reviewer.
- data year, award year, document date, period covered and upload time are five different things.
"""
