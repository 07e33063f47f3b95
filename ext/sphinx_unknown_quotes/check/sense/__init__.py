"""How a quotation changes the sense of what was said: by brackets, omissions, its edges, and changed words.

Imports :mod:`..language` and the words of transcripts, but no module that decides on verdicts.
"""
