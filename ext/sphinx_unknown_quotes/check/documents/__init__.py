"""Papers, books and saved web pages: a module for each format, and modules that remove their layout.

May import the model of a transcript and the names of pages, and nothing else of the check. Each document is read
in a separate process (:mod:`.apart`), which limits the time and memory that a hostile one can take.
"""
