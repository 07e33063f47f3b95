"""The address of the project's repository, from the machine that builds the site. If it does not know, there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The address of a repository on GitHub as git has it. Only GitHub's issue forms have addresses of their own.
_GITHUB: Final = re.compile(
    r"(?:https://(?:[^/@]*@)?github\.com/|(?:ssh://)?git@github\.com[:/])([\w.-]+/[\w.-]+?)(?:\.git)?/?"
)


def repository_of(environ: Mapping[str, str]) -> str:
    """Return the address of the repository; empty if it is not known.

    A site owner sets ``UNKNOWN_QUOTES_REPOSITORY``; Read the Docs and GitHub's workflows have their own variables.
    """
    candidates = [environ.get("UNKNOWN_QUOTES_REPOSITORY", ""), environ.get("READTHEDOCS_GIT_CLONE_URL", "")]
    if environ.get("GITHUB_REPOSITORY"):
        candidates.append(f"{environ.get('GITHUB_SERVER_URL', '')}/{environ['GITHUB_REPOSITORY']}")
    found = next(filter(None, map(_GITHUB.fullmatch, candidates)), None)
    return f"https://github.com/{found[1]}" if found else ""


def form(repository: str) -> str:
    """Return the name of the issue form in Markdown, with a link to it if the repository is known."""
    name = "“Share a quote”"
    return f"[{name}]({repository}/issues/new?template=quote.yml)" if repository else name
