"""Which pages a build reads and writes again because of the collection.

May import ``domain`` and what is below it.
"""
