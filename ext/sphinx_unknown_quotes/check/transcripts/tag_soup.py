"""Python's parser of HTML, made to read what is damaged: it neither breaks down nor takes the square of the size."""

from __future__ import annotations

from html.parser import HTMLParser


class TagSoup(HTMLParser):
    """A parser that is fed once, with a whole text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def read(self, text: str) -> None:
        """Read *text*. What is open at its end is closed, else the parser looks for an end from each bracket again."""
        comment = text.rfind("<!--")
        if comment >= 0 and text.find("-->", comment) < 0:
            text = f"{text}-->"
        elif text.rfind("<") > text.rfind(">"):
            text = f"{text}>"
        self.feed(text)
        self.close()

    def parse_html_declaration(self, i: int) -> int:
        """Take a declaration that is none for a comment, as browsers do; Python before 3.13 breaks down on it."""
        try:
            return super().parse_html_declaration(i)
        except AssertionError:
            return self.parse_bogus_comment(i)
