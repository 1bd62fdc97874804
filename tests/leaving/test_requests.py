"""Issues and requests on GitHub quote nothing of what readers can't read; they name its file and line, and quote the rest."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from warraq.language import message
from warraq.press import quoting
from warraq.press.intake import repair_new
from warraq.press.intake_report import report as intake_report
from warraq.press.quoting import Quoting
from warraq.press.report import Repository, body
from warraq.press.report_links import addresses
from warraq.press.report_links import body as links_body
from warraq.press.report_problems import publishing_problems

from .archives import Planted, plant
from .looker import marker, markers_in
from .states import TODAY, WHOLE, State

REPOSITORY = Repository("owner/name")
DAY = "1800000000"


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Planted:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    return plant(tmp_path, 5, tuple(State), waiting=False)


def issue(made: Planted) -> str:
    return body(publishing_problems(made.content, for_others=True)[0], REPOSITORY, "ar")


def told(text: str, made: Planted) -> set[str]:
    """Give the markers of a text but those of files' names, which the repository's list of files shows."""
    return set(markers_in([("", text.encode())])) - made.names


def append_links(made: Planted) -> None:
    """Write a dead link into every text: the error quotes it."""
    for text in made.texts:
        file = made.content / f"articles/{text.name}.md"
        word = made.word(text.state in WHOLE, must=text.state in WHOLE, latin=True)
        file.write_text(file.read_text("utf-8") + f"\n[هنا](../{word}/)\n", encoding="utf-8")


def test_an_issue_quotes_published_texts_alone_and_names_every_file(planted: Planted) -> None:
    planted.must.clear()
    append_links(planted)
    text = issue(planted)
    assert told(text, planted) - planted.may == set()
    assert planted.must <= told(text, planted)
    assert all(f"content/articles/{each.name}.md" in text for each in planted.texts)


ERRORS = (
    "date: {word}",
    "{word}: x",
    "{latin}: x",
    "lang: {word}",
    "tags: [{word}\n",
    "source: {{name: x, rights: لا {word}}}",
    "annotations: [{{quote: {word}, note: x}}]",
    "annotations: [{{quote: x, {latin}: x}}]",
    "original: {word}.txt",
    "slug: {word}/{word}",
    "translation_of: {word}",
)


def test_an_issue_quotes_nothing_of_a_file_that_may_be_a_draft(planted: Planted) -> None:
    words: list[str] = []
    for n, error in enumerate(ERRORS):
        words += [planted.word(), planted.word(latin=True)]
        draft = f"---\ntitle: x{n}\nstatus: draft\n{error.format(word=words[-2], latin=words[-1])}\n---\nنص\n"
        planted.write(f"articles/broken-{n}.md", draft)
    text = issue(planted)
    assert all(f"content/articles/broken-{n}.md" in text for n in range(len(ERRORS)))
    assert told(text, planted) & set(words) == set()


def test_the_quoting_of_an_issue_is_what_keeps_it(planted: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    append_links(planted)
    monkeypatch.setattr(quoting, "unquoted", lambda message: message)
    assert told(issue(planted), planted) - planted.may


def test_the_issue_about_links_and_the_hosts_that_are_asked_know_published_addresses_alone(planted: Planted) -> None:
    archive = repair_new(planted.content).archive
    for found, leaks in ((addresses(archive, TODAY), False), (addresses(archive), True)):
        text = links_body(dict.fromkeys(found, "HTTP 404"), found, REPOSITORY, "ar")
        assert bool(told(text, planted) - planted.may) is leaks


def test_an_issue_quotes_nothing_of_an_article_that_withholds_a_name(planted: Planted) -> None:
    word, shown = planted.word(latin=True), planted.word(latin=True)
    head = f"---\ntitle: خبر آخر\nslug: held\ndate: unknown\nwithheld: [{{quote: {word}}}]\n---\n"
    text = f"[هنا](https://news.example/{word}) و[هنا](https://news.example/{shown}) و[هناك](../{word}/)\n"
    planted.write("articles/held.md", head + text)
    assert "content/articles/held.md" in issue(planted)
    assert word not in issue(planted)
    found = " ".join(addresses(repair_new(planted.content).archive, TODAY))
    assert word not in found and shown in found


@pytest.mark.parametrize(
    ("site", "rights", "in_report", "quotes"),
    [
        ("", "", {"title", "text"}, True),
        ("originals: private\n", "", {"title", "text"}, False),
        ("", "metadata", {"title"}, False),
        ("", "excerpt 3", {"title"}, False),
    ],
)
def test_the_request_of_an_intake_quotes_what_will_be_published(
    site: str,
    rights: str,
    in_report: set[str],
    quotes: bool,  # noqa: FBT001 - a column of the table
    tmp_path: Path,
) -> None:
    made = Planted(tmp_path / "content", Random(1))
    made.write("site.yaml", f"name: أرشيف\n{site}")
    agency = "Agency: {scheme: organisation, pref_label: {ar: وكالة الواحة}" + (f", rights: {rights}" if rights else "")
    made.write("vocabulary/a.yaml", agency + "}\n")
    words = {"title": marker(1), "text": marker(2)}
    made.write(
        "originals/a.txt",
        f"خبر {words['title']} جديد\n\nقال الوزير {words['text']} أمس في المدينة.\n\nنص آخر هنا.\n\nالمصدر: وكالة الواحة\n",
    )
    taken = repair_new(made.content)
    source = taken.new[0].as_read().source
    assert source is not None and source.name == "وكالة الواحة"
    text = intake_report(taken.new, (), "ar", Quoting(taken.archive, TODAY))
    assert {name for name, word in words.items() if word in text} == in_report
    assert ("«" in text) is quotes


def test_numbers_stay_in_a_sentence_without_its_words() -> None:
    inner = message("{name} of {count}", name=marker(1), count=3)
    said = quoting.unquoted(message("{what}: {path}", what=inner, path=marker(2)))
    assert said.text() == "… of 3: …"
