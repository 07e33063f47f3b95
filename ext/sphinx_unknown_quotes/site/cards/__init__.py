"""A record -> a card: what it says (``credit``), and how HTML, LaTeX and all other formats show that.

May import ``domain`` and what is below it.
"""
