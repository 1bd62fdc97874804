"""Another version of an article leaves no more than that one: on pages, in the search, in data, originals and comparisons, and in requests."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from pathlib import Path
from random import Random

import pytest

from warraq.desk.versions import Choice, part, show
from warraq.press.checking import check_archive
from warraq.press.intake import repair_new
from warraq.press.intake_report import report
from warraq.press.quoting import Quoting
from warraq.press.set_aside import set_aside

from .archives import Planted
from .looker import marker, markers_in
from .printed import printed_files
from .states import TODAY

PARTS = ("title", "body", "original")
KEYS = {
    "open": ("", PARTS),
    "draft": ("status: draft", ()),
    "embargo": ("embargo: 2099-01-16", ()),
    "withdrawn": ("withdrawn: {date: 2026-01-01, reason: طلب}", ()),
    "private": ("originals: private", ("title", "body")),
    "excerpt": ("source: {name: صحيفة, rights: excerpt 3}", ("title",)),
    "metadata": ("source: {name: صحيفة, rights: metadata}", ("title",)),
    "by source": ("source: وكالة", ("title",)),
    "withheld": ("withheld: [{quote}]", ("title", "original")),
}
"""What the article that is shown says, and what of its version leaves then; the version itself says nothing."""
WORDS = {(state, part): marker(3 * n + m) for n, state in enumerate(KEYS) for m, part in enumerate(PARTS)}
BODY = "قال الوزير أمس إن العدد بلغ {body} في المدينة القديمة.\n\nونص آخر هنا.\n"
ORIGINAL = "<!doctype html><meta charset=utf-8><title>خبر {title}</title><article><h1>خبر {title}</h1><p>{paragraphs}</article><!-- {original} -->"


def files_of(states: Iterable[str], made: Planted, key: str = "version_of") -> None:
    """Write an article for each state, and another version of it (by `key`), made of an original that says more."""
    made.write("site.yaml", "name: أرشيف\n")
    made.write("vocabulary/a.yaml", "A: {scheme: organisation, pref_label: {ar: وكالة}, rights: metadata}\n")
    for n, state in enumerate(states):
        words = {part: WORDS[state, part] for part in PARTS}
        keys = KEYS[state][0].replace("{quote}", words["body"])
        shown = f"قال الوزير إن العدد معروف. {words['body'] if state == 'withheld' else ''}"
        made.write(f"articles/a{n}.md", f"---\ntitle: خبر\nslug: a{n}\ndate: 2024-01-01\n{keys}\n---\n{shown}\n")
        paragraphs = BODY.format(**words).strip().replace("\n\n", "<p>")
        made.write(f"originals/b{n}.html", ORIGINAL.format(**words, paragraphs=paragraphs))
    repair_new(made.content)
    for n, state in enumerate(states):
        words = {part: WORDS[state, part] for part in PARTS}
        head = f"title: خبر {words['title']}\nslug: a{n}-v2\ndate: 2024-01-01\nsource: جريدة\noriginal: b{n}.html"
        made.write(f"articles/b{n}.md", f"---\n{head}\n{key}: a{n}\nadded: 2024-02-02\n---\n{BODY.format(**words)}")


def left_of(found: Container[str]) -> dict[str, tuple[str, ...]]:
    """Give what leaves of each state's version, by the words that were found."""
    return {state: tuple(part for part in PARTS if WORDS[state, part] in found) for state in KEYS}


def test_what_leaves_of_a_version_is_what_leaves_of_the_article(tmp_path: Path) -> None:
    made = Planted(tmp_path / "content", Random(1))
    files_of(KEYS, made)
    found = markers_in(printed_files(made, tmp_path))
    assert left_of(found) == {state: parts for state, (_, parts) in KEYS.items()}
    everywhere = " ".join(found[WORDS["open", "body"]])
    assert all(place in everywhere for place in ("articles/a0-v2/", "articles/a0/versions/", "search/index/", "data/"))


