"""Files and doctrees -> passages: one module a form."""
