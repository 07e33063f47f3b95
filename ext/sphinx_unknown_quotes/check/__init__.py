"""Quotations against transcripts: were these words said, there and then? Knows nothing of Sphinx."""
