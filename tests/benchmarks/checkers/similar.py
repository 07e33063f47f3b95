"""A checker by similarity: a quotation passes if rapidfuzz's best partial ratio is at least 90 of 100.

It speaks the protocol of ``edits_table.py --checker``: a line of JSON in, a line of JSON out.
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path

from rapidfuzz.fuzz import partial_ratio

_PASSES = 90


@cache
def said(path: str) -> str:
    """The transcript in lower case, without stamps of captions and markup."""
    text = Path(path).read_text(encoding="utf-8", errors="replace")
    text = re.sub(r"^.*-->.*$|^\d+$|<[^>]*>", " ", text, flags=re.MULTILINE)
    return " ".join(text.casefold().split())


for line in sys.stdin:
    case = json.loads(line)
    score = partial_ratio(" ".join(case["text"].casefold().split()), said(case["transcript"]), score_cutoff=_PASSES)
    print(json.dumps({"id": case["id"], "answer": "pass" if score >= _PASSES else "fail"}))
