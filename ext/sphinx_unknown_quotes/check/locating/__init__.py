"""Where in a transcript the words of a quotation may be, and how they lie beside those there."""