@pytest.mark.parametrize("state", ["open", "draft", "withdrawn", "by source", "withheld"])
@pytest.mark.parametrize("common", [True, False], ids=["certain", "unsure"])
def test_the_request_of_an_intake_quotes_of_a_version_what_may_be_quoted_of_the_article(
    state: str,
    common: bool,  # noqa: FBT001 - a column of the table
    tmp_path: Path,
) -> None:
    made = Planted(tmp_path / "content", Random(1))
    made.write("site.yaml", "name: أرشيف\n")
    made.write("vocabulary/a.yaml", "A: {scheme: organisation, pref_label: {ar: وكالة}, rights: metadata}\n")
    title, slug, text = marker(1), marker(2, latin=True), "قال الوزير أمس إن العدد بلغ ألفا في المدينة القديمة."
    source = (
        "{name: وكالة, url: 'https://x.example/1'}" if state == "by source" else "{name: ص, url: 'https://x.example/1'}"
    )
    keys = KEYS[state][0] if state in ("draft", "withdrawn") else "withheld: [ألفا]" if state == "withheld" else ""
    made.write(
        f"articles/{slug}.md",
        f"---\ntitle: خبر\ndate: 2024-01-01\nslug: {slug}\nsource: {source}\n{keys}\n---\n{text}\n",
    )
    own = f"{text} وزاد." if common else "افتتح معرض الكتاب الدولي وسط حضور كبير من القراء والناشرين."
    page = f"<title>{title}</title><link rel=canonical href='https://x.example/1'><article><h1>{title}</h1><p>{own}</p></article>"
    made.write("originals/b.html", f"<!doctype html><meta charset=utf-8>{page}")
    taken = repair_new(made.content)
    (new,) = taken.new
    assert ("version_of" if common else "perhaps_version_of") in new.planned.front_matter
    said = report(taken.new, (), "ar", Quoting(taken.archive, TODAY))
    assert "title" in Quoting(taken.archive, TODAY).values_of(new.as_read()) if state == "by source" else True  # type: ignore[operator]  # not None
    assert (title in said) is (state not in ("draft", "withdrawn"))
    assert (slug in said) is (state == "open")
    warned = [
        str(each) for each in check_archive(made.content, TODAY, repairing=False).problems if "less may be" in str(each)
    ]
    assert bool(warned) is (not common and state in ("draft", "withdrawn", "withheld"))


def test_a_broken_version_that_holds_others_back_is_not_left_out_of_what_is_published(tmp_path: Path) -> None:
    made = Planted(tmp_path / "content", Random(1))
    made.write("site.yaml", "name: أرشيف\n")
    head = "---\ntitle: خبر\nslug: {slug}\ndate: 2024-01-01\n{keys}\n---\nنص {slug}.\n"
    for slug, keys in (
        ("a", ""),
        ("a-v2", "version_of: a\nwithheld: [نص]\nbroken: yes"),
        ("a-v3", "version_of: a\nbroken: yes"),
        ("b", "withdrawn: {date: 2026-01-01, reason: طلب}\nbroken: yes"),
        ("c", "perhaps_version_of: b"),
        ("d", "withdrawn: {date: 2026-01-01, reason: طلب}\nbroken: yes"),
    ):
        made.write(f"articles/{slug}.md", head.format(slug=slug, keys=keys))
    assert sorted(file.stem for file, _ in set_aside(made.content, ())) == ["a-v3", "d"]


@pytest.mark.parametrize("choose", [part, show])
def test_nothing_is_chosen_around_an_article_that_can_not_be_read(
    choose: Callable[[Path, str], Choice], tmp_path: Path
) -> None:
    made = Planted(tmp_path / "content", Random(1))
    made.write("articles/b.md", "---\ntitle: خبر\nslug: a\nwithheld: [نص]\nbroken: yes\n---\nنص.\n")
    for slug in ("a-v2", "a-v3"):
        made.write(f"articles/{slug}.md", f"---\ntitle: خبر\nslug: {slug}\ndate: 2024-01-01\nversion_of: a\n---\nنص.\n")
    choice = choose(made.content, "a-v2")
    assert not choice.changes and choice.problem
    told = (
        "b.md can't be read, and may hold back what would change."
        if choose is part
        else "No article that can be read has"
    )
    assert told in str(choice.problem)
