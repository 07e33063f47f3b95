"""Quotations for machines. Knows nothing of Sphinx."""
