"""What an author writes -> placeholders, and what their options mean.

May import ``library`` and what is below it. Knows nothing of other pages.
"""
