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
    """A transform that knows the quotations, and says on which page it has warned."""

    @property
    def domain(self) -> UnknownQuotesDomain:
        """The domain of the build."""
        return uq_domain(self.env)

    @property
    def catalogue(self) -> Catalogue:
        """What the build knows of quotations and where they are."""
        return self.domain.catalogue

    @property
    def builder(self) -> Builder:
        """The builder for which the page is written."""
        return self.domain.builder

    def warn(self, subtype: str, message: str, *args: object, node: nodes.Element) -> None:
        """Warn at *node*, and remember the page, which is written again in every build until it is mended."""
        self.catalogue.warned.add(self.env.docname)
        warn(subtype, message, *args, location=node)

    def warn_of_missing(self, node: nodes.Element) -> None:
        """Warn that there is no quotation of the id of *node*, unless its file is reported already."""
        if self.catalogue.is_reported("quote", node["quote"]):
            return
        hint = nearest(node["quote"], self.catalogue.collection.quotations)
        self.warn("not_found", "there is no quotation %r.%s", node["quote"], hint, node=node)
