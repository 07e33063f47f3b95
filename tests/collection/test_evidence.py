"""The lock file of the check, and its verdicts for quotations that were not edited since."""

from __future__ import annotations

import errno
import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.collection.evidence import (
    PASSING,
    SUPPORT,
    VERDICTS,
    Evidence,
    Support,
    quotation_digest,
    read_evidence,
    store_evidence,
    support_of,
    write_evidence,
)
from sphinx_unknown_quotes.collection.records import Via

from .samples import quotation, seen, source

if TYPE_CHECKING:
    from pathlib import Path


def file_of(verdict: str = "verbatim", **more: Any) -> bytes:
    return json.dumps({"schema_version": 1, "quotes": {"a": {"digest": "d", "verdict": verdict, **more}}}).encode()


def checked(verdict: str, **changed: Any) -> Support:
    """What is said of a quotation that was checked with *verdict*, and *changed* since."""
    evidence = Evidence(quotation_digest(quotation(), source()), verdict)
    return support_of(quotation(**changed), source(), evidence)


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "We do not know."},
        {"at": "1:00"},
        {"speaker": ("Jane Doe",)},
        {"page": "1"},
        {"section": "1"},
        {"lang": "de"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_the_digest_changes_with_what_the_check_looks_at(changed: dict[str, Any]) -> None:
    assert quotation_digest(quotation(), source()) != quotation_digest(quotation(**changed), source())


@pytest.mark.parametrize(
    "changed", [{"url": "https://h/"}, {"transcript": "a.md"}, {"key": "t"}], ids=lambda changed: next(iter(changed))
)
def test_the_digest_changes_with_what_it_was_checked_against(changed: dict[str, Any]) -> None:
    assert quotation_digest(quotation(), source()) != quotation_digest(quotation(), source(**changed))


@pytest.mark.parametrize(
    "changed",
    [{"role": "B"}, {"unknown": "b"}, {"context": "B"}, {"translation": "B"}, {"reported": "B"}, {"seen": "2023"}, {"line": 9},
     {"path": "y.yaml"}, {"status": "disputed"}, {"via": Via("B")}],
    ids=lambda changed: next(iter(changed)),
)  # fmt: skip
def test_the_digest_keeps_while_only_other_things_change(changed: dict[str, Any]) -> None:
    assert quotation_digest(quotation(), source()) == quotation_digest(quotation(**changed), source())


@pytest.mark.parametrize(
    "changed",
    [{"title": "B"}, {"date": "2023"}, {"publisher": "B"}, {"type": "paper"}],
    ids=lambda changed: next(iter(changed)),
)
def test_the_digest_keeps_while_the_source_is_only_described_otherwise(changed: dict[str, Any]) -> None:
    assert quotation_digest(quotation(), source()) == quotation_digest(quotation(), source(**changed))


def test_the_digest_is_the_same_in_every_build() -> None:
    """It is in a committed file: with another way to compute it, every site would lose every badge."""
    checked_words = b"""["We don't know.",[],null,null,null,"en","s",null,null]"""
    assert blake2b(checked_words, digest_size=16).hexdigest() == quotation_digest(quotation(), source())


def test_words_cannot_move_from_one_field_to_the_next_unseen() -> None:
    assert quotation_digest(quotation(page="1"), source()) != quotation_digest(quotation(section="1"), source())


@pytest.mark.parametrize(
    ("verdict", "kind"),
    [
        *((verdict, "found") for verdict in PASSING),
        ("near", "near"),
        ("altered", "contradicted"),
        ("moved", "contradicted"),
        ("elsewhere", "contradicted"),
        ("wrong-speaker", "contradicted"),
        ("missing", "contradicted"),
    ],
)
def test_a_verdict_says_how_the_words_are_supported(verdict: str, kind: str) -> None:
    support = checked(verdict, seen="2023")
    assert (kind, verdict) == (support.kind, support.evidence.verdict if support.evidence else None)


@pytest.mark.parametrize("verdict", [*PASSING, "near", "altered", "missing"])
def test_a_verdict_counts_only_while_the_quotation_is_the_one_that_was_checked(verdict: str) -> None:
    assert Support("unchecked") == checked(verdict, text="We do know.")


def test_unchecked_is_no_verdict() -> None:
    assert Support("read") == checked("unchecked", seen="2023")


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({}, "unchecked"),
        ({"seen": "2023"}, "read"),
        ({"via": Via("B")}, "reported"),
        ({"via": Via("B"), "seen": "2023"}, "read"),
        # The reporter vouches for the wording that is recorded beside the words, not for the words.
        ({"via": Via("B"), "reported": "Nobody knows."}, "unchecked"),
    ],
)
def test_without_a_verdict_a_reader_or_a_reporter_supports_the_words(values: dict[str, Any], kind: str) -> None:
    assert Support(kind) == support_of(quotation(**values), source(), None)


