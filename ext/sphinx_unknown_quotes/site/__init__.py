"""Quotations in a Sphinx site: directives, roles, domain, cards, lists and outputs."""
