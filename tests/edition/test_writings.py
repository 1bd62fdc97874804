"""A withheld name is found in the writings that programs leave, hidden where it can be, and else told."""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode
from html import escape
from quopri import encodestring
from urllib.parse import quote as percent

import pytest

from growth import calls
from warraq.edition.concealing import conceal_html, conceal_tag
from warraq.edition.other_forms import OtherForms
from warraq.edition.withheld_words import WithheldWords
from warraq.edition.writings import writings

FIRST, LAST = "سليمان", "الحربي"
NAME = f"{FIRST} {LAST}"
WORDS = WithheldWords([NAME, "John Smith"], "en")
X = "[name withheld]"
PERCENT_1256 = percent(NAME, encoding="cp1256")


def entities(text: str, form: str = "&#{};") -> str:
    return "".join(form.format(ord(letter)) for letter in text)


def misread(*pages: str) -> str:
    text = NAME
    for page in pages:
        text = text.encode().decode(page, "surrogateescape" if page == "latin-1" else "strict")
    return text


BETWEEN = {
    "line end and indent": "\n            ",
    "nine spaces": " " * 9,
    "four hundred spaces": " " * 400,
    "tabs and line ends": "\r\n\t\t\t\r\n\t\t\t\t\t\t",
    "nine no-break spaces": "&nbsp;" * 9,
    "numbered no-break spaces": "&#160;" * 20,
    "other spaces": "\u2003\u3000\u00a0\u2009" * 5,
    "invisible signs": " \u200b\u200e\u2060\ufeff" * 9,
    "zero width space alone": "\u200b",
    "tags with white space": "</span>\n        <span class='x'>\n   ",
    "tags of blocks": "</p>\n\n\n\n\n\n\n\n\n\n<p>",
    "a long tag": f"<span data-x='{'x' * 9000}'> ",
    "percent-encoded spaces": "%20" * 12,
    "underscores": "_" * 20,
    "blank letters": "\u3164\u2800",
}
ESCAPED = {
    "percent twice": percent(percent(NAME)),
    "percent five times": percent(percent(percent(percent(percent(NAME))))),
    "percent of every letter twice": "".join(f"%25{ord(c):02x}" for c in "John Smith"),
    "percent u": "".join(f"%u{ord(c):04X}" for c in NAME),
    "percent of windows-1256": PERCENT_1256,
    "percent of windows-1256 twice": percent(PERCENT_1256),
    "percent of ISO 8859-6": percent(NAME, encoding="iso8859-6"),
    "plus": "q=John+Smith",
    "doubly escaped entities": escape(entities(NAME)),
    "thrice escaped entities": escape(escape(entities(NAME))),
    "entities with leading zeros": entities(NAME, "&#000000000{};"),
    "hexadecimal with leading zeros": entities(NAME, "&#x0000000000{:X};"),
    "escapes of JavaScript": "".join(f"\\u{{{ord(c):x}}}" for c in NAME),
    "escapes with zeros": "".join(f"\\u{{0000{ord(c):X}}}" for c in NAME),
    "escapes of bytes": "".join(f"\\x{byte:02x}" for byte in NAME.encode()),
    "escapes of bytes, escaped": "".join(f"\\\\x{byte:02X}" for byte in NAME.encode()),
    "escapes of bytes of windows-1256": "".join(f"\\x{byte:02x}" for byte in NAME.encode("cp1256")),
    "quoted-printable": encodestring(f"قال {NAME} إن القناة ستفتح".encode()).decode(),
    "quoted-printable in windows-1256": encodestring(f"قال {NAME}".encode("cp1256")).decode(),
    "a space of a mail": "John=20Smith",
    "a line end of JSON": f"قال\\n{FIRST}\\n{LAST}\\nشيئا",
    "a tab of a script": "John\\tSmith",
    "a line end of JSON in JSON": "met\\\\nJohn\\\\r\\\\nSmith",
    "escaped tags": "<pre>&lt;b&gt;سليمان&lt;/b&gt; &lt;i&gt;الحربي&lt;/i&gt;</pre>",
}
MISREAD = {
    **{page: misread(page) for page in ("cp1256", "latin-1", "mac-roman", "cp437", "cp850")},
    "twice": misread("latin-1", "latin-1"),
    "twice as of a Macintosh": misread("mac-roman", "mac-roman"),
    "as entities": entities(misread("latin-1")),
    "percent": percent(misread("latin-1")),
    "tags between": misread("latin-1").replace(" ", "</b> <i>"),
    "no-break space between": misread("latin-1").replace(" ", "&nbsp;"),
    "windows-1256 as Latin": NAME.encode("cp1256").decode("cp1252"),
    "windows-1256 as of a Macintosh": NAME.encode("cp1256").decode("mac-roman"),
    "ISO 8859-6 as Latin": NAME.encode("iso8859-6").decode("latin-1"),
}
BLANKS = ["\u115f", "\u3164", "\u2800", "\u0007", "\x7f", "\u200b", "&#8203;", "\u00ad", "\u20dd", "<wbr>", "<b></b>"]
BASE64 = {
    "alone": b64encode(f"قال {NAME} شيئا".encode()).decode(),
    "of an address": urlsafe_b64encode(NAME.encode()).decode().rstrip("="),
    "of windows-1256": b64encode(f"قال {NAME}".encode("cp1256")).decode(),
    "behind letters": "abc" + b64encode(b"I met John Smith yesterday").decode(),
    "over lines": "\r\n".join(
        [b64encode(("ا" * 60 + f" {NAME} ").encode()).decode()[n : n + 76] for n in range(0, 200, 76)]
    ),
}


