"""Settings for the tests of the room: hypothesis keeps no database and has no deadline on a busy machine."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("check", deadline=None, database=None, max_examples=40)
settings.load_profile("check")
