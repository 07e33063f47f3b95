"""Everything that uses Sphinx: it turns what an author writes into what a reader sees.

Imports go only downward. From the top: ``wiring``; ``transforms`` and ``printing``; ``lists`` and ``pages``; ``cards``,
``rebuild``, ``outputs`` and ``quotecheck``; ``domain``; ``directives``; ``library`` and ``support``; ``config``, ``labels``,
``assets``, ``linkcheck`` and ``translations``; ``nodes``, ``messages`` and ``apostrophes``.
"""
