"""A title that HTML marks as one is known as one in the repaired text too, which has no tags."""

from itertools import product

import pytest

from warraq.archive.original import OriginalKind
from warraq.repair.changes import apply
from warraq.repair.fuzz import broken_promises
from warraq.repair.repairing import repair

P = "<p>قالت أمينة المكتبة إن الأرفف الجديدة ستصل قبل نهاية الشهر، وإن القراء سيجدون فيها كتب السفر والبحر.</p>"
SHORT = "<p>نعم.</p>"
TITLES = [
    "من المسئول؟",
    "وصلت الأرفف!",
    "انتهى العمل.",
    "قالت: «انتهى العمل.»",
    "أسماء الفائزين:",
    "ثم ماذا…",
    "ّ الأرفف | ،",
    "المصدر: رويترز.",
    "Die Regale sind da.",
    "The new shelves of the U.S.",
    "مدفن الكتب" + " القديمة" * 25,
]


@pytest.mark.parametrize(("title", "body"), [*product(TITLES, [P, P * 2, SHORT, SHORT + P])])
def test_no_marked_title_gets_a_second_one_when_the_text_is_repaired_again(title: str, body: str) -> None:
    for kind, page in (
        (OriginalKind.FRAGMENT, f"<h1>{title}</h1>{body}"),
        (OriginalKind.PAGE, f"<html><body><article><h1>{title}</h1>{body}</article></body></html>"),
    ):
        assert list(broken_promises(page, kind)) == []


@pytest.mark.parametrize(
    ("title", "body", "stays"),
    [
        ("من المسئول؟", P, "من المسئول؟"),
        ("انتهى العمل.", P * 2, "انتهى العمل"),
        ("قالت: «انتهى العمل.»", P, "قالت: «انتهى العمل»"),
        ("The new shelves of the U.S.", P, "The new shelves of the U.S."),
        ("أسماء الفائزين:", SHORT, "أسماء الفائزين"),
    ],
)
def test_a_marked_title_loses_a_stop_but_no_sign_that_asks(title: str, body: str, stays: str) -> None:
    page = f"<h1>{title}</h1>{body}"
    done = repair(page, OriginalKind.FRAGMENT)
    assert (done.document.title, done.document.title_inferred) == (stays, False)
    assert apply(page, done.changes).count("انتهى العمل") == title.count("انتهى العمل")


def test_the_first_sentence_of_a_plain_text_keeps_its_stop() -> None:
    done = repair("انتهى العمل.\nقال الوزير نعم.")
    assert done.document.title_inferred
    assert done.document.text == "انتهى العمل\nانتهى العمل.\nقال الوزير نعم."


def test_a_title_made_of_words_below_a_line_of_signs_tells_no_language() -> None:
    done = repair("}\nہوںنے کا ہے\nمن")
    assert done.document.title_inferred
    assert not repair(done.document.text).changes
