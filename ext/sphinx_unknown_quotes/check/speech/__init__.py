"""The words of a transcript, with who said them and when."""
