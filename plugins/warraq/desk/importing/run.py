"""One import from beginning to end."""

from __future__ import annotations

import errno
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from warraq.archive.our_mistake import our_mistake
from warraq.archive.problem import with_remedy
from warraq.archive.system_reason import system_reason
from warraq.desk.archive_lock import archive_lock
from warraq.desk.progress import still_at, with_progress
from warraq.desk.site import language_in, site_of
from warraq.language import Message, message
from warraq.repair import RULES_VERSION

from .archive_index import archive_index
from .archiving import SourceChangedError, taken_meanwhile, write_to_archive
from .companions import companions, page_of
from .corpus_source import CorpusSource
from .corrected_sources import Corrected, corrected_sources
from .draft_store import LostDraftError
from .files_beside import PICTURES
from .held_files import held_files
from .import_decisions import ImportDecision, ImportStatus, decide, set_aside
from .inspection import Inspection, StoredMessage, sharing
from .inspection_task import InspectionTask
from .journal import Journal
from .known_sites import known_sites
from .moving.articles_by_name import addresses_of_copies, articles_by_name, with_links
from .moving.moving_source import MovingSource
from .other_titles import with_kept_titles
from .outcome import Outcome, outcomes
from .pool import inspect_all
from .report import demand_places, write_report
from .rows_left import RowsLeft, rows_left
from .shared_titles import site_names
from .sources import FileSource, RejectedFileError, SourceFile, source_of
from .table import MetadataTable, WrongTableError

OF_NAMES = frozenset({errno.ENAMETOOLONG, errno.EILSEQ, errno.EINVAL})
"""Errors of a file system that can't hold a name."""


@dataclass(frozen=True, slots=True)
class Import:
    """The parts of one import that stay the same while it runs."""

    content: Path
    source: FileSource
    table: MetadataTable
    journal: Journal
    language: str
    processes: int | None


def run(  # noqa: PLR0913 - a keyword
    project: Path,
    path: Path,
    table_file: Path | None,
    table: MetadataTable,
    processes: int | None = None,
    *,
    where: str = "",
) -> tuple[Sequence[Outcome], RowsLeft]:
    """
    Import `path` into the archive of `project`, or go on with an import of it that was interrupted.

    `where`: which rows of a corpus. Gives the outcome of every file, and what is to be known of the table's rows. A WrongTableError where a
    row may be of several files.
    """
    content = project / "content"
    demand_places(project)
    source = source_of(path, where)
    if isinstance(source, CorpusSource):
        table = source.table()
    journal = Journal.of(project, path / where if where else path)
    job = Import(content, source, table, journal, language_in(content), processes)
    files = sorted(job.source.files(), key=lambda f: f.name)
    companion_folders = {} if isinstance(source, MovingSource) else companions([f.name for f in files])
    pictures: dict[str, list[str]] = defaultdict(list)
    pages: list[SourceFile] = []
    for file in files:
        if page := page_of(file.name, companion_folders):
            pictures[page].append(file.name)
        elif not _is_table(job.source, file, table_file):
            pages.append(file)
    pages += job.source.rejected()
    table, problems = table.for_files(f.name for f in pages)
    if problems:
        raise WrongTableError(problems)
    job = replace(job, table=table)
    corrected = {} if job.journal.decided() else corrected_sources(content)
    sites = None if job.journal.decided() else _sites(job, pages, corrected)
    known = job.journal.begin(_circumstances(content, table_file, (sites or {}, corrected)), pages)
    if job.journal.decided() is None:
        if sites is None:  # what an interrupted import had decided could not be read
            corrected = corrected_sources(content)
            sites = _sites(job, pages, corrected)
        known |= {
            inspection.name: inspection
            for inspection in held_files(job.source, content, (f for f in pages if f.name not in known))
        }
        _inspect_the_rest(job, pages, pictures, known, (sites, corrected))
    sources = known_sites(content).by_host if any(each.shared_title for each in known.values()) else {}
    with archive_lock(content, "import"):
        # Names and addresses are free as long as nobody else writes.
        decisions = job.journal.decided()
        if decisions is None or taken_meanwhile(decisions, known, content):
            shown = _shown(known.values())
            names = [f.name for f in pages if f.name not in shown] if decisions is None else [d.name for d in decisions]
            decisions = decide((known[name] for name in names), archive_index(content), date.today())  # noqa: DTZ011 - the editor's own day
            job.journal.decide(decisions)
        written = _write(job, decisions, known)
    result = with_kept_titles(outcomes(written, known, sources), content)
    rows = rows_left(table, result, content, tuple(table.rows_without_file(_addresses(job, result))))
    kept = write_report(project, path, result, rows.unmatched, job.language, rows)
    job.journal.end()
    return result, replace(rows, file=kept)


