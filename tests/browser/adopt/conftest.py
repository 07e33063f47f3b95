"""The small site in each theme, in light and, if the theme has a switch, in dark."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from importlib.util import find_spec
from typing import Any, NamedTuple

import pytest

from ..conftest import _QuietHandler
from .sites import build_site
from .themes import THEMES, Theme

#: Set by the nox session ``adopt``: then a missing theme is an error. Else only the installed themes are tried.
ALL = os.environ.get("UNKNOWN_QUOTES_THEMES") == "all"
TRIED = [theme for theme in THEMES if ALL or find_spec(theme.name)]
SHOWN = [(theme, scheme) for theme in TRIED for scheme in ("light", "dark") if scheme == "light" or theme.switch]


class Opened(NamedTuple):
    """The site in a theme, open in the browser."""

    theme: Theme
    page: Any

    def goto(self, name: str, width: int = 1280) -> Any:
        """Open a page of the site at a width in pixels; one that is open as it came is not loaded again."""
        self.page.set_viewport_size({"width": width, "height": 900})
        if not self.page.url.endswith(f"/{name}.html"):
            self.page.goto(f"/{name}.html")
        return self.page


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a function that gives the folder of the HTML in a theme, built once."""
    return functools.cache(lambda theme: build_site(tmp_path_factory.mktemp(theme.name), theme))


@pytest.fixture(scope="module", params=TRIED, ids=lambda theme: theme.name)
def opened(request: pytest.FixtureRequest, built: Any, browser: Any) -> Iterator[Opened]:
    """The site in a theme as it comes, which is light."""
    with _served(request.param, built, browser) as opened:
        yield opened


@pytest.fixture(scope="module", params=SHOWN, ids=lambda shown: f"{shown[0].name}-{shown[1]}")
def coloured(request: pytest.FixtureRequest, built: Any, browser: Any) -> Iterator[Opened]:
    """The site in a theme, switched to light or to dark as a reader does it."""
    theme, scheme = request.param
    with _served(theme, built, browser) as opened:
        if scheme == "dark":
            theme.darken(opened.goto("index"))
        yield opened


@contextmanager
def _served(theme: Theme, built: Any, browser: Any) -> Iterator[Opened]:
    handler = functools.partial(_QuietHandler, directory=str(built(theme)))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}"
        context = browser.new_context(base_url=base, permissions=["clipboard-read", "clipboard-write"])
        context.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        page = context.new_page()
        strangers: list[str] = []
        page.on("request", lambda request: strangers.append(request.url))
        yield Opened(theme, page)
        context.close()
        server.shutdown()
        assert [url for url in strangers if not url.startswith((base, "data:", "blob:"))] == []
