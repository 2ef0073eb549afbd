"""Run by alembic with the connection `SqlRecords.migrate` hands over."""

from alembic import context

from evidence_ai.adapters.records.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
