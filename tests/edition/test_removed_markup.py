"""HTML that is not published has a warning, one for each kind, with its line; all other HTML has none."""

from __future__ import annotations

import pytest

from edition.making import made
from warraq.archive.problem import Level

SEE = "Take it out; docs/markdown.md has the list of what may stand in a text."
PICTURE = "Name a picture of the site, or one whose address begins with https://"
LINK = "Write one that begins with https://, http:// or mailto:, or one inside the site."


def warnings(body: str) -> list[str]:
    problems = made(body).problems
    assert all(p.level is Level.WARNING for p in problems if p.what.msgid.endswith("out."))
    return [f"{p.line - made(body).article.body_line + 1}:{p.column}: {p.what} {p.todo}" for p in problems]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("نص.\n\n<script>alert(1)</script>", f"3:1: <script> is not published, nor is what stands in it. {SEE}"),
        ("نص <center>وسط</center>.", f"1:4: <center> is taken out; the words in it stay. {SEE}"),
        ("نص <b onclick='x()'>هنا</b>.", f"1:4: The attribute onclick is taken out of <b>. {SEE}"),
        ('نص <span class="date">هنا</span>.', f"1:4: The attribute class is taken out of <span>. {SEE}"),
        ("نص [هنا](javascript:x).", f"1:10: The address javascript:x is taken out. {LINK}"),
        ('نص <a href="ftp://x.y/z">هنا</a>.', f"1:13: The address ftp://x.y/z is taken out. {LINK}"),
        (
            "![س](http://x.y/z.png)",
            f"1:6: The address http://x.y/z.png is taken out. {PICTURE}",
        ),
        ("`<font>` ثم <font>نص</font> و<font>نص</font>", f"1:13: <font> is taken out; the words in it stay. {SEE}"),
    ],
)
def test_removed_markup_is_a_warning_once_at_its_first_place(body: str, expected: str) -> None:
    assert warnings(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "نص `<script>` و&lt;script>.",
        "    <script>\n\nنص.",
        "```html\n<script>\n```\n\nنص <b>هنا</b>.",
        "نص[^1] <kbd>x</kbd>.\n\n[^1]: حاشية.",
        "# عنوان {: #here }\n\n<div markdown=1>\n**نص**\n</div>",
        "[هنا](https://x.y) و[هناك](mailto:a@x.y) و<https://x.y> و[هنالك]({filename}x.md#a) <i>ن</i>",
        "| أ | ب |\n|:--|--:|\n| 1 | <bdi>2</bdi> |",
        '<a href="http://x.y" title="س">هنا</a> <img src="images/x.png" alt="س" width="3">',
    ],
)
def test_markup_that_stays_has_no_warning(body: str) -> None:
    assert [expected for expected in warnings(body) if "taken out" in expected or "not published" in expected] == []
