"""A thin typed client of the API, for programs and for our own end-to-end tests. It knows the wire and nothing else.

with Client("http://127.0.0.1:8000", key="evk_...") as client:
    package = client.open_package("99.01", data_year=2024)
    client.upload(package.id, [("paket.zip", content)])
    client.wait(package.id)
    for finding in client.findings(package.id): ...
"""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx

T = TypeVar("T")


class ProblemError(Exception):
    """The service refused; `code` is stable, `status` the HTTP status, `detail` words in Indonesian."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.status = status
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class PackageView:
    """A package."""

    id: str
    region_code: str
    data_year: int
    edition: str
    state: str
    revision: int
    checked_revision: int


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document."""

    id: str
    name: str
    sha256: str | None
    state: str
    outcome: str | None
    job_id: str | None


@dataclass(frozen=True, slots=True)
class WorkView:
    """How far the work on a package is."""

    documents: int
    received: int
    examined: int
    parked: int
    checked: bool
    ahead: int | None
    eta_s: int | None


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding."""

    id: str
    document_id: str | None
    code: str
    severity: str
    indicator: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class EventView:
    """Something that happened to a package."""

    seq: int
    kind: str
    subject: str | None


@dataclass(frozen=True, slots=True)
class ItemView:
    """One answered indicator to decide on; `documents` by sha256, `answer` as the region gave it."""

    indicator: str
    etag: str
    documents: tuple[str, ...]
    answer: dict[str, Any]
    kanwil: dict[str, Any] | None
    central: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class ScoreView:
    """A sealed score."""

    id: str
    kind: str
    total: str
    predikat: str
    body_sha256: str
    previous: str | None


class Client:
    """One caller: a program by its key, or a person after `sign_in`. Changes carry an Idempotency-Key of their own."""

    def __init__(self, address: str, *, key: str | None = None, timeout_s: float = 120.0) -> None:
        headers = {} if key is None else {"Authorization": f"Bearer {key}"}
        self._http = httpx.Client(base_url=address, headers=headers, timeout=timeout_s)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _why: BaseException | None, _at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def sign_in(self, login: str, password: str) -> None:
        """Act as a person from now on."""
        found = self.call("POST", "/v1/session", json={"login": login, "password": password}).json()
        self._http.headers["X-CSRF-Token"] = found["csrf"]

    def change_password(self, old: str, new: str) -> None:
        """Change the password; then sign in again."""
        self.call("POST", "/v1/session/password", json={"old": old, "new": new})

    def add_person(
        self, login: str, name: str, role: str, *, region_code: str | None = None, office: str | None = None
    ) -> str:
        """Somebody new; gives the password for signing in once."""
        new = {"login": login, "name": name, "role": role, "region_code": region_code, "office": office}
        password: str = self.call("POST", "/v1/people", json=new).json()["password"]
        return password

    def add_key(self, name: str, scopes: Sequence[str], *, regions: Sequence[str] = ()) -> str:
        """A key for a program; gives its text."""
        new = {"name": name, "scopes": list(scopes), "regions": list(regions)}
        secret: str = self.call("POST", "/v1/keys", json=new).json()["secret"]
        return secret

    def open_package(self, region_code: str, *, data_year: int, edition: str | None = None) -> PackageView:
        """A new package."""
        new = {"region_code": region_code, "data_year": data_year, "edition": edition}
        return _view(PackageView, self._change("/v1/packages", new))

    def package(self, package_id: str) -> PackageView:
        """A package."""
        return _view(PackageView, self._get(f"/v1/packages/{package_id}"))

    def upload(self, package_id: str, files: Sequence[tuple[str, bytes]]) -> tuple[DocumentView, ...]:
        """Upload files or ZIPs; what a ZIP holds comes back one by one."""
        parts = [("files", (name, content, "application/octet-stream")) for name, content in files]
        found = self.call("POST", f"/v1/packages/{package_id}/documents", files=parts, headers=_key()).json()
        return tuple(_view(DocumentView, one) for one in found["documents"])

    def documents(self, package_id: str) -> tuple[DocumentView, ...]:
        """Every document of a package."""
        found = self._get(f"/v1/packages/{package_id}/documents")
        return tuple(_view(DocumentView, one) for one in found["items"])

    def work(self, package_id: str) -> WorkView:
        """How far the work is."""
        return _view(WorkView, self._get(f"/v1/packages/{package_id}/work"))

    def wait(self, package_id: str, *, timeout_s: float = 600.0) -> WorkView:
        """Wait until every document is done and the package is checked.

        Raises:
            TimeoutError: it is not within the time.
        """
        until = time.monotonic() + timeout_s
        while time.monotonic() < until:
            found = self.work(package_id)
            if found.checked:
                return found
            time.sleep(0.3)
        message = f"Package {package_id} is not done after {timeout_s} s."
        raise TimeoutError(message)

    def events(self, package_id: str, *, after: int = 0, follow: bool = True) -> Iterator[EventView]:
        """Events after a number, then each new one as it happens."""
        params = {"after": after, "follow": "true" if follow else "false"}
        with self._http.stream("GET", f"/v1/packages/{package_id}/events", params=params) as stream:
            told: dict[str, str] = {}
            for line in stream.iter_lines():
                name, _, value = line.partition(": ")
                if name:
                    told[name] = value
                elif "event" in told:
                    yield EventView(int(told["id"]), told["event"], json.loads(told["data"])["subject"])
                    told = {}

    def findings(self, package_id: str) -> Iterator[FindingView]:
        """Every finding, page by page."""
        cursor: str | None = None
        while True:
            params = {} if cursor is None else {"cursor": cursor}
            found = self._get(f"/v1/packages/{package_id}/findings", params=params)
            yield from (_view(FindingView, one) for one in found["items"])
            cursor = found["next"]
            if cursor is None:
                return

    def submit(self, package_id: str) -> int:
        """Freeze the package; gives the number of the submission."""
        number: int = self._change(f"/v1/packages/{package_id}/submissions", None)["number"]
        return number

    def review(self, package_id: str) -> tuple[ItemView, ...]:
        """What is to be decided."""
        found = self._get(f"/v1/packages/{package_id}/review")
        return tuple(
            ItemView(
                one["indicator"], one["etag"], tuple(document["sha256"] for document in one["documents"]),
                one["claims"][0], one["kanwil"], one["central"],
            )
            for one in found["items"]
        )  # fmt: skip

    def decide(self, package_id: str, item: ItemView, *, level: str, verdict: str, **said: Any) -> dict[str, Any]:
        """Decide on an item as it was seen."""
        new = {"level": level, "indicator": item.indicator, "verdict": verdict, **said}
        return self._change(f"/v1/packages/{package_id}/decisions", new, seen=item.etag)

    def close_level(self, package_id: str, level: str) -> PackageView:
        """Hand the package on."""
        return _view(PackageView, self._change(f"/v1/packages/{package_id}/closings", {"level": level}))

    def award(self, package_id: str) -> ScoreView:
        """Score and seal."""
        return _view(ScoreView, self._change(f"/v1/packages/{package_id}/scores", {}))

    def revoke(self, package_id: str, reason: str) -> ScoreView:
        """Withdraw the predikat."""
        return _view(ScoreView, self._change(f"/v1/packages/{package_id}/revocations", {"reason": reason}))

    def receipt(self, score_id: str) -> bytes:
        """The receipt, byte for byte."""
        return self.call("GET", f"/v1/scores/{score_id}/receipt").content

    def decisions_file(self, score_id: str) -> bytes:
        """The decisions behind a score."""
        return self.call("GET", f"/v1/scores/{score_id}/decisions").content

    def public_key(self) -> bytes:
        """The public half of the key that signs receipts."""
        return self.call("GET", "/v1/receipts/public-key").content

    def call(self, method: str, path: str, **request: Any) -> httpx.Response:
        """Any request.

        Raises:
            ProblemError: the service refused.
        """
        answer = self._http.request(method, path, **request)
        if answer.is_error:
            raise _problem(answer)
        return answer

    def _get(self, path: str, **request: Any) -> dict[str, Any]:
        found: dict[str, Any] = self.call("GET", path, **request).json()
        return found

    def _change(self, path: str, body: dict[str, Any] | None, *, seen: str | None = None) -> dict[str, Any]:
        headers = _key() | ({} if seen is None else {"If-Match": f'"{seen}"'})
        found: dict[str, Any] = self.call("POST", path, json=body, headers=headers).json()
        return found


def _key() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid.uuid4())}


def _view(kind: type[T], found: dict[str, Any]) -> T:
    """The fields a view knows; what the service adds later is left out."""
    names = [one.name for one in fields(kind)]  # type: ignore[arg-type]
    return kind(**{name: found.get(name) for name in names})


def _problem(answer: httpx.Response) -> ProblemError:
    try:
        told = answer.json()
        return ProblemError(answer.status_code, str(told["code"]), str(told["detail"]))
    except (ValueError, KeyError, TypeError):
        return ProblemError(answer.status_code, "unknown", answer.text[:200])
