"""What the project has of quotations, once all pages are read: what is where, and how a reference finds it.

May import ``directives`` and what is below it. Knows nothing of HTML.
"""
