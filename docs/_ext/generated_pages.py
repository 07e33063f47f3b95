"""Description and OpenGraph tags for pages without a source. For the others, sphinxext-opengraph makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from docutils.utils import new_document
from sphinxext.opengraph import get_tags

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: Titles that only the theme's templates have.
TITLES: Final = {"genindex": "Index", "search": "Search"}
#: The description of each page.
DESCRIPTIONS: Final = {
    "uq-unknown": "Experts who say that they do not know how large language models work, by the question that they leave open.",
    "uq-speaker": "Who said that it is not known how large language models work: every speaker, with the words and their moment.",
    "uq-source": "Where it was said that nobody knows how large language models work: every talk, paper and post, with the words.",
    "uq-year": "When it was said that nobody knows how large language models work: the words of each year.",
    "genindex": "Speakers and what they say is not known of large language models, from A to Z.",
    "search": "Search the essay, the collection of quotations and the guide.",
}


def describe(
    app: Sphinx, pagename: str, _templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """On ``html-page-context``: give the page *pagename* its tags."""
    if doctree is not None or pagename not in DESCRIPTIONS or app.builder.name == "epub":
        return
    document = new_document(pagename)
    document += nodes.paragraph("", DESCRIPTIONS[pagename])
    title = context.get("title") or TITLES[pagename]
    context["metatags"] = context.get("metatags", "") + get_tags(
        {"meta": None, "metatags": "", "title": title, "pagename": pagename},
        document,
        srcdir=app.srcdir,
        outdir=app.outdir,
        config=app.config,
        builder=app.builder,
        env=app.env,
    )


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to the writing of pages, after the index pages have their titles."""
    app.connect("html-page-context", describe, priority=600)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
