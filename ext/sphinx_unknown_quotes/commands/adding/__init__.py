"""Add a record to a collection: its YAML, its place in a file, its names, and the questions for it."""
