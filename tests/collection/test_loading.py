"""A folder -> the library: order, what several files have in common, the evidence, the cache."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.collection import loading
from sphinx_unknown_quotes.collection.loading import load_library
from sphinx_unknown_quotes.collection.parsing import yaml_reader
from sphinx_unknown_quotes.collection.problems import PROBLEM_SUBTYPES
from sphinx_unknown_quotes.collection.records import former_ids
from sphinx_unknown_quotes.collection.storage.snapshots import Snapshot, take_snapshot

from . import test_reading
from .samples import HEAD, ONE, load, no_hang, seen

if TYPE_CHECKING:
    from pathlib import Path

UNKNOWNS = "inner-workings: {title: Inner workings}\nchain-of-thought: {title: Chain of thought}\n"


def quotes(*ids: str, unknown: str = "") -> str:
    return HEAD + "".join(
        f"  - id: {name}\n    text: We don't know.\n{f'    unknown: {unknown}{chr(10)}' if unknown else ''}"
        for name in ids
    )


def test_quotations_come_in_the_order_of_files_by_name_and_of_the_lines_in_them(tmp_path: Path) -> None:
    library = load(tmp_path, {"b.yaml": quotes("z", "a"), "a.yaml": quotes("m"), "c.yaml": quotes("b")})
    assert (list(library.quotations), library.problems) == (["m", "z", "a", "b"], [])


def test_a_quotation_knows_its_source_file_and_line(tmp_path: Path) -> None:
    found = load(tmp_path, {"talk.yaml": quotes("a", "b")}).quotations["b"]
    assert (found.source, found.path, found.line) == ("talk", "talk.yaml", 7)


def test_the_place_of_a_quotation_is_its_file_and_line_on_disk(tmp_path: Path) -> None:
    library = load(tmp_path, {"a.yaml": quotes("a")})
    assert f"{tmp_path / 'a.yaml'}:5" == library.place(library.quotations["a"])


def test_a_source_is_called_like_its_file(tmp_path: Path) -> None:
    library = load(tmp_path, {"a.b.yaml": quotes("a"), "c.yml": quotes("c"), "Müller.yaml": quotes("m")})
    assert sorted(library.sources) == ["Müller", "a.b", "c"]


def test_unknowns_keep_the_order_of_their_file(tmp_path: Path) -> None:
    library = load(tmp_path, {"unknowns.yaml": UNKNOWNS})
    assert (list(library.unknowns), library.problems) == (["inner-workings", "chain-of-thought"], [])


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    library = load(tmp_path, {})
    assert (
        library.quotations, library.sources, library.unknowns, library.evidence, library.problems,
    ) == ({}, {}, {}, {}, [])  # fmt: skip


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    assert seen(load_library(take_snapshot(tmp_path / "nowhere")).problems) == [("", 0, "file")]


@pytest.mark.parametrize(
    ("files", "place", "first"),
    [
        ({"x.yaml": quotes("a", "a")}, ("x.yaml", 7), "x.yaml:5"),
        ({"x.yaml": quotes("a"), "y.yaml": quotes("b", "a")}, ("y.yaml", 7), "x.yaml:5"),
    ],
)
def test_a_duplicate_id_names_both_places_and_the_first_counts(
    tmp_path: Path, files: dict[str, str], place: tuple[str, int], first: str
) -> None:
    library = load(tmp_path, files)
    assert [(*place, "duplicate_id")] == seen(library.problems)
    assert f"'a' is already recorded at {tmp_path / first}, and that one counts." == library.problems[0].message
    assert library.quotations["a"].path == "x.yaml"


def test_an_id_three_times_is_two_problems(tmp_path: Path) -> None:
    library = load(tmp_path, {f"{name}.yaml": quotes("a") for name in "xyz"})
    assert seen(library.problems) == [("y.yaml", 5, "duplicate_id"), ("z.yaml", 5, "duplicate_id")]


def test_an_unknown_that_is_not_named_is_told_the_nearest(tmp_path: Path) -> None:
    library = load(tmp_path, {"unknowns.yaml": UNKNOWNS, "x.yaml": quotes("a", unknown="inner-working")})
    assert [problem.place for problem in library.problems] == ["x.yaml:7:14"]
    assert (
        library.problems[0].message
        == "unknown: 'inner-working' is not in unknowns.yaml. Did you mean 'inner-workings'?"
    )


def test_an_unknown_of_a_collection_that_names_none_is_a_problem(tmp_path: Path) -> None:
    assert seen(load(tmp_path, {"x.yaml": quotes("a", unknown="b")}).problems) == [("x.yaml", 7, "unknown")]


def test_a_missing_file_of_unknowns_is_one_problem(tmp_path: Path) -> None:
    (problem,) = load(tmp_path, {"x.yaml": quotes("a", "b", unknown="c")}).problems
    assert problem.place == "x.yaml:7:14"
    assert problem.message == "2 quotations have an unknown, but there is no file unknowns.yaml, which must name each."


@pytest.mark.parametrize("content", ["", "inner: [\n", "inner: A\n", "inner: {titel: A}\n", "&x inner: {title: *x}\n"])
def test_an_unknown_that_could_not_be_read_is_not_missing_too(tmp_path: Path, content: str) -> None:
    library = load(tmp_path, {"x.yaml": quotes("a", unknown="inner"), "unknowns.yaml": content})
    assert {problem.path for problem in library.problems} == {"unknowns.yaml"}


@pytest.mark.parametrize("name", ["unknown.yaml", "Unknowns.yaml", "unkowns.yaml"])
def test_a_file_of_unknowns_with_another_name_is_one_problem(tmp_path: Path, name: str) -> None:
    library = load(tmp_path, {"x.yaml": quotes("a", unknown="inner-workings"), name: UNKNOWNS})
    (problem,) = library.problems
    assert (problem.place, problem.subtype) == (name, "file")
    assert problem.message == "this seems to be the file of unknowns. Rename it unknowns.yaml."
    assert list(library.unknowns) == ["inner-workings", "chain-of-thought"]


@pytest.mark.parametrize("text", ["{", "source: {title: A, type: talk}\nquotes: [{id: a, text: &x b}]\n"])
def test_what_a_file_with_problems_names_is_reported(tmp_path: Path, text: str) -> None:
    library = load(tmp_path, {"x.yaml": f"# one-two\n{text}"})
    assert library.is_reported("unknown", "one-two")
    assert library.is_reported("source", "x")
    assert not library.is_reported("unknown", "one")
    assert not library.is_reported("quote", "one-two")


def test_an_unknown_is_found_although_its_file_comes_first_or_last(tmp_path: Path) -> None:
    files = {"unknowns.yaml": UNKNOWNS, **{f"{name}.yaml": quotes(name, unknown="inner-workings") for name in "az"}}
    assert load(tmp_path, files).problems == []


def test_a_second_file_of_a_source_is_a_problem_and_the_first_counts(tmp_path: Path) -> None:
    """a.yaml and a.yml have one key: the quotations of one were shown with the source of the other."""
    library = load(tmp_path, {"a.yaml": quotes("a"), "a.yml": quotes("b").replace("A talk", "Another")})
    assert seen(library.problems) == [("a.yml", 0, "file")]
    assert (
        library.problems[0].message
        == "another file records the source 'a' already, and that one counts. Rename one of them."
    )
    assert (library.sources["a"].title, list(library.quotations)) == ("A talk", ["a"])


def test_unknowns_may_stand_in_unknowns_yml(tmp_path: Path) -> None:
    library = load(tmp_path, {"unknowns.yml": UNKNOWNS})
    assert (list(library.unknowns), library.problems) == (["inner-workings", "chain-of-thought"], [])


def test_a_second_file_of_unknowns_is_a_problem_and_the_first_counts(tmp_path: Path) -> None:
    """Otherwise a key of the one silently takes the title that it has in the other."""
    files = {"unknowns.yaml": UNKNOWNS, "unknowns.yml": "inner-workings: {title: Other}\nx: {title: X}\n"}
    library = load(tmp_path, files)
    assert seen(library.problems) == [("unknowns.yml", 0, "file")]
    assert library.problems[0].message.endswith("and that one counts. Put all unknowns into one file.")
    assert [unknown.title for unknown in library.unknowns.values()] == ["Inner workings", "Chain of thought"]


def test_a_file_without_records_takes_no_name_from_another(tmp_path: Path) -> None:
    library = load(tmp_path, {"a.yaml": "- broken", "a.yml": quotes("b")})
    assert seen(library.problems) == [("a.yaml", 1, "value")]


def test_every_problem_of_every_file_is_told_in_one_run_sorted(tmp_path: Path) -> None:
    (tmp_path / "d.yaml").mkdir()
    files: dict[str, str | bytes] = {
        "z.yaml": ONE + "    at: noon\n    lang: english\n    foo: bar\n",
        "a.yaml": quotes("a", "a", unknown="x"),
        "b.yaml": b"\xff",
        "c.yaml": "",
        "e.yaml": "a: *b\n",
        "evidence.json": "{",
        "unknowns.yaml": "a: b\n",
    }
    expected = [
        ("a.yaml", 7, "unknown"), ("a.yaml", 8, "duplicate_id"), ("b.yaml", 1, "encoding"), ("c.yaml", 0, "empty"), ("d.yaml", 0, "file"),
        ("e.yaml", 1, "alias"), ("e.yaml", 1, "missing_key"), ("evidence.json", 0, "evidence"), ("unknowns.yaml", 1, "value"), ("z.yaml", 5, "duplicate_id"),
        ("z.yaml", 7, "time"), ("z.yaml", 8, "lang"), ("z.yaml", 9, "unknown_key"),
    ]  # fmt: skip
    assert expected == seen(load(tmp_path, files).problems)


#: What several files, or the folder, have to have for the subtypes that no single file can have.
OF_THE_FOLDER = {
    "duplicate_id": {"x.yaml": quotes("a", "a")},
    "unknown": {"x.yaml": quotes("a", unknown="b")},
    "file": {"a.yaml": quotes("a"), "a.yml": quotes("b")},
    "evidence": {"evidence.json": "[]"},
}


def test_every_subtype_is_provoked(tmp_path: Path) -> None:
    """The closed list is the documentation's: a subtype that nothing can provoke does not belong in it."""
    provoked = set()
    for number, case in enumerate(test_reading.CASES):
        provoked |= {problem.subtype for problem in load(tmp_path / f"{number}", {case.path: case.content}).problems}
    for name, files in OF_THE_FOLDER.items():
        assert [name] == [problem.subtype for problem in load(tmp_path / name, files).problems]
        provoked.add(name)
    assert set(PROBLEM_SUBTYPES) == provoked


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[]", b"null", b"{}"])
def test_evidence_that_cannot_be_read_is_a_problem_and_counts_as_none(tmp_path: Path, data: bytes) -> None:
    library = load(tmp_path, {"evidence.json": data})
    assert (library.evidence, seen(library.problems)) == ({}, [("evidence.json", 0, "evidence")])


