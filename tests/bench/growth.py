"""Growth of time and memory from 1 to 900 pages of one born-digital file, through the command; drawn as SVG."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
import threading
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import pikepdf

psutil: Any = import_module("psutil")  # it ships no types

SIZES = (1, 10, 50, 100, 300, 600, 900)
PLOT = Path(__file__).resolve().parents[2] / "build" / "bench" / "growth.svg"


def growth(files: list[Path]) -> None:
    """Print seconds and the heaviest worker for each size, and draw both."""
    points = []
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            path = Path(folder) / "panjang.pdf"
            path.write_bytes(_long(files, size))
            points.append((size, *_weighed(path)))
        print(f"growth: {size} pages: {points[-1][1]:.1f} s, heaviest process {points[-1][2]:.0f} MB", flush=True)
    PLOT.parent.mkdir(parents=True, exist_ok=True)
    PLOT.write_text(_drawn(points), encoding="utf-8")
    print(f"growth: drawn as {PLOT.relative_to(PLOT.parents[2])}")


def _long(files: list[Path], size: int) -> bytes:
    """A file of this many pages, taken from real ones in turn."""
    with pikepdf.new() as joined:
        while len(joined.pages) < size:
            before = len(joined.pages)
            for file in files:
                try:
                    with pikepdf.open(file) as source:
                        joined.pages.extend(source.pages[: min(40, size - len(joined.pages))])
                except pikepdf.PdfError:
                    continue
                if len(joined.pages) >= size:
                    break
            if len(joined.pages) == before:
                break
        out = io.BytesIO()
        joined.save(out)
    return out.getvalue()


def _weighed(path: Path) -> tuple[float, float]:
    """Seconds of the command `read`, and the most that one process of it held, in MB, what it shares left out."""
    command = Path(sys.executable).with_name("evidence-ai")
    started = time.monotonic()
    process = subprocess.Popen([command, "read", str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    printed: list[bytes] = []
    assert process.stdout is not None
    listening = threading.Thread(target=lambda out=process.stdout: printed.append(out.read()))
    listening.start()
    heaviest = 0.0
    while process.poll() is None:
        for one in (psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)):
            try:
                memory = one.memory_info()
            except psutil.NoSuchProcess:
                continue
            heaviest = max(heaviest, (memory.rss - memory.shared) / 1e6)
        time.sleep(0.05)
    listening.join()
    seconds = time.monotonic() - started
    found = json.loads(printed[0])
    assert found["pages_read"] + len(found["pages_failed"]) == found["pages_total"]
    return seconds, heaviest


def _drawn(points: list[tuple[int, float, float]]) -> str:
    most = (max(one[1] for one in points), max(one[2] for one in points))
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" font-family="sans-serif" font-size="12">']
    parts.append('<rect width="640" height="360" fill="white"/><path d="M60 20V310H600" fill="none" stroke="#444"/>')
    for which, (colour, unit) in enumerate((("#1f5fa8", "s"), ("#b3541e", "MB"))):
        places = [
            (60 + 530 * one[0] / SIZES[-1], 310 - 280 * one[1 + which] / max(most[which], 1e-9)) for one in points
        ]
        line = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(
            f'<text x="{70 + 270 * which}" y="16" fill="{colour}">{"time" if not which else "heaviest process"}, most {most[which]:.1f} {unit}</text>'
        )
    parts += [
        f'<text x="{60 + 530 * size / SIZES[-1]:.0f}" y="328" text-anchor="middle">{size}</text>'
        for size in SIZES
        if size != SIZES[1]
    ]
    parts.append('<text x="330" y="350" text-anchor="middle">pages</text></svg>')
    return "\n".join(parts) + "\n"
