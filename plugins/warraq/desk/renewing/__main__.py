"""`python -m warraq desk.renewing [--preview] [--only NAME]…`: repair anew what was repaired before."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from warraq.desk.site import site_of
from warraq.desk.writing import write
from warraq.language import Message, message

from .differences import Differences
from .patch import patch
from .renewal import Fate, Renewal, renewals

PATCH = "renewal.patch"


def main() -> int:
    """Renew, or with `--preview` only say what would change."""
    parser = argparse.ArgumentParser(prog="python3 tasks.py repair --again")
    parser.add_argument("--preview", action="store_true")
    parser.add_argument("--only", action="append", default=[])
    asked = parser.parse_args()
    project = Path.cwd()
    language = site_of(project / "content").language

    def say(sentence: Message) -> None:
        print(sentence.text(language), flush=True)

    lost = [name for name in asked.only if not (project / "content" / "originals" / name).is_file()]
    for name in lost:
        print(message("content/originals/{name} does not exist.", name=name).text(language), file=sys.stderr)
    if lost:
        return 1
    differences, fates, patches = Differences(), Counter[Fate](), []
    for renewal in renewals(project, set(asked.only)):
        fates[renewal.fate] += 1
        if renewal.fate in (Fate.RENEWED, Fate.PROPOSED) and renewal.old:
            differences.add(renewal.path, renewal.original.text, renewal.old, renewal.new)
        if renewal.fate is Fate.PROPOSED:
            patches.append(_patch(renewal))
        for line in renewal.kept:
            say(
                message(
                    "{path}: an editor changed this line; the rules would make it: {line}", path=renewal.path, line=line
                )
            )
        if not asked.preview:
            _write(project, renewal)
    for rule in differences.rules():
        _say_rule(rule, differences, language)
    _sum_up(fates, asked.preview, say)
    if patches and not asked.preview:
        write(project / PATCH, "".join(patches).encode())
        say(message("Look at {patch}, then: git apply {patch}", patch=PATCH))
    return 0


def _write(project: Path, renewal: Renewal) -> None:
    """Write what is the machine's: the article nobody edited, its record, a record that was missing."""
    if renewal.fate in (Fate.RENEWED, Fate.NO_RECORD):
        # The record first: it alone is made anew, an article without its record is an error.
        write(project / renewal.record_path, renewal.new.to_bytes())
    if renewal.fate is Fate.RENEWED:
        write(project / renewal.path, renewal.after)


def _patch(renewal: Renewal) -> str:
    """Article and record change together, or edits would be taken for repairs."""
    assert renewal.old is not None
    return patch(renewal.path, renewal.before.decode(), renewal.after.decode()) + patch(
        renewal.record_path, renewal.old.to_bytes().decode(), renewal.new.to_bytes().decode()
    )


def _say_rule(rule: str, differences: Differences, language: str) -> None:
    print(f"{rule}: +{differences.more[rule]} -{differences.fewer[rule]}")
    for sample in differences.samples.get(rule, ()):
        print(f"    {sample.path}: {' '.join(sample.before.split())!r} → {' '.join(sample.after.split())!r}")


def _sum_up(fates: Counter[Fate], preview: bool, say: Callable[[Message], None]) -> None:
    if preview:
        say(message("Articles that would be renewed: {number}.", number=fates[Fate.RENEWED]))
        say(message("Edited articles for which a patch would be proposed: {number}.", number=fates[Fate.PROPOSED]))
    else:
        say(message("Articles renewed: {number}.", number=fates[Fate.RENEWED]))
        say(message("Edited articles for which a patch is proposed: {number}.", number=fates[Fate.PROPOSED]))
    say(message("Articles that stay as they are: {number}.", number=fates[Fate.SAME]))
    if fates[Fate.NO_RECORD]:
        say(message("Records that were missing, made anew: {number}.", number=fates[Fate.NO_RECORD]))


if __name__ == "__main__":
    sys.exit(main())
