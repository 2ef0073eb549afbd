"""A filter on what a worker may ask of the kernel: no network, no looking into other processes. Linux only.

**Source**: seccomp(2), `struct seccomp_data`; works without privileges and inside containers, where namespaces do not.
"""

from __future__ import annotations

import ctypes
import platform
import struct

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _MODE_FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | 13, 0x80000000  # 13: EACCES
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_UNIX = 1
_X32 = 0x40000000

# socket; then: ptrace, process_vm_readv, process_vm_writev, mount, umount2, pivot_root, kexec_load, init_module,
# finit_module, delete_module, bpf, perf_event_open, add_key, request_key, keyctl, unshare, setns, io_uring_setup,
# userfaultfd, reboot, swapon. io_uring opens sockets past a filter.
_CALLS = {
    "x86_64": (0xC000003E, 41, (101, 310, 311, 165, 166, 155, 246, 175, 313, 176, 321, 298, 248, 249, 250, 272, 308, 425, 323, 169, 167)),
    "aarch64": (0xC00000B7, 198, (117, 270, 271, 40, 39, 41, 104, 105, 273, 106, 280, 241, 217, 218, 219, 97, 268, 425, 282, 142, 224)),
}  # fmt: skip


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def forbid_network() -> bool:
    """Refuse every socket but local ones, and calls that reach beyond this process; whether the kernel took the filter."""
    calls = _CALLS.get(platform.machine())
    if calls is None:
        return False
    code = b"".join(struct.pack("<HBBI", *step) for step in _steps(*calls))
    buffer = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(code) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) == 0)


def _steps(architecture: int, socket: int, refused: tuple[int, ...]) -> list[tuple[int, int, int, int]]:
    """The filter as (code, steps to skip if true, if false, value)."""
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, _REFUSE),
        (_EQUAL, 0, 4, socket),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_EQUAL, 0, 1, _UNIX),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    for number in refused:
        steps += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE)]
    return [*steps, (_RETURN, 0, 0, _ALLOW)]
