"""
Inspecting one file: it is read, repaired and described, and the draft of its article is kept.

Files are inspected in processes of their own, one at a time. Long results go to the disk, so that the memory of an import does
not grow with the number of files.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup

from warraq.archive.concept import Vocabulary
from warraq.archive.original import TEXT_ENDINGS, WRAPPING_ENDINGS, Original, OriginalKind
from warraq.archive.our_mistake import our_mistake
from warraq.archive.problem import with_remedy
from warraq.archive.reading_vocabulary import vocabulary_in
from warraq.archive.record import Record
from warraq.desk.draft import draft_of
from warraq.desk.front_matter import split_body, value_of
from warraq.desk.trial import trial
from warraq.language import Message, message
from warraq.repair import plan
from warraq.repair.readers import UnreadableError, read_original
from warraq.repair.readers.known_site import CORRECTED, KNOWN, SHARED, is_corrected, knowing, told_site
from warraq.repair.readers.many_messages import many_messages
from warraq.repair.unfit import unfit

from .archiving import picture_file, with_pictures
from .compared import as_compared, stated
from .corrected_sources import with_corrected_source
from .external_metadata import with_external_metadata
from .files_beside import PICTURES
from .inspection import Inspection, StoredMessage
from .inspection_task import InspectionTask
from .moving.moving_source import MovingSource
from .names import ending_of, safe_name
from .prepared_pictures import is_large_picture, prepare_pictures, site_in
from .sources import RejectedFileError

NOT_TEXT = ("title", "h1", "script", "style", "template", "noscript")
"""Elements that hold a page's title, or no words for readers."""


def inspect_file(task: InspectionTask) -> Inspection:
    """Inspect a file; the result says why the file is rejected, if it is."""
    try:
        with knowing(task.site):
            return _inspected(task)
    except RejectedFileError as error:
        return rejection(task, StoredMessage.of(error.why))
    except Exception as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # of the disk that drafts are kept on: a file's own are RejectedFileErrors by now
        return rejection(task, StoredMessage.of_problem(our_mistake(task.file.name, error)))


def rejection(task: InspectionTask, why: StoredMessage) -> Inspection:
    """Give the inspection of a file that can't be imported."""
    return Inspection(task.file.name, task.file.stamp, why)


def _inspected(task: InspectionTask) -> Inspection:
    """Inspect a file; a RejectedFileError says why it can't be imported."""
    name, stamp = task.file.name, task.file.stamp
    if task.file.rejection:
        raise RejectedFileError(task.file.rejection)
    if isinstance(task.source, MovingSource):
        from .moving.moved_inspection import inspect_moved

        return inspect_moved(task, task.source, _vocabulary(task.content))
    original = _read(task)
    vocabulary = _vocabulary(task.content)
    planned = plan(original, vocabulary, ())
    draft = draft_of(planned)
    if why := _empty(original, draft.article):
        raise RejectedFileError(why)
    draft = with_corrected_source(draft, task.corrected)
    row = task.table.row(name, stated(draft.record, "url"))
    draft = with_external_metadata(draft, name, row)
    pictures, missing, rejected = prepare_pictures(task, original, draft.record)
    used = {picture for picture, *_ in (*(each for each, _ in pictures), *rejected)}
    left = [p for p in task.companions if p not in used and is_large_picture(p, task.source)]
    described = draft.record.described
    made = replace(
        as_compared(name, original, draft.record),
        stamp=stamp,
        title=stated(draft.record, "title"),
        slug=draft.slug,
        shared_title="" if is_corrected(described.get("source")) else told_site(draft.record, SHARED),
        source=stated(draft.record, "source"),
        source_by=_source_by(draft.record),
        in_table=bool(row),
        other_values=tuple(
            (key, " | ".join(described[key].candidates))
            for key in ("title", "date", "author")
            if key in described and described[key].candidates
        ),
        doubts=len(draft.record.doubts),
        pictures=tuple(picture for picture, _ in pictures),
        picture_places=tuple(place for _, place in pictures),
        pictures_missing=tuple(missing),
        pictures_left=len(left),
        pictures_rejected=tuple(rejected),
    )
    files = [picture_file(original.stem, number, ending) for number, (_, ending, _) in enumerate(made.pictures, 1)]
    written = with_pictures(draft, original.stem, made, site_in(task.content).language)
    if refused := trial(name, written, original, vocabulary, dict(zip(files, files, strict=True))):
        return rejection(task, StoredMessage.of_problem(refused))
    task.store.put_draft(name, draft)
    return made


