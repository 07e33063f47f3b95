"""``sphinx-build -b quotecheck`` checks the quotations and quotation marks of a site, as ``linkcheck`` checks its links.

Only this room of the site may import ``check``, and only when the builder runs, so that no other build loads it.
"""
