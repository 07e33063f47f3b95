"""Quotations as typed, indexed, checked and published objects of a Sphinx site."""

from __future__ import annotations

from ._version import __version__

__all__ = ["__version__"]
