"""Drawings: the emblem of the invented kabupaten, office stamps and signatures."""

from __future__ import annotations

import math
import random

from reportlab.pdfgen.canvas import Canvas

_PURPLE = (0.30, 0.16, 0.52)
_BLUE = (0.06, 0.10, 0.45)


def emblem(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A shield with a hill, waves and a star; `x` its middle, `y` its foot, `size` its height in points."""
    half, canvas_path = size * 0.38, canvas.beginPath()
    canvas.saveState()
    canvas.setLineWidth(1.6)
    canvas_path.moveTo(x - half, y + size)
    canvas_path.lineTo(x + half, y + size)
    canvas_path.lineTo(x + half, y + size * 0.42)
    canvas_path.curveTo(x + half, y + size * 0.16, x + half * 0.4, y + size * 0.06, x, y)
    canvas_path.curveTo(x - half * 0.4, y + size * 0.06, x - half, y + size * 0.16, x - half, y + size * 0.42)
    canvas_path.close()
    canvas.drawPath(canvas_path)
    hill = canvas.beginPath()
    hill.moveTo(x - half * 0.85, y + size * 0.38)
    hill.lineTo(x - half * 0.1, y + size * 0.74)
    hill.lineTo(x + half * 0.25, y + size * 0.55)
    hill.lineTo(x + half * 0.5, y + size * 0.64)
    hill.lineTo(x + half * 0.85, y + size * 0.38)
    hill.close()
    canvas.setFillGray(0.35)
    canvas.drawPath(hill, fill=1)
    for row in range(3):
        _wave(canvas, x, y + size * (0.31 - 0.07 * row), half * (0.8 - 0.18 * row))
    _star(canvas, x, y + size * 0.87, size * 0.07)
    canvas.restoreState()


def stamp(canvas: Canvas, x: float, y: float, text: str, *, radius: float = 36) -> None:
    """A round office stamp with `text` around its rim."""
    canvas.saveState()
    canvas.setStrokeColorRGB(*_PURPLE)
    canvas.setFillColorRGB(*_PURPLE)
    canvas.setLineWidth(1.7)
    canvas.circle(x, y, radius)
    canvas.setLineWidth(0.7)
    canvas.circle(x, y, radius - 3)
    canvas.circle(x, y, radius - 13)
    _star(canvas, x, y, radius * 0.42)
    canvas.setFont("Helvetica-Bold", 6.6)
    step = 2 * math.pi / max(len(text) + 1, 30)
    for at, letter in enumerate(text):
        angle = math.pi / 2 + step * (len(text) - 1) / 2 - step * at
        canvas.saveState()
        canvas.translate(x + (radius - 10.5) * math.cos(angle), y + (radius - 10.5) * math.sin(angle))
        canvas.rotate(math.degrees(angle) - 90)
        canvas.drawCentredString(0, 0, letter)
        canvas.restoreState()
    canvas.restoreState()


def scribble(canvas: Canvas, x: float, y: float, *, seed: int, scale: float = 1) -> None:
    """A signature: loops from a seed, so that a person signs alike everywhere."""
    chance = random.Random(seed)
    canvas.saveState()
    canvas.setStrokeColorRGB(*_BLUE)
    canvas.setLineWidth(1.1)
    canvas.translate(x, y)
    canvas.scale(scale, scale)
    path = canvas.beginPath()
    at, y = -42.0, 0.0
    path.moveTo(at, y)
    tall, lean = chance.uniform(0.5, 1.7), chance.uniform(-0.9, 0.9)
    for _ in range(chance.randint(2, 7)):
        up, along = tall * chance.uniform(6, 26), chance.uniform(6, 22)
        path.curveTo(at + along, y + up, at - along * lean, y + up, at + along * 0.7, y - chance.uniform(-4, 13))
        at += along * 0.7
    down = chance.uniform(-18, 14)
    path.curveTo(at + 10, y + down, at + 30, y - down, at + chance.uniform(14, 50), y + chance.uniform(-10, 12))
    canvas.drawPath(path)
    canvas.restoreState()


def electronic(canvas: Canvas, x: float, y: float, *, seed: int, size: float = 46) -> None:
    """The square code of an electronic signature; it encodes nothing. `x`, `y`: its middle and foot."""
    chance = random.Random(seed)
    cells, cell = 25, size / 25
    for row in range(cells):
        for column in range(cells):
            near = [max(abs(row - a), abs(column - b)) for a, b in ((3, 3), (3, 21), (21, 3))]
            dark = min(near) in {0, 1, 3} if min(near) <= 4 else chance.random() < 0.48
            if dark:
                canvas.rect(x - size / 2 + column * cell, y + row * cell, cell, cell, stroke=0, fill=1)


def _wave(canvas: Canvas, x: float, y: float, half: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x - half, y)
    path.curveTo(x - half / 2, y + half * 0.3, x - half / 2, y - half * 0.3, x, y)
    path.curveTo(x + half / 2, y + half * 0.3, x + half / 2, y - half * 0.3, x + half, y)
    canvas.setLineWidth(1)
    canvas.drawPath(path)


def _star(canvas: Canvas, x: float, y: float, radius: float) -> None:
    path = canvas.beginPath()
    for at in range(10):
        far = radius if at % 2 == 0 else radius * 0.42
        angle = math.pi / 2 + at * math.pi / 5
        point = (x + far * math.cos(angle), y + far * math.sin(angle))
        (path.moveTo if at == 0 else path.lineTo)(*point)
    path.close()
    canvas.drawPath(path, fill=1)
