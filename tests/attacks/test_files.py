"""Hostile files: each gives a message or words, never a traceback."""

from __future__ import annotations

import io
import json
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from sphinx_unknown_quotes.cli import main
from sphinx_unknown_quotes.commands.shared.exits import FAILED, NOTHING_CHECKED, PASSED

from .effort import no_square

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

QUOTES = (
    "source: {title: T, type: talk, transcript: NAME}\n"
    "quotes:\n- {id: a, text: We do not know why the kettle sings at noon, at: 0:01}\n"
)
CUES = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def packed(*parts: tuple[str, bytes]) -> bytes:
    """Return a ZIP archive with *parts*."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return file.getvalue()


def deep(opening: str, closing: str, inner: str = "") -> str:
    return opening * 20_000 + inner + closing * 20_000


TRANSCRIPTS: dict[str, str | bytes] = {
    # Numbers beyond any clock.
    "huge-time.vtt": "WEBVTT\n\n9999:59:59.999 --> 9999:59:59.999\ntea\n",
    "huge-digits.vtt": f"WEBVTT\n\n{'9' * 5000}:00:00.000 --> 00:00:01.000\ntea\n",
    "huge-digits.srt": f"1\n{'9' * 5000}:00:00,000 --> 00:00:01,000\ntea\n",
    "huge-digits.tsv": f"start\tend\ttext\n{'9' * 5000}\t1\ttea\n",
    "huge-digits.lrc": f"[{'9' * 5000}:00.00]tea\n",
    "huge-digits.txt": f"{'9' * 5000}:00 tea\n0:05 tea\n0:06 tea\n",
    "huge-offset.lrc": f"[offset:{'9' * 5000}]\n[00:01.00]tea\n",
    "arabic-digits.vtt": "WEBVTT\n\n٠٠:٠٠:٠١.٠٠٠ --> ٠٠:٠٠:٠٤.٠٠٠\ntea\n",
    "superscript.txt": "²:²² tea\n³:³³ tea\n",
    "huge-number.json": '{"segments": [{"start": 1e308, "end": 1e309, "text": "tea"}]}',
    "negative.json": '{"segments": [{"start": -5, "end": -9, "text": "tea"}]}',
    "not-a-number.json": '{"segments": [{"start": NaN, "end": Infinity, "text": "tea"}]}',
    "huge-integer.json": '{"segments": [{"start": ' + "9" * 5000 + ', "end": 1, "text": "tea"}]}',
    "huge-integer.json3": '{"events": [{"tStartMs": ' + "9" * 40 + ', "segs": [{"utf8": "tea"}]}]}',
    # Things in other things.
    "deep-lists.json": deep("[", "]"),
    "deep-objects.json": deep('{"segments":', "}", "[]"),
    "deep.ttml": '<tt xmlns="http://www.w3.org/ns/ttml">' + deep("<p>", "</p>") + "</tt>",
    "deep.html": deep("<div>", "</div>", "tea"),
    "deep-comments.html": "<html>" + deep("<!--", "-->"),
    # Documents of XML that ask for more than is in them.
    "laughs.ttml": f'<!DOCTYPE tt [<!ENTITY l0 "tea">{LAUGHS}]><tt><body><p begin="1s">&l9;</p></body></tt>',
    "secret.ttml": '<!DOCTYPE tt [<!ENTITY a SYSTEM "file:///etc/passwd">]><tt><body><p begin="1s">&a;</p></body></tt>',
    "elsewhere.ttml": '<!DOCTYPE tt SYSTEM "http://127.0.0.1:9/a.dtd"><tt><body><p begin="1s">tea</p></body></tt>',
    "declared.ttml": '<?xml version="1.0" encoding="utf-32"?><tt><body><p begin="1s">tea</p></body></tt>',
    # Bytes that are no text.
    "nulls.vtt": CUES.encode() + b"\0" * 1000,
    "halves.json": r'{"segments": [{"start": 0, "end": 1, "text": "\ud800 tea", "speaker": "\udfff"}]}',
    "latin.vtt": CUES.encode() + "né".encode("latin-1"),
    "utf-16.vtt": (CUES + "tea").encode("utf-16"),
    "utf-16-cut.vtt": (CUES + "tea").encode("utf-16")[:-1],
    "marks.vtt": b"\xef\xbb\xbf" * 9 + (CUES + "tea").encode(),
    "overlong.txt": b"\xc0\xaf\xc0\xae",
    "surrogates.txt": b"\xed\xa0\x80",
    # Letters that turn, hide or pile up.
    "turned.vtt": CUES + "\u202e\u2066tea\u2069\u202c",
    "piled.vtt": CUES + "e" + "\u0301" * 50_000,
    "growing.vtt": CUES + "\ufdfa" * 20_000,
    "joined.vtt": CUES + "👩‍" * 20_000,
    "breaks.vtt": CUES + "\u2028\u2029\x0b\x0c\x85\x1c\x1d\x1e" * 5000,
    "returns.vtt": CUES + "\r" * 50_000,
    # Names.
    "speakers.vtt": CUES + "".join(f"<v Ada {n}>tea\n" for n in range(5000)),
    "long-speaker.vtt": CUES + f"<v {'A' * 100_000}>tea\n" + "tea\n" * 100,
    "script-speaker.vtt": CUES + "<v </span><script>alert(1)</script>>tea\n",
    "labels.txt": "".join(f"Ada{n}: tea\nAda{n}: tea\n" for n in range(2000)),
    # Cues.
    "stamps.lrc": "[00:01.00]" * 20_000 + "tea " * 100,
    "arrows.vtt": "WEBVTT\n\n" + "-->\n" * 5000,
    "same-times.vtt": "WEBVTT\n\n" + "00:00:01.000 --> 00:00:01.000\ntea\n\n" * 3000,
    "backwards.vtt": "WEBVTT\n\n" + "00:00:09.000 --> 00:00:01.000\ntea\n\n" * 3000,
    "rolling.vtt": "WEBVTT\nKind: captions\n\n" + "00:00:01.000 --> 00:00:02.000\n" + "tea\n" * 3000,
    "note.vtt": "WEBVTT\n\n" + "NOTE\n" * 20_000,
    "notes.vtt": "WEBVTT\n\n" + "NOTE a\n\n" * 10_000,
    "styles.vtt": "WEBVTT\n\nSTYLE\n" + "::cue{}\n" * 20_000,
    # Shapes of JSON that are nearly those of a transcript.
    "null.json": "null",
    "empty.json": "",
    "mixed.json": '[{"text": "tea", "start": 0, "duration": 1}, null, 3, "x", []]',
    "texts.json": '{"segments": "tea"}',
    "no-words.json": '{"segments": [{"start": 0, "end": 1, "words": [{}]}]}',
    "keys.json": json.dumps({f"k{n}": [] for n in range(20_000)}),
    "same-keys.json": '{"segments": [], "segments": [{"start": 0, "end": 1, "text": "tea"}]}',
    "rev.json": '{"monologues": [{"speaker": {}, "elements": [{"type": "text", "value": 5}]}]}',
    "json3.json": '{"events": [{"tStartMs": 0, "segs": [{"utf8": null}]}]}',
    # Pages.
    "declaration.html": "<time>0:01</time><p>tea <![x y]> <!x <? </3 <a b=' <p>",
    "time.html": "<time" * 20_000,
    "charset.html": b'<html><head><meta charset="utf-7"></head><body>+ADw-script+AD4-</body>',
    "charset-codec.html": b'<html><head><meta charset="rot13"></head><body><p>tea</p></body>',
    "charset-unknown.html": b'<html><head><meta charset="x-\xff"></head><body><p>tea</p></body>',
    # Archives and documents.
    "empty.docx": packed(),
    "no-words.docx": packed(("word/document.xml", b"<")),
    "bomb.docx": packed(("word/document.xml", b"<a>" + b" " * (70 * 1024**2))),
    "paths.docx": packed(("../../word/document.xml", b"<a/>"), ("/word/x", b"")),
    "laughs.docx": packed(("word/document.xml", f'<!DOCTYPE w [<!ENTITY l0 "tea">{LAUGHS}]><w>&l9;</w>'.encode())),
    "cut.docx": packed(("word/document.xml", b"<a/>"))[:40],
    "empty.pdf": b"",
    "head.pdf": b"%PDF-1.7\n",
    "loop.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj "
    b"trailer<</Root 1 0 R>>\n%%EOF",
    "lied.txt": b"%PDF-1.7 and no more",
}  # fmt: skip


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Return a function that checks a quotation against the transcript *name*, and returns what is printed."""
    monkeypatch.chdir(tmp_path)
    for folder in ("quotes", "transcripts"):
        (tmp_path / folder).mkdir()

    def run(name: str, *options: str) -> str:
        (tmp_path / "quotes" / "a.yaml").write_text(QUOTES.replace("NAME", name), "utf-8")
        assert main(["check", "--transcripts", "transcripts", *options]) in (PASSED, FAILED, NOTHING_CHECKED)
        printed = capsys.readouterr()
        return printed.out + printed.err

    return run


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_a_hostile_transcript_ends_in_a_verdict(check: Callable[..., str], tmp_path: Path, name: str) -> None:
    content = TRANSCRIPTS[name]
    (tmp_path / "transcripts" / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with no_square():
        told = check(name, "--no-cache")
    assert "Traceback" not in told
    assert "a.yaml" in told
    assert "root:" not in told


@pytest.mark.parametrize("kind", ["folder", "loop", "pipe", "device", "nothing", "secret"])
def test_what_is_no_file_is_no_transcript(check: Callable[..., str], tmp_path: Path, kind: str) -> None:
    path = tmp_path / "transcripts" / "t.txt"
    targets = {"loop": "t.txt", "device": "/dev/zero", "nothing": "gone.txt"}
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "secret":
        path.write_text("We do not know why the kettle sings at noon")
        path.chmod(0)
    else:
        path.symlink_to(targets[kind])
    with no_square():
        assert "Traceback" not in check("t.txt", "--no-cache")


@pytest.mark.parametrize(
    "name",
    ["../a.txt", "/etc/passwd", "a/../../b", "a\\b.txt", "C:x.txt", ".hidden", "a\u202etxt.vtt", "a\x00b", "a" * 6000],
)
def test_a_transcript_never_names_a_file_elsewhere(check: Callable[..., str], tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("We do not know why the kettle sings at noon")
    (tmp_path / "transcripts" / "t.txt").write_text("Something else is said here, friends.")
    told = check(json.dumps(name), "--no-cache")
    assert "Traceback" not in told
    assert "verbatim" not in told


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\0", b"[]", b"{}", b"null", b"\xff\xfe", b'{"schema_version": 1}', b'{"schema_version": 1e400, "quotes": {}}',
        b'{"schema_version": 99, "quotes": {}}', b'{"schema_version": 1, "quotes": {"a": {"verdict": "verbatim"}}}',
        b'{"schema_version": 1, "quotes": {"a": {"verdict": "<script>", "digest": "x"}}}', b"[" * 100_000,
        b'{"quotes":' * 20_000, b'{"schema_version": 1, "quotes": {"a": null}}', b'{"schema_version": "1", "quotes": []}',
    ],
)  # fmt: skip
def test_a_hostile_evidence_file_is_a_message(check: Callable[..., str], tmp_path: Path, content: bytes) -> None:
    (tmp_path / "transcripts" / "t.txt").write_text("We do not know why the kettle sings at noon")
    (tmp_path / "quotes" / "evidence.json").write_bytes(content)
    assert "Traceback" not in check("t.txt", "--no-cache")
    check("t.txt", "--no-cache", "--update")
    assert json.loads((tmp_path / "quotes" / "evidence.json").read_bytes())["quotes"]["a"]["verdict"] == "verbatim"


