"""The collection on disk as typed records, and pure questions to it. Knows nothing of Sphinx."""
