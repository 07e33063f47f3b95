"""Records meet transcripts: were these words said, there and then?

May import the collection. Knows nothing of Sphinx.
"""
