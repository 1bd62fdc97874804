"""Everything said about an article can be taken away as Web Annotations."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from edition.making import VOCABULARY, article
from edition.making import made as handwritten
from growth import calls
from pages.libraries import library, made
from warraq.archive.article import Annotation
from warraq.archive.partial_date import PartialDate
from warraq.edition import edition
from warraq.edition.apparatus import reason
from warraq.edition.attribution import REASONS
from warraq.edition.edition import Edition
from warraq.edition.mentions import mention_marks
from warraq.pages.annotations import annotation_collection, annotation_files
from warraq.pages.annotations import annotations_of as items_of
from warraq.pages.paragraph_ids import with_paragraph_ids
from warraq.pages.rules import rules

NOTES = (
    Annotation("بوتين", "شرح [س](https://x.test/)", author="سلمى", lang=None),
    Annotation("أستانا", "capital", "translation", lang="en"),
    Annotation("روسيا\nوعاد", "س", "fact-check", verdict="صحيح", links=("https://x.test/2",)),
)


def files(*editions: Edition, site_url: str = "https://archive.test/w") -> dict[str, Any]:
    """Read the files as a program does that reads JSON-LD: with their addresses in full."""
    given = library(*editions, site_url=site_url)
    return {f.address: in_full(json.loads(f.data)) for f in (*annotation_files(given), *annotation_collection(given))}


def in_full(page: Any) -> Any:
    """Resolve the addresses of a page by the base that its context names."""
    context = page["@context"]
    base = (context[1] if isinstance(context, list) else context if isinstance(context, dict) else {}).get("@base", "")

    def resolved(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: resolved(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [resolved(each, key) for each in value]
        return urljoin(base, value) if key in ("id", "source", "next") and not value.startswith("_:") else value

    return resolved(page)


def test_addresses_in_a_page_are_short_and_its_context_names_their_base() -> None:
    [file] = annotation_files(library(made(*NOTES)))
    page = json.loads(file.data)
    assert page["@context"] == ["http://www.w3.org/ns/anno.jsonld", {"@base": page["id"]}]
    assert "https://archive.test" not in json.dumps(page["items"])


def items() -> dict[str, Any]:
    """Those of one article, by id, with what several have alike in each."""
    found = files(made(*NOTES))["articles/x/annotations.jsonld"]["items"]
    return {item["id"].rsplit("#")[1]: item for item in told_apart(found)}


def told_apart(found: list[Any]) -> list[Any]:
    """Put what a name stands for in its place, as a program that reads JSON-LD does."""
    named: dict[str, Any] = {}

    def whole(value: Any) -> Any:
        if isinstance(value, str):
            return named[value]
        if "id" in value:
            named[value.pop("id")] = value
        return value

    for item in found:
        item["body"] = [whole(body) for body in item.get("body", [])]
        if "generator" in item:
            item["generator"] = whole(item["generator"])
    return found


def test_what_several_annotations_have_alike_stands_once() -> None:
    done = made()
    as_they_are = [json.loads(json.dumps(item)) for item in items_of(with_paragraph_ids(done), library(done))]
    file = files(done, site_url="")["articles/x/annotations.jsonld"]["items"]
    words = json.dumps(file, ensure_ascii=False)
    assert len([item for item in as_they_are if "generator" in item]) > 1
    assert words.count('"Warraq"') == 1
    assert words.count('#doubled-word"') == 1
    for item in as_they_are:
        item.setdefault("body", [])
    assert told_apart(file) == as_they_are


def test_every_mark_is_an_annotation_with_the_standards_motivation() -> None:
    done = made(*NOTES)
    found = items()
    assert list(found) == [mark.id for mark in done.marks]
    said = {mark.kind: found[mark.id]["motivation"] for mark in done.marks}
    assert said == {
        "repair": "editing",
        "doubt": "questioning",
        "mention": "identifying",
        "note": "commenting",
        "translation": "commenting",
        "fact-check": "assessing",
    }


def test_a_passage_is_said_by_its_words_and_by_its_position_in_its_paragraph() -> None:
    [mark] = [m for m in made(*NOTES).marks if m.kind == "note"]
    [target] = items()[mark.id]["target"]
    by_words, by_position = target["selector"]
    assert target["source"] == "https://archive.test/w/articles/x/"
    assert by_position["type"] == "CssSelector" and by_position["value"] == "#pnkdms"
    assert by_words["exact"] == "بوتين" and by_words["prefix"] == "قال "
    assert by_position["refinedBy"] == {"type": "TextPositionSelector", "start": 4, "end": 9}


def test_a_passage_over_two_paragraphs_has_a_target_in_each() -> None:
    [mark] = [m for m in made(*NOTES).marks if m.kind == "fact-check"]
    values = [t["selector"][1]["value"] for t in items()[mark.id]["target"]]
    assert values == [f"#{s.id}" for s in library(made(*NOTES)).editions[0].sections[:2]]


def test_what_was_taken_out_stands_on_the_word_beside_it_and_names_its_place_in_the_original() -> None:
    done = made()
    [mark] = [m for m in done.marks if m.rule == "bar"]
    item = items()[mark.id]
    assert item["target"][0]["selector"][0]["exact"] == "قال"
    [had] = [b for b in item["body"] if b.get("purpose") == "editing"]
    assert had["source"] == "https://archive.test/w/articles/x/original.txt"
    assert done.original is not None
    assert done.original.text[had["selector"]["start"] : had["selector"]["end"]] == "|"


def test_a_mention_names_its_concept_and_its_item_in_wikidata() -> None:
    sources = [b["source"] for b in items()["m-SCO-1"]["body"]]
    assert sources == ["https://archive.test/w/concepts/sco/", "http://www.wikidata.org/entity/Q485207"]


def test_a_note_names_its_author_and_its_language() -> None:
    by_kind = {m.kind: items()[m.id] for m in made(*NOTES).marks}
    assert by_kind["note"]["creator"] == {"type": "Person", "name": "سلمى"}
    assert by_kind["translation"]["body"][0]["language"] == "en"
    assert "https://x.test/2" in [b.get("source") for b in by_kind["fact-check"]["body"]]


def test_the_collection_leads_through_the_pages_of_all_articles() -> None:
    found = files(made(), handwritten("نص بلا علامة"))
    collection = found["data/annotations.jsonld"]
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == len(made().marks)
    page = found["articles/x/annotations.jsonld"]
    assert collection["first"] == page["id"] == "https://archive.test/w/articles/x/annotations.jsonld"
    assert page["partOf"] == "https://archive.test/w/data/annotations.jsonld"


def test_on_a_disk_every_address_is_relative() -> None:
    found = files(made(*NOTES), site_url="")["articles/x/annotations.jsonld"]
    assert found["items"][0]["id"].startswith("#") and found["items"][0]["target"][0]["source"] == "./"
    assert "https://archive" not in json.dumps(found)


def test_a_long_article_costs_no_more_than_its_length() -> None:
    """Each mark was compared with every paragraph, and every name with every address: four times the text cost sixteen times."""

    def cost(paragraphs: int) -> int:
        body = "\n\n".join("زار أستانا http://a.b/c وعاد منها إلى البلد" for _ in range(paragraphs))
        long = edition(article(body), None, None, VOCABULARY)
        items: list[object] = []
        work = calls(lambda: items.extend(items_of(long, library(long))))
        assert len(items) == paragraphs
        return work + calls(lambda: mention_marks(long.text, VOCABULARY, "ar"))

    assert cost(2000) < 5 * cost(500)


def test_each_page_of_the_collection_leads_to_the_next_and_the_last_to_none() -> None:
    given = [handwritten(f"نص {slug}") for slug in "abc"]
    editions = [replace(e, article=replace(e.article, slug=slug)) for e, slug in zip(given, "abc", strict=True)]
    found = files(*editions)
    urls = [f"https://archive.test/w/articles/{slug}/annotations.jsonld" for slug in "abc"]
    assert [found[f"articles/{slug}/annotations.jsonld"].get("next") for slug in "abc"] == [*urls[1:], None]
    collection = found["data/annotations.jsonld"]
    assert (collection["first"], collection["last"], collection["total"]) == (urls[0], urls[-1], 0)
    empty = files()["data/annotations.jsonld"]
    assert "first" not in empty and "last" not in empty


def test_a_note_was_created_on_a_day_only_where_the_day_is_known() -> None:
    dates = {"بوتين": PartialDate(2024, 1, 2), "أستانا": PartialDate(2024, 1), "روسيا": None}
    done = made(*(Annotation(quote, "س", date=date) for quote, date in dates.items()))
    found = {item["id"]: item for item in files(done)["articles/x/annotations.jsonld"]["items"]}
    created = [found[f"https://archive.test/w/articles/x/annotations.jsonld#{n.mark.id}"] for n in done.notes]
    assert sorted(str(item.get("created")) for item in created) == ["2024-01-02T00:00:00Z", "None", "None"]


def test_the_machine_is_named_for_its_own_marks_only() -> None:
    by_kind = {mark.kind: "generator" in items()[mark.id] for mark in made(*NOTES).marks}
    assert by_kind == {
        "repair": True,
        "doubt": True,
        "mention": True,
        "note": False,
        "translation": False,
        "fact-check": False,
    }


def described() -> dict[str, Any]:
    """Read the file of the rules: each by its address in full."""
    [file] = rules(library())
    return {rule["id"]: rule for rule in in_full(json.loads(file.data))["rules"]}


def test_a_doubt_has_its_rule_and_no_more() -> None:
    [doubt] = [m for m in made().marks if m.kind == "doubt"]
    [body] = items()[doubt.id]["body"]
    assert body == {"purpose": "classifying", "source": "https://archive.test/w/data/rules.jsonld#doubled-word"}


def test_every_rule_that_an_annotation_names_is_described_in_each_language() -> None:
    known = described()
    # The other marks of this article are of rules that were never there.
    named = [
        (mark, body["source"])
        for mark in made().marks
        for body in items()[mark.id]["body"]
        if body.get("purpose") == "classifying" and "source" in body
    ]
    assert {mark.rule for mark, _ in named} == {"doubled-word"}
    for mark, address in named:
        assert mark.reason
        rule = known[address]
        assert rule["notation"] == mark.rule
        assert rule["definition"] == {language: mark.reason.text(language) for language in ("ar", "en", "fa")}
        assert rule["seeAlso"] == f"../method/#{mark.rule}"
    assert set(REASONS) <= {rule["notation"] for rule in known.values()}


def test_a_rule_that_is_no_more_is_named_where_it_is_spoken_of() -> None:
    done = made()
    marks = tuple(
        replace(mark, rule="gone-rule", reason=reason("gone-rule")) if mark.kind == "doubt" else mark
        for mark in done.marks
    )
    [doubt] = [
        item for item in items_of(replace(done, marks=marks), library(done)) if item["motivation"] == "questioning"
    ]
    assert doubt["body"] == [
        {"type": "TextualBody", "purpose": "describing", "value": "gone rule", "language": "ar"},
        {"type": "TextualBody", "purpose": "classifying", "value": "gone-rule"},
    ]
