"""Addresses: which ones are safe, and how one leads to a moment of a recording."""
