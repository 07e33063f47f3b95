"""The themes that are tried, with the configuration, the switch to dark and the search of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

IMMATERIAL = """
html_theme_options = {
    "font": False,
    "palette": [
        {
            "media": "(prefers-color-scheme: light)",
            "scheme": "default",
            "toggle": {"icon": "material/weather-night", "name": "Dark"},
        },
        {
            "media": "(prefers-color-scheme: dark)",
            "scheme": "slate",
            "toggle": {"icon": "material/weather-sunny", "name": "Light"},
        },
    ],
}
"""


@dataclass(frozen=True)
class Theme:
    """A theme of Sphinx."""

    #: As in ``html_theme``, which is the name of its module, too.
    name: str
    markup: str = "md"
    extensions: tuple[str, ...] = ()
    conf: str = ""
    #: The button for dark, and the entry of the menu that it opens; empty if the theme has only light.
    switch: str = ""
    choice: str = ""
    #: The expression that is true if the page is dark.
    is_dark: str = ""
    #: The contrast of the theme's links, if it is less than the 4.5 of WCAG.
    contrast_of_links: float = 4.5

    def darken(self, page: Any) -> None:
        """Press the theme's own switch until the page is dark."""
        for _ in range(3):
            if page.evaluate(self.is_dark):
                return
            page.locator(f"{self.switch}:visible").first.click()
            if self.choice:
                page.locator(f"{self.choice}:visible").first.click()
        assert page.evaluate(self.is_dark)

    def search(self, page: Any, words: str) -> Any:
        """Type *words* into the theme's search; return the links that it finds."""
        if self.name == "sphinx_immaterial":
            page.locator("input.md-search__input").click()
            page.keyboard.type(words)
            return page.locator(".md-search-result a")
        page.goto("/search.html")
        field = page.locator("input[name=q]:visible").last
        field.fill(words)
        field.press("Enter")
        return page.locator("#search-results ul.search li a")


def _pydata(name: str) -> Theme:
    return Theme(
        name,
        switch="button.theme-switch-button",
        choice="button.theme-change-button[data-mode=dark]",
        is_dark="document.documentElement.dataset.theme === 'dark'",
    )


THEMES = (
    Theme("alabaster", markup="rst"),
    Theme("furo", switch="button.theme-toggle", is_dark="document.body.dataset.theme === 'dark'"),
    _pydata("pydata_sphinx_theme"),
    _pydata("sphinx_book_theme"),
    Theme("sphinx_rtd_theme", contrast_of_links=4.1),
    Theme(
        "sphinx_immaterial",
        extensions=("sphinx_immaterial",),
        conf=IMMATERIAL,
        switch="[data-md-component=palette] label",
        is_dark="document.body.dataset.mdColorScheme === 'slate'",
    ),
)
