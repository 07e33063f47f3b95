"""Small PDF, DOCX and HTML files, made here: every text at the place and of the size that a test wants."""

from __future__ import annotations

import io
import zipfile
import zlib

#: A text, where it begins (points from the left and from the bottom), and its size.
Placed = tuple[str, float, float, float]


def column(lines: list[str], x: float = 72, top: float = 720, size: float = 10) -> list[Placed]:
    """Lines below each other."""
    return [(line, x, top - 1.2 * size * number, size) for number, line in enumerate(lines)]


def page_stream(texts: list[Placed]) -> bytes:
    return b"".join(
        f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET\n".encode("cp1252") for text, x, y, size in texts
    )


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def pdf(*pages: list[Placed] | bytes, labels: str = "", extra: dict[int, bytes] | None = None) -> bytes:
    """A PDF of *pages*; *labels* is the array of its page labels, *extra* has objects from number 100 on."""
    objects: dict[int, bytes] = {3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"}
    kids = []
    for index, page in enumerate(pages):
        number = 10 + 2 * index
        kids.append(f"{number} 0 R")
        stream = page if isinstance(page, bytes) else page_stream(page)
        packed = zlib.compress(stream)
        objects[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {number + 1} 0 R"
            "/Resources<</Font<</F1 3 0 R>>/XObject<</X1 100 0 R>>>>>>"
        ).encode()
        objects[number + 1] = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)
    objects[2] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>".encode()
    named = f"/PageLabels<</Nums[{labels}]>>" if labels else ""
    objects[1] = f"<</Type/Catalog/Pages 2 0 R{named}>>".encode()
    return _file(objects | (extra or {}))


def _file(objects: dict[int, bytes]) -> bytes:
    data = b"%PDF-1.7\n"
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in sorted(places.items()))
    start = len(data)
    return data + b"xref\n0 1\n0000000000 65535 f \n%strailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        rows, max(objects) + 1, start,
    )  # fmt: skip


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, head: str = "", **parts: str) -> bytes:
    """A DOCX with *body* in its document and other parts by name: ``footnotes="<w:p>…"``; *head* comes first."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{head}<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {W}>{content}</w:{name}>")
    return file.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"
