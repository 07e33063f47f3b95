"""The small forms of what is recorded: dates, times, names, words."""
