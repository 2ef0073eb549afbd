"""LibreOffice as a converter: one file in, one file out, in a profile of its own that is gone afterwards.

Macros are switched off, links and remote pictures are not fetched, and the program has no network where the kernel
allows that. It is called by its binary, not by its start script, so nothing is left running when it is stopped.
"""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from evidence_ai.reading.programs import run

_MEMORY_MB = 1_000
_FIRST_START = 81
"""Exit code of a first start that laid out its profile and wants to be started again."""
_STARTS = 3
_FILTERS = {
    "docx": "docx:MS Word 2007 XML",
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "pptx": "pptx:Impress MS PowerPoint 2007 XML",
}

_KNOWN_AS = {
    "doc": "MS Word 97",
    "odt": "writer8",
    "rtf": "Rich Text Format",
    "xls": "MS Excel 97",
    "ods": "calc8",
    "xlsb": "Calc MS Excel 2007 Binary",
    "ppt": "MS PowerPoint 97",
    "odp": "impress8",
}
"""What each file is opened as: left to guess, LibreOffice takes a broken file for plain text and gives its bytes."""


class NotConvertedError(Exception):
    """LibreOffice gave no file: it could not read the content, or crashed on it."""


class TooSlowError(Exception):
    """LibreOffice was stopped because its time was over."""


def is_installed() -> bool:
    """Whether this machine can convert."""
    return _binary() is not None


def converted(content: bytes, ending: str, target: str, *, seconds: float) -> bytes:
    """A file in another format.

    Args:
        content: the file.
        ending: what kind it is, as its usual file ending without the dot: doc, odt, rtf, xls, ods, xlsb, ppt or odp.
        target: 'docx', 'xlsx' or 'pptx'.
        seconds: wall time.

    Raises:
        NotConvertedError: no file came out, or LibreOffice is not installed.
        TooSlowError: the time was over.
    """
    binary = _binary()
    if binary is None:
        raise NotConvertedError
    with tempfile.TemporaryDirectory(prefix="evidence-office-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        profile, out = folder / "profile", folder / "out"
        (profile / "user").mkdir(parents=True)
        out.mkdir()
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        (folder / f"berkas.{ending}").write_bytes(content)
        command = [
            *(str(binary), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"),
            *(
                "--nodefault",
                "--nologo",
                f"--infilter={_KNOWN_AS[ending]}",
                "--convert-to",
                _FILTERS[target],
                "--outdir",
                str(out),
                f"berkas.{ending}",
            ),
        ]
        for _start in range(_STARTS):
            ran = run(command, folder=folder, seconds=seconds, memory_mb=_MEMORY_MB)
            if ran.code is None:
                raise TooSlowError
            if ran.code != _FIRST_START:
                break
        made = out / f"berkas.{target}"
        if not made.is_file():
            raise NotConvertedError
        return made.read_bytes()


@cache
def _binary() -> Path | None:
    """The program behind the start script, which would leave its child running when killed."""
    script = shutil.which("soffice") or shutil.which("libreoffice")
    if script is None:
        return None
    beside = Path(script).resolve().parent / "soffice.bin"
    return beside if beside.is_file() else Path(script)


def _setting(path: str, name: str, value: str) -> str:
    return f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'


_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    + _setting("Office.Common/Security/Scripting", "MacroSecurityLevel", "3")
    + _setting("Office.Common/Security/Scripting", "DisableMacrosExecution", "true")
    + _setting("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
    + _setting("Office.Writer/Content/Update", "Link", "2")
    + _setting("Office.Calc/Content/Update", "Link", "1")
    + "</oor:items>\n"
)
