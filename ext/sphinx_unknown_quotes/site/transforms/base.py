"""What all transforms of the extension have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.transforms.post_transforms import SphinxPostTransform

from ...collection.problems import nearest
from ..domain.domain import uq_domain
from ..messages import warn

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.builders import Builder

    from ..domain.catalogue import Catalogue
    from ..domain.domain import UnknownQuotesDomain


class QuotesTransform(SphinxPostTransform):
    """A transform with access to the quotations, which notes the pages for which it warns."""

    @property
    def domain(self) -> UnknownQuotesDomain:
        """The domain of the build."""
        return uq_domain(self.env)

    @property
    def catalogue(self) -> Catalogue:
        """The quotations of the build, and their places."""
        return self.domain.catalogue

    @property
    def builder(self) -> Builder:
        """The builder for which the page is written."""
        return self.domain.builder

    def warn(self, subtype: str, message: str, *args: object, node: nodes.Element) -> None:
        """Warn at *node*, and note the page, which every build writes again until it is corrected."""
        self.catalogue.warned.add(self.env.docname)
        warn(subtype, message, *args, location=node)

    def warn_of_missing(self, node: nodes.Element) -> None:
        """Warn that no quotation has the id of *node*, unless its file is reported already."""
        if self.catalogue.is_reported("quote", node["quote"]):
            return
        hint = nearest(node["quote"], self.catalogue.collection.quotations)
        self.warn("not_found", "there is no quotation %r.%s", node["quote"], hint, node=node)
