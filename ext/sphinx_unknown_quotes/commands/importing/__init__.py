"""Readers of what other tools export, a module a format, and the plan by which it comes into a collection.

A reader is a function from bytes to what was found in them; it opens no file and writes none.
"""
