"""Compare records with transcripts: were these words said, there and then?

May import the collection, and nothing of Sphinx.
"""
