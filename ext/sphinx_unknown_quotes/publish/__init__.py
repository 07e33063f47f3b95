"""Write records as files for machines.

May import the collection, and nothing of Sphinx.
"""
