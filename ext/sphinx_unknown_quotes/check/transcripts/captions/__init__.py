"""Captions: files whose lines are under pairs of times, or begin with one."""
