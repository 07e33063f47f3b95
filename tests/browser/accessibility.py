"""What axe finds on a page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe


def violations(page: Any, context: Any, **options: Any) -> list[str]:
    """Return each rule that a part of the page breaks, with the first element that does."""
    # To collect what is right takes axe longer than to find what is wrong.
    found = Axe().run(page, context=context, options={"resultTypes": ["violations"], **options})
    return [f"{item['id']}: {item['nodes'][0]['html'][:200]}" for item in found.response["violations"]]
