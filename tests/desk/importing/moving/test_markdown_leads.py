"""Links and pictures of Markdown are found as it writes them; all else stays, letter by letter."""

from __future__ import annotations

import pytest

from warraq.desk.importing.moving.markdown_leads import with_held_leads


class Leads:
    """Leads that say what they were asked."""

    def link(self, address: str) -> str:
        return "" if address.startswith("#") else address if address.startswith("http") else f"L({address})"

    def held(self, names: list[str], address: str) -> str:
        return f"H{names}{address}"

    def picture(self, address: str, alt: str, caption: str) -> str:
        return f"![{address}|{alt}|{caption}]" if address else ""


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("[أ](b)", "[أ](<L(b)>)"),
        ("[أ](<b c>  'عنوان')", "[أ](<L(b c)> 'عنوان')"),
        ("[أ [ب] ج](b(1)c)", "[أ [ب] ج](<L(b(1)c)>)"),
        ("[أ](http://x.test/ 'ت')", "[أ](http://x.test/ 'ت')"),
        ("[أ](#هنا) ثم", "أ ثم"),
        ('[أ]({{ site.x }}/y "ت")', '[أ](<L({{ site.x }}/y)> "ت")'),
        ("[أ]({% link x y.md %})", "[أ](<L({% link x y.md %})>)"),
        (r"\[أ](b) [^1] [ب]", r"\[أ](b) [^1] [ب]"),
        ("![أ\\]](b.png 'ت')", "![b.png|أ]|ت]"),
        ("[![أ](b.png)](c)", "![b.png|أ|]"),
        ("[![أ](b.png) نص](http://x.test)", "![b.png|أ|] نص"),
        ("![أ][r]\n\n[r]: b.png 'ت'", "![b.png|أ|ت]\n\n[r]: <L(b.png)> 'ت'"),
        ("![r][]\n\n[x]: #y", "![r][]\n\n[x]: <H[]#y>"),
        ('<a title="ت" href=\'b\'>أ</a> <img src=c alt="د">', '<a title="ت" href="L(b)">أ</a> ![c|د|]'),
        ('<a href="#x">أ</a><a name="y"></a>', '<a>أ</a><a name="y"></a>'),
        ("`[أ](b)` ``a ` [أ](b)`` <!-- [أ](b) -->", "`[أ](b)` ``a ` [أ](b)`` <!-- [أ](b) -->"),
        ("~~~\n[أ](b)\n~~~\n[أ](b)", "~~~\n[أ](b)\n~~~\n[أ](<L(b)>)"),
        ('```go {file="x" n=1}\n[أ](b)\n```\n[أ](b)', "```go\n[أ](b)\n```\n[أ](<L(b)>)"),
        ('~~~ ts title="x"\n[أ](b)\n~~~', "~~~ts\n[أ](b)\n~~~"),
        ('```py hl_lines="1"\n[أ](b)\n```', '```py hl_lines="1"\n[أ](b)\n```'),
        ("```\n[أ](b)", "```\n[أ](<L(b)>)"),
        ("  ```\n  [أ](b)\n  ```", "  ```\n  [أ](b)\n  ```"),
        ("[`ك](د)` أ](#x) `س\nس [أ](b)` [`a`](b)", "`ك](د)` أ `س\nس [أ](b)` [`a`](<L(b)>)"),
    ],
)
def test_links_and_pictures(written: str, made: str) -> None:
    assert with_held_leads(written, Leads()) == made


def test_a_text_of_brackets_and_pictures_is_read_once() -> None:
    hostile = "[" + "![a](b) [c](d) " * 2_000
    made = with_held_leads(hostile, Leads())
    assert made.startswith("[![b|a|] [c](<L(d)>) ") and made.count("L(d)") == 2_000
