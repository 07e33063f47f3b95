"""All quotations of the project, once all pages are read: where they are, and how references find them.

May import ``directives`` and what is below it. Nothing here writes HTML.
"""
