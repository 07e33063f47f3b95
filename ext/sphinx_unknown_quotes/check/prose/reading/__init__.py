"""Read files and doctrees as passages, with a module for each form."""
