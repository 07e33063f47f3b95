"""The builder ``quotecheck``: it reads the pages as the site does, checks them and writes the results."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders import Builder
from sphinx.errors import ExtensionError
from sphinx.locale import __
from sphinx.util import logging
from sphinx.util.display import progress_message, status_iterator

from ...collection.text.visible import visible_line
from ..domain.domain import uq_domain
from ..messages import WARNING_TYPE, file_location, warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ..config import Settings
    from .recorded import Recorded
    from .writing import Found

logger = logging.getLogger(__name__)


class QuoteCheckBuilder(Builder):
    """Checks every recorded quotation, and every pair of quotation marks in the pages."""

    name = "quotecheck"
    epilog = __("Look at the messages above, or in %(outdir)s/output.txt")

    def __init__(self, app: Sphinx, env: BuildEnvironment) -> None:
        """Keep *app*, to set its exit code."""
        super().__init__(app, env)
        self._sphinx = app

    def init(self) -> None:
        """Fail at once if something is not installed."""
        from ...check.locating.locate import MissingLibraryError, need_library

        try:
            need_library()
        except MissingLibraryError as error:
            raise ExtensionError(str(error)) from error

    def get_outdated_docs(self) -> Iterable[str]:
        """Return every page, since an edited record can make any page wrong."""
        return self.env.found_docs

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return nothing: no page is written."""
        return ""

    def write_documents(self, docnames: Set[str]) -> None:
        """Check the pages as they were read, before the collection fills their placeholders."""
        from ...check.prose.checking import ProseCheck
        from .pages import passages_of, records_of
        from .writing import Found

        catalogue = uq_domain(self.env).catalogue
        check = ProseCheck(records_of(catalogue))
        pages = sorted(docnames)
        for docname in status_iterator(pages, "checking quotation marks... ", "brown", len(pages), self._verbosity):
            check.read(passages_of(self.env, docname))
        with progress_message("checking recorded quotations", nonl=False):
            recorded = self._recorded()
        found = Found(recorded.library, recorded.outcomes, check.result, self._settings)
        self._say(recorded, found)
        found.write(Path(self.outdir))
        logger.info("%s", found.summary)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            sys.stdout.writelines(f"{line}\n" for line in found.annotations())

    def _recorded(self) -> Recorded:
        from .recorded import check_recorded

        return check_recorded(self.env, Path(self.confdir), self._settings)

    @property
    def _settings(self) -> Settings:
        return uq_domain(self.env).settings

    @property
    def _verbosity(self) -> int:
        return self._sphinx.verbosity

    def _say(self, recorded: Recorded, found: Found) -> None:
        """Warn of every finding at its place, and let the build fail as the link checker does."""
        for name, line, message in recorded.faults:
            logger.info("%s", visible_line(f"{name}:{line}: {message}" if line else f"{name}: {message}"))
        for entry in found.entries:
            if not entry.subtype:
                logger.info("%s:%s: %s", entry.path, entry.line, entry.message)
                continue
            warn(entry.subtype, "%s", entry.message, location=file_location(Path(entry.path), entry.line))
            silent = logging.is_suppressed_warning(WARNING_TYPE, entry.subtype, self.config.suppress_warnings)
            if entry.severity == "error" and not silent:
                self._sphinx.statuscode = 1
