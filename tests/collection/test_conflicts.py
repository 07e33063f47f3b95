"""Records that cannot all be right, and those that can."""

from __future__ import annotations

import random

import pytest

from sphinx_unknown_quotes.collection.conflicts import MIN_WORDS, find_conflicts

from .samples import quotation, source

WORDS = "So this might seem to you like a total dark arcane art."
SOURCES = {"s": source("s", date="2023-02-07"), "t": source("t", date="2024"), "u": source("u", date="2023")}


def conflicts(*records):
    return [(found.quotation.id, found.other.id, found.why) for found in find_conflicts(records, SOURCES)]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"speaker": ("Bo Ek",)}, "speaker ('Bo Ek' here, 'Ann Bee' there)"),
        ({"source": "t"}, "date (2024 here, 2023-02-07 there)"),
        ({"text": WORDS.replace("total", "complete"), "source": "u"}, "wording"),
        ({"text": WORDS.replace("total", "complete")}, "wording"),
        ({"speaker": ("Bo Ek",), "source": "t"}, "speaker ('Bo Ek' here, 'Ann Bee' there) and another date (2024 here, 2023-02-07 there)"),
    ],
)  # fmt: skip
def test_almost_the_same_words_with_another(changed, why):
    one = quotation("a", text=WORDS, speaker=("Ann Bee",))
    two = quotation("b", **{"text": WORDS, "speaker": ("Ann Bee",)} | changed)
    assert conflicts(one, two) == [("b", "a", why)]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({}, id="the same words of the same speaker"),
        pytest.param({"source": "u"}, id="a year and a day of it"),
        pytest.param({"text": WORDS.upper().replace(".", "!")}, id="case and punctuation"),
        pytest.param({"speaker": ("Bo Ek",), "see": ("a",)}, id="both are meant"),
        pytest.param({"speaker": ()}, id="nobody is named"),
        pytest.param({"speaker": ("Bo Ek", "Ann Bee")}, id="one of two speakers"),
        pytest.param({"speaker": ("Bo Ek",), "lang": "de"}, id="another language"),
        pytest.param({"text": "Words of which the other has almost none at all."}, id="other words"),
        pytest.param({"text": "We do not know.", "speaker": ("Bo Ek",)}, id="few words"),
        pytest.param({"text": WORDS.replace("total", "complete"), "at": "9:00"}, id="said twice in a talk"),
        pytest.param({"text": f"{WORDS} {' '.join(map(str, range(20)))}", "speaker": ("Bo Ek",)}, id="a part of longer words"),
    ],
)  # fmt: skip
def test_no_conflict(changed):
    one = quotation("a", text=WORDS, speaker=("Ann Bee",))
    assert conflicts(one, quotation("b", **{"text": WORDS, "speaker": ("Ann Bee",)} | changed)) == []


def test_either_of_two_may_say_that_both_are_meant():
    one = quotation("a", text=WORDS, speaker=("Ann Bee",), see=("b",))
    assert conflicts(one, quotation("b", text=WORDS, speaker=("Bo Ek",))) == []


def test_each_quotation_is_in_conflict_once():
    found = conflicts(*(quotation(name, text=WORDS, speaker=(name,)) for name in "abc"))
    assert [pair[:2] for pair in found] == [("b", "a"), ("c", "a")]


def test_a_changed_word_is_found_wherever_it_stands():
    words = WORDS.split()
    for place in range(len(words)):
        changed = " ".join([*words[:place], "other", *words[place + 1 :]])
        one, two = quotation("a", text=WORDS, speaker=("A",)), quotation("b", text=changed, speaker=("B",))
        assert len(conflicts(one, two)) == 1, changed


@pytest.mark.parametrize("kind", ["different", "the same", "the same beginning"])
def test_a_quotation_is_compared_with_few_others_however_many_there_are(kind, monkeypatch):
    from sphinx_unknown_quotes.collection import conflicts as module

    calls = 0
    judge = module._conflict

    def counting(*args):
        nonlocal calls
        calls += 1
        return judge(*args)

    monkeypatch.setattr(module, "_conflict", counting)
    chance = random.Random(1)

    def text():
        return {
            "different": " ".join(str(chance.randrange(50)) for _ in range(12)),
            "the same": WORDS,
            "the same beginning": f"We do not know {chance.random()} {chance.random()} {chance.random()}",
        }[kind]

    def compared(count):
        nonlocal calls
        calls = 0
        find_conflicts([quotation(f"q{number}", text=text()) for number in range(count)], SOURCES)
        return calls

    # Four runs of words, and four others for each.
    assert all(compared(count) <= 16 * count for count in (500, 1000, 2000))


def test_the_least_number_of_words_is_what_the_guide_says():
    assert MIN_WORDS == 6
