"""What is repaired in the source of a Pelican article, and what is left."""

from __future__ import annotations

import pytest

from warraq.repair import RULES, undo
from warraq.repair.any_site.prose import repair_source
from warraq.repair.any_site.wishes import WishError, read_wishes


@pytest.mark.parametrize(
    ("ending", "before", "after"),
    [
        (
            "md",
            "Title: خبر ،جديد\nTags: أ ،ب\n\nقال **الوزير** ،إن",
            "Title: خبر، جديد\nTags: أ ،ب\n\nقال **الوزير**، إن",
        ),
        ("md", "قال `نعم ،لا` ثم [هنا ،وهناك](/x،y)", "قال `نعم ،لا` ثم [هنا، وهناك](/x،y)"),
        ("md", "```\nقال ،كود\n```\n\nقال ،نعم", "```\nقال ،كود\n```\n\nقال، نعم"),
        ("html", "<p><b>قال،</b>إن</p><pre>قال ،كود</pre>", "<p><b>قال،</b> إن</p><pre>قال ،كود</pre>"),
        (
            "rst",
            "عنوان،آخر\n#########\n\nقال ،نعم\n\n.. code::\n\n   قال ،كود",
            "عنوان،آخر\n#########\n\nقال، نعم\n\n.. code::\n\n   قال ،كود",
        ),
    ],
)
def test_words_are_repaired_and_markup_is_left(ending: str, before: str, after: str) -> None:
    done = repair_source(before, ending, RULES)
    assert done.after == after
    assert undo(done.after, done.changes) == before


def test_a_wrong_setting_is_said() -> None:
    assert read_wishes(None) is None and read_wishes(value=False) is None and read_wishes(value=True)
    for wrong in ("yes", {"writeback": True}, {"language": "x"}, {"without": "tatweel"}, {"without": ["x"]}):
        with pytest.raises(WishError, match="WARRAQ_REPAIR"):
            read_wishes(wrong)
