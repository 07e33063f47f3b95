"""Where the project is kept, as the machine says that builds the site. Nothing is invented where none says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

#: An address by which git knows a repository on GitHub, whose issue forms have addresses.
_GITHUB: Final = re.compile(
    r"(?:https://(?:[^/@]*@)?github\.com/|(?:ssh://)?git@github\.com[:/])([\w.-]+/[\w.-]+?)(?:\.git)?/?"
)


def repository_of(environ: Mapping[str, str]) -> str:
    """Return the address of the repository, empty where nobody says which it is.

    A site owner says it with ``UNKNOWN_QUOTES_REPOSITORY``, Read the Docs and GitHub's workflows in their own variables.
    """
    candidates = [environ.get("UNKNOWN_QUOTES_REPOSITORY", ""), environ.get("READTHEDOCS_GIT_CLONE_URL", "")]
    if environ.get("GITHUB_REPOSITORY"):
        candidates.append(f"{environ.get('GITHUB_SERVER_URL', '')}/{environ['GITHUB_REPOSITORY']}")
    found = next(filter(None, map(_GITHUB.fullmatch, candidates)), None)
    return f"https://github.com/{found[1]}" if found else ""


def form(repository: str) -> str:
    """Return the name of the issue form, in Markdown, with a link to it where the repository is known."""
    name = "“Share a quote”"
    return f"[{name}]({repository}/issues/new?template=quote.yml)" if repository else name
