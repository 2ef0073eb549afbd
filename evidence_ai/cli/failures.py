"""What went wrong, in words for people on stderr."""

from __future__ import annotations

import traceback

import click


def explain_usage(wrong: click.ClickException) -> None:
    """What is wrong with the command as typed, first in Indonesian, and where its description stands."""
    context = getattr(wrong, "ctx", None)
    command = context.command_path if context is not None else "evidence-ai"
    if isinstance(wrong, click.exceptions.NoArgsIsHelpError):
        wrong.show()
        return
    click.echo(_usage_words(wrong), err=True)
    click.echo(f"Cara pakai: {command} --help", err=True)


def _usage_words(wrong: click.ClickException) -> str:
    param = getattr(wrong, "param", None)
    hint = getattr(wrong, "param_hint", None) or _typed_name(param)
    if isinstance(wrong, click.MissingParameter):
        return f"{hint} belum diberikan."
    if isinstance(wrong, click.NoSuchOption):
        return f"Pilihan {wrong.option_name} tidak dikenal. Nama berkas yang diawali '-' ditulis sesudah '--'."
    if isinstance(wrong, click.BadParameter):
        return f"Nilai untuk {hint} tidak dapat dipakai: {wrong.message}"
    return f"Perintah ini tidak dapat dijalankan: {wrong.format_message()}"


def _typed_name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[0]
    return param.human_readable_name if param is not None else ""


def explain_internal(error: Exception) -> None:
    """Where our own code failed, and the request to report it."""
    click.echo("".join(traceback.format_exception(error)), err=True)
    click.echo(
        "Kesalahan di dalam program; laporkan baris di atas. (Internal error; please report the lines above.)", err=True
    )
