"""The folder of transcripts, and what is known of a file without reading it anew."""
