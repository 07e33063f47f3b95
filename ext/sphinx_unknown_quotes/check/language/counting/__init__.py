"""Numbers as a language writes them, and what they amount to."""
