"""Processes of the service on one machine: what `serve`, `api` and `worker` start, watch and stop."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evidence_ai.adapters.children import Children
from evidence_ai.adapters.redis_child import RedisChild
from evidence_ai.domain.bilingual import Bilingual
from evidence_ai.errors import ConfigurationError, DependencyError, EvidenceError
from evidence_ai.service_wiring import build
from evidence_ai.services.dispatching import free, hand_back
from evidence_ai.settings import Settings

Say = Callable[[str], None]
_LOOK_S = 0.5
_API_GRACE_S = 15.0
_WORK_GRACE_S = 20.0
"""Most documents end within this; what does not is handed back and done again after the next start."""


def supervise(settings: Settings, *, host: str, port: int, say: Say) -> None:
    """Run queue, workers and API until told to stop, then end them in order.

    Raises:
        DependencyError: redis-server is missing, or a part does not answer.
        ConfigurationError: the data folder cannot be written, or the port is taken.
    """
    data = _data_folder(settings.data_dir)
    _ensure_free(host, port)
    stop = _stop_signal()
    redis = None if settings.queue.url else RedisChild(data / "redis")
    if redis is not None:
        redis.start()
    environment = {"EVIDENCE_DATA_DIR": str(data)}
    if redis is not None:
        environment["EVIDENCE_QUEUE__URL"] = redis.url
        settings = settings.model_copy(update={"queue": settings.queue.model_copy(update={"url": redis.url})})
    try:
        _first_start(settings, say)
        children = Children(environment, on_fall=_freeing(settings))
        children.start("api", "api", host, str(port))
        _start_workers(children, settings)
        say(f"evidence-ai berjalan di http://{host}:{port} (Ctrl+C menghentikan).")
        while not stop.wait(_LOOK_S):
            children.look_after()
            if redis is not None and not redis.alive():
                redis.start()
        say("Menghentikan: pekerjaan yang sedang berjalan diselesaikan atau dikembalikan.")
        children.stop(grace_s=_API_GRACE_S, only=lambda name: name == "api")
        _stop_workers(children, settings)
    finally:
        if redis is not None:
            redis.stop()


def run_api(settings: Settings, *, host: str, port: int, say: Say) -> None:
    """Become the API process.

    Raises:
        DependencyError: the database does not answer.
    """
    data = _data_folder(settings.data_dir)
    _first_start(settings, say)
    _become({"EVIDENCE_DATA_DIR": str(data)}, "api", host, str(port))


def run_workers(settings: Settings) -> None:
    """Run workers and a keeper until told to stop.

    Raises:
        DependencyError: the records or the queue do not answer.
    """
    data = _data_folder(settings.data_dir)
    service = build(settings)
    if not service.queue.ready():
        message = "Antrean (Redis) tidak menjawab, sehingga tidak ada pekerjaan yang dapat diterima."
        raise DependencyError(message, advice="Jalankan `evidence-ai serve`, atau perbaiki EVIDENCE_QUEUE__URL.")
    service.records.migrate()
    service.records.close()
    stop = _stop_signal()
    children = Children({"EVIDENCE_DATA_DIR": str(data)}, on_fall=_freeing(settings))
    _start_workers(children, settings)
    while not stop.wait(_LOOK_S):
        children.look_after()
    _stop_workers(children, settings)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One part and how it is. `needed`: the service cannot run without it."""

    part: str
    ok: bool
    needed: bool
    note: Bilingual


def diagnose(settings: Settings) -> tuple[Diagnosis, ...]:
    """Look at every part without changing anything but making the data folder."""
    from evidence_ai.reading.engines import first_available
    from evidence_ai.wiring import protections

    service = build(settings)
    found = [_program("tesseract", "tesseract-ocr tesseract-ocr-ind", needed=True)]
    if not settings.queue.url:
        found.append(_program("redis-server", "redis-server", needed=True))
    else:
        found.append(_part("queue", "EVIDENCE_QUEUE__URL", ok=service.queue.ready()))
    found.append(_part("storage", "EVIDENCE_STORAGE__URL", ok=service.blobs.ready()))
    if settings.database.url:
        found.append(_part("database", "EVIDENCE_DATABASE__URL", ok=service.records.ready(), needed=False))
    found.append(_part("ocr", "EVIDENCE_OCR_ENGINE", ok=first_available().available()))
    found += [Diagnosis(one.name, ok=one.active, needed=False, note=one.words) for one in protections()]
    return tuple(found)


