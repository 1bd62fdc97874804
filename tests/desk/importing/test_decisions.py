"""Of the copies of one text the best comes in; names, slugs and the journal are the same whatever the order of inspections."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from warraq.desk.fingerprint import Fingerprint
from warraq.desk.importing.archive_index import ArchiveIndex
from warraq.desk.importing.import_decisions import ImportDecision, ImportStatus, decide, from_journal, to_journal
from warraq.desk.importing.inspection import Inspection, StoredMessage
from warraq.desk.importing.same_texts import Match, by_worth
from warraq.language import message

WORDS = tuple(range(1, 11))
TODAY = date(2027, 1, 1)


def inspection(name: str, words: tuple[int, ...] = (), *, url: str = "", sha256: str = "") -> Inspection:
    text = Fingerprint(f"text of {name}" if words else "", (), words)
    return Inspection(name, "stamp", sha256=sha256 or f"bytes of {name}", url=url, slug="خبر", fingerprint=text)


def statuses(*files: Inspection, index: ArchiveIndex | None = None) -> dict[str, tuple[str, str, Match | None]]:
    return {d.name: (d.status.value, d.same_as, d.match) for d in decide(files, index or ArchiveIndex(), TODAY)}


def test_names_and_slugs_are_given_in_the_order_of_names_whatever_the_order_of_inspections() -> None:
    files = [inspection("b/x.txt"), inspection("a/X.html"), inspection("c/x.txt")]
    expected = [("a/X.html", "X.html", "خبر"), ("b/x.txt", "x-2.txt", "خبر-2"), ("c/x.txt", "x-3.txt", "خبر-3")]
    for order in (files, files[::-1]):
        assert [(d.name, d.original, d.slug) for d in decide(order, ArchiveIndex(), TODAY)] == expected


def test_names_and_slugs_of_the_archive_are_taken() -> None:
    index = ArchiveIndex(stems={"x"}, slugs={"خبر"})
    (decision,) = decide([inspection("X.txt")], index, TODAY)
    assert (decision.original, decision.slug) == ("X-2.txt", "خبر-2")


def test_a_copy_of_a_file_is_a_duplicate_and_a_copy_of_the_archive_is_held() -> None:
    index = ArchiveIndex(bytes={"known": "content/originals/k.txt"})
    files = [inspection("a", sha256="one"), inspection("b", sha256="one"), inspection("c", sha256="known")]
    assert statuses(*files, index=index) == {
        "a": ("imported", "", None),
        "b": ("duplicate", "a", Match.BYTES),
        "c": ("held", "content/originals/k.txt", Match.BYTES),
    }


def test_a_text_without_a_fingerprint_equals_no_other() -> None:
    assert [s for s, *_ in statuses(inspection("a"), inspection("b")).values()] == ["imported", "imported"]


def test_another_text_at_one_address_is_another_version_with_its_slug_and_day() -> None:
    url = "https://x.example/news/1"
    files = [
        inspection(n, (*WORDS[:9], w), url=url + q)
        for n, w, q in (("a", 10, ""), ("b", 91, "?utm_source=z"), ("c", 92, ""))
    ]
    found = [(d.status.value, d.same_as, d.version_of, d.slug, d.added) for d in decide(files, ArchiveIndex(), TODAY)]
    assert found == [
        ("imported", "", "", "خبر", "2027-01-01"),
        ("version", "a", "خبر", "خبر-v2", "2027-01-01"),
        ("version", "a", "خبر", "خبر-v3", "2027-01-01"),
    ]
    decisions = decide(files, ArchiveIndex(), TODAY)
    assert from_journal(to_journal(decisions)) == decisions


def test_a_version_of_a_version_is_one_of_the_article_that_is_shown() -> None:
    url, path = "https://x.example/news/1", "content/articles/k-v2.md"
    index = ArchiveIndex(
        slugs={"k", "k-v2"},
        at_address={"x.example/news/1": [path]},
        shown={path: "k"},
        fingerprints={path: Fingerprint("k", (), (*WORDS[:9], 95))},
    )
    (decision,) = decide([inspection("a", WORDS, url=url)], index, TODAY)
    assert (decision.version_of, decision.slug, decision.same_as) == ("k", "k-v3", path)


@pytest.mark.parametrize(("common", "status", "asked"), [(3, "version", ""), (2, "imported", "a")])
def test_an_editor_is_asked_where_a_text_at_one_address_has_few_words_in_common(
    common: int, status: str, asked: str
) -> None:
    other = WORDS[:common] + tuple(range(100, 110 - common))
    url = "https://x.example/news/1"
    found = decide([inspection("a", WORDS, url=url), inspection("b", other, url=url)], ArchiveIndex(), TODAY)
    assert (found[1].status.value, found[1].at_one_address) == (status, asked)


def test_versions_of_one_article_are_not_told_as_nearly_the_same() -> None:
    url = "https://x.example/news/1"
    many = tuple(range(200))
    files = [
        replace(inspection(name, many, url=at), fingerprint=Fingerprint(name, tuple(range(64)), many))
        for name, at in (("a", url), ("b", url), ("c", "https://x.example/news/2"))
    ]
    files[1] = replace(files[1], dated=True)  # so that it is shown
    found = {d.name: (d.status.value, d.similar_to) for d in decide(files, ArchiveIndex(), TODAY)}
    assert found == {"a": ("version", ""), "b": ("imported", ""), "c": ("imported", "a")}


def test_pages_that_state_the_address_of_a_front_page_are_not_the_same() -> None:
    files = [inspection(name, WORDS, url="https://x.example/") for name in "ab"]
    assert [s for s, *_ in statuses(*files).values()] == ["imported", "imported"]


def test_a_row_of_the_table_counts_more_than_pictures_a_date_other_fields_and_the_name() -> None:
    base = Inspection("z", "")
    pictures = (("p", "jpg", ""),)
    ranked = [
        replace(base, in_table=True),
        replace(base, pictures=pictures * 2),
        replace(base, pictures=pictures),
        replace(base, dated=True),
        replace(base, stated_fields=3),
        replace(base, stated_fields=2),
        replace(base, name="y"),
        base,
    ]
    assert sorted([*ranked[4:], *ranked[:4]], key=by_worth) == ranked


def test_a_text_that_is_nearly_the_same_as_one_before_it_is_named_with_the_share() -> None:
    sketch = (1,) * 64
    files = [
        replace(inspection(name), fingerprint=Fingerprint(f"text of {name}", sketch, words))
        for name, words in (("a", WORDS), ("b", (*WORDS[:8], 91, 92)), ("c", (*WORDS[:8], 93, 94)))
    ]
    assert [(d.status, d.similar_to, d.similarity) for d in decide(files, ArchiveIndex(), TODAY)] == [
        (ImportStatus.IMPORTED, "", 0.0),
        (ImportStatus.IMPORTED, "a", 0.8),
        (ImportStatus.IMPORTED, "a", 0.8),
    ]
    index = ArchiveIndex(fingerprints={"content/articles/k.md": Fingerprint("k", sketch, (*WORDS[:9], 95))})
    assert [d.similar_to for d in decide(files[:1], index, TODAY)] == ["content/articles/k.md"]


def test_rejected_files_are_set_aside_and_take_no_name() -> None:
    rejected = replace(inspection("a.txt"), rejection=StoredMessage.of(message("It is locked with a password.")))
    decisions = decide([rejected, inspection("b/a.txt")], ArchiveIndex(), TODAY)
    assert [(d.status, d.original) for d in decisions] == [
        (ImportStatus.SET_ASIDE, ""),
        (ImportStatus.IMPORTED, "a.txt"),
    ]


def test_journals_of_older_versions_are_read_and_keys_stay() -> None:
    """An import may be interrupted by an update of Warraq."""
    decision = ImportDecision(
        "\udcffb", ImportStatus.DUPLICATE, same_as="a", match=Match.TEXT, similar_to="c", similarity=0.8
    )
    other = ImportDecision("a", ImportStatus.IMPORTED, "a.txt", "أ")
    data = to_journal([decision, other])
    assert from_journal(data) == (decision, other)
    assert json.loads(data.decode("utf-8", "surrogateescape"))[0] == {
        "name": "\udcffb",
        "fate": "duplicate",
        "original": "",
        "slug": "",
        "of": "a",
        "same": "text",
        "like": "c",
        "likeness": 0.8,
    }


def test_an_inspection_is_one_line_of_the_journal_and_its_keys_stay() -> None:
    inner = message("It is larger than {limit} megabytes.", limit=50)
    why = StoredMessage.of(message("{what} {todo}", what=inner, todo="y\nz"))
    full = Inspection(
        "نص\n.txt",
        "1-2",
        why,
        "ab",
        "https://x.example/1",
        "عنوان",
        "ع",
        in_table=True,
        stated_fields=3,
        dated=True,
        other_values=(("title", "ب | ج"),),
        doubts=4,
        fingerprint=Fingerprint("f", (1, 2), (3,)),
        pictures=(("p", "jpg", "alt"),),
        picture_places=((1, "caption"),),
        pictures_missing=((2, "https://x.example/2.jpg", ""),),
        pictures_left=5,
        pictures_rejected=(("q", why),),
        moved=True,
        names=("/a",),
        links=(("/b", "https://x.example/b"),),
        hidden=True,
        addresses=("/a/",),
        left_as_text=("poll",),
    )
    line = full.to_line()
    assert "\n" not in line and Inspection.from_line(line) == full
    assert why.message().text("en") == "It is larger than 50 megabytes. y\nz"
    keys = "name stamp refused sha256 url title slug tabled stated dated doubts fingerprint pictures pictures_left"
    assert set(json.loads(line)) == {
        *keys.split(),
        "pictures_refused",
        "moved",
        "names",
        "links",
        "hidden",
        "addresses",
        "left_as_text",
        "picture_places",
        "pictures_missing",
        "shared_title",
        "source",
        "source_by",
        "other_values",
        "date",
    }
    assert json.loads(line)["fingerprint"] == {"same": "f", "sketch": [1, 2], "words": [3]}
    with pytest.raises(ValueError, match="Expecting"):
        Inspection.from_line("")
