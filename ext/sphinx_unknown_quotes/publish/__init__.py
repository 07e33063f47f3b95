"""Records become files for machines.

May import the collection. Knows nothing of Sphinx.
"""
