"""Make a card from a record: what it says (``credit``), and how HTML, LaTeX and all other formats show it.

May import ``domain`` and what is below it.
"""
