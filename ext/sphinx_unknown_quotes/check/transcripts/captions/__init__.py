"""Captions: files whose lines stand under pairs of times, or begin with one."""
