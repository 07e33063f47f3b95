"""The simplest checker: a quotation passes if the transcript contains it, letter by letter.

It speaks the protocol of ``edits_table.py --checker``: a line of JSON in, a line of JSON out.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path


@cache
def said(path: str) -> str:
    """The transcript with single spaces."""
    return " ".join(Path(path).read_text(encoding="utf-8", errors="replace").split())


for line in sys.stdin:
    case = json.loads(line)
    found = " ".join(case["text"].split()) in said(case["transcript"])
    print(json.dumps({"id": case["id"], "answer": "pass" if found else "fail"}))
