"""The vocabulary's files and site.yaml: a wrong value is named, with its file and what to write instead."""

from __future__ import annotations

import pytest

from warraq.archive.address_key import address_key
from warraq.archive.reading_vocabulary import read_site, read_vocabulary

CONCEPT = "SCO:\n  scheme: organisation\n  pref_label: {ar: منظمة شنغهاي}\n"


def test_a_wrong_item_of_wikidata_is_named_with_its_file() -> None:
    _, [problem] = read_vocabulary([("content/vocabulary/x.yaml", f"{CONCEPT}  wikidata: 485207\n".encode())])
    assert problem.path == "content/vocabulary/x.yaml"
    assert "“485207” is not an item of Wikidata." in problem.text("en")
    assert "Write Q and its number." in problem.text("en")


PERSON = "Layla:\n  scheme: person\n  pref_label: {ar: ليلى}\n"
NO_KEY = "There is no such key."
BY_LANGUAGE = "Each language should have a key here."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{PERSON}  heading: x\n", f"4:3: Layla.heading: {NO_KEY} The keys are: scheme, pref_label, "),
        (f"{PERSON}  label: x\n", f"4:3: Layla.label: {NO_KEY} Did you mean pref_label?"),
        ("Layla: ليلى\n", "1:1: Layla: It has keys of its own. Write {scheme: …, pref_label: {ar: …}}."),
        (PERSON.replace("{ar: ليلى}", "ليلى"), f"3:3: Layla.pref_label: {BY_LANGUAGE} Write {{ar: ليلى}}."),
        (f"{PERSON}  alt_labels: [ليلا]\n", f"4:3: Layla.alt_labels: {BY_LANGUAGE} Write {{ar: …}}."),
        (f"{PERSON}  definition: A poet.\n", "4:3: Layla.definition: It has keys of its own. Write {text: {ar: …}}."),
        (f"{PERSON}  definition: {{text: A poet.}}\n", f"{BY_LANGUAGE} Write {{en: A poet.}}."),
        (f"{PERSON}  definition: {{txt: x}}\n", f"4:16: Layla.definition.txt: {NO_KEY} Did you mean text?"),
        ("- Layla\n", "v.yaml:1: Lines of `key: value` should stand here. Begin each entry with its name and a colon."),
    ],
)
def test_a_mistake_in_the_vocabulary_is_told_in_its_own_keys(text: str, said: str) -> None:
    _, problems = read_vocabulary([("v.yaml", text.encode())])
    assert any(said in problem.text("en") for problem in problems), [each.text("en") for each in problems]
    assert not any("root" in problem.text("en") for problem in problems)


def test_a_site_without_keys_is_told_its_own_first_one() -> None:
    _, [problem] = read_site("content/site.yaml", "- أرشيف\n".encode())
    assert problem.text("en").endswith(": Lines of `key: value` should stand here. Begin with name: …")


def test_a_vocabulary_that_is_not_utf_8_is_named() -> None:
    _, [problem, *_] = read_vocabulary([("content/vocabulary/x.yaml", CONCEPT.encode("windows-1256"))])
    assert problem.path == "content/vocabulary/x.yaml"


def test_a_language_of_the_site_that_has_no_catalogue_is_told_with_those_that_have() -> None:
    site, [problem] = read_site("content/site.yaml", "name: أرشيف\nlanguage: zz\n".encode())
    assert site is None
    assert "The pages are not translated into “zz”." in problem.text("en")
    assert "Write one of: ar, en, fa." in problem.text("en")


@pytest.mark.parametrize(
    ("written", "calendars"),
    [
        ("[umalqura, gregory]", ("umalqura", "gregory")),
        ("umalqura، gregory", ("umalqura", "gregory")),
        ("[umalqura، gregory]", ("umalqura", "gregory")),
        ("persian", ("persian",)),
        ("[gregory, gregory]", ("gregory",)),
        ("[]", ("gregory",)),
        ("", ("gregory",)),
    ],
)
def test_calendars_are_a_list_or_words_on_one_line(written: str, calendars: tuple[str, ...]) -> None:
    site, problems = read_site("content/site.yaml", f"name: أرشيف\ncalendars: {written}\n".encode())
    assert problems == ()
    assert site and site.calendars == calendars


@pytest.mark.parametrize(
    ("written", "place", "todo"),
    [
        ("hijri", "calendars[0]", "Did you mean umalqura?"),
        ("[gregory, شمسي]", "calendars[1]", "Did you mean persian?"),
        ("[Persain]", "calendars[0]", "Did you mean persian?"),
        ("[x]", "calendars[0]", "Write one of them."),
    ],
)
def test_a_calendar_that_is_none_is_told_with_those_that_are(written: str, place: str, todo: str) -> None:
    site, [problem] = read_site("content/site.yaml", f"name: أرشيف\ncalendars: {written}\n".encode())
    assert site is None
    assert problem.text("en").startswith("content/site.yaml:2:")
    assert place in problem.text("en")
    assert "is not one of: gregory, umalqura, persian." in problem.text("en")
    assert todo in problem.text("en")
    assert "ليس من: gregory، umalqura، persian." in problem.text("ar")
    assert "یکی از این‌ها نیست: gregory، umalqura، persian." in problem.text("fa")


@pytest.mark.parametrize("digits", ["latn", "arab", "arabext"])
def test_digits_have_the_names_of_the_cldr(digits: str) -> None:
    site, problems = read_site("content/site.yaml", f"name: أرشيف\ndigits: {digits}\n".encode())
    assert problems == ()
    assert site and site.digits == digits


@pytest.mark.parametrize(
    ("written", "todo"),
    [
        ("persian", "Did you mean arabext?"),
        ("هندية", "Did you mean arab?"),
        ("0123456789", "Did you mean latn?"),
        ("arabx", "Did you mean arab?"),
        ("x", "Write one of them."),
    ],
)
def test_digits_that_are_none_are_told_with_those_that_are(written: str, todo: str) -> None:
    site, [problem] = read_site("content/site.yaml", f"name: أرشيف\ndigits: {written}\n".encode())
    assert site is None
    said = f"content/site.yaml:2:1: digits: “{written}” is not one of: latn, arab, arabext. {todo}"
    assert problem.text("en") == said
    assert "ليس من: latn، arab، arabext." in problem.text("ar")
    assert "یکی از این‌ها نیست: latn، arab، arabext." in problem.text("fa")


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.Example.org/News/1/", "example.org/News/1"),
        ("http://example.org/a?utm_source=x&id=7#top", "example.org/a?id=7"),
        ("example.org", "example.org"),
        ("https://example.org/?id=7", "example.org?id=7"),
    ],
)
def test_what_two_addresses_of_one_page_have_in_common(url: str, key: str) -> None:
    assert address_key(url) == key
