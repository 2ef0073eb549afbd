"""Models as files: `models/<name>/<version>/` with model.json, model.bin and card.toml; no code in any of them.

`card.toml` holds the sha256 of the other two; a model whose bytes differ from its card is refused.
"""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evidence_ai.domain.model import ITEM_BYTES, Model, Tensor
from evidence_ai.errors import ConfigurationError

SHIPPED_MODELS = Path(__file__).resolve().parents[2] / "models"
"""Beside the package, as the repository and the image lay it."""
_HEADER, _NUMBERS, _CARD = "model.json", "model.bin", "card.toml"


def current(folder: Path, name: str) -> Model | None:
    """The model in force: that of the highest version; None where there is none.

    Raises:
        ConfigurationError: its files are incomplete, or differ from its card.
    """
    found = versions(folder, name)
    return load(folder, name, found[-1]) if found else None


def names(folder: Path) -> tuple[str, ...]:
    """The models of a folder that have a version, by name."""
    found = sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []
    return tuple(one for one in found if versions(folder, one))


def versions(folder: Path, name: str) -> tuple[str, ...]:
    """The versions of a model that have a card, oldest first."""
    home = folder / name
    if not home.is_dir():
        return ()
    found = [one.name for one in home.iterdir() if one.name.isdigit() and (one / _CARD).is_file()]
    return tuple(sorted(found, key=int))


def load(folder: Path, name: str, version: str) -> Model:
    """One version of a model, its bytes compared with its card.

    Raises:
        ConfigurationError: a file is missing or is not what the card says.
    """
    home = folder / name / version
    card = card_of(folder, name, version)
    header, numbers = _checked(home, _HEADER, card), _checked(home, _NUMBERS, card)
    described = json.loads(header)
    tensors = {key: _tensor(entry, numbers) for key, entry in described["tensors"].items()}
    words = {key: tuple(values) for key, values in described["words"].items()}
    return Model(described["name"], version, tensors, words)


def card_of(folder: Path, name: str, version: str) -> Mapping[str, Any]:
    """The card of a model as read from its file.

    Raises:
        ConfigurationError: there is none, or it is no TOML.
    """
    path = folder / name / version / _CARD
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise _refused(path, f"kartu model tidak dapat dibaca ({error})") from error


def save(folder: Path, model: Model, card: str) -> Path:
    """Write a model and its card (which gets the digests) so that a reader sees all of it or nothing of it.

    The same model and card give the same bytes.
    """
    header, numbers = _packed(model)
    home = folder / model.name / model.version
    home.mkdir(parents=True, exist_ok=True)
    digests = "".join(
        f'"{name}" = "{hashlib.sha256(content).hexdigest()}"\n'
        for name, content in ((_NUMBERS, numbers), (_HEADER, header))
    )
    _write(home / _NUMBERS, numbers)
    _write(home / _HEADER, header)
    _write(home / _CARD, f"{card.rstrip()}\n\n[sha256]\n{digests}".encode())
    return home


def write_beside(folder: Path, name: str, version: str, *, file_name: str, text: str) -> Path:
    """Write a further file about a model beside its card."""
    path = folder / name / version / file_name
    _write(path, text.encode())
    return path


def add_rows(folder: Path, lines: str, *, readme: str) -> None:
    """Add JSONL lines to a corpus of one file, each once, in order; make the corpus where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "rows.jsonl"
    before = path.read_text("utf-8") if path.is_file() else ""
    together = "".join(sorted({*before.splitlines(keepends=True), *lines.splitlines(keepends=True)}))
    _write(folder / "README.md", readme.encode())
    _write(path, together.encode())


def _packed(model: Model) -> tuple[bytes, bytes]:
    entries: dict[str, Any] = {}
    numbers = bytearray()
    for key in sorted(model.tensors):
        tensor = model.tensors[key]
        entries[key] = {"kind": tensor.kind, "shape": list(tensor.shape), "offset": len(numbers)}
        numbers += tensor.data
    words = {key: list(model.words[key]) for key in sorted(model.words)}
    header = {"name": model.name, "tensors": entries, "words": words}
    return json.dumps(header, ensure_ascii=False, indent=1).encode() + b"\n", bytes(numbers)


def _tensor(entry: Mapping[str, Any], numbers: bytes) -> Tensor:
    size = ITEM_BYTES[entry["kind"]]
    for side in entry["shape"]:
        size *= side
    return Tensor(entry["kind"], tuple(entry["shape"]), numbers[entry["offset"] : entry["offset"] + size])


def _checked(home: Path, name: str, card: Mapping[str, Any]) -> bytes:
    path = home / name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _refused(path, f"berkas model tidak dapat dibaca ({error.strerror})") from error
    expected = card.get("sha256", {}).get(name)
    if hashlib.sha256(content).hexdigest() != expected:
        raise _refused(path, "isi berkas model berbeda dari sha256 di kartunya")
    return content


def _write(path: Path, content: bytes) -> None:
    """Beside first, then in place: a power cut leaves the old file or the new one."""
    beside = path.with_name(f".{path.name}.new")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _refused(path: Path, why: str) -> ConfigurationError:
    return ConfigurationError(
        f"Model {path.parent.parent.name}/{path.parent.name}: {why}, sehingga hasilnya tidak dapat dipercaya.",
        advice="Ambil ulang folder model dari rilis, atau jalankan `evidence-ai train`.",
    )
