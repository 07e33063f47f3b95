"""When words are the same in speech and in writing: words, numbers, spellings, and the differences that are allowed.

May import the collection, and nothing of the check outside of this room.
"""
