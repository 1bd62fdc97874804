"""An article is read for names without Markdown's signs, in a time that grows as its letters do."""

from __future__ import annotations

import pytest

from warraq.desk.naming.prose import prose

UNCLOSED = ["<!--", "![", "](", "[^", "](]", "![](]", "```", "~~~ ", "<a ", "https:// ", "\n["]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("زار **فهد** [الكويت](https://a.example/ب) أمس", "زار فهد الكويت  أمس"),
        ("زار ![صورة](a.jpg) فهد[^1]", "زار   فهد "),
        ("قبل <!-- لا <!-- شيء --> بعد <!-- يبقى", "قبل   بعد <-- يبقى"),
        ("قبل <b>بين</b> بعد", "قبل  بين  بعد"),
        ("![يبقى ![صورة](a.jpg) بعد", "!يبقى   بعد"),
        ("[يبقى](هنا [رابط](b) بعد", "يبقى(هنا رابط  بعد"),
        ("قبل\n\n[1]: https://a.example/ 'عنوان'\n\nبعد", "قبل\n\n \n\nبعد"),
        ("أول\nسطر\n\n# عنوان\n- بند", "أول سطر\n\n\nعنوان\n\nبند"),
    ],
)
def test_signs_and_what_is_no_text_go(body: str, words: str) -> None:
    assert prose("عنوان", body) == f"عنوان\n\n{words}"


@pytest.mark.parametrize("piece", UNCLOSED)
def test_what_is_never_closed_is_not_looked_for_from_each_place(piece: str) -> None:
    """Read to the end from each of them, these would take hours."""
    assert prose("", piece * 400_000 + "نص").endswith("نص")
