"""Python's HTML parser for damaged files: it does not crash, and its time does not grow with the square of the size."""

from __future__ import annotations

from html.parser import HTMLParser


class TagSoup(HTMLParser):
    """A parser that gets a whole text at once."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def read(self, text: str) -> None:
        """Read *text*. What is open at its end is closed first; else the parser would search for the end from each bracket."""
        comment = text.rfind("<!--")
        if comment >= 0 and text.find("-->", comment) < 0:
            text = f"{text}-->"
        elif text.rfind("<") > text.rfind(">"):
            text = f"{text}>"
        self.feed(text)
        self.close()

    def parse_html_declaration(self, i: int) -> int:
        """Read an invalid declaration as a comment, as browsers do. Python before 3.13 would crash."""
        try:
            return super().parse_html_declaration(i)
        except AssertionError:
            return self.parse_bogus_comment(i)
