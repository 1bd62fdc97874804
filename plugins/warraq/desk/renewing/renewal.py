"""
Repairing every original of an archive once more; nothing is written here.

A renewed article keeps what an archive does not take back: its address, its tags, the fields of an import's table and of the
file's name, its pictures.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.our_mistake import our_mistake
from warraq.archive.problem import Problem
from warraq.archive.reading_vocabulary import vocabulary_in
from warraq.archive.record import Origin, Record
from warraq.desk.accepted import problem_of
from warraq.desk.archive_files import ArchiveFiles, machine_text
from warraq.desk.draft import Draft, draft_of, with_article_hash, with_name, with_value
from warraq.desk.editors_source import with_editors_source
from warraq.desk.front_matter import NotEditableError, set_value, split_body, value_of
from warraq.desk.placing import moved, placed_in, with_placed
from warraq.desk.writing import data_of, sha256_of, text_of
from warraq.language import message
from warraq.repair import plan
from warraq.repair.changes import apply
from warraq.repair.readers import UnreadableError, read_original
from warraq.repair.readers.known_site import KNOWN, SHARED, is_corrected, knowing, told_site

from .proposal import propose
from .same_style import in_the_same_style

EXTERNAL = (Origin.TABLE, Origin.FILE_NAME)
OF_PASSAGES = ("annotations", "settled", "withheld", "corrections", "reviewed")
"""Keys that speak of the text: an article that has one is read by its editor before its text changes."""


class RenewalStatus(StrEnum):
    """What a renewal does with an article."""

    SAME = "same"
    RENEWED = "renewed"
    PROPOSED = "proposed"
    NO_RECORD = "no-record"
    """Its record is missing, and is made again; the article stays."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """One article and its record, as they are and as the rules would make them now."""

    path: str
    record_path: str
    status: RenewalStatus
    original: Original
    old: Record | None
    new: Record
    before: bytes
    after: bytes
    """Of a proposal: the proposed file."""
    unapplied: tuple[str, ...] = ()
    """New lines that are not in it, because an editor had changed the old ones."""


def renewals(
    project: Path, only: Collection[str] | None = None, along: Callable[[Sequence[Path]], Iterable[Path]] = iter
) -> Iterator[Renewal | Problem]:
    """
    Repair every original that has an article (of `only`, if given) again, in the order of the articles.

    An article that can't be renewed stays, and is a problem; the others go on. `along` goes along the articles' files, and may say how
    far it has come.
    """
    files = ArchiveFiles(project / "content")
    vocabulary = vocabulary_in(project / "content" / "vocabulary")
    for file in along(files.articles_of(only) if only else files.articles()):
        data = file.read_bytes()
        article = files.read_article(file, data)
        if article is None or article.withdrawn or not article.original or (only and article.original not in only):
            continue
        source = project / "content" / "originals" / article.original
        if not source.is_file():
            continue
        try:
            original = read_original(article.original, source.read_bytes())
        except UnreadableError:
            continue
        _, old = files.original_and_record(article.original)
        if old and old.original.moved:
            continue  # nobody asked for repairs of a text that moved in
        try:
            draft = renewed_draft(original, old, article, text_of(data)[0], vocabulary)
            renewal = _renewal(article.path, data, original, old, draft)
            yield problem_of(article.path, renewal.after) or renewal
        except NotEditableError as error:
            what = message("The file can't be changed safely: {reason}", reason=str(error))
            yield Problem(article.path, 0, 0, "", what, message("Mend it by hand, and repair it once more."))
        except Exception as error:  # noqa: BLE001 - the boundary round one file
            yield our_mistake(article.path, error)


def renewed_draft(original: Original, old: Record | None, article: Article, text: str, vocabulary: Vocabulary) -> Draft:
    """Repair and describe `original` once more; `text` is the article's file as it is."""
    with knowing(told_site(old, SHARED, KNOWN) if old else ""):
        draft = draft_of(plan(original, vocabulary))
    for key, described in (old.described if old else {}).items():
        if described.origin in EXTERNAL and described.value is not None:
            draft = with_value(draft, key, described.value, described.origin)
    if old and is_corrected(source := old.described.get("source")) and source.value:
        draft = with_editors_source(draft, str(source.value))
    draft = _with_tags(draft, text, old)
    if placed := list(placed_in(text)):
        before = old.changes if old else draft.record.changes
        new = draft.record.changes
        texts = apply(original.text, before), apply(original.text, new)
        draft = with_placed(draft, moved(placed, before, texts[0], new, texts[1]))
    return with_name(draft, original.name, article.slug, str(value_of(text, "id") or ""))


def _with_tags(draft: Draft, text: str, old: Record | None) -> Draft:
    """Keep the tags as they are: `retag` finds new ones, and reports them first."""
    tags = value_of(text, "tags")
    if old is None or tags is None or tags == value_of(draft.article, "tags"):
        return draft
    kept = [str(tag) for tag in tags] if isinstance(tags, list) else [str(tags)]
    described = {key: value for key, value in draft.record.described.items() if key != "tags"}
    if "tags" in old.described:
        described["tags"] = old.described["tags"]
    record = draft.record.model_copy(update={"described": described})
    return Draft(draft.slug, set_value(draft.article, "tags", kept), record)


def _renewal(path: str, data: bytes, original: Original, old: Record | None, draft: Draft) -> Renewal:
    """Decide what a renewal does with the article of the file `data`."""
    text, line_end = text_of(data)
    new = draft.record
    after = data
    unapplied: tuple[str, ...] = ()
    if old is None:
        status = RenewalStatus.NO_RECORD
    elif sha256_of(text) == old.article_sha256 and data == data_of(text, line_end):
        renewed = in_the_same_style(text, draft.article)
        after, new = data_of(renewed, line_end), with_article_hash(new, renewed)
        status = RenewalStatus.SAME if after == data and new == old else RenewalStatus.RENEWED
    elif (new.changes, new.doubts, new.described) == (old.changes, old.doubts, old.described):
        # The article stays as its editor left it; the record says which rules confirm it.
        status = RenewalStatus.SAME if new.rules == old.rules else RenewalStatus.RENEWED
    else:
        proposal = propose(text, old, machine_text(original, old), draft, machine_text(original, new))
        after, unapplied = data_of(proposal.text, line_end), proposal.unapplied
        status = RenewalStatus.RENEWED if _is_corrected_only(text, old) else RenewalStatus.PROPOSED
    record_path = f"content/records/{original.stem}.json"
    return Renewal(path, record_path, status, original, old, new, data, after, unapplied)


def _is_corrected_only(text: str, record: Record) -> bool:
    """Tell whether an editor set single keys, and neither edited the text nor wrote of it: its body is the machine's to renew."""
    is_machines = sha256_of(split_body(text)[1]) == record.body_sha256
    return is_machines and not any(value_of(text, key) for key in OF_PASSAGES)
