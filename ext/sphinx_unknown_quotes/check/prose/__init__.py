"""Compare quotation marks in prose with the records of a collection: which words are typed again, and which are wrong.

May import the rest of the check and the collection. Only :mod:`.reading` uses docutils and Markdown; nothing uses Sphinx.
"""
