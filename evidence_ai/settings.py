"""Settings: read once in an entrance from EVIDENCE_* variables, handed on as values.

Nothing here may change a result: thresholds live in editions, model cards and constants.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from evidence_ai.errors import ConfigurationError


class Place(BaseModel):
    """Where a part of the service lies; an empty address means: inside the data folder, on this machine."""

    url: str = ""


class Settings(BaseSettings):
    """What an operator may choose for one machine.

    Attributes:
        workers: documents worked on at the same time; 0 means one per processor.
        ocr_engine: a member of the engine shelf, or `auto` for the fastest one that is installed.
        document_timeout_s: three quarters of it are for reading one document (and never more than two minutes and ten
            seconds a page); pages not reached are named, so that a long scan ends `partial` with what was read.
        page_timeout_s: a page that takes longer costs itself (`page_timeout`), not its document.
        worker_memory_mb: memory in use by one worker and the programs it calls; a page that needs more is lost, with
            reason `page_memory`. 0: no limit.
        editions_dir: a folder with further editions, beside those that ship.
        trust_dir: a folder with certificates (PEM or DER) trusted to issue electronic signatures.
        models_dir: learned models of your own, instead of those that ship.
        edition: the edition used where none is named.
        data_dir: where the service keeps what has no address of its own.
        database: records; `EVIDENCE_DATABASE__URL`, `postgresql://...` or `sqlite:///FILE`.
        queue: the doorbell; `EVIDENCE_QUEUE__URL`, `redis://...`.
        storage: originals; `EVIDENCE_STORAGE__URL`, `s3://KEY:SECRET@HOST/BUCKET` or `file:///FOLDER`.
        receipt_key_file: Ed25519 key (PEM) that signs receipts; one is made in the data folder where none is named.
        second_reading_percent: share of answers that two persons decide on independently.
        season_salt: what that sample is drawn with; a secret of the season.
        max_upload_mb: a larger upload is refused.
        secure_cookies: session cookies travel over HTTPS only; off for a trial on one machine.
    """

    model_config = SettingsConfigDict(env_prefix="EVIDENCE_", env_nested_delimiter="__", extra="ignore")

    workers: int = Field(default=0, ge=0, le=256)
    ocr_engine: str = "auto"
    document_timeout_s: int = Field(default=3600, ge=1)
    page_timeout_s: int = Field(default=60, ge=1)
    worker_memory_mb: int = Field(default=1024, ge=0)
    editions_dir: Path | None = None
    trust_dir: Path | None = None
    models_dir: Path | None = None
    edition: str = "permenkumham_22_2021"
    data_dir: Path = Path("data")
    database: Place = Place()
    queue: Place = Place()
    storage: Place = Place()
    receipt_key_file: Path | None = None
    second_reading_percent: int = Field(default=10, ge=0, le=100)
    season_salt: str = ""
    max_upload_mb: int = Field(default=300, ge=1)
    secure_cookies: bool = False
    log_level: Literal["debug", "info", "warning", "error"] = "warning"

    @property
    def worker_count(self) -> int:
        """How many workers to start."""
        return self.workers or len(os.sched_getaffinity(0))


def load_settings() -> Settings:
    """Settings from the environment.

    Raises:
        ConfigurationError: a variable has a value that cannot be used; the message names each.
    """
    try:
        return Settings()
    except ValidationError as error:
        wrong = "; ".join(f"EVIDENCE_{str(item['loc'][0]).upper()}: {item['msg']}" for item in error.errors())
        raise ConfigurationError(
            f"Pengaturan tidak dapat dipakai: {wrong}.", advice="Perbaiki variabel itu."
        ) from error
