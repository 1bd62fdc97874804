"""A note stands on its passage, or a problem says why it can't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.making import VOCABULARY, article, html, machine_text, made, original, record
from warraq.archive.article import Annotation
from warraq.edition import edition

TEXT = "قال **بو**تين إن منظمة شنغهاي للتعاون قوية.\n\nوأضاف أن المنظمة قوية."


def place(quote: str, prefix: str = "", suffix: str = "") -> str:
    """Give the words that a note on the quote marks, or else its problem."""
    done = made(TEXT, Annotation(quote, "شرح", prefix=prefix, suffix=suffix))
    if done.problems:
        return str(done.problems[0])
    mark = done.notes[0].mark
    return done.text[mark.start : mark.end]


def test_a_quote_goes_across_inline_markup() -> None:
    assert place("قال بوتين إن") == "قال بوتين إن"


def test_a_quote_goes_across_two_paragraphs() -> None:
    assert place("قوية. وأضاف") == "قوية.\nوأضاف"


def test_prefix_and_suffix_choose_among_many() -> None:
    assert place("قوية", prefix="المنظمة") == "قوية"
    assert made(TEXT, Annotation("قوية", "شرح", prefix="المنظمة")).notes[0].mark.start > 50
    assert made(TEXT, Annotation("قوية", "شرح", prefix="للتعاون ")).notes[0].mark.start < 50


@pytest.mark.parametrize(
    ("quote", "around", "expected"),
    [
        ("قوية", {}, "stands twice in the text. Add prefix: or suffix:."),
        ("قوية", {"suffix": "."}, "stands 2 times in the text. Write a longer prefix: or suffix:."),
        ("qwerty", {}, "doesn't stand in the text. Copy the words from the published page."),
        (
            "منظمه شنغهاي",
            {},
            "doesn't stand in the text. The nearest passage is: منظمة شنغهاي",
        ),
        (
            "المنظمة",
            {"prefix": "إن"},
            (
                "The quote stands in the text, but not with these words around it. "
                "Copy them from the text, such as: للتعاون قوية. وأضاف أن المنظمة قوية."
            ),
        ),
    ],
)
def test_a_problem_says_what_is_wrong_and_what_to_do(quote: str, around: dict[str, str], expected: str) -> None:
    field = "prefix" if "not with these" in expected else "quote"
    assert place(quote, **around) == f"content/articles/x.md:1: annotations[0].{field}: {expected}"


def test_a_problem_names_line_and_column() -> None:
    wrong = article(TEXT, annotations=[Annotation("قوية", "شرح")], places=[("annotations[0].quote", 7, 9)])
    assert str(edition(wrong, None, None, VOCABULARY).problems[0]).startswith("content/articles/x.md:7:9: annotations")


def test_the_problem_of_a_quote_that_a_repair_changed_shows_the_words_of_now() -> None:
    source = "العنوان\nقال ﺍﻟﺴﻼم هنا"
    done = record(source, [("shapes", "ﺍﻟﺴﻼم", "السلام")])
    body = machine_text(source, done).split("\n", 1)[1]
    wrong = article(body, annotations=[Annotation("ﺍﻟﺴﻼم هنا", "شرح")])
    expected = str(edition(wrong, original(source), done, VOCABULARY).problems[0])
    assert expected.endswith("a repair or an edit changed them. Quote what the text has now: السلام هنا")


def test_a_script_in_a_note_is_taken_out() -> None:
    done = made(
        TEXT, Annotation("وأضاف", "قبل <script>alert(1)</script><b onclick='x()'>**بعد**</b> [س](javascript:x)")
    )
    assert done.notes[0].html == "قبل <b><strong>بعد</strong></b> <a>س</a>"
    assert "script" not in html(done)


def test_a_fact_check_has_a_verdict_and_sources_and_a_translation_a_language() -> None:
    done = made(TEXT, Annotation("وأضاف", "x", "fact-check", verdict="نعم"), Annotation("إن", "x", "translation"))
    fields = [p.field for p in done.problems]
    assert fields == ["annotations[0].verdict", "annotations[0].links", "annotations[1].lang"]


def test_ids_outlive_other_notes_and_rewording() -> None:
    one = made(TEXT, Annotation("وأضاف", "شرح")).notes[0].mark.id
    two = made("مقدمة.\n\n" + TEXT, Annotation("مقدمة", "س"), Annotation("وأضاف", "شرح آخر")).notes[1].mark.id
    assert one == two


WORDS = st.lists(st.sampled_from(["قال", "روسيا", "إن", "بحر", "قزوين", "مهم", "جدا"]), min_size=1, max_size=12).map(
    " ".join
)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=4)


@given(PARAGRAPHS, st.data())
def test_after_any_edits_a_note_is_on_its_passage_or_reported(paragraphs: list[str], data: st.DataObject) -> None:
    """Five edits an article: 500 in all."""
    text = "\n".join(paragraphs)
    start = data.draw(st.integers(0, len(paragraphs[0]) - 1))
    end = data.draw(st.integers(start + 1, min(len(paragraphs[0]), start + 12)))
    quote = text[start:end].strip() or paragraphs[0]
    prefix, suffix = text[max(0, start - 4) : start], text[end : end + 4]
    if "\n" in prefix + suffix or text[start:end] != quote:
        prefix = suffix = ""
    body = text
    for _ in range(5):
        at = data.draw(st.integers(0, len(body)))
        until = data.draw(st.integers(at, min(len(body), at + 6)))
        body = body[:at] + data.draw(st.sampled_from(["", "ما ", " قال ", "\n"])) + body[until:]
    done = made("\n\n".join(body.split("\n")), Annotation(quote, "شرح", prefix=prefix, suffix=suffix))
    stands = [
        i
        for i in range(len(done.text))
        if done.text.startswith(quote, i)
        and done.text[:i].endswith(prefix)
        and done.text[i + len(quote) :].startswith(suffix)
    ]
    if len(stands) == 1:
        assert done.notes[0].mark.start == stands[0] and done.notes[0].mark.end == stands[0] + len(quote)
    else:
        assert len(done.problems) + len(done.notes) == 1
        if done.notes:  # it stands where only white space differs
            mark = done.notes[0].mark
            assert done.text[mark.start : mark.end].split() == quote.split()
