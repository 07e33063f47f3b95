"""Reports of the check for people and for programs, with a module for each format."""
