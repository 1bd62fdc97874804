"""Inspecting a text of another program's site: it becomes a draft, and what it holds of links and pictures is noted."""

from __future__ import annotations

from dataclasses import replace

from warraq.archive.concept import Vocabulary
from warraq.archive.problem import with_remedy
from warraq.archive.record import Origin
from warraq.desk.draft import with_value
from warraq.desk.importing.archiving import picture_file
from warraq.desk.importing.compared import as_compared, stated
from warraq.desk.importing.inspection import Inspection, StoredMessage
from warraq.desk.importing.inspection_task import InspectionTask
from warraq.desk.importing.names import safe_name
from warraq.desk.importing.prepared_pictures import site_in
from warraq.desk.importing.sources import RejectedFileError
from warraq.desk.trial import trial
from warraq.language import message
from warraq.repair.readers import UnreadableError, read_original
from warraq.repair.unfit import unfit

from .html_to_markdown import html_to_markdown
from .leads import HeldLinks, link_key
from .markdown_leads import with_held_leads
from .moved_draft import former_addresses, moved_draft, with_leads
from .moved_text import Form, MovedText
from .moving_source import MovingSource


def inspect_moved(task: InspectionTask, source: MovingSource, vocabulary: Vocabulary) -> Inspection:
    """Inspect one text; a RejectedFileError says why it can't be imported."""
    text = source.text(task.file.name)
    site = site_in(task.content)
    held = HeldLinks(text, source.site, site.language, keep=site.keeps_pictures, put=task.store.put_picture)
    try:
        original = read_original(safe_name(text.name.rpartition("/")[2]), text.data)
        if why_unfit := unfit(original):
            raise why_unfit
        body = html_to_markdown(text.body, held) if text.form is Form.HTML else with_held_leads(text.body, held)
    except UnreadableError as error:
        raise RejectedFileError(with_remedy(error)) from None
    except RecursionError:
        raise RejectedFileError(message("Its elements stand too deep within one another.")) from None
    draft = moved_draft(text, body, original, source.kind, site.language)
    row = task.table.row(text.name, text.url)
    for key, given in row.items():
        if key != "file":
            draft = with_value(draft, key, given, Origin.TABLE)
    pictures = [picture_file(original.stem, n, ending) for n, (_, ending, _) in enumerate(held.pictures, 1)]
    links = tuple(held.links)
    tried = with_leads(draft, original.stem, links)
    if refused := trial(text.name, tried, original, vocabulary, dict(zip(pictures, pictures, strict=True))):
        what = refused.what.values.get("what", refused.what)
        why = message("As it is written it can't be an article: {what}", what=what)
        return Inspection(task.file.name, task.file.stamp, StoredMessage.of(why))
    task.store.put_draft(task.file.name, draft)
    return replace(
        as_compared(task.file.name, original, draft.record),
        stamp=task.file.stamp,
        title=stated(draft.record, "title"),
        slug=draft.slug,
        source=stated(draft.record, "source"),
        source_by=Origin.METADATA.value if "source" in draft.record.described else "",
        in_table=bool(row),
        pictures=tuple(held.pictures),
        pictures_missing=tuple(held.missing),
        pictures_rejected=tuple(held.rejected),
        moved=True,
        names=_names(text),
        hidden=text.is_draft or bool(text.waits),
        addresses=former_addresses(text),
        links=links,
        left_as_text=text.left_as_text,
    )


def _names(text: MovedText) -> tuple[str, ...]:
    """Give all names by which other texts of the site link to this one."""
    return tuple(dict.fromkeys(filter(None, (*map(link_key, former_addresses(text)), link_key(text.url), *text.names))))
