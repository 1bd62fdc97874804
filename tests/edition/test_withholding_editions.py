"""What an edition without the words that are withheld is, where they could not simply be hidden in their place."""

from __future__ import annotations

from base64 import b64encode

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.problem import Level
from warraq.archive.reading_article import read_article
from warraq.edition import edition
from warraq.edition.edition import Edition
from warraq.edition.withheld_words import WithheldWords
from warraq.edition.withholding import leaking_fields
from warraq.repair import plan
from warraq.repair.readers import read_original

X = "[name withheld]"
WORDS = WithheldWords(["John Smith"], "en")
LINKS = "Links left out"
KEPT_BACK = "The original can't be published without the words that are withheld."
FORMS = "Words that stay may be other forms"


def made(body: str, keys: str = "", title: str = "Water", original: str = "") -> Edition:
    text = f"---\ntitle: {title}\ndate: 2024\nlang: en\nwithheld: John Smith\n{keys}\n---\n{body}\n"
    read = read_article("content/articles/x.md", text.encode())
    assert read.article, read.problems
    if not original:
        return edition(read.article, None, None, Vocabulary())
    file = read_original("a.txt", original.encode())
    return edition(read.article, file, plan(file, Vocabulary()).record, Vocabulary())


def published(whole: Edition) -> str:
    assert whole.without_words is not None and leaking_fields(whole.without_words, WORDS) == []
    return "".join(section.html for section in whole.without_words.sections)


def told(whole: Edition, begin: str) -> list[int]:
    found = [p for p in whole.problems if p.what.text("en").startswith(begin)]
    assert all(p.level is Level.WARNING for p in found)
    return [p.line for p in found]


def test_a_caption_is_published_without_the_words() -> None:
    whole = made('John Smith met us.\n\n![](a.png "John Smith & others")')
    assert whole.without_words is not None and leaking_fields(whole.without_words, WORDS) == []
    assert whole.without_words.sections[1].caption == f"{X} & others"


EMPTIED = {
    "I met **John** **Smith**.": f"I met <strong>{X}</strong>.",
    "*John* `Smith`": f"<em>{X}</em>",
    "<b>John</b> <i><u>Smith</u></i> said": f"<b>{X}</b> said",
    "<span>John</span>\n        <span>Smith</span>": f"<span>{X}</span>",
    "John\n            Smith.": f"{X}.",
    "John **Smith and** others": f"{X}<strong> and</strong> others",
    "<b></b>John Smith": f"<b></b>{X}",
}


@pytest.mark.parametrize("body", EMPTIED)
def test_no_empty_element_is_left_behind(body: str) -> None:
    assert EMPTIED[body] in published(made(body)).replace("<br>\n", "")


@pytest.mark.parametrize("label", ["john-smith", "John_Smith", "J-John%20Smith"])
def test_a_footnotes_label_is_named_as_such(label: str) -> None:
    whole = made(f"I met John Smith.[^{label}]\n\n[^{label}]: a note")
    errors = [(p.line, p.what.text("en")) for p in whole.problems if p.level is Level.ERROR]
    assert errors == [(line, "The label of a footnote holds words that are withheld.") for line in (8, 10)]


def test_the_end_of_the_title_and_the_begin_of_the_text_are_no_name() -> None:
    whole = made("Smith said so, and John Smith did.", title="Meeting with John")
    assert f"Smith said so, and {X} did." in published(whole)
    body = "Smith said so, and John Smith did it.\n\nHe went home."
    whole = made(body, "original: a.txt", "Meeting with John", f"Meeting with John\n\n{body}")
    assert f"Smith said so, and {X} did it." in published(whole)


@pytest.mark.parametrize("text", ["I met John Smith today", "قال John Smith شيئا", "xJohn xx John Smith"])
def test_an_original_whose_words_cant_be_hidden_is_kept_back(text: str) -> None:
    body = "He said that John Smith did it.\n\nHe went home."
    whole = made(body, "original: a.txt", original=f"Water\n\n{body}\n\n{b64encode(text.encode()).decode()}")
    assert f"that {X} did" in published(whole) and told(whole, KEPT_BACK)
    without = whole.without_words
    assert without and without.original is None and without.article.originals == "private"
    assert without.record and without.record.changes == () and b64encode(text.encode()).decode() not in repr(without)


def test_an_original_whose_words_are_hidden_is_published() -> None:
    body = "He said that John Smith did it.\n\nHe went home."
    whole = made(body, "original: a.txt", original=f"Water\n\n{body}\n\nhttps://x.test/John%2520Smith")
    assert whole.without_words and whole.without_words.original and not told(whole, KEPT_BACK)
    assert X in whole.without_words.original.text


def test_links_that_are_left_out_are_counted() -> None:
    note = "annotations: [{quote: I met, note: '[x](https://x.test/%u004Aohn%2520Smith)', links: ['https://x.test/John+Smith']}]"
    whole = made(
        "I met John Smith. [a](https://x.test/John%252520Smith) [b](https://x.test/) <q cite='x:John_Smith'>q</q>", note
    )
    assert "<a>a</a>" in published(whole) and '<a href="https://x.test/">b</a>' in published(whole)
    assert told(whole, LINKS) == [5]


FIELDS = [
    "summary: By Smith",
    "tags: [x, Smith]",
    "authors: [Smith]",
    "corrections: [{date: 2024-01-02, note: Not Smiths}]",
    "source: {name: Smith News}",
    "source: {name: x, url: 'https://x.test/smith/1'}",
    "annotations: [{quote: I met, note: of **Smith**}]",
    "reviewed: {by: A Smith}",
    "slug: smith-1",
]


@pytest.mark.parametrize("keys", FIELDS)
def test_other_forms_are_looked_for_in_every_field(keys: str) -> None:
    assert told(made("I met John Smith.", keys), FORMS) == [5]
    assert told(made("I met John Smith.", keys.replace("Smith", "Water").replace("smith", "water")), FORMS) == []


@pytest.mark.parametrize(
    "body", ['<abbr title="Smith">x</abbr>', "x[^1]\n\n[^1]: Smith", "![Smith](https://x.test/1.png)"]
)
def test_other_forms_are_looked_for_in_attributes_and_footnotes(body: str) -> None:
    assert told(made(f"John Smith. {body}"), FORMS) == [5]
