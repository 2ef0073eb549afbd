"""Originals in an S3-compatible store, each under its sha256."""

from __future__ import annotations

import hashlib
import io
from urllib.parse import unquote, urlsplit

import urllib3
from minio import Minio
from minio.error import MinioException, S3Error
from urllib3.exceptions import HTTPError

from evidence_ai.adapters.blobs.naming import damaged, missing, valid
from evidence_ai.errors import ConfigurationError, DependencyError


class S3Blobs:
    """A bucket; it is made where it is missing."""

    def __init__(self, client: Minio, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    @classmethod
    def at(cls, place: str) -> S3Blobs:
        """The bucket of `s3://KEY:SECRET@HOST:PORT/BUCKET`; `s3+http://` for a store without TLS.

        Raises:
            ConfigurationError: a part is missing.
        """
        parts = urlsplit(place)
        bucket = parts.path.strip("/")
        if not (parts.hostname and parts.username and parts.password and bucket):
            message = "Alamat penyimpanan S3 tidak lengkap."
            raise ConfigurationError(message, advice="Tulis s3://KUNCI:RAHASIA@MESIN:PORT/BUCKET.")
        host = parts.hostname if parts.port is None else f"{parts.hostname}:{parts.port}"
        client = Minio(
            host,
            access_key=unquote(parts.username),
            secret_key=unquote(parts.password),
            secure=parts.scheme == "s3",
            region="us-east-1",
            http_client=urllib3.PoolManager(timeout=urllib3.Timeout(connect=5, read=60), retries=urllib3.Retry(2)),
        )
        return cls(client, bucket)

    def put(self, content: bytes) -> str:
        """Keep `content`; the store shows it whole or not at all."""
        sha256 = hashlib.sha256(content).hexdigest()
        try:
            if not self._client.bucket_exists(bucket_name=self._bucket):
                self._client.make_bucket(bucket_name=self._bucket)
            if not self.has(sha256):
                self._client.put_object(
                    bucket_name=self._bucket, object_name=_key(sha256), data=io.BytesIO(content), length=len(content)
                )
        except (MinioException, HTTPError) as error:
            raise _no_answer() from error
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes of this name, verified."""
        try:
            answer = self._client.get_object(bucket_name=self._bucket, object_name=_key(sha256))
            try:
                content = answer.read()
            finally:
                answer.close()
                answer.release_conn()
        except S3Error as error:
            if error.code in {"NoSuchKey", "NoSuchBucket"}:
                raise missing(sha256) from error
            raise _no_answer() from error
        except (MinioException, HTTPError) as error:
            raise _no_answer() from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise damaged(sha256)
        return content

    def has(self, sha256: str) -> bool:
        """Whether there are bytes of this name."""
        try:
            self._client.stat_object(bucket_name=self._bucket, object_name=_key(sha256))
        except S3Error as error:
            if error.code in {"NoSuchKey", "NoSuchBucket", "NoSuchObject"}:
                return False
            raise _no_answer() from error
        except (MinioException, HTTPError) as error:
            raise _no_answer() from error
        return True

    def remove(self, sha256: str) -> None:
        """Forget the bytes of this name."""
        try:
            self._client.remove_object(bucket_name=self._bucket, object_name=_key(sha256))
        except (MinioException, HTTPError) as error:
            raise _no_answer() from error

    def ready(self) -> bool:
        """Whether the store answers."""
        try:
            self._client.bucket_exists(bucket_name=self._bucket)
        except (MinioException, HTTPError):
            return False
        return True


def _key(sha256: str) -> str:
    name = valid(sha256)
    return f"{name[:2]}/{name[2:4]}/{name}"


def _no_answer() -> DependencyError:
    return DependencyError(
        "Penyimpanan berkas asli tidak menjawab, sehingga berkas ini belum dapat disimpan atau diambil.",
        advice="Coba lagi nanti; periksa EVIDENCE_STORAGE__URL bila berlanjut.",
    )
