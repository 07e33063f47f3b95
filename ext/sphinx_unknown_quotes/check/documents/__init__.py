"""Papers, books and saved web pages: one module a format, and what cleans their layout away.

May import the model of a transcript and the names of pages, and nothing else of the check. Each document is read
in a process of its own (:mod:`.apart`), so that a hostile one costs no more than its time and memory.
"""
