"""Quotations on disk become typed records; they are chosen, sorted and grouped; links to the moment.

Imports nothing of the rest of the package, and nothing of Sphinx.
"""
