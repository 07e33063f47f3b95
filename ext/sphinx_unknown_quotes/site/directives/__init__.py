"""Turn what an author writes into placeholders, and read their options.

May import ``library`` and what is below it. Nothing here depends on other pages.
"""