def _data_folder(folder: Path) -> Path:
    data = folder.absolute()
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Folder data {data} tidak dapat dibuat ({error.strerror})."
        raise ConfigurationError(message, advice="Pilih folder lain dengan --data-dir.") from error
    if not os.access(data, os.W_OK):
        message = f"Folder data {data} tidak dapat ditulis, sehingga tidak ada yang dapat disimpan."
        raise ConfigurationError(message, advice="Perbaiki izinnya, atau pilih folder lain dengan --data-dir.")
    return data


def _ensure_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((host, port))
        except OSError as error:
            message = f"Port {port} di {host} tidak dapat dipakai ({error.strerror})."
            raise ConfigurationError(message, advice="Pilih port lain dengan --port.") from error


def _first_start(settings: Settings, say: Say) -> None:
    service = build(settings)
    password = service.first_start()
    service.records.close()
    if password is not None:
        say(f"Admin pertama dibuat. Nama pengguna: admin  Kata sandi sekali pakai: {password}")
        say("Kata sandi ini tidak ditampilkan lagi; gantilah saat masuk pertama kali.")


def _stop_signal() -> threading.Event:
    stop = threading.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda _number, _frame: stop.set())
    return stop


def _start_workers(children: Children, settings: Settings) -> None:
    for number in range(1, settings.worker_count + 1):
        name = f"{_machine()}-{number}"
        children.start(name, "workers", "work", name)
    children.start("keeper", "workers", "keep")


def _stop_workers(children: Children, settings: Settings) -> None:
    children.stop(grace_s=_WORK_GRACE_S)
    service = build(settings)
    hand_back(service.records, f"{_machine()}-", service.clock)
    service.records.close()


def _freeing(settings: Settings) -> Callable[[str], None]:
    """What a fallen worker was doing is freed at once; so is what a killed supervisor of this machine left behind."""
    service = build(settings, pooled=False)

    def free_what_it_did(fallen: str) -> None:
        try:
            free(service.records, lambda worker: worker == fallen or _is_left_behind(worker), service.clock)
        except EvidenceError:
            return  # The records are away; the lease ends by itself.

    free_what_it_did("")
    return free_what_it_did


def _is_left_behind(worker: str) -> bool:
    machine, _, number = worker.rpartition("-")
    host, _, supervisor = machine.rpartition("-")
    if host != socket.gethostname()[:40] or not supervisor.isdigit() or not number.isdigit():
        return False
    return not Path(f"/proc/{supervisor}").exists()


def _machine() -> str:
    """This machine and supervisor: two on one machine do not give back each other's work."""
    return f"{socket.gethostname()[:40]}-{os.getpid()}"


def _become(environment: dict[str, str], *arguments: str) -> None:
    os.environ.update(environment)
    os.execv(sys.executable, [sys.executable, "-m", *arguments])  # noqa: S606 - our own module


def _program(name: str, debian: str, *, needed: bool) -> Diagnosis:
    place = shutil.which(name)
    if place is not None:
        return Diagnosis(name, ok=True, needed=needed, note=Bilingual(place, place))
    return Diagnosis(
        name, ok=False, needed=needed,
        note=Bilingual(f"Tidak terpasang; pasang dengan `apt-get install {debian}`.", f"Not installed; `apt-get install {debian}`."),
    )  # fmt: skip


def _part(name: str, setting: str, *, ok: bool, needed: bool = True) -> Diagnosis:
    words = (
        Bilingual("Siap.", "Ready.")
        if ok
        else Bilingual(f"Tidak menjawab; periksa {setting}.", f"No answer; see {setting}.")
    )
    return Diagnosis(name, ok=ok, needed=needed, note=words)
