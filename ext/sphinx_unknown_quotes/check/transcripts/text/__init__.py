"""Text that people read: with stamps, with names, or with neither."""
