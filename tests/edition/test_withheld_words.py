"""A name that is withheld is found however it is written, and no other word is."""

from __future__ import annotations

import json
from html import escape
from urllib.parse import quote as percent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warraq.archive.change import Change
from warraq.edition.concealing import conceal_html
from warraq.edition.hiding import hide_in_both
from warraq.edition.withheld_words import WithheldWords
from warraq.repair.changes import apply

NAME = "أحمد العلي"
WORDS = WithheldWords([NAME, "John Smith", "عبد الله", "0501-234567"], "ar")
X = "[اسم محجوب]"
SHAPES = "ﺃﺣﻤﺪ ﺍﻟﻌﻠﻲ"
WRITTEN = {
    "as it is": ("قال أحمد العلي شيئا", f"قال {X} شيئا"),
    "folded": ("قال احمد العلى", f"قال {X}"),
    "Persian letters": ("احمد العلی", X),
    "vowels and tatweel": ("أَحْمَدُ العـــلي", X),
    "joiners and marks": ("أحمد\N{ZERO WIDTH NON-JOINER} \N{RIGHT-TO-LEFT MARK}العلي", X),
    "combining hamza": ("ا\N{ARABIC HAMZA ABOVE}حمد العلي", X),
    "and": ("وأحمد العلي", f"و{X}"),
    "in": ("بأحمد العلي", f"ب{X}"),
    "and to": ("فلأحمد العلي", f"فل{X}"),
    "like": ("كأحمد العلي", f"ك{X}"),
    "two spaces": ("أحمد  العلي", X),
    "no-break space": ("أحمد\N{NO-BREAK SPACE}العلي", X),
    "line end": ("أحمد\nالعلي", f"{X}\n{X}"),
    "underscore": ("أحمد_العلي", X),
    "hyphen": ("/أحمد-العلي/", f"/{X}/"),
    "together": ("عبدالله", X),
    "swallowed article": ("أحمد للعلي", "أحمد للعلي"),
    "shapes": (f"{SHAPES} قال", f"{X} قال"),
    "shapes backwards": (SHAPES[::-1], X),
    "backwards": (NAME[::-1], X),
    "percent": (percent(NAME), X),
    "percent with hyphen": (f"x/{percent('أحمد-العلي')}.html", f"x/{X}.html"),
    "entities": ("".join(f"&#{ord(c)};" for c in NAME), X),
    "hexadecimal entities": ("".join(f"&#x{ord(c):x};" for c in NAME), X),
    "named entity": ("أحمد&nbsp;العلي", X),
    "escapes of JSON": (json.dumps(NAME), f'"{X}"'),
    "escapes of escapes": (json.dumps(json.dumps(NAME)).strip('"'), f'\\"{X}\\'),
    "tags": ("<b>أح</b>مد <i>العلي</i>", None),
    "attribute": ('<img alt="أحمد العلي">', f'<img alt="{X}">'),
    "emphasis": ("**أحمد** العلي", None),
    "UTF-8 as Latin": (NAME.encode().decode("latin-1"), X),
    "windows-1256 as Latin": (NAME.encode("cp1256").decode("cp1252"), X),
    "capitals": ("JOHN SMITH, john smith", f"{X}, {X}"),
    "digits": ("٠٥٠١-٢٣٤٥٦٧ 0501 234567", f"{X} {X}"),
}
OTHERS = [
    "أحمد",
    "العلي",
    "محمد العلي",
    "أحمد العليان",
    "أحمدي العلي",
    "مأحمد العلي",
    "أحمد قال العلي",
    "Johnson Smith",
    "عبد",
    "",
]


@pytest.mark.parametrize("name", WRITTEN)
def test_a_name_is_found_however_it_is_written(name: str) -> None:
    text, hidden = WRITTEN[name]
    if name != "swallowed article":
        assert WORDS.are_in(text)
        assert not WORDS.are_in(WORDS.hide(text))
    if hidden is not None:
        assert WORDS.hide(text) == hidden


def test_the_swallowed_article_of_a_first_word_is_found() -> None:
    assert WithheldWords(["العلي"], "ar").hide("قال للعلي وللعلي") == f"قال {X} {X}"


@pytest.mark.parametrize("text", OTHERS)
def test_other_words_stay(text: str) -> None:
    assert WORDS.hide(text) == text


@pytest.mark.parametrize(
    ("lang", "placeholder"), [("ar", X), ("fa", "[نام پنهان‌شده]"), ("en", "[name withheld]"), ("ur", "[name withheld]")]
)
def test_the_placeholder_is_in_the_articles_language(lang: str, placeholder: str) -> None:
    assert WithheldWords([NAME], lang).hide(NAME) == placeholder


HTML = [
    ("<p>قال <b>أحمد</b> العلي.</p>", f"<p>قال <b>{X}</b>.</p>"),
    ('<a href="https://x.test/أحمد-العلي">هنا</a>', "<a>هنا</a>"),
    (f'<a href="https://x.test/{percent(NAME)}">هنا</a>', "<a>هنا</a>"),
    ('<img src="a.png" alt="صورة أحمد العلي &amp; غيره">', f'<img src="a.png" alt="صورة {X} &amp; غيره">'),
    ("a &lt; أحمد&nbsp;العلي &amp; b", f"a &lt; {X} &amp; b"),
]


@pytest.mark.parametrize(("html", "hidden"), HTML)
def test_words_are_taken_out_of_html_and_its_tags_stay(html: str, hidden: str) -> None:
    assert conceal_html(html, WORDS) == hidden


def test_markdown_keeps_its_signs() -> None:
    assert WORDS.hide("عن **أحمد** العلي و`أحمد العلي`", keeping_markup=True) == "عن **\\[اسم محجوب\\]** و`[اسم محجوب]`"


PIECES = st.lists(
    st.sampled_from(
        ["أحمد", " ", "العلي", "قال", "\n", "<b>", "ـ", "|", ".", "و", "ﺃﺣﻤﺪ", "احمد", "&nbsp;", escape("<")]
    ),
    max_size=14,
)


@settings(max_examples=settings().max_examples // 2)
@given(PIECES, st.data())
def test_changes_still_lead_from_one_text_to_the_other(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    changes: list[Change] = []
    at = 0
    while at < len(text) and data.draw(st.booleans()):
        start = data.draw(st.integers(at, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 6)))
        after = data.draw(st.sampled_from(["", " ", "أحمد العلي", "ا", "العلي"]))
        if text[start:end] != after:
            changes.append(Change("x", start, end, text[start:end], after))
        at = end + 1
    machine = apply(text, changes)
    hidden = hide_in_both(text, changes, WORDS.spans(text), WORDS.spans(machine), WORDS.in_place_of)
    made = apply(hidden.text, hidden.changes)
    assert made == WORDS.hide(machine)
    assert not WORDS.are_in(hidden.text) and not WORDS.are_in(made)
