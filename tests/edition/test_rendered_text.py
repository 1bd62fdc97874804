"""The published text is what a reader of the page reads."""

from warraq.edition import published_text, render


def lines(body: str) -> list[str]:
    return published_text("عنوان", render(body)).split("\n")[1:]


def test_every_paragraph_heading_item_and_cell_is_a_line() -> None:
    body = "فقرة\n\n## باب\n\n- أ\n- ب\n    - ج\n\n> قول\n\n|س|ص|\n|--|--|\n|١|٢|"
    assert lines(body) == ["فقرة", "باب", "أ", "ب", "ج", "قول", "س", "ص", "١", "٢"]


def test_inline_markup_adds_nothing_and_takes_nothing() -> None:
    assert lines("قال **بو**تين [هنا](http://a.b) `x<y` &amp; z") == ["قال بوتين هنا x<y & z"]


def test_a_soft_or_hard_line_break_is_a_space() -> None:
    assert lines("أول\nثان  \nثالث<br>رابع") == ["أول ثان ثالث رابع"]


def test_footnotes_stand_outside() -> None:
    rendered = render("نص[^أ] آخر\n\n[^أ]: قول *المحرر*")
    assert rendered.lines == ["نص آخر"]
    assert rendered.footnotes == {"أ": "<p>قول <em>المحرر</em></p>"}


def test_scripts_handlers_and_their_addresses_are_gone() -> None:
    rendered = render('a<script>x()</script> <b onclick="x()">b</b> [c](javascript:x) <img src="http://t/x.png">')
    assert rendered.lines == ["a b c"]
    written = "".join(t for t in rendered.parts[0].tokens if isinstance(t, str))
    assert "script" not in written and "onclick" not in written and "http:" not in written


def test_code_keeps_its_line_ends() -> None:
    assert published_text("t", render("```\na\n  b\n```")) == "t\na\n  b"
