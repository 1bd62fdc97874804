"""One import from beginning to end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from warraq.archive.problem import Problem
from warraq.desk.site import site_of
from warraq.language import Message, message
from warraq.repair import RULES_VERSION

from .companions import companions
from .counts import Outcome, outcomes
from .deciding import Decision, Fate, decide
from .journal import Journal
from .looked import Looked
from .looking import Task
from .places import Found, NotTakenError, Place, place_of
from .placing import place_in_archive
from .pool import look_at_all
from .progress import followed
from .report import write_report
from .shelf import held_bytes, shelf_of
from .table import Table


def run(
    project: Path, path: Path, table_file: Path | None, table: Table, processes: int | None = None
) -> tuple[Sequence[Outcome], Sequence[Problem]]:
    """
    Import `path` into the archive of `project`; everything that was begun before is gone on with.

    Gives what became of every file, and the rows of the table that speak of none.
    """
    content = project / "content"
    language = site_of(content).language
    place = place_of(path)
    journal = Journal.of(project, path)
    found = sorted(place.files(), key=lambda f: f.name)
    belonging = companions([f.name for f in found])
    pages = [f for f in found if not _in_companion(f.name, belonging) and not _is_table(place, f, table_file)]
    known = journal.begin(_circumstances(content, table_file), pages)
    decisions = journal.decided()
    if decisions is None:
        known |= {looked.name: looked for looked in _held(pages, known, place, content)}
        _look_at_the_rest(
            journal,
            _tasks(pages, known, place, content, journal, table, belonging, found),
            known,
            len(pages),
            language,
            processes,
        )
        decisions = decide((known[f.name] for f in pages), shelf_of(content))
        journal.decide(decisions)
    _write(decisions, known, place, journal, content, language)
    result = outcomes(decisions, known)
    strays = tuple(table.without_file((o.looked.name for o in result), _addresses(result, content, table)))
    write_report(project, path.name, result, strays, language)
    journal.end()
    return result, strays


def _addresses(result: Sequence[Outcome], content: Path, table: Table) -> Iterator[str]:
    """The addresses of all files; files that the archive had already were not looked into, their articles say theirs."""
    yield from (o.looked.url for o in result)
    if table.by_url and any(o.decision.fate is Fate.HELD for o in result):
        yield from shelf_of(content).urls


def _held(pages: Sequence[Found], known: dict[str, Looked], place: Place, content: Path) -> Iterator[Looked]:
    """Files that the archive has byte for byte: nothing more need be known of them."""
    held = held_bytes(content)
    for file in pages if held else ():
        if file.name not in known:
            try:
                found = sha256(place.read(file.name)).hexdigest()
            except NotTakenError:
                continue
            if found in held:
                yield Looked(file.name, file.stamp, sha256=found)


def _look_at_the_rest(
    journal: Journal, tasks: Sequence[Task], known: dict[str, Looked], total: int, language: str, processes: int | None
) -> None:
    with journal.open() as lines:
        what = message("Looking at files")
        for looked in followed(look_at_all(tasks, processes), what, total, total - len(tasks), language):
            lines.write(looked.line() + "\n")
            lines.flush()
            known[looked.name] = looked


def _write(
    decisions: Sequence[Decision],
    known: dict[str, Looked],
    place: Place,
    journal: Journal,
    content: Path,
    language: str,
) -> None:
    imported = [d for d in decisions if d.fate is Fate.IMPORTED]

    def work() -> Iterator[None]:
        for decision in imported:
            place_in_archive(decision, known[decision.name], place, journal.kept, content)
            yield

    what: Message = message("Writing articles")
    for _ in followed(work(), what, len(imported), 0, language):
        pass


def _tasks(
    pages: Sequence[Found],
    known: dict[str, Looked],
    place: Place,
    content: Path,
    journal: Journal,
    table: Table,
    belonging: dict[str, str],
    found: Sequence[Found],
) -> list[Task]:
    pictures: dict[str, list[str]] = defaultdict(list)
    for file in found:
        if page := _in_companion(file.name, belonging):
            pictures[page].append(file.name)
    return [Task(place, content, journal.kept, f, table, tuple(pictures[f.name])) for f in pages if f.name not in known]


def _in_companion(name: str, belonging: dict[str, str]) -> str | None:
    """The page whose folder of pictures a file lies in."""
    parts = name.split("/")
    for depth in range(1, len(parts)):
        if page := belonging.get("/".join(parts[:depth])):
            return page
    return None


def _is_table(place: Place, file: Found, table: Path | None) -> bool:
    return table is not None and place.path.is_dir() and (place.path / file.name).resolve() == table.resolve()


def _circumstances(content: Path, table: Path | None) -> str:
    """What a look depends on besides the file itself."""
    digest = sha256(RULES_VERSION.encode())
    for file in sorted((content / "vocabulary").rglob("*.yaml")):
        digest.update(file.read_bytes())
    if table:
        digest.update(table.read_bytes())
    return digest.hexdigest()
