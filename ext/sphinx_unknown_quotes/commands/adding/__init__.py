"""How a record comes into a collection: its YAML, its place in a file, its names, and what is asked for."""
