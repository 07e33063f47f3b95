"""The ``unknown-quotes`` command, with a module for each of its commands.

Only this room uses click. It may import ``check``, ``publish`` and ``collection``. Only ``cli`` imports it, so no build
of a site does.
"""
