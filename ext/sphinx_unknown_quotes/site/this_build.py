"""What the domain knows of the build that runs, from event to event. Nothing of it reaches the environment."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..collection.records import Quotation
    from .ahead import Ahead
    from .general_index import Entry
    from .rebuild import Written


class ThisBuild:
    """What is found out when pages have been read, for those who write."""

    #: Whether this build draws on just what the last complete one drew on.
    nothing_changed = False
    #: Whether, besides, that build has left the index pages as they would be written now.
    index_pages_are_current = False
    #: The quotations that were edited, where nothing else has changed of index pages and exports (:mod:`.patches`).
    edited: list[Quotation] | None = None
    #: What another process makes while pages are written.
    ahead: Ahead | None = None
    #: The digests of pages that the next build can keep.
    digests: dict[str, str] = {}  # noqa: RUF012 (never changed in place)
    #: What this build has written, to be noted when it ends well.
    written: Written | None = None

    @cached_property
    def kept_pages(self) -> dict[str, str]:
        """Pages that stay as they are, see :mod:`.kept_pages`."""
        return {}

    @cached_property
    def fingerprints(self) -> dict[str, bytes]:
        """What each quotation shows, as a digest; made where something has changed."""
        return {}

    @cached_property
    def signatures(self) -> dict[str, str]:
        """What :func:`.patches.signature` says of the files that this build has written."""
        return {}

    @cached_property
    def to_write(self) -> set[str]:
        """The pages that show something else now and have not been written yet."""
        return set()

    @cached_property
    def plain_pages(self) -> set[str]:
        """The index pages that were written, and on which nobody else has worked."""
        return set()

    @cached_property
    def entered(self) -> dict[str, set[Entry]]:
        """What was entered in the general index, by page."""
        return {}

    def forget_build(self) -> None:
        """Forget an earlier build of this process; what it has entered stays, to be withdrawn."""
        for name in _OF_ONE_BUILD:
            self.__dict__.pop(name, None)


#: What :meth:`ThisBuild.forget_build` forgets.
_OF_ONE_BUILD = (
    "nothing_changed", "index_pages_are_current", "edited", "ahead", "digests",
    "kept_pages", "signatures", "to_write", "plain_pages",
)  # fmt: skip
