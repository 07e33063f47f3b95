"""Show groups of quotations as lists in pages, as index pages and as the map.

May import ``cards`` and what is below it.
"""
