"""Find where this package was installed from, as a requirement with which other environments can install it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from typing import Final

import msgspec

from ..._version import __version__

PACKAGE: Final = "sphinx-unknown-quotes"


class _Archive(msgspec.Struct):
    """A repository at a commit; the names are those of the file."""

    vcs: str
    commit_id: str = ""


class _Origin(msgspec.Struct):
    """The parts of ``direct_url.json`` that make a requirement (PEP 610)."""

    url: str
    vcs_info: _Archive | None = None


def requirement(*extras: str) -> str:
    """Return the requirement for this package with *extras*.

    A package from an index gets its name and version. One from a repository, a folder or a file gets the address,
    since an index may not have it.
    """
    name = f"{PACKAGE}[{','.join(extras)}]" if extras else PACKAGE
    origin = _origin()
    if origin is None:
        return f"{name}>={__version__}"
    if origin.vcs_info:
        return f"{name} @ {origin.vcs_info.vcs}+{origin.url}"
    return f"{name} @ {origin.url}"


def is_local() -> bool:
    """Return whether the package was installed from a folder or file that only this machine has."""
    origin = _origin()
    return origin is not None and origin.url.startswith("file:")


def _origin() -> _Origin | None:
    try:
        text = distribution(PACKAGE).read_text("direct_url.json")
        return msgspec.json.decode(text, type=_Origin) if text else None
    except (PackageNotFoundError, msgspec.DecodeError):
        return None
