"""A page for each quotation: its card, where it is used, how to cite it, and its data for machines.

May import cards, domain and what is below them. The pages are in no toctree and in no search index.
"""
