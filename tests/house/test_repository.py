"""Rules of the house that no linter knows: what may not stand in the repository, and how things are named."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BANNED_NAMES = re.compile(
    r"(?:^|_)(?:manager|helper|helpers|util|utils|common|misc|base|handler|processor)(?:_|\.py$|$)"
)
BANNED_WORD = re.compile(r"(?:manager|helper|helpers|util|utils|common|misc|base|handler|processor)")
LOCKS = ("requirements.lock", "requirements-dev.lock")
MAX_BYTES = 3_000_000


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode != 0 or not listing.stdout:
        pytest.skip("not a git checkout, so there is no list of committed files")
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def nodes(folder: str) -> Iterator[tuple[Path, ast.AST]]:
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield path, node


def text_of(path: Path) -> str:
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", "replace")


def test_lock_files_carry_names_versions_and_hashes_only() -> None:
    for name in LOCKS:
        text = (ROOT / name).read_text()
        assert not re.search(r"https?:|file://|index-url|find-links|trusted-host|@ file", text), name
        pinned = re.findall(r"^[A-Za-z0-9_.\[\]-]+==\S+", text, re.MULTILINE)
        assert len(pinned) > 20, name
        assert text.count("--hash=sha256:") >= len(pinned), name


def test_every_locked_library_has_its_licence_named_and_no_other() -> None:
    runtime = (ROOT / "THIRD_PARTY_NOTICES").read_text().partition("Libraries (runtime)")[2].partition("\n\n")[0]
    named = re.findall(r"^- ([a-z0-9-]+): \S", runtime, re.MULTILINE)
    pinned = re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    assert named == sorted(one.lower() for one in pinned)


def test_no_committed_file_names_a_place_outside_the_repository() -> None:
    outside = re.compile(r"\.\./shared|/work/(?:main|shared|\.library)|/root/|/home/[a-z]+/|/tmp/[a-z]")
    wrong = [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in tracked()
        if path.name != "run" and path != Path(__file__)
        for found in [outside.search(text_of(path))]
        if found
    ]
    assert wrong == []


def test_no_committed_file_names_a_package_registry() -> None:
    registry = re.compile(r"pypi\.org|files\.pythonhosted|registry\.npmjs|deb\.debian\.org|/opt/(?:pypi|wheels)")
    wrong = [
        str(path.relative_to(ROOT)) for path in tracked() if path != Path(__file__) and registry.search(text_of(path))
    ]
    assert wrong == []


def test_no_committed_file_is_large() -> None:
    assert [str(path.relative_to(ROOT)) for path in tracked() if path.stat().st_size > MAX_BYTES] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    modules = [path.relative_to(ROOT) for path in tracked() if path.suffix == ".py"]
    assert [str(path) for path in modules if any(BANNED_NAMES.search(part) for part in path.parts)] == []


def test_no_public_class_or_function_has_a_name_that_says_nothing() -> None:
    banned = re.compile(r"^(?!_).*(?:Manager|Helper|Util|Utils|Common|Misc|Base|Handler|Processor)$")
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path, node in nodes("evidence_ai")
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
        if banned.search(node.name) or BANNED_WORD.fullmatch(node.name)
    ]
    assert wrong == []


def test_scoring_and_receipts_hold_no_float() -> None:
    """A float rounds differently from what a person computes, and a receipt must not depend on that."""
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for room in ("scoring", "receipts")
        for path, node in nodes(f"evidence_ai/{room}")
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id in {"float", "round"})
    ]
    assert wrong == []


def test_the_pure_core_asks_no_clock_and_opens_no_file() -> None:
    """import-linter sees modules; `datetime` is needed for dates, its clock is not."""
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for room in ("domain", "checking", "scoring", "receipts")
        for path, node in nodes(f"evidence_ai/{room}")
        if (isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"})
        or (isinstance(node, ast.Name) and node.id in {"open", "print", "input"})
    ]
    assert wrong == []


def test_models_and_corpora_hold_no_python() -> None:
    wrong = [
        path for path in tracked() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in {"models", "corpora"}
    ]
    assert wrong == []


def test_no_output_or_sample_carries_a_number_shaped_like_a_valid_nik() -> None:
    """A NIK starts with a real region code and carries a birth date; ours are written so that they cannot be one."""
    nik = re.compile(
        r"(?<!\d)(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-6])\d{4}(?:[0-6]\d|7[01])(?:0[1-9]|1[0-2])\d{6}(?!\d)"
    )
    wrong = [str(path.relative_to(ROOT)) for path in tracked() if path.suffix != ".lock" and nik.search(text_of(path))]
    assert wrong == []
