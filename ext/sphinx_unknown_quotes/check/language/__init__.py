"""What is the same in speech and in writing: words, numbers, spellings, and how freely they may differ.

May import the collection, and nothing of the check that is outside of this room.
"""
