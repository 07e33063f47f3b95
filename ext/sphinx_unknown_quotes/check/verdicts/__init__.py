"""What is said of a quotation that was compared with a transcript."""
