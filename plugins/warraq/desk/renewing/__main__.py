"""`python -m warraq desk.renewing [--preview] [--only NAME]…`: repair all originals of the archive again."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from warraq.archive.problem import Problem
from warraq.archive.typed_name import typed_name
from warraq.desk.archive_lock import archive_lock
from warraq.desk.article_with_record import finish_interrupted, rewrite_with_record
from warraq.desk.changed import changed_meanwhile
from warraq.desk.command_line import CommandLine
from warraq.desk.lock import Lock
from warraq.desk.progress import with_progress
from warraq.desk.site import language_in
from warraq.desk.writing import ChangedMeanwhileError, write
from warraq.language import Message, message

from .differences import Differences
from .patch import patch
from .renewal import Renewal, RenewalStatus, renewals

PATCH = "renewal.patch"
WRITTEN = (RenewalStatus.RENEWED, RenewalStatus.NO_RECORD)


def main() -> int:
    """Renew, or with `--preview` only report what would change."""
    parser = CommandLine(prog="python3 tasks.py repair --again")
    parser.add_argument("--preview", action="store_true")
    parser.add_argument("--only", action="append", default=[])
    asked = parser.parse_args()
    project = Path.cwd()
    language = language_in(project / "content")

    def say(sentence: Message) -> None:
        print(sentence.text(language), flush=True)

    def along(files: Sequence[Path]) -> Iterator[Path]:
        return with_progress(files, message("Repairing once more"), len(files), 0, language)

    lost = [name for name in asked.only if not (project / "content" / "originals" / name).is_file()]
    for name in lost:
        print(message("content/originals/{name} does not exist.", name=name).text(language), file=sys.stderr)
    if lost:
        return 1
    if not asked.preview:
        finish_interrupted(project / "content", "repair --again")
    lock, changed = archive_lock(project / "content", "repair --again"), list[ChangedMeanwhileError]()
    differences, counts, patches = Differences(), Counter[RenewalStatus](), []
    refused: list[Problem] = []
    for renewal in renewals(project, set(asked.only), along):
        if isinstance(renewal, Problem):
            refused.append(renewal)
            continue
        counts[renewal.status] += 1
        if renewal.status in (RenewalStatus.RENEWED, RenewalStatus.PROPOSED) and renewal.old:
            differences.add(renewal.path, renewal.original.text, renewal.old, renewal.new)
        if renewal.status is RenewalStatus.PROPOSED:
            patches.append(_patch(renewal))
        _print_unapplied(renewal, say)
        if not asked.preview and renewal.status in WRITTEN:
            changed += _written(project, renewal, lock)
    for rule in differences.rules():
        _print_rule(rule, differences)
    _sum_up(counts, say, preview=asked.preview)
    if patches and not asked.preview:
        write(project / PATCH, "".join(patches).encode())
        say(message("Look at {patch}, then: git apply {patch}", patch=typed_name(PATCH)))
    if refused:
        say(message("Articles that can't be renewed, and stay as they are: {number}.", number=len(refused)))
    lines = [problem.text(language) for problem in refused]
    lines += [changed_meanwhile(each, project / "content").text(language) for each in changed]
    if lines:
        print("\n".join(lines), file=sys.stderr)
    return 1 if lines else 0


def _written(project: Path, renewal: Renewal, lock: Lock) -> list[ChangedMeanwhileError]:
    """Write an article and its record, or give why they stay: somebody saved the article since it was read."""
    try:
        with lock:
            _write(project, renewal)
    except ChangedMeanwhileError as error:
        return [error]
    return []


def _print_unapplied(renewal: Renewal, say: Callable[[Message], None]) -> None:
    for line in renewal.unapplied:
        say(
            message(
                "{path}: an editor changed this line; the rules would make it: {line}", path=renewal.path, line=line
            )
        )


def _write(project: Path, renewal: Renewal) -> None:
    """Write the machine's files: an article that nobody edited, its record, a record that was missing."""
    article, record = project / renewal.path, project / renewal.record_path
    if renewal.status is RenewalStatus.NO_RECORD:
        write(record, renewal.new.to_bytes())
    if renewal.status is RenewalStatus.RENEWED:
        rewrite_with_record(article, renewal.before, renewal.after, record, renewal.new.to_bytes())


def _patch(renewal: Renewal) -> str:
    """Make the patch of an article and its record: if only one changed, edits would be taken for repairs."""
    old = renewal.old.to_bytes().decode() if renewal.old else ""
    return patch(renewal.path, renewal.before.decode(), renewal.after.decode()) + patch(
        renewal.record_path, old, renewal.new.to_bytes().decode()
    )


def _print_rule(rule: str, differences: Differences) -> None:
    print(f"{rule}: +{differences.more[rule]} -{differences.fewer[rule]}")
    for sample in differences.samples.get(rule, ()):
        print(f"    {sample.path}: {' '.join(sample.before.split())!r} → {' '.join(sample.after.split())!r}")


def _sum_up(counts: Counter[RenewalStatus], say: Callable[[Message], None], *, preview: bool) -> None:
    if preview:
        say(message("Articles that would be renewed: {number}.", number=counts[RenewalStatus.RENEWED]))
        say(
            message(
                "Edited articles for which a patch would be proposed: {number}.", number=counts[RenewalStatus.PROPOSED]
            )
        )
    else:
        say(message("Articles renewed: {number}.", number=counts[RenewalStatus.RENEWED]))
        say(message("Edited articles for which a patch is proposed: {number}.", number=counts[RenewalStatus.PROPOSED]))
    say(message("Articles that stay as they are: {number}.", number=counts[RenewalStatus.SAME]))
    if counts[RenewalStatus.NO_RECORD]:
        say(message("Records that were missing, made anew: {number}.", number=counts[RenewalStatus.NO_RECORD]))


if __name__ == "__main__":
    sys.exit(main())
