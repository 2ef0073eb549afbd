"""${message}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from evidence_ai.adapters.records import tables

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Bring the database forward."""
    ${upgrades if upgrades else "pass"}
