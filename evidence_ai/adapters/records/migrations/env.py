"""Run by alembic with the connection `SqlRecords.migrate` hands over."""

from alembic import context

from evidence_ai.adapters.records.tables import metadata

# Only alembic gives the context a configuration; who merely imports this module starts no migration.
if hasattr(context, "config"):
    context.configure(
        connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
    )
    context.run_migrations()
