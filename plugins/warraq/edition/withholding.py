"""
An article without the words that are withheld at the request of a person (`withheld:`).

What an edition is made of is reduced first: the front matter, the original, the record and the vocabulary. The edition that is
made of it is coherent by itself: T′ is the text that all its positions refer to, and its changes lead from O′ to T′. Nothing of the
words is in it, so that no page needs to know. The files of the archive stay as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from pathlib import PurePosixPath

from pydantic import BaseModel

from warraq.archive.article import Annotation, Article, Source, Withheld
from warraq.archive.change import Doubt
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.record import Described, Evidence, Record
from warraq.repair.changes import apply

from .edition import Edition
from .hiding import Hidden, counterparts, hide_in_both
from .withheld_words import WithheldWords
from .word_diff import word_diff

NOT_SHOWN = frozenset({"path", "places", "withheld", "problems"})
"""Fields of an edition and its article that no page shows: a file's name, places of keys, messages for editors."""


def words_of(article: Article) -> WithheldWords:
    """Give the words that an article withholds."""
    return WithheldWords((each.quote for each in article.withheld), article.lang)


def words_of_all(articles: Iterable[Article], lang: str) -> WithheldWords:
    """Give the words that any of these articles withholds."""
    return WithheldWords(dict.fromkeys(each.quote for a in articles for each in a.withheld if each.quote), lang)


def article_without(article: Article, words: WithheldWords, vocabulary: Vocabulary) -> Article:
    """
    Take the words out of the front matter.

    The body stays: it is concealed once it is rendered. Its address stays too; `check` refuses one that holds the words.
    """
    hide = words.hide
    named = named_concepts(vocabulary, words)
    reviewed, withdrawn = article.reviewed, article.withdrawn
    return replace(
        article,
        title=hide(article.title),
        source=_source_without(article.source, words),
        tags=tuple(tag for tag in article.tags if tag not in named and not words.are_in(tag)),
        summary=hide(article.summary) if article.summary else None,
        original=hide(article.original) if article.original else None,
        annotations=tuple(_note_without(note, words) for note in article.annotations),
        settled=tuple(replace(each, quote=hide(each.quote)) for each in article.settled),
        corrections=tuple(replace(each, note=hide(each.note)) for each in article.corrections),
        authors=tuple(dict.fromkeys(map(hide, article.authors))),
        reviewed=replace(reviewed, by=hide(reviewed.by)) if reviewed else None,
        withdrawn=replace(withdrawn, reason=hide(withdrawn.reason)) if withdrawn else None,
        former_addresses=tuple(each for each in article.former_addresses if not words.are_in(each)),
        withheld=tuple(Withheld("", hide(each.reason) if each.reason else None) for each in article.withheld),
    )


def _source_without(source: Source | None, words: WithheldWords) -> Source | None:
    if source is None:
        return None
    return replace(
        source,
        name=words.hide(source.name),
        url=_address(source.url, words),
        via=tuple(map(words.hide, source.via)),
        archived_url=_address(source.archived_url, words),
    )


def _note_without(note: Annotation, words: WithheldWords) -> Annotation:
    hide = words.hide
    return replace(
        note,
        quote=hide(note.quote),
        note=words.hide(note.note, keeping_markup=True),
        prefix=hide(note.prefix),
        suffix=hide(note.suffix),
        author=hide(note.author) if note.author else None,
        links=tuple(link for link in note.links if not words.are_in(link)),
    )


def _address(address: str | None, words: WithheldWords) -> str | None:
    return None if address and words.are_in(address) else address


def named_concepts(vocabulary: Vocabulary, words: WithheldWords) -> frozenset[str]:
    """Give the ids of the concepts that the words name."""
    return frozenset(
        id_ for id_, concept in vocabulary.concepts.items() if any(map(words.are_in, (id_, *concept.labels)))
    )


