"""What Sphinx's search shows of quotations: by typing, and by clicking on what is found."""

from __future__ import annotations

import functools
import threading
from http.server import ThreadingHTTPServer

import pytest

from .conftest import _QuietHandler

pytestmark = pytest.mark.browser

PAGES = {
    "index.md": "# Home\n\n```{toctree}\nwhy\nlist\nother\n```\n",
    "why.md": "# Talks\n\n```{unknown-quote} hewitt-why\n```\n\n```{unknown-quote} shazeer-divine\n```\n",
    "list.md": "# People\n\n```{unknown-quote-index}\n:by: speaker\n```\n",
    "other.md": "# Other\n\nUnsurely, surely, leisurely: unexplained explanations whyever.\n",
}


@pytest.fixture(params=["basic", "furo", "alabaster"])
def found(request, new_site, browser):
    """Return a function that types a query and gives the page of results with their texts."""
    site = new_site(PAGES, f'html_theme = "{request.param}"\n').build()
    handler = functools.partial(_QuietHandler, directory=str(site.outdir))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_context(base_url=f"http://127.0.0.1:{server.server_port}").new_page()

        def search(query: str):
            page.goto("/search.html")
            page.locator("input[name=q]").last.fill(query)
            page.locator("input[name=q]").last.press("Enter")
            page.wait_for_selector("#search-results ul.search li a")
            page.wait_for_function(
                "document.querySelector('#search-results p.search-summary').innerText.includes('finished')"
            )
            return page, page.locator("#search-results ul.search li a").all_inner_texts()

        yield search
        page.context.close()
        server.shutdown()


WHY = "“No one’s really sure why this works exactly either.” — John Hewitt, 1:13:47"


@pytest.mark.parametrize("query", ["either", "really sure", "no one's", "1:13:47", "hewitt exactly"])
def test_a_quotation_is_found_by_any_of_its_words_and_by_its_moment(found, query):
    _, texts = found(query)
    assert texts[0] == WHY


def test_a_click_on_a_result_opens_the_card(found):
    page, _ = found("sure why")
    page.locator("#search-results ul.search li a", has_text=WHY).first.click()
    page.wait_for_url("**/why.html*")
    card = page.locator("#hewitt-why")
    assert page.evaluate("document.querySelector(':target') !== null")
    box = card.bounding_box()
    assert box["y"] >= -5
    assert box["y"] + 40 < page.viewport_size["height"]


def test_a_quotation_comes_before_a_page_that_has_the_letters_within_other_words(found):
    _, texts = found("sure")
    assert texts.index(WHY) < texts.index("Other")


def test_a_speaker_comes_before_what_was_said(found):
    _, texts = found("hewitt")
    assert texts[0] == "John Hewitt"
    assert WHY in texts[1:]
