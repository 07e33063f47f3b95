"""The SARIF report against the rules of SARIF 2.1.0 for the parts that it has.

The schema here is ours and says what sections 3.13 to 3.29 of the standard require of these objects, more strictly:
nothing else may stand in them. The schema of the standard itself is not part of the project.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from sphinx_unknown_quotes.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def closed(required: str, **properties: dict[str, Any]) -> dict[str, Any]:
    """An object with these properties and no others."""
    return {
        "type": "object", "additionalProperties": False, "required": required.split(), "properties": properties,
    }  # fmt: skip


TEXT = {"type": "string", "minLength": 1}
MESSAGE = closed("text", text=TEXT)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
BAG = {"type": "object"}
REGION = closed("startLine", startLine={"type": "integer", "minimum": 1})
# A relative reference or a file: no spaces, nothing beyond ASCII (RFC 3986).
ARTIFACT = closed("uri", uri={"type": "string", "pattern": r"^[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+$"})
LOCATION = closed(
    "physicalLocation", physicalLocation=closed("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
)
RESULT = {
    **closed(
        "message",
        ruleId=TEXT,
        ruleIndex={"type": "integer", "minimum": 0},
        kind={"enum": ["pass", "open", "informational", "notApplicable", "review", "fail"]},
        level=LEVEL,
        message=MESSAGE,
        locations={"type": "array", "items": LOCATION, "minItems": 1},
        partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
        properties=BAG,
    ),
    # Section 3.27.10: a result that is no failure has no level.
    "if": {"properties": {"kind": {"not": {"const": "fail"}}}},
    "then": {"properties": {"level": {"const": "none"}}},
}
RULE = closed("id", id=TEXT, shortDescription=MESSAGE, defaultConfiguration=closed("", level=LEVEL))
DRIVER = closed(
    "name", name=TEXT, semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
    rules={"type": "array", "items": RULE, "uniqueItems": True},
)  # fmt: skip
RUN = closed(
    "tool", tool=closed("driver", driver=DRIVER), columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    properties=BAG, results={"type": "array", "items": RESULT},
)  # fmt: skip
SCHEMA = closed(
    "version runs", **{"$schema": {"type": "string", "format": "uri"}}, version={"const": "2.1.0"},
    runs={"type": "array", "items": RUN, "minItems": 1},
)  # fmt: skip

TRANSCRIPT = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada>We do not know why the kettle sings.\n"
QUOTES = """source: {title: Kettles, type: talk, transcript: kettles.vtt}
quotes:
- {id: verbatim, text: We do not know why}
- {id: altered, text: We know why the kettle sings}
- {id: near, text: We do not know why the cauldron sings}
- {id: moved, text: We do not know why, at: '0:50'}
- {id: unchecked, text: We know nothing, status: paraphrase}
- {id: wrong-speaker, text: We do not know why, speaker: Bo}
- {id: missing, text: penguins of the northern harbour sleep}
"""


@pytest.mark.parametrize("name", ["kettles.yaml", "ü b#.yaml"])
def test_the_report_is_sarif(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for path, text in (("transcripts/kettles.vtt", TRANSCRIPT), (f"quotes/{name}", QUOTES)):
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert main(["check", "--transcripts", "transcripts", "--no-cache", "--format", "sarif"]) == 1
    report = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(report, SCHEMA, jsonschema.Draft202012Validator)
    results = report["runs"][0]["results"]
    rules = report["runs"][0]["tool"]["driver"]["rules"]
    assert [result["partialFingerprints"]["quotation/v1"] for result in results] == [
        rules[result["ruleIndex"]]["id"] for result in results
    ]
    assert [result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in results] == [*range(3, 10)]