@pytest.mark.parametrize("kind", BETWEEN)
def test_whatever_blank_stands_between_the_words_is_one_sign(kind: str) -> None:
    for first, last in ((FIRST, LAST), ("John", "Smith")):
        hidden = WORDS.hide(f"x {first}{BETWEEN[kind]}{last} y")
        assert first not in hidden and last not in hidden and X in hidden


@pytest.mark.parametrize("kind", [*ESCAPED, *MISREAD])
def test_escapes_are_read_and_replaced_in_their_place(kind: str) -> None:
    text = (ESCAPED | MISREAD)[kind]
    for whole in (text, f"قال {text} شيئا", f"https://x.test/a?q={text}&b=1"):
        assert WORDS.are_in(whole)
        hidden = WORDS.hide(whole)
        assert X in hidden and not WORDS.are_in(hidden)


@pytest.mark.parametrize("blank", BLANKS)
def test_what_is_not_seen_hides_no_name(blank: str) -> None:
    assert WORDS.hide(f"a Jo{blank}hn Smi{blank}th b") == f"a {X} b"
    assert X in WORDS.hide(f"met{blank} John Smith{blank} and")


@pytest.mark.parametrize("kind", BASE64)
def test_base64_is_told_and_never_published_in_attributes(kind: str) -> None:
    assert WORDS.are_in(BASE64[kind])
    assert conceal_html(f'<a href="https://x.test/{BASE64[kind]}">a</a>', WORDS) == "<a>a</a>" or "\n" in BASE64[kind]
    assert BASE64[kind] not in conceal_tag(f' title="{BASE64[kind]}"', WORDS)


@pytest.mark.parametrize("kind", [*ESCAPED, *MISREAD])
def test_an_address_in_any_writing_is_left_out(kind: str) -> None:
    address = escape(f"https://x.test/{(ESCAPED | MISREAD)[kind]}")
    assert conceal_html(f'<a href="{address}">here</a>', WORDS) == "<a>here</a>"


ORDINARY = [
    "100% of 20% = 5%, x=20 y=2024 id=05",
    "https://x.test/?a=1&copy=2&id=0501234567",
    "C:\\users\\xena \\x \\u \\u{} %u %",
    "John. " + "-" * 12 + " Smith",
    "John said to Smith",
    "السليمانية والحربية",
    "aHR0cHM6Ly94LnRlc3Q dGhlcmUgaXMgbm8gbmFtZQ==",
    "&amp;#9999999; &#x110000; &#" + "0" * 5000 + "; \\u{110000}",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_stays(text: str) -> None:
    assert WORDS.hide(text) == text and not WORDS.are_in(text)


def test_a_short_name_in_a_wrong_encoding_is_no_other_word() -> None:
    for name, text in (("بما", "بها"), ("نقلا", "لحفا"), ("كانا", "والا"), ("علي", "عهي")):
        assert WithheldWords([name], "ar").hide(text) == text


def test_digits_behind_a_sign_are_digits() -> None:
    assert WithheldWords(["0501234567"], "en").hide("id=0501234567 =86=91") == f"id={X} =86=91"


@pytest.mark.parametrize(
    "note", ["`John Smith`", '<abbr title="John Smith">x</abbr>', "``a `John Smith` b``", "`a` `John Smith`"]
)
def test_where_markdown_reads_no_escapes_none_are_written(note: str) -> None:
    assert WORDS.hide(note, keeping_markup=True).count("\\") == 0
    assert WORDS.hide("`a` John Smith", keeping_markup=True) == "`a` \\[name withheld\\]"


@pytest.mark.parametrize(
    "text", ['<img alt="Smith">', "[Smith](x)", "[^1]: Smith.", "a/smith-news", "%53mith", "**Smith**", "Smithh"]
)
def test_other_forms_are_seen_in_markup_too(text: str) -> None:
    assert OtherForms(WORDS).are_in(text)
    assert not OtherForms(WORDS).are_in(text.lower().replace("smith", "water").replace("%53mith", ""))


HOSTILE = ["\\", "&#0", "%25", "=D9", "<", "<b", "`", "A", "%u", "\\x", " ", "&amp;", "John ", "\u3164", "=\n", "&#x0"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear(piece: str) -> None:
    def steps(number: int) -> int:
        return calls(lambda: WORDS.are_in(piece * number))

    steps(20)
    assert steps(400) <= 3 * steps(200)


def test_places_are_those_of_the_text() -> None:
    for text in [*ESCAPED.values(), *MISREAD.values()]:
        for decoded in writings(text):
            assert len(decoded.text) == len(decoded.places)
            assert all(0 <= start < end <= len(text) for start, end in decoded.places)
            assert sorted(decoded.places) == decoded.places