def _read(task: InspectionTask) -> Original:
    """Read the original in a file; a RejectedFileError where it is not a text."""
    name = task.file.name
    ending = ending_of(name)
    if ending not in TEXT_ENDINGS | WRAPPING_ENDINGS:
        raise RejectedFileError(_of_messenger(task) if ending == "json" else _not_a_text(ending))
    data = task.source.read(name)
    try:
        original = read_original(safe_name(name.rpartition("/")[2]), data)
        if why := unfit(original):
            raise why
    except UnreadableError as error:
        if ending in WRAPPING_ENDINGS and not error.wrapping:
            raise RejectedFileError(_not_a_text(ending)) from None
        raise RejectedFileError(with_remedy(error)) from None
    if ending in WRAPPING_ENDINGS and original.part is None:
        raise RejectedFileError(_not_a_text(ending))
    return original


def _of_messenger(task: InspectionTask) -> Message:
    """Say why a JSON file is no article: it is what a messenger exported, or another program's."""
    with suppress(UnreadableError):
        if why := many_messages(read_original("export.json", task.source.read(task.file.name))):
            return with_remedy(why)
    return _not_a_text("json")


def _empty(original: Original, article: str) -> Message | None:
    """Say why an original gives no article, if it gives none."""
    body = split_body(article)[1]
    if not body.strip():
        return message("No text is left once the page around it is gone.")
    if original.kind is not OriginalKind.TEXT and is_only_a_title(original.text, article):
        return message("The page has no text beyond its title.")
    return None


def is_only_a_title(page: str, article: str) -> bool:
    """
    Give True if the article repeats its title and the page has no words outside its title and its heading.

    A server answers like that for an address that is gone (`<title>404 Not Found</title>` and an empty body), and browsers
    save it like any other page. Repair has no other words to make an article of than the title's.
    """
    if split_body(article)[1].split() != str(value_of(article, "title") or "").split():
        return False
    soup = BeautifulSoup(page, "html.parser")
    for element in soup.find_all(NOT_TEXT):
        element.extract()
    return not soup.get_text().strip()


def _source_by(record: Record) -> str:
    if is_corrected(record.described.get("source")):
        return CORRECTED
    for way in (SHARED, KNOWN):
        if told_site(record, way):
            return way
    source = record.described.get("source")
    return source.origin.value if source and source.value else ""


def _not_a_text(ending: str) -> Message:
    if ending in ("md", "markdown"):
        return message("It is Markdown: put it into content/articles/ yourself.")
    if ending == "maff":
        return message("It is a web archive of one file: save the page as “Web page, complete” and import that.")
    if ending in WRAPPING_ENDINGS - {"zip"}:
        return message("It is no page in the wrapping that its ending names (.{ending}).", ending=ending)
    if ending == "zip":
        return message("It is a ZIP file within a folder, or one that is damaged: unpack it, and import its folder.")
    if ending in ("doc", "docx", "odt", "rtf", "pdf", "epub"):
        return message("It is a {kind} document: save it as plain text (UTF-8) and import that.", kind=ending.upper())
    picture = message("It is a picture, and no article that came in shows it.")
    return picture if f".{ending}" in PICTURES else message("It is not a text or a page (.{ending}).", ending=ending)


@cache
def _vocabulary(content: Path) -> Vocabulary:
    return vocabulary_in(content / "vocabulary")
