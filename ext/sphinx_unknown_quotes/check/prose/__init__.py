"""Quotation marks in prose against the records of a collection: what a page types anew, and what it gets wrong.

Knows the check's rules and the collection. Only :mod:`.reading` knows of docutils and of Markdown, nothing of Sphinx.
"""
