"""Replace the placeholders of a page by the content from the collection, when the page is written.

The transforms run before references are resolved (MyST's priority is 9), so that they may add references.
"""