def test_every_verdict_of_the_table_has_a_kind_of_support() -> None:
    assert {checked(verdict).kind for verdict in VERDICTS} <= set(SUPPORT)


def test_reads_every_field() -> None:
    found, problems = read_evidence(
        file_of(transcript="a.md", transcript_digest="t", found=1.5, changes=2, automatic=True, policy="3")
    )
    assert ({"a": Evidence("d", "verbatim", "a.md", "t", 1.5, 2, True, "3")}, []) == (found, problems)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Input data was truncated"),
        (b"{", "truncated"),
        (b"\xff", "malformed"),
        (b"\xef\xbb\xbf{}", "malformed"),
        (b"[]", "Expected `object`, got `array`"),
        (b"{}", "missing required field `schema_version`"),
        (b'{"schema_version": 1}', "missing required field `quotes`"),
        (b'{"schema_version": "1", "quotes": {}}', "Expected `int`, got `str`"),
        (b'{"schema_version": 1, "quotes": []}', "Expected `object`, got `array`"),
        (b'{"schema_version": 1, "quotes": {"a": {"verdict": "verbatim"}}}', "missing required field `digest`"),
        (b'{"schema_version": 1, "quotes": {"a": {"digest": "d"}}}', "missing required field `verdict`"),
        (file_of(found="1:00"), "Expected `float | null`, got `str`"),
        (b'{"schema_version": 1, "quotes": {"a": {"digest": "d", "verdict": "verbatim", "found": 1e999}}}', "out of range"),
        (b'{"schema_version": 1, "quotes": {"a": {"digest": "d", "verdict": "verbatim", "found": NaN}}}', "malformed"),
        (b'{"schema_version": 1, "quotes": {"\\ud800": {"digest": "d", "verdict": "verbatim"}}}', "malformed"),
        (b'{"schema_version": 1, "quotes": {"a": {"digest": "d", "verdict": "verbatim", "x": ' + b"[" * 100_000, "recursion"),
        (b"<<<<<<< HEAD\n" + file_of(), "malformed"),
    ],
)  # fmt: skip
def test_a_broken_file_counts_as_empty_and_says_what_to_do(data: bytes, words: str) -> None:
    found, problems = read_evidence(data)
    assert (found, seen(problems)) == ({}, [("evidence.json", 0, "evidence")])
    assert words in problems[0].message
    assert problems[0].message.endswith("Run the check with --update to write it anew.")


@pytest.mark.parametrize("version", [0, 2, -1])
def test_another_version_is_not_guessed_at(version: int) -> None:
    found, problems = read_evidence(file_of().replace(b'"schema_version": 1', f'"schema_version": {version}'.encode()))
    assert (found, seen(problems)) == ({}, [("evidence.json", 0, "evidence")])
    assert f"has schema version {version}, not 1." == problems[0].message


def test_an_unknown_verdict_is_left_out_and_the_others_count() -> None:
    entries = {
        name: {"digest": "d", "verdict": verdict} for name, verdict in {"c": "maybe", "b": "near", "a": "x\ny"}.items()
    }
    found, problems = read_evidence(json.dumps({"schema_version": 1, "quotes": entries}).encode())
    assert (
        list(found), [problem.message for problem in problems],
    ) == (["b"], ["'a': 'x\\ny' is not a verdict.", "'c': 'maybe' is not a verdict."])  # fmt: skip


def test_is_written_sorted_with_a_line_a_quotation() -> None:
    """So that a review shows which verdicts changed."""
    written = write_evidence({"b": Evidence("2", "near", changes=1), "a": Evidence("1", "verbatim")})
    assert written.decode() == (
        '{"schema_version": 1, "quotes": {\n"a": {"digest":"1","verdict":"verbatim"},\n"b": {"digest":"2","verdict":"near","changes":1}\n}}\n'
    )


