"""The collection's files in one build. Each file is read once, so that all pages show the same."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.domains import Domain

from ..collection.loading import load_library
from ..collection.storage.snapshots import Snapshot, take_snapshot
from .config import Settings

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ..collection.loading import Library


class LibraryDomain(Domain):
    """The part of the domain that directives may use: the records of files, without any page."""

    #: Set on ``builder-inited``, before anything uses it.
    builder: Builder

    @property
    def settings(self) -> Settings:
        """The configuration."""
        return Settings.of(self.env.config)

    @cached_property
    def snapshot(self) -> Snapshot:
        """The bytes of the files."""
        folder = self.settings.folder(Path(self.builder.confdir))
        if folder.is_dir():
            return take_snapshot(folder)
        # If conf.py names a folder that does not exist, check_settings() warns.
        return Snapshot(folder, is_incomplete=self.settings.path != Settings().path)

    @cached_property
    def library(self) -> Library:
        """The records."""
        return load_library(self.snapshot, Path(self.env.doctreedir, "unknown-quotes.cache"))


def library_of(env: BuildEnvironment) -> Library:
    """Return the records of the collection's files."""
    domain = env.domains["uq"]
    assert isinstance(domain, LibraryDomain)
    return domain.library
