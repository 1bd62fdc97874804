"""What GitHub is given is within its limits, whatever a scraped text or a file's name holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.press.github_text import LONGEST_BODY, LONGEST_TITLE, code, fit_body, fit_title, plain, units

ANY = st.text(st.characters(), max_size=300)
MORE = "And more; the log has all."


@given(st.one_of(ANY, ANY.map(lambda text: text * 50)))
def test_a_title_is_one_line_within_the_limit_and_can_be_encoded(text: str) -> None:
    title = fit_title(text)
    assert units(title) <= LONGEST_TITLE
    assert len(title.splitlines()) <= 1
    title.encode()


@pytest.mark.parametrize("sign", ["ب", "𝕏", "👩‍👧", "é"])
@pytest.mark.parametrize("beyond", [-1, 0, 1])
def test_a_title_is_cut_at_the_limit_and_only_beyond_it(sign: str, beyond: int) -> None:
    text = sign * ((LONGEST_TITLE // units(sign)) + beyond)
    assert (fit_title(text) == text) is (units(text) <= LONGEST_TITLE)
    assert text.startswith(fit_title(text).removesuffix("…"))


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=60), min_size=1, max_size=9), st.integers(1, 3000))
def test_a_body_is_cut_at_a_line_and_says_so(lines: list[str], times: int) -> None:
    text = "\n".join(lines * times)
    body = fit_body(text, MORE)
    assert units(body) <= LONGEST_BODY
    if units(text) <= LONGEST_BODY:
        assert body == text
    else:
        kept = body.removesuffix(f"\n\n{MORE}\n")
        assert body != kept
        assert text.startswith(kept)


def test_a_body_of_one_long_line_is_cut_within_it() -> None:
    assert fit_body("ب" * 70_000, MORE) == "ب" * (LONGEST_BODY - len(MORE) - 3) + f"\n\n{MORE}\n"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a.md", "`a.md`"),
        ("a`b.md", "`` a`b.md ``"),
        ("```", "```` ``` ````"),
        (" a", "`  a `"),
        ("a\nb\u202e.md", "`a\ufffdb\ufffd.md`"),
    ],
)
def test_nothing_in_a_name_ends_its_span_of_code(name: str, shown: str) -> None:
    assert code(name) == shown


def test_scraped_words_are_no_markup_and_notify_nobody() -> None:
    assert plain("@someone <img> [x](y)\n# #12 **x** \u202e`") == (
        "@\N{WORD JOINER}someone \\<img\\> \\[x\\](y) \\# \\#12 \\*\\*x\\*\\* \\`"
    )
