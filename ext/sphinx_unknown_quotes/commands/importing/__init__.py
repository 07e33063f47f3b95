"""Readers for the exports of other tools, with a module for each format, and the plan for adding them to a collection.

A reader is a function from bytes to an :class:`.found.Export`. It opens no file and writes none.
"""
