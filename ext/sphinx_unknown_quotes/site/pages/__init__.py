"""A page for each quotation: what it says, where it is used, how it is cited, and what it tells machines.

May import cards, domain and what is below them. The pages are in no toctree and in no search index.
"""
