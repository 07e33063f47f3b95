"""Papers, books and saved web pages: one module a format, and what cleans their layout away."""
