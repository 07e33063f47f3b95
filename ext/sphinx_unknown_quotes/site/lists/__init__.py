"""Groups of quotations -> lists in pages, index pages and the map.

May import ``cards`` and what is below it.
"""
