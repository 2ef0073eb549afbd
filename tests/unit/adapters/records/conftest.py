"""Every test of the records runs on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from evidence_ai.adapters.records import SqlRecords
from tests.servers import postgres


@pytest.fixture(scope="module")
def database_server() -> Iterator[str]:
    with postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def records(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlRecords]:
    if request.param == "sqlite":
        found = SqlRecords(f"sqlite:///{tmp_path / 'records.db'}")
    else:
        url = request.getfixturevalue("database_server")
        engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE; CREATE SCHEMA public"))
        engine.dispose()
        found = SqlRecords(url)
    found.migrate()
    yield found
    found.close()
