"""The version, for the package, the wheel and the cache keys."""

__version__ = "0.1.0"
