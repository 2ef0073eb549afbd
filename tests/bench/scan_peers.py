"""Scans against OCRmyPDF and a page-by-page pytesseract script: one file, the same cores, the same run; error beside time.

The pages are born-digital ones printed to grey pictures with the noise of an ordinary office scanner, so their text is
known. OCRmyPDF runs as `--force-ocr --output-type pdf --optimize 0 -l ind --jobs CORES` and is asked for its text
(`--sidecar`); ours is the command `read`, process start included on both sides.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean

from tests.bench.scans.measuring import cer, words_lost
from tests.bench.scans.noise import as_pdf, scanned
from tests.bench.scans.samples import DPI, Sample, samples

PAGES = 12
LEVEL = 2
_SCRIPT = """
import sys, json, pytesseract, pypdfium2
document = pypdfium2.PdfDocument(sys.argv[1])
pictures = (page.render(scale=300 / 72, grayscale=True).to_pil() for page in document)
print(json.dumps([pytesseract.image_to_string(picture, lang="ind") for picture in pictures]))
"""


def scan_peers(files: list[Path], *, most: int = PAGES) -> None:
    """Print pages a second and error of each; what is not installed is left out by name."""
    chosen = list(samples(files, most=most))
    if not chosen:
        print("scans against peers: no page of running text to print")
        return
    cores = len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        path = Path(folder) / "pindaian.pdf"
        path.write_bytes(
            as_pdf([scanned(one.picture, DPI, level=LEVEL, seed=at) for at, one in enumerate(chosen)], dpi=DPI)
        )
        ours = _told("evidence-ai read", chosen, cores, lambda: _ours(path))
        for name, reading in (("OCRmyPDF", _ocrmypdf), ("pytesseract script", _script)):
            theirs = _told(name, chosen, cores, lambda reading=reading: reading(path, cores))  # type: ignore[misc]
            if theirs:
                print(f"scans: {theirs / ours:.2f} times the pages a second of {name}")


def _told(name: str, chosen: Sequence[Sample], cores: int, reading: Callable[[], list[str]]) -> float:
    """Seconds taken; 0 where the peer is missing."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    try:
        texts = reading()
    except FileNotFoundError:
        print(f"scans: {name} is not installed here")
        return 0.0
    seconds = time.monotonic() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    errors = [cer(one.text, text) for one, text in zip(chosen, texts, strict=True)]
    lost = [words_lost(one.text, text) for one, text in zip(chosen, texts, strict=True)]
    print(
        f"scans: {name}: {len(chosen) / seconds:.2f} pages/s on {cores} cores ({seconds:.1f} s, processor {cpu:.1f} s),"
        f" CER {100 * mean(errors):.2f} %, words lost {100 * mean(lost):.2f} %, {len(chosen)} pages"
    )
    return seconds


def _ours(path: Path) -> list[str]:
    command = Path(sys.executable).with_name("evidence-ai")
    done = subprocess.run([command, "read", str(path)], capture_output=True, check=True, text=True)
    found = {page["number"]: page["text"] for page in json.loads(done.stdout)["pages"]}
    return [found.get(number + 1, "") for number in range(json.loads(done.stdout)["pages_total"])]


def _ocrmypdf(path: Path, cores: int) -> list[str]:
    program = shutil.which("ocrmypdf") or str(Path(sys.executable).with_name("ocrmypdf"))
    sidecar = path.with_suffix(".txt")
    options = [
        "--force-ocr",
        "--output-type",
        "pdf",
        "--optimize",
        "0",
        "-l",
        "ind",
        "--jobs",
        str(cores),
        "--sidecar",
        str(sidecar),
    ]
    subprocess.run([program, *options, str(path), str(path.with_name("hasil.pdf"))], capture_output=True, check=True)
    return re.split("\f", sidecar.read_text(encoding="utf-8").removesuffix("\f"))


def _script(path: Path, _cores: int) -> list[str]:
    done = subprocess.run([sys.executable, "-c", _SCRIPT, str(path)], capture_output=True, check=True, text=True)
    return [str(text) for text in json.loads(done.stdout)]
