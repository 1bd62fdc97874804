"""Files of every format that was ever written go on being read."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from warraq.archive import article, formats, schema
from warraq.archive.article import Article
from warraq.archive.formats import Formats, Keys, format_of
from warraq.archive.model import Model
from warraq.archive.problem import WrongValueError
from warraq.archive.reading import read_record
from warraq.archive.reading_article import read_article
from warraq.archive.record import Record

EXAMPLES = Path(__file__).parents[1] / "corpus/formats"
RECORD_PATH = "content/records/2019/خبر.json"
PUT_BACK = f"Put it back as it was: git checkout -- {RECORD_PATH}"


NEWEST_EXAMPLE = f"tests/corpus/formats/article-{formats.FRONT_MATTER.newest}.md"
"""Every new key gets a value there. Adding keys is allowed; what stands there is never changed."""


def example_record(number: int) -> bytes:
    return (EXAMPLES / f"record-{number}.json").read_bytes()


def example_article(number: int) -> bytes:
    return (EXAMPLES / f"article-{number}.md").read_bytes()


def article_of(data: bytes) -> Article:
    """Read an article without its places, which differ between formats."""
    read = read_article("content/articles/a.md", data)
    assert read.problems == ()
    assert read.article is not None
    return replace(read.article, places=(), body_line=0)


def test_there_is_an_example_of_every_format() -> None:
    expected = {f"record-{n}.json" for n in range(1, formats.RECORD.newest + 1)}
    expected |= {f"article-{n}.md" for n in range(1, formats.FRONT_MATTER.newest + 1)}
    assert {p.name for p in EXAMPLES.iterdir()} == expected


@pytest.mark.parametrize("number", range(1, formats.RECORD.newest + 1))
def test_a_record_of_any_format_is_read_as_the_same_record(number: int) -> None:
    newest = example_record(formats.RECORD.newest)
    record = read_record(RECORD_PATH, example_record(number))
    assert isinstance(record, Record)
    assert record.to_bytes() == newest


@pytest.mark.parametrize("number", range(1, formats.FRONT_MATTER.newest + 1))
def test_front_matter_of_any_format_is_read_as_the_same_article(number: int) -> None:
    assert article_of(example_article(number)) == article_of(example_article(formats.FRONT_MATTER.newest))


def test_the_newest_examples_use_every_key() -> None:
    record = json.loads(example_record(formats.RECORD.newest))
    assert set(record) | {"format"} == set(Record.model_fields)
    assert {key for change in record["changes"] for key in change} == {
        "rule",
        "start",
        "end",
        "before",
        "after",
        "also",
        "layout",
    }
    text = example_article(formats.FRONT_MATTER.newest).decode()
    models: list[type[Model]] = [schema.ArticleKeys, schema.SourceKeys, schema.AnnotationKeys, schema.SettledKeys]
    models += [schema.CorrectionKeys, schema.ReviewedKeys, schema.WithdrawnKeys]
    for model in models:
        unused = [key for key in model.model_fields if f"{key}: " not in text and f"{key}:\n" not in text]
        assert not unused, f"{model.__name__}: {NEWEST_EXAMPLE} (add to it) uses no {', '.join(unused)}"


# Three made-up formats, so that the way up is tested before the first real one is needed.


def original_becomes_file(keys: Keys) -> Keys:
    return {("original" if key == "file" else key): value for key, value in keys.items()}


def hashes_part(keys: Keys) -> Keys:
    assert "original" in keys, "the migrations run in their order"
    text, body, article_hash = keys.pop("hashes").split()
    return keys | {"text_sha256": text, "body_sha256": body, "article_sha256": article_hash}


THREE = Formats((original_becomes_file, hashes_part))


def in_format(number: int | None) -> dict[str, Any]:
    """Give the example record as the made-up format has it."""
    keys = json.loads(example_record(1))
    if number in (None, 1, 2):
        keys["hashes"] = f"{keys.pop('text_sha256')} {keys.pop('body_sha256')} {keys.pop('article_sha256')}"
    if number in (None, 1):
        keys["file"] = keys.pop("original")
    return keys if number is None else {"format": number, **keys}


@pytest.mark.parametrize("number", [None, 1, 2, 3])
def test_older_formats_are_brought_up_one_by_one(number: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "RECORD", THREE)
    record = Record.from_bytes(json.dumps(in_format(number)).encode())
    assert record == Record(**{**dict(Record.model_validate_json(example_record(1))), "format": 3})
    assert record.to_bytes().startswith(b'{\n "format": 3,\n')
    assert Record.from_bytes(record.to_bytes()) == record


def test_a_file_of_the_first_format_names_none() -> None:
    assert Formats().named == {}
    assert THREE.named == {"format": 3}
    assert format_of({}) == format_of({"format": None}) == 1


def test_upgrading_leaves_the_given_keys_alone() -> None:
    given = {"format": "1", "file": 1, "hashes": "a b c"}
    assert THREE.upgrade(given) == {"original": 1, "text_sha256": "a", "body_sha256": "b", "article_sha256": "c"}
    assert given == {"format": "1", "file": 1, "hashes": "a b c"}


@pytest.mark.parametrize("value", [0, -1, "0", "x", "1.5", 1.5, True, [1], "9" * 5000])
def test_what_is_not_the_number_of_a_format_is_refused(value: object) -> None:
    with pytest.raises(WrongValueError, match="is not the number of a format"):
        format_of({"format": value})


def test_a_record_of_a_newer_format_says_so_and_nothing_else() -> None:
    data = json.dumps({"format": 2, "unheard-of": [], **json.loads(example_record(1))}).encode()
    [problem] = read_record(RECORD_PATH, data)
    assert str(problem) == (
        f"{RECORD_PATH}: format: The file has format 2; this version of Warraq reads formats up to 1. "
        "Use a newer version of Warraq."
    )


def test_a_record_that_would_pass_but_names_a_newer_format_is_refused_too() -> None:
    data = json.dumps({"format": 2, **json.loads(example_record(1))}).encode()
    with pytest.raises(WrongValueError, match="format 2"):
        Record.from_bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "Invalid JSON: EOF while parsing an object at line 1 column 1"),
        (b"[]", "Input should be a valid dictionary or instance of Record"),
    ],
)
def test_a_record_that_is_cut_off_is_told_as_that(data: bytes, reason: str) -> None:
    with pytest.raises(ValidationError):
        Record.from_bytes(data)
    [problem] = read_record(RECORD_PATH, data)
    assert str(problem) == f"{RECORD_PATH}: The record was changed or cut: {reason}. {PUT_BACK}"


def test_every_wrong_key_of_a_record_is_told_with_its_place() -> None:
    keys = json.loads(example_record(1))
    keys["changes"][1]["stat"] = keys["changes"][1].pop("start")
    keys["doubts"][0]["end"] = "x"
    problems = read_record(RECORD_PATH, json.dumps(keys).encode())
    assert isinstance(problems, tuple)
    assert [p.field for p in problems] == ["changes[1].start", "changes[1].stat", "doubts[0].end"]


def test_front_matter_is_brought_up_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def headline_becomes_title(keys: Keys) -> Keys:
        return {("title" if key == "headline" else key): value for key, value in keys.items()}

    monkeypatch.setattr(formats, "FRONT_MATTER", Formats((headline_becomes_title,)))
    old = example_article(1).replace(b"title:", b"headline:", 1)
    new = example_article(1).replace(b"---\n", b"---\nformat: 2\n", 1)
    assert article_of(old) == article_of(new)
    assert article_of(old).title == "عنوان الخبر"


NEWER = "The file has format 2; this version of Warraq reads formats up to 1. Use a newer version of Warraq."
NO_NUMBER = (
    "“first” is not the number of a format. Write 1, or take the key out: a file that names no format has the first."
)


@pytest.mark.parametrize(("written", "said"), [("2", NEWER), ("first", NO_NUMBER)])
def test_front_matter_of_an_unknown_format_says_so_and_nothing_else(written: str, said: str) -> None:
    text = f"---\ntitle: a\nformat: {written}\nunheard-of: 1\n---\nنص\n"
    read = read_article("content/articles/a.md", text.encode())
    assert read.article is None
    assert [str(p) for p in read.problems] == [f"content/articles/a.md:3:1: format: {said}"]


@pytest.mark.parametrize("written", ["1", "١"])
def test_front_matter_may_name_the_first_format(written: str) -> None:
    text = f"---\ntitle: a\ndate: 2024\nformat: {written}\n---\nنص\n"
    assert article_of(text.encode()).title == "a"


def test_editors_programs_know_the_key_once_it_has_to_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "format" not in json.loads(schema.json_schema_bytes())["properties"]
    monkeypatch.setattr(formats, "FRONT_MATTER", THREE)
    assert json.loads(schema.json_schema_bytes())["properties"]["format"] == {"const": 3}


# Every key of a model reaches the dataclass of what was read.

PAIRS = [
    (
        schema.ArticleKeys,
        article.Article,
        {"draft", "extra"},  # `extra` is kept in the file alone
        {"path", "body", "body_line", "explicit_slug", "places", "sources_of_shown"},
    ),
    (schema.SourceKeys, article.Source, set(), set()),
    (schema.AnnotationKeys, article.Annotation, set(), set()),
    (schema.SettledKeys, article.Settled, set(), set()),
    (schema.CorrectionKeys, article.Correction, set(), set()),
    (schema.ReviewedKeys, article.Reviewed, set(), set()),
    (schema.WithdrawnKeys, article.Withdrawn, set(), set()),
]


@pytest.mark.parametrize(("model", "dataclass", "keys_only", "dataclass_only"), PAIRS)
def test_the_model_and_the_dataclass_have_the_same_keys(
    model: type[Model], dataclass: type[Any], keys_only: set[str], dataclass_only: set[str]
) -> None:
    keys = set(model.model_fields) - keys_only
    known = {f.name for f in fields(dataclass)} - dataclass_only
    assert keys == known, f"{model.__name__} and {dataclass.__name__} (archive/article.py) have the same names"


def test_every_key_that_an_editor_writes_reaches_the_article() -> None:
    read = article_of(example_article(formats.FRONT_MATTER.newest))
    given = {key for key, field in schema.ArticleKeys.model_fields.items() if not field.exclude}
    defaults = {f.name: f.default for f in fields(Article)}
    fieldless = sorted(given - defaults.keys())
    assert not fieldless, f"add fields to Article (archive/article.py): {', '.join(fieldless)}"
    lost = [key for key in sorted(given) if getattr(read, key) == defaults[key]]
    assert not lost, f"one line each in archive/reading_article.py, and a value in {NEWEST_EXAMPLE}: {', '.join(lost)}"


@pytest.mark.parametrize("written", [b"true", b"1.0", b'"' + b"9" * 5000 + b'"'])
def test_a_record_whose_format_is_not_a_whole_number_is_refused(written: bytes) -> None:
    data = example_record(1).replace(b"{", b'{"format": ' + written + b",", 1)
    with pytest.raises(WrongValueError):
        Record.from_bytes(data)
