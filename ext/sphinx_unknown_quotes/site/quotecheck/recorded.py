"""Check every recorded quotation of files and pages against the transcripts, or against evidence.json."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ...check.checking import check_library
from ...check.files.folder import Folder
from ...check.locked import locked_outcomes
from ...check.outcomes import evidence_from
from ...check.results import Results
from ...collection.evidence import EVIDENCE_FILE, store_evidence
from ...collection.loading import Library
from ..domain.domain import uq_domain
from ..messages import file_location, warn, warn_of_problems

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from ...check.outcomes import Outcome
    from ..config import Settings
    from ..domain.catalogue import Catalogue


class Recorded(NamedTuple):
    """The outcomes of all quotations."""

    library: Library
    outcomes: list[Outcome]
    #: The problems of transcripts: file, line or 0, and message.
    faults: list[tuple[str, int, str]]


def check_recorded(env: BuildEnvironment, confdir: Path, settings: Settings) -> Recorded:
    """Check every quotation of the project, and with ``unknown_quotes_update`` write evidence.json."""
    catalogue = uq_domain(env).catalogue
    library = _whole(catalogue)
    folder = _folder(confdir, settings, Path(env.doctreedir))
    if folder is None:
        return Recorded(library, list(locked_outcomes(library)), [])
    results = Results(Path(env.doctreedir, "unknown-quotes", "results.bin"), folder)
    checked = check_library(library, folder, results)
    results.save()
    folder.prune()
    warn_of_problems(checked.problems, library.folder)
    if settings.update:
        # Evidence for pages that no longer record a quotation is removed.
        try:
            store_evidence(library.folder, evidence_from(library, checked.outcomes, _pages(catalogue)))
        except OSError as error:
            place = file_location(library.folder / EVIDENCE_FILE)
            warn("output", "%s cannot be written: %s", EVIDENCE_FILE, error, location=place)
    return Recorded(library, checked.outcomes, checked.faults)


def _whole(catalogue: Catalogue) -> Library:
    """The library, with the quotations of pages added."""
    collection, library = catalogue.collection, catalogue.library
    return Library(
        library.folder, dict(collection.quotations), dict(collection.sources), library.unknowns, library.evidence
    )


def _pages(catalogue: Catalogue) -> dict[str, str]:
    """The page of each quotation that is recorded in one."""
    files = catalogue.library.quotations
    found: dict[str, str] = {}
    for docname in catalogue.order:
        for quotation, _ in catalogue.pages[docname].recorded:
            if quotation.id not in files:
                found.setdefault(quotation.id, docname)
    return found


def _folder(confdir: Path, settings: Settings, doctreedir: Path) -> Folder | None:
    if not settings.transcripts:
        return None
    path = Path(confdir, settings.transcripts)
    try:
        return Folder(path, doctreedir / "unknown-quotes")
    except OSError as error:
        message = "unknown_quotes_transcripts: %s cannot be read: %s. The builder uses evidence.json instead."
        warn("config", message, path, error.strerror or error, location=file_location(confdir / "conf.py"))
        return None
