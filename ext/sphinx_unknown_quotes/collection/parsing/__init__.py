"""From the bytes of a file of the collection to its records, and what is wrong with them."""
