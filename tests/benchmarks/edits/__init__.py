"""The measure of checkers of quotations: edits of real sentences, and a checker's answer for each.

``talks`` reads transcripts, ``kinds`` has the classes of edits (from ``forgeries``, ``marks``, ``edges``, ``honest``,
``tongues`` and ``forms``), ``running`` writes a collection and asks a checker, and ``table`` prints what it said.
Nothing here imports the package that is measured, so its mistakes cannot be repeated here.
"""