COLLECTIONS = [
    "&a [*a]", "a: &a {b: *a}", "!!python/object/apply:os.system ['true']", "!!python/name:os.system", "!!binary aGk=",
    "? [a]\n: b", "{[a]: b}", "quotes: *x", "<<: {a: b}", "%YAML 9.9\n---\na: b", "--- a\n--- b", "source: {source: {source: {}}}",
    "quotes:\n- - - - a", "quotes: [[[[[[[[[[[[[[[[[[", "source: 5\nquotes: 5", "quotes:\n- null\n- ~\n- 5\n- []\n- text: []",
    "source: {title: [a], type: {b: c}}\nquotes: {}", "\t", "\x00", "\ufeff\ufeff", "a: \u2028b", "a: 'b", 'a: "\\x"', 'a: "\\ud800"',
    "quotes:\n- {id: a, text: b, at: 9999999999:99}", "quotes:\n- {id: a, text: b, at: 1:02-1:01}", "quotes:\n- {id: " + "a" * 5000 + "}",
    "quotes:\n- {id: a, text: b, url: 'javascript:alert(1)'}", "source: {title: T, type: talk, url: 'http://[::1'}\nquotes: []",
    "source: {title: T, type: talk, date: 9999-99-99}\nquotes: []", "source: {title: T, type: talk, doi: 10.1/<script>}\nquotes: []",
    "quotes:\n" + "- {id: a, text: b}\n" * 2000, "a" * 100_000 + ": b", "quotes: " + "{a: " * 5000,
]  # fmt: skip


@pytest.mark.parametrize("content", COLLECTIONS)
def test_a_hostile_record_is_a_message(check: Callable[..., str], tmp_path: Path, content: str) -> None:
    (tmp_path / "transcripts" / "t.txt").write_text("We do not know why the kettle sings at noon")
    (tmp_path / "quotes" / "b.yaml").write_text(content, "utf-8")
    with no_square():
        told = check("t.txt", "--no-cache")
    assert "b.yaml" in told
    assert "Traceback" not in told
    assert max(map(len, told.splitlines())) < 3_000
