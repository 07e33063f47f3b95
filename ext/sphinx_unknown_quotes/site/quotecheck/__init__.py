"""``sphinx-build -b quotecheck``: the quotations and the quotation marks of a site, checked as ``linkcheck`` checks links.

The one room of the site that knows the check; it imports it when the builder runs, so no other build does.
"""