def _sites(job: Import, pages: Iterable[SourceFile], corrected: Corrected) -> Mapping[str, str]:
    if isinstance(job.source, MovingSource):
        return {}  # it states its own
    return site_names(job.source, (f.name for f in pages if not f.rejection), job.content, corrected)


def _shown(known: Iterable[Inspection]) -> set[str]:
    """Give the pictures of articles that lie among the files: they are parts of their pages."""
    names = [name for each in known for name, _, _ in each.pictures]
    names += (name for each in known for name, _ in each.pictures_rejected)
    return {name for name in names if name.lower().endswith(PICTURES)}


def _addresses(job: Import, result: Sequence[Outcome]) -> Iterator[str]:
    """Yield the addresses of all files; files that the archive held were not inspected, their articles state theirs."""
    yield from (o.inspection.url for o in result)
    if job.table.by_url and any(o.decision.status is ImportStatus.HELD for o in result):
        yield from archive_index(job.content).at_address


def _inspect_the_rest(
    job: Import,
    pages: Sequence[SourceFile],
    pictures: dict[str, list[str]],
    known: dict[str, Inspection],
    told: tuple[Mapping[str, str], Corrected],
) -> None:
    """
    Inspect the pages that are not `known`, write each inspection into the journal and add it to `known`.

    `told`: the names of pages' sites, and the sources that editors corrected.
    """
    sites, corrected = told
    tasks = [
        InspectionTask(
            job.source,
            job.content,
            job.journal.store,
            file,
            job.table.alone(file.name),
            tuple(pictures[file.name]),
            sites.get(file.name, ""),
            corrected,
        )
        for file in pages
        if file.name not in known
    ]
    with job.journal.open() as lines:
        inspections = inspect_all(tasks, job.processes, lambda names: still_at(names, job.language))
        done = len(pages) - len(tasks)
        for inspection in with_progress(inspections, message("Looking at files"), len(pages), done, job.language):
            lines.write(inspection.to_line() + "\n")
            lines.flush()
            known[inspection.name] = sharing(inspection)


def _write(
    job: Import, decisions: Sequence[ImportDecision], known: Mapping[str, Inspection]
) -> tuple[ImportDecision, ...]:
    """Write all that comes in; give the decisions, with those files set aside that could not be written."""
    imported = [d for d in decisions if d.comes_in]
    failed: dict[str, StoredMessage] = {}
    articles, copies = articles_by_name(decisions, known), addresses_of_copies(decisions, known)

    def work() -> Iterator[None]:
        for decision in imported:
            inspection = with_links(known[decision.name], articles)
            inspection = replace(inspection, addresses=(*inspection.addresses, *copies.get(decision.name, ())))
            if why := _failure(job, decision, inspection):
                failed[decision.name] = StoredMessage.of(why)
            yield

    for _ in with_progress(work(), message("Writing articles"), len(imported), 0, job.language):
        pass
    return tuple(set_aside(d.name, failed[d.name]) if d.name in failed else d for d in decisions)


def _failure(job: Import, decision: ImportDecision, inspection: Inspection) -> Message | None:
    """Write one file into the archive; say why it could not be done where the reason is the file itself."""
    try:
        write_to_archive(decision, inspection, job.source, job.journal.store, job.content)
    except SourceChangedError:
        return message("It was changed while it was imported. Import again: all that is done stays.")
    except LostDraftError:
        return message("What was kept of it in .warraq/ can't be read. Import again: all that is done stays.")
    except RejectedFileError as error:
        return error.why
    except OSError as error:
        if error.errno not in OF_NAMES:
            raise
        return message("This disk can't hold a file of that name: {reason}.", reason=system_reason(error))
    except Exception as error:  # noqa: BLE001 - the boundary round one file
        problem = our_mistake(decision.name, error)
        return with_remedy(problem)
    return None


def _is_table(source: FileSource, file: SourceFile, table: Path | None) -> bool:
    return table is not None and source.path.is_dir() and (source.path / file.name).resolve() == table.resolve()


def _circumstances(content: Path, table: Path | None, told: tuple[Mapping[str, str], Corrected]) -> str:
    """Give a hash of all that an inspection depends on besides the file itself."""
    digest = sha256(f"{RULES_VERSION} {site_of(content).keeps_pictures}".encode())
    for each in told:
        digest.update(repr(sorted(each.items())).encode("utf-8", "surrogateescape"))
    for file in sorted((content / "vocabulary").rglob("*.yaml")):
        digest.update(file.read_bytes())
    if table:
        digest.update(table.read_bytes())
    return digest.hexdigest()
