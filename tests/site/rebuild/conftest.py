"""Sites that are built once, and stand there anew for each test."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from hashlib import blake2b

import pytest

from ...conftest import CONF, QUOTES, Site


@pytest.fixture(scope="package")
def as_built(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Site]:
    """Return a function that gives a built site of some pages, at the same place and in the same state each time.

    What a test builds there builds on the first build, which is done once.
    """
    built: dict[str, Site] = {}

    def give(pages: dict[str, str], conf: str = "") -> Site:
        key = repr((pages, conf))
        if key not in built:
            root = tmp_path_factory.mktemp("built") / "site0"
            built[key] = Site(root).write({"conf.py": CONF + conf, **QUOTES, **pages}).build()
            shutil.copytree(root, root.with_name("kept"), symlinks=True)
        root = built[key].root
        shutil.rmtree(root)
        # With the times of change, from which Sphinx knows what to read again.
        shutil.copytree(root.with_name("kept"), root, symlinks=True)
        return copy.copy(built[key])

    return give


@pytest.fixture(scope="package")
def from_nothing() -> Callable[..., dict[str, object]]:
    """Return a function that gives what a build from nothing makes of a site as it is now; once for the same files."""
    from .test_rebuild import clean_outputs

    known: dict[str, dict[str, object]] = {}

    def outputs(site: Site) -> dict[str, object]:
        files = sorted(path for path in site.root.rglob("*") if path.is_file() and "_build" not in path.parts)
        digest = blake2b(repr([(str(path.relative_to(site.root)), path.read_bytes()) for path in files]).encode())
        key = digest.hexdigest()
        if key not in known:
            known[key] = clean_outputs(site)
        return known[key]

    return outputs
