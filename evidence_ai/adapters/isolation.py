"""What a worker that opens hostile files is shut into: limits, its own processes, no network; and what is in force here."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from evidence_ai.adapters.seccomp import forbid_network
from evidence_ai.domain.bilingual import Bilingual

_NEW_IPC, _NEW_USER, _NEW_PID, _NEW_NET = 0x08000000, 0x10000000, 0x20000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36


@dataclass(frozen=True, slots=True)
class Confinement:
    """What a worker may take: `memory_mb` of itself and its programs together (0: no limit), `cpu_s` in its life."""

    memory_mb: int = 1024
    cpu_s: int = 6 * 3600
    file_mb: int = 2048
    open_files: int = 512


@dataclass(frozen=True, slots=True)
class Protection:
    """One protection: whether this machine allows it, and what that means."""

    name: str
    active: bool
    words: Bilingual


def protections() -> tuple[Protection, ...]:
    """Which protections workers have on this machine, tried out in a process made for it."""
    tried = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", __name__], capture_output=True, check=False, timeout=60
    )
    active = json.loads(tried.stdout) if tried.returncode == 0 else {}
    return tuple(Protection(name, bool(active.get(name)), words) for name, words in _MEANING.items())


def lead_own_session() -> None:
    """Start a session and a group of its own, and adopt what descendants leave."""
    os.setsid()
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def end_with_parent() -> None:
    """Be killed when the parent ends, however it ends."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def set_apart() -> dict[str, bool]:
    """Put children into namespaces of their own: killing the first ends them all, and they see no network.

    As root this needs no user namespace; one would take away the right to read files of other users.
    """
    if _unshare(_NEW_PID | _NEW_NET | _NEW_IPC):
        return {"processes": True, "network_namespace": True}
    user, group = os.geteuid(), os.getegid()
    if _unshare(_NEW_USER | _NEW_PID | _NEW_NET | _NEW_IPC):
        with suppress(OSError):
            Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
            Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
        return {"processes": True, "network_namespace": True}
    return {"processes": False, "network_namespace": False}


def confine(limits: Confinement) -> dict[str, bool]:
    """Take limits on this process and its children, and give up the network. Cannot be undone."""
    if limits.memory_mb:
        # Counted per process; the keeper counts a worker and its programs together.
        _limit(resource.RLIMIT_DATA, limits.memory_mb * 1_000_000)
    _limit(resource.RLIMIT_CPU, limits.cpu_s)
    _limit(resource.RLIMIT_FSIZE, limits.file_mb * 1_000_000)
    _limit(resource.RLIMIT_NOFILE, limits.open_files)
    _limit(resource.RLIMIT_CORE, 0)
    # A file that grows too long is an error to the writer, as a full disk is, not the end of the process.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    return {"limits": True, "system_calls": forbid_network()}


def _limit(what: int, value: int) -> None:
    _, hard = resource.getrlimit(what)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (value, value))


def _unshare(flags: int) -> bool:
    return bool(ctypes.CDLL(None, use_errno=True).unshare(flags) == 0)


def _prctl(option: int, value: int) -> bool:
    return bool(ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0) == 0)


_MEANING = {
    "limits": Bilingual(
        "Memori, waktu prosesor, besar berkas, dan jumlah berkas terbuka setiap pembaca dibatasi.",
        "Memory, processor time, file size and open files of every reader are limited.",
    ),
    "processes": Bilingual(
        "Setiap pembaca punya ruang proses sendiri: bila dihentikan, semua program yang dipanggilnya ikut berhenti.",
        "Every reader has a process space of its own: when it is stopped, every program it called stops with it.",
    ),
    "network_namespace": Bilingual(
        "Pembaca tidak melihat jaringan sama sekali (network namespace).",
        "Readers see no network at all (network namespace).",
    ),
    "system_calls": Bilingual(
        "Pembaca tidak dapat membuka sambungan jaringan atau mengintip proses lain (seccomp).",
        "Readers cannot open network connections or look into other processes (seccomp).",
    ),
}

if __name__ == "__main__":
    found = {**set_apart(), **confine(Confinement())}
    sys.stdout.write(json.dumps(found))
