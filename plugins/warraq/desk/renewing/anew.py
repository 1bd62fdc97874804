"""The article that the rules would make now, with what an archive does not take back: address, tags, what a table gave, pictures."""

from __future__ import annotations

import re

from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.record import Origin, Record
from warraq.desk.front_matter import set_value, value_of
from warraq.desk.importing.given import Draft, named, with_end, with_value
from warraq.repair import plan

PICTURES = re.compile(r"(?:\n!\[[^\n]*\]\(<\{static\}images/[^\n]*>\)\n)+\Z")
"""The pictures that an import put below a text."""
FROM_OUTSIDE = (Origin.TABLE, Origin.FILE_NAME)


def anew(original: Original, old: Record | None, article: Article, text: str, vocabulary: Vocabulary) -> Draft:
    """Repair and describe `original` once more; `text` is the article's file as it is."""
    planned = plan(original, vocabulary)
    draft = Draft(planned.slug, planned.article.decode(), planned.record)
    for key, described in (old.described if old else {}).items():
        if described.origin in FROM_OUTSIDE and described.value is not None:
            draft = with_value(draft, key, described.value, described.origin)
    draft = _with_tags(draft, text, old)
    pictures = PICTURES.search(text)
    if pictures:
        draft = with_end(draft, pictures[0])
    return named(draft, original.name, article.slug)


def _with_tags(draft: Draft, text: str, old: Record | None) -> Draft:
    """Keep the tags as they are: `retag` finds new ones, and says so first."""
    tags = value_of(text, "tags")
    if old is None or tags is None or tags == value_of(draft.article, "tags"):
        return draft
    kept = [str(tag) for tag in tags] if isinstance(tags, list) else [str(tags)]
    described = {key: value for key, value in draft.record.described.items() if key != "tags"}
    if "tags" in old.described:
        described["tags"] = old.described["tags"]
    record = draft.record.model_copy(update={"described": described})
    return Draft(draft.slug, set_value(draft.article, "tags", kept), record)
