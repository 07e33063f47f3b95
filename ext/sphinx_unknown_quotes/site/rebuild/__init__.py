"""Find the pages that a build must read or write again because the collection changed.

May import ``domain`` and what is below it.
"""
