"""The formats of a report: a page, a workbook, a Laporan Hasil Pemeriksaan."""
