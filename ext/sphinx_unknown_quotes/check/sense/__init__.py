"""What a quotation does to the sense of what was said: its brackets, its omissions, its edges, its changed words.

Imports the words and tables of :mod:`..language` and what is known of a transcript, and nothing that decides.
"""