def vocabulary_without(vocabulary: Vocabulary, words: WithheldWords) -> Vocabulary:
    """Leave out the concepts that the words name; in the definitions of the others they are hidden."""
    kept = {}
    named = named_concepts(vocabulary, words)
    for id_, concept in vocabulary.concepts.items():
        if id_ in named:
            continue
        definition = concept.definition
        if definition and any(map(words.are_in, definition.text.values())):
            texts = {language: words.hide(text) for language, text in definition.text.items()}
            kept[id_] = replace(concept, definition=replace(definition, text=texts))
        else:
            kept[id_] = concept
    return Vocabulary(kept)


def original_without(
    original: Original, record: Record, text: str, words: WithheldWords, article: Article
) -> tuple[Original, Record]:
    """
    Take the words out of an original and its record; `text` is T, where an editor may have corrected a word that is withheld.

    Neither the hash nor the size of the file is kept: by the hash, whoever guesses a name could prove it.
    """
    machine_text = apply(original.text, record.changes)
    edits = word_diff(machine_text, text)
    there = [*words.spans(machine_text), *counterparts(words.spans(text), edits, words.spans(machine_text))]
    hidden = hide_in_both(original.text, record.changes, words.spans(original.text), there, words.in_place_of)
    name = words.hide(original.name)
    without = Original(
        name, hidden.text.encode("utf-8", "replace"), hidden.text, "utf-8", bom=False, kind=original.kind
    )
    return without, _record_without(record, name, hidden, words, article)


def _record_without(record: Record, name: str, hidden: Hidden, words: WithheldWords, article: Article) -> Record:
    body = f"{article.body}\n" if article.body else ""
    written = sha256(body.encode("utf-8", "replace")).hexdigest() == record.body_sha256
    doubts = ((doubt, hidden.place(doubt.start, doubt.end)) for doubt in record.doubts)
    return record.model_copy(
        update={
            "original": record.original.model_copy(
                update={
                    "name": name,
                    "sha256": "",
                    "bytes": 0,
                    "encoding": "utf-8",
                    "bom": False,
                    "kept_bytes": (),
                    "part": None,
                    "moved": None,
                }
            ),
            "changes": hidden.changes,
            "doubts": tuple(Doubt(doubt.rule, *place) for doubt, place in doubts if place),
            "described": {
                key: _described_without(each, hidden, words)
                for key, each in record.described.items()
                if key != "tags"  # ids of concepts may spell the name in Latin letters
            },
            "text_sha256": "",
            "body_sha256": record.body_sha256 if written else "",
            "article_sha256": "",
        }
    )


def _described_without(described: Described, hidden: Hidden, words: WithheldWords) -> Described:
    value = described.value
    return described.model_copy(
        update={
            "value": words.hide(value) if isinstance(value, str) else tuple(map(words.hide, value)) if value else value,
            "evidence": tuple(_evidence_without(each, hidden) for each in described.evidence),
        }
    )


def _evidence_without(evidence: Evidence, hidden: Hidden) -> Evidence:
    start, end = hidden.around(evidence.start, evidence.end)
    return evidence.model_copy(update={"start": start, "end": end, "quote": hidden.text[start:end]})


def leaking_fields(made: object, words: WithheldWords) -> list[str]:
    """Give the fields of an edition in which the words still stand."""
    return list(dict.fromkeys(name for name, text in _texts(made, "") if words.are_in(text)))


def _texts(value: object, name: str) -> Iterator[tuple[str, str]]:
    """Yield all texts of a value, each with the field that it stands in."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, bytes):
        yield name, value.decode("utf-8", "replace")
    elif isinstance(value, BaseModel):
        yield name, json.dumps(value.model_dump(mode="json"), ensure_ascii=False)
    elif is_dataclass(value):
        for field in fields(value):
            if isinstance(value, Edition) and field.name == "text":
                # Words at the end of the title and at the begin of the text are no name.
                yield from ((field.name, part) for part in value.text.split("\n", 1))
            elif field.name not in NOT_SHOWN:
                yield from _texts(getattr(value, field.name), field.name)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts(key, name)
            yield from _texts(each, name)
    elif isinstance(value, tuple | list | frozenset | set):
        for each in value:
            yield from _texts(each, name)


def file_name(path: str) -> str:
    """Give the name of an article's file, which names its pictures' folder too."""
    return PurePosixPath(path).stem
