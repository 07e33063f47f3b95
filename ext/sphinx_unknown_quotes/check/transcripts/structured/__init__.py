"""Files made for programs: JSON, TTML and HTML."""