def test_no_evidence_is_written_as_a_file_that_can_be_read() -> None:
    assert read_evidence(write_evidence({})) == ({}, [])


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
EVIDENCE = st.builds(
    Evidence, WORDS, st.sampled_from(sorted(VERDICTS)), st.none() | WORDS, st.none() | WORDS,
    st.none() | st.floats(0, 1e6), st.integers(0, 99), st.booleans(), WORDS,
)  # fmt: skip


@given(st.dictionaries(WORDS, EVIDENCE, max_size=4))
def test_what_was_written_is_read(evidence: dict[str, Evidence]) -> None:
    assert (evidence, []) == read_evidence(write_evidence(evidence))


@given(st.dictionaries(WORDS, EVIDENCE, max_size=4))
def test_the_same_evidence_gives_the_same_bytes(evidence: dict[str, Evidence]) -> None:
    assert write_evidence(evidence) == write_evidence(dict(reversed(evidence.items())))


@given(
    st.binary(max_size=80)
    | st.recursive(
        st.integers() | st.text(max_size=3),
        lambda x: st.lists(x) | st.dictionaries(st.sampled_from(["schema_version", "quotes"]), x),
        max_leaves=5,
    ).map(lambda x: json.dumps(x).encode())
)
def test_any_bytes_give_evidence_or_a_problem(data: bytes) -> None:
    found, problems = read_evidence(data)
    assert found == {}
    assert {problem.subtype for problem in problems} <= {"evidence"}


def test_language_that_a_site_puts_in_its_place_leaves_a_verdict_as_it_is() -> None:
    """The check does not know the language of a site."""
    assumed = quotation(lang_assumed=True)
    assert quotation_digest(assumed, source()) == quotation_digest(quotation(lang="de", lang_assumed=True), source())
    assert quotation_digest(assumed, source()) == quotation_digest(quotation(lang="en"), source())
    assert quotation_digest(assumed, source()) != quotation_digest(quotation(lang="de"), source())


def test_names_of_the_transcript_s_labels_change_the_digest_of_a_quotation_with_a_speaker() -> None:
    named = source(speakers={"B": "Bo", "A": "Ada"})
    assert quotation_digest(quotation(), named) == quotation_digest(quotation(), source())
    said = quotation(speaker=("Bo",))
    checked_words = b"""["We don't know.",["Bo"],null,null,null,"en","s",null,null,[["A","Ada"],["B","Bo"]]]"""
    assert quotation_digest(said, named) == blake2b(checked_words, digest_size=16).hexdigest()
    assert quotation_digest(said, named) == quotation_digest(said, source(speakers={"A": "Ada", "B": "Bo"}))


ONE = {"a": Evidence("d", "verbatim")}


def test_stores_what_is_new_and_says_whether_it_was(tmp_path: Path) -> None:
    assert [store_evidence(tmp_path, ONE), store_evidence(tmp_path, ONE)] == [True, False]
    assert (tmp_path / "evidence.json").read_bytes() == write_evidence(ONE)


def test_a_file_that_is_broken_is_written_anew_where_it_is_no_link(tmp_path: Path) -> None:
    (tmp_path / "evidence.json").write_bytes(b"{")
    assert store_evidence(tmp_path, ONE)
    assert (tmp_path / "evidence.json").read_bytes() == write_evidence(ONE)


def test_a_link_to_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "evidence.json").symlink_to("nothing")
    with pytest.raises(FileNotFoundError):
        store_evidence(tmp_path, ONE)
    assert not (tmp_path / "nothing").exists()


def test_writes_through_a_link_to_evidence(tmp_path: Path) -> None:
    (tmp_path / "kept.json").write_bytes(write_evidence({}))
    (tmp_path / "evidence.json").symlink_to("kept.json")
    assert store_evidence(tmp_path, ONE)
    assert (tmp_path / "evidence.json").is_symlink()
    assert (tmp_path / "kept.json").read_bytes() == write_evidence(ONE)


@pytest.mark.parametrize("target", ["folder", "victim"])
def test_a_link_to_anything_else_is_an_error_that_names_the_file(tmp_path: Path, target: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "victim").write_bytes(b"precious")
    (tmp_path / "evidence.json").symlink_to(target)
    with pytest.raises(OSError, match=r"not an evidence\.json; nothing was written") as caught:
        store_evidence(tmp_path, ONE)
    assert (caught.value.errno, caught.value.filename) == (errno.EINVAL, str(tmp_path / "evidence.json"))
    assert caught.value.strerror == "it is a link to a file that is not an evidence.json; nothing was written"
    assert (tmp_path / "victim").read_bytes() == b"precious"
