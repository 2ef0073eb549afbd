"""What people of the field know, as data: `topics/` per right, `outside.toml`, `budget_functions.toml`."""
