"""The ``unknown-quotes`` command, a module for each of its commands.

The one room that knows click. It may import ``check``, ``publish`` and ``collection``; only ``cli`` imports it,
so no build of a site does.
"""
