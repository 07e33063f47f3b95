"""The measure of checkers of quotations: edits of real sentences, and what a checker says of each.

``talks`` reads transcripts, ``kinds`` makes an edit a class (from ``forgeries``, ``marks``, ``edges``, ``honest``,
``tongues`` and ``forms``), ``running`` writes a collection and asks a checker, and ``table`` prints what it said.
Nothing here imports the package that is measured, so that a fault there cannot hide here.
"""
