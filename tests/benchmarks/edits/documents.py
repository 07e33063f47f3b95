"""The talk as documents: DOCX, a saved page of HTML, and PDF with pages, running heads and hyphens at line ends."""

from __future__ import annotations

import io
import textwrap
import zipfile
from html import escape
from itertools import accumulate

from .forms import Form, Line, joined, turns

_LINES_A_PAGE = 40
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def docx(lines: list[Line]) -> bytes:
    """A Word document with a paragraph for each turn."""
    body = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(joined(turn))}</w:t></w:r></w:p>' for turn in turns(lines)
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS}
        parts["word/document.xml"] = (
            f'<?xml version="1.0"?><w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
        )
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return file.getvalue()


def html(lines: list[Line]) -> str:
    """A page as a browser saves it, with a menu, a script and a foot around the words."""
    body = "\n".join(f"<p>{escape(joined(turn))}</p>" for turn in turns(lines))
    return (
        "<!DOCTYPE html><html><head><title>A talk</title><style>p { margin: 0 }</style><script>let menu = 1;</script></head>"
        f"<body><nav><a href='#'>Home</a> <a href='#'>Talks</a></nav><main><article><h1>A talk</h1>\n{body}\n</article></main>"
        "<footer>All rights reserved</footer></body></html>"
    )


def _set(lines: list[Line]) -> tuple[list[str], list[int]]:
    """The words in lines of print, long words parted by hyphens; and the line of print in which each sentence begins."""
    words = [(word, place) for place, line in enumerate(lines) for word in line.text.split()]
    printed: list[str] = [""]
    begins: dict[int, int] = {}
    for word, place in words:
        room = 76 - len(printed[-1])
        if len(word) > room and word.isalpha() and len(word) > 7 and room > 5:
            printed[-1] += f" {word[: room - 2]}-"
            begins.setdefault(place, len(printed) - 1)
            printed.append(word[room - 2 :])
            continue
        if len(word) >= room:
            printed.append("")
        begins.setdefault(place, len(printed) - 1)
        printed[-1] = f"{printed[-1]} {word}".strip()
    return printed, [begins[place] for place in range(len(lines))]


def page_of(lines: list[Line], place: int) -> int:
    """The page, from 1, on which a sentence begins."""
    return _set(lines)[1][place] // _LINES_A_PAGE + 1


def pdf(lines: list[Line]) -> bytes:
    """A PDF of one column, with a running head and a page number on every page."""
    printed = [line.encode("cp1252", "replace").decode("cp1252") for line in _set(lines)[0]]
    pages = [printed[first : first + _LINES_A_PAGE] for first in range(0, len(printed), _LINES_A_PAGE)]
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {count} /Kids [{kids}] >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]  # fmt: skip
    for number, page in enumerate(pages):
        content = _content(page, number + 1)
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
                       "/Resources << /Font << /F1 3 0 R >> >> >>")  # fmt: skip
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    return _file(objects)


def _content(page: list[str], number: int) -> str:
    shown = [
        (800, f"A TALK AND ITS WORDS {'':20} {number}"),
        *((770 - 17 * place, line) for place, line in enumerate(page)),
    ]
    return "\n".join(f"BT /F1 11 Tf 1 0 0 1 60 {height} Tm ({_escaped(line)}) Tj ET" for height, line in shown)


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: list[str]) -> bytes:
    parts = [f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252") for number, each in enumerate(objects, 1)]
    head = b"%PDF-1.4\n"
    offsets = list(accumulate([len(head), *map(len, parts)]))
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets[:-1])
    end = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{offsets[-1]}\n%%EOF\n"
    return head + b"".join(parts) + end.encode()


def wrapped(lines: list[Line]) -> str:
    """Plain text in lines of 72 letters, as mail and old archives have it."""
    return "\n\n".join(textwrap.fill(joined(turn), 72) for turn in turns(lines)) + "\n"


DOCUMENTS = [
    Form("wrapped text", ".txt", wrapped, has_times=False, has_speakers=False),
    Form("DOCX", ".docx", docx, has_times=False, has_speakers=False),
    Form("saved HTML", ".html", html, has_times=False, has_speakers=False),
    Form("PDF", ".pdf", pdf, has_times=False, has_speakers=False, page=page_of),
]
