"""Which pages a build reads and writes again because of the collection.

Reading: pages whose cards or words changed, by the digest that each page keeps (``env-get-outdated``).
Writing: pages whose lists, links or badges changed, by fingerprints of what was last written (``env-updated``).
Those are kept outside of the environment, a file for each output folder, and only when a build has ended well:
a build that was killed is made good by the next one.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..collection.files import write_if_changed
from .domain_indexes import INDEX_PAGES
from .general_index import digest_of_entries, entries_of_others
from .kept_pages import pages_to_keep, writes_pages
from .kept_values import keep_value, read_value
from .messages import file_location, warn, warn_of_problems
from .patches import edited, order_digest
from .surroundings import surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class Written(NamedTuple):
    """What the last complete build into one output folder has written."""

    #: Digest of all that its pages, index pages and exports drew on.
    state: str = ""
    #: The fingerprint of each page.
    pages: dict[str, str] = {}  # noqa: RUF012 (never changed in place)
    #: Digest of what others have entered in the general index.
    others: str = ""
    #: Digest of what the entries of cards there are made of, and of what stands around it.
    cards: str = ""
    #: Digests of pages that can be kept, which a build that was killed may have left in part.
    kept: dict[str, str] = {}  # noqa: RUF012
    #: Digest of the order and the groups of all quotations, and of what stands around them.
    order: str = ""
    #: Signatures of files that can be patched.
    files: dict[str, str] = {}  # noqa: RUF012


def find_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Iterable[str]:
    """On ``env-get-outdated``: return the pages whose records changed since they were read."""
    domain: Any = env.domains["uq"]
    domain.begin_build()
    if domain.data["collection"] == domain.snapshot.digest:
        return []
    warn_of_problems(domain.library.problems, domain.snapshot.folder)
    from .drawing import drawn_digest

    return sorted(
        docname
        for docname, facts in domain.pages.items()
        if facts.drawn
        and facts.drawn
        != drawn_digest(domain.library, [*(quote for quote, _ in facts.cards), *facts.texts], facts.recorded)
    )


def find_stale(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """On ``env-updated``: return the pages that show something else now than when they were written."""
    domain: Any = env.domains["uq"]
    domain.data["collection"] = domain.snapshot.digest
    # Whoever asks for all to be read anew wants all to be written anew.
    written = Written() if app.fresh_env_used else _read(_path(app))
    others, around = _digest(entries_of_others(env)), surroundings(app, env)
    state = _digest((domain.snapshot.digest, domain.pages.digests(), around))
    domain.nothing_changed = state == written.state
    cards = written.cards if domain.nothing_changed else _digest((digest_of_entries(domain.catalogue), around))
    if (others, cards) == (written.others, written.cards):
        domain.kept_pages = pages_to_keep(app.builder, written.kept)
    if domain.nothing_changed:
        domain.written = written._replace(others=others)
        domain.index_pages_are_current = _has_index_pages(app)
        return []
    # Should this build not end well, nobody knows what it has written.
    _path(app).unlink(missing_ok=True)
    from .drawing import Prints

    prints = Prints(domain, app.builder)
    # First of all records in their order, which is that of memory, and then of the pages.
    domain.fingerprints = prints.quotations()
    shown = {docname: prints.page(docname) for docname in sorted(domain.pages)}
    order = _digest((order_digest(domain.catalogue), around))
    before = read_value(_fingerprints(app), written.state, dict[str, bytes]) if order == written.order else None
    domain.edited = None if before is None else edited(domain.catalogue, before, domain.fingerprints)
    domain.written = Written(state, shown, others, cards, written.kept, order, written.files)
    stale = [docname for docname, seen in domain.written.pages.items() if seen != written.pages.get(docname)]
    domain.to_write.update(stale)
    return stale


def note_page(app: Sphinx, _doctree: Any, docname: str) -> None:
    """On ``doctree-resolved``: a page is written."""
    domain: Any = app.env.domains["uq"]
    domain.to_write.discard(docname)


def note_written(app: Sphinx, exception: Exception | None) -> None:
    """On ``build-finished``, last: remember what was written, if all of it was."""
    domain: Any = app.env.domains["uq"]
    # A build of single files writes no others. Builders that put pages together resolve them as one.
    pages_are_left = domain.to_write and writes_pages(app.builder)
    if exception or domain.written is None or pages_are_left:
        return
    domain.written = domain.written._replace(kept=domain.digests)
    if not domain.nothing_changed:
        domain.written = domain.written._replace(files=domain.signatures)
    try:
        write_if_changed(_path(app), json.dumps(domain.written, sort_keys=True).encode())
        if not domain.nothing_changed:
            keep_value(_fingerprints(app), domain.written.state, domain.fingerprints)
            if "objects" in vars(domain):
                keep_value(domain.objects_file, domain.written.state, domain.objects)
    except OSError as error:
        warn("output", "cannot note what was written: %s", error, location=file_location(_path(app)))


def _digest(shown: object) -> str:
    return blake2b(repr(shown).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _has_index_pages(app: Sphinx) -> bool:
    """EPUB lists its index pages anew in each build; others are as good as the pages that are not written again."""
    builder: Any = app.builder
    if builder.format != "html" or builder.name == "epub" or not hasattr(builder, "get_output_path"):
        return False
    return all(Path(builder.get_output_path(page)).is_file() for page in INDEX_PAGES)


def _path(app: Sphinx) -> Path:
    folder = blake2b(str(app.outdir).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return Path(app.doctreedir, f"unknown-quotes-{app.builder.name}-{folder}.json")


def _fingerprints(app: Sphinx) -> Path:
    return _path(app).with_suffix(".fingerprints")


def _read(path: Path) -> Written:
    try:
        state, pages, others, cards, kept, order, files = json.loads(path.read_bytes())
        digests = str(others), str(cards), _strings(kept), str(order), _strings(files)
        return Written(str(state), _strings(pages), *digests)
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return Written()


def _strings(read: dict[Any, Any]) -> dict[str, str]:
    return {str(name): str(digest) for name, digest in read.items()}