def test_reads_the_evidence(tmp_path: Path) -> None:
    data = '{"schema_version": 1, "quotes": {"a": {"digest": "d", "verdict": "verbatim"}}}'
    library = load(tmp_path, {"x.yaml": ONE, "evidence.json": data})
    assert (library.evidence["a"].verdict, library.problems) == ("verbatim", [])


def test_no_evidence_is_no_problem(tmp_path: Path) -> None:
    assert (load(tmp_path, {"x.yaml": ONE}).evidence, load(tmp_path, {}).problems) == ({}, [])


def test_five_thousand_quotations_are_quick(tmp_path: Path) -> None:
    files = {f"s{n}.yaml": quotes(*(f"q-{n}-{m}" for m in range(50))) for n in range(100)}
    with no_hang():
        assert len(load(tmp_path, files).quotations) == 5000


# The cache

FILES: dict[str, str | bytes] = {
    "x.yaml": ONE + "    speaker: [A, B]\n    via: {title: C}\n    at: noon\n",
    "y.yaml": quotes("a", "b", unknown="inner-workings"),
    "z.yaml": b"\xff",
    "unknowns.yaml": UNKNOWNS,
}


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "doctrees" / "cache"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were parsed."""
    names: list[str] = []
    read = loading.read_file

    def counting(data: bytes, path: str) -> object:
        names.append(path)
        return read(data, path)

    monkeypatch.setattr(loading, "read_file", counting)
    return names


def test_a_cached_library_is_the_same(tmp_path: Path, cache: Path) -> None:
    expected = load(tmp_path / "q", FILES)
    assert expected == load(tmp_path / "q", FILES, cache)
    assert expected == load(tmp_path / "q", FILES, cache)


def test_nothing_is_parsed_when_nothing_changed(tmp_path: Path, cache: Path, parsed: list[str]) -> None:
    load(tmp_path / "q", FILES, cache)
    assert sorted(FILES) == parsed
    load(tmp_path / "q", FILES, cache)
    assert sorted(FILES) == parsed


def test_only_the_file_that_changed_is_parsed(tmp_path: Path, cache: Path, parsed: list[str]) -> None:
    load(tmp_path / "q", FILES, cache)
    parsed.clear()
    library = load(tmp_path / "q", {"x.yaml": ONE.replace("We don't", "They don't")}, cache)
    assert (parsed, library.quotations["a"].text) == (["x.yaml"], "They don't know.")


def test_a_file_that_is_gone_is_forgotten(tmp_path: Path, cache: Path) -> None:
    load(tmp_path / "q", FILES, cache)
    (tmp_path / "q" / "x.yaml").unlink()
    library = load(tmp_path / "q", {}, cache)
    assert load(tmp_path / "q", {}) == library
    assert b"x.yaml" not in cache.read_bytes()


def test_a_renamed_file_is_parsed_again(tmp_path: Path, cache: Path) -> None:
    """Its records hold its name."""
    load(tmp_path / "q", {"x.yaml": ONE}, cache)
    (tmp_path / "q" / "x.yaml").rename(tmp_path / "q" / "w.yaml")
    assert load(tmp_path / "q", {}, cache).quotations["a"].path == "w.yaml"


def test_the_cache_is_not_written_when_nothing_changed(tmp_path: Path, cache: Path) -> None:
    load(tmp_path / "q", FILES, cache)
    os.utime(cache, ns=(1, 1))
    load(tmp_path / "q", FILES, cache)
    assert cache.stat().st_mtime_ns == 1


def test_evidence_is_not_cached(tmp_path: Path, cache: Path) -> None:
    load(tmp_path / "q", {**FILES, "evidence.json": b"{"}, cache)
    assert b"evidence.json" not in cache.read_bytes()


@pytest.mark.parametrize("damage", ["empty", "cut", "noise", "letter", "text"])
def test_a_damaged_cache_is_as_good_as_none(tmp_path: Path, cache: Path, damage: str, parsed: list[str]) -> None:
    expected = load(tmp_path / "q", FILES)
    load(tmp_path / "q", FILES, cache)
    data = cache.read_bytes()
    damaged = {
        "empty": b"",
        "cut": data[: len(data) // 2],
        "noise": bytes(255 - byte for byte in data),
        # Well-formed msgpack with words that nobody recorded.
        "letter": data.replace(b"We don't know.", b"We do'nt know."),
        "text": b"\x92\x01\x81\xa1\xff\xc0",
    }
    assert damaged[damage] != data
    cache.write_bytes(damaged[damage])
    parsed.clear()
    assert expected == load(tmp_path / "q", FILES, cache)
    assert (sorted(FILES), data) == (parsed, cache.read_bytes())


def test_the_cache_of_another_version_is_not_read(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "CACHE_VERSION", loading.CACHE_VERSION - 1)
    load(tmp_path / "q", FILES, cache)
    monkeypatch.undo()
    expected = load(tmp_path / "q", FILES)
    old = cache.read_bytes()
    assert expected == load(tmp_path / "q", FILES, cache)
    assert old != cache.read_bytes()


def test_a_cache_of_other_records_is_not_read(tmp_path: Path, cache: Path) -> None:
    """An older release with other fields and, by mistake, the same version."""
    data = msgspec.msgpack.encode((loading.CACHE_VERSION, {"x.yaml": ("digest", {"quotes": 1})}))
    cache.parent.mkdir()
    cache.write_bytes(loading.blake2b(data, digest_size=16).digest() + data)
    assert load(tmp_path / "q", FILES) == load(tmp_path / "q", FILES, cache)


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC])
def test_a_cache_that_cannot_be_written_stops_nobody(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    assert load(tmp_path / "q", FILES) == load(tmp_path / "q", FILES, cache)
    assert not cache.exists()


def test_nobody_else_may_read_the_cache(tmp_path: Path, cache: Path) -> None:
    load(tmp_path / "q", FILES, cache)
    assert stat.S_IMODE(cache.stat().st_mode) == 0o600


NAMES = st.sampled_from(["a.yaml", "b.yaml", "a.yml", "unknowns.yaml", "evidence.json"])
CONTENTS = st.binary(max_size=60) | st.sampled_from(
    [ONE.encode(), UNKNOWNS.encode(), quotes("a", "b", unknown="x").encode()]
)


@given(st.dictionaries(NAMES, CONTENTS), st.binary(max_size=60), st.integers(0, 400), st.integers(1, 255))
def test_no_files_and_no_cache_make_the_loader_fail_or_differ(
    tmp_path: Path, files: dict[str, bytes], noise: bytes, place: int, change: int
) -> None:
    snapshot = Snapshot(tmp_path, dict(sorted(files.items())))
    expected = load_library(snapshot)
    cache = tmp_path / "cache"
    cache.write_bytes(noise)
    assert expected == load_library(snapshot, cache)
    data = bytearray(cache.read_bytes())
    if data:
        data[place % len(data)] ^= change
    cache.write_bytes(data)
    assert expected == load_library(snapshot, cache)
    assert sorted(expected.problems) == expected.problems
    assert {problem.path for problem in expected.problems} <= set(files)


def test_half_a_surrogate_pair_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML's own parser lets it through, and the first writer of UTF-8, far from the file, would fail on it."""
    monkeypatch.setattr(yaml_reader, "_Loader", yaml.SafeLoader)
    library = load(
        tmp_path / "q", {"x.yaml": ONE + '    role: "\\ud800"\n', "y.yaml": '? "\\ud800"\n: a\n'}, tmp_path / "cache"
    )
    assert seen(library.problems) == [
        ("x.yaml", 7, "value"),
        ("y.yaml", 1, "missing_key"),
    ]


def test_speaker_who_is_filed_in_two_ways_is_a_problem_and_the_first_counts(tmp_path: Path) -> None:
    said = "    speaker: {name: Mao Zedong, sort: %s}\n"
    library = load(
        tmp_path, {"a.yaml": ONE + said % "Mao Zedong", "b.yaml": ONE.replace("id: a", "id: b") + said % "Zedong"}
    )
    (problem,) = library.problems
    assert (problem.path, problem.line, problem.subtype) == ("b.yaml", 7, "value")
    assert "'Mao Zedong' is filed as 'Mao Zedong' at" in problem.message


def test_former_id_that_is_another_quotations_is_a_problem(tmp_path: Path) -> None:
    other = ONE.replace("id: a", "id: b") + "    formerly: [a, c]\n"
    library = load(tmp_path, {"a.yaml": ONE, "b.yaml": other})
    (problem,) = library.problems
    assert problem.subtype == "duplicate_id"
    assert problem.message.startswith("formerly: 'a' is an id of the quotation at ")
    assert former_ids(library.quotations) == {"c": "b"}
