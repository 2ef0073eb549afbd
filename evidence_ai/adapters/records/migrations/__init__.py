"""The shape of the records over time; alembic runs these."""
