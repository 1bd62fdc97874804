"""
A changed result has a new version of the rules, because records say which version made them.

`rules-version.txt` holds the version, and a digest of what becomes of every text of the corpus and of every example of a rule.
`WARRAQ_RENEW=1 python3 tasks.py test --only rules_version` writes it anew, if the version allows that.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pytest

from warraq.archive.original import OriginalKind
from warraq.repair import RULES, RULES_VERSION
from warraq.repair.readers.kind import kind_of
from warraq.repair.repairing import repair

CORPUS = Path(__file__).parents[1] / "corpus"
FOLDERS = ("in-the-wild", "known-failures", "leave-alone")
KEPT = Path(__file__).with_name("rules-version.txt")
RENEW = "WARRAQ_RENEW=1 python3 tasks.py test --only rules_version"


@dataclass(frozen=True)
class Results:
    """What the rules of one version make of all texts."""

    version: str
    digests: Mapping[str, str]
    """By the name of the text."""

    @classmethod
    def parse(cls, text: str) -> Results:
        version, *lines = text.splitlines()
        parted = [line.partition(" ") for line in lines]
        return cls(version, {name: digest for digest, _, name in parted})

    def __str__(self) -> str:
        return "".join([f"{self.version}\n", *(f"{digest} {name}\n" for name, digest in sorted(self.digests.items()))])


def digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def result(text: str) -> str:
    """Give a digest of everything that a record has of a text: as it is found, and as a plain text."""
    made = [asdict(repair(text, kind)) for kind in (kind_of(text), OriginalKind.TEXT)]
    for block in chain.from_iterable(done["document"]["blocks"] for done in made):
        if not block["struck"]:
            del block["struck"]  # digests are older than the key
    return digest(json.dumps(made))


def texts() -> Iterator[tuple[str, str]]:
    for folder in FOLDERS:
        for file in sorted((CORPUS / folder).glob("*.txt")):
            if not file.name.endswith((".repaired.txt", ".doubts.txt")):
                yield f"{folder}/{file.name}", file.read_bytes().decode("utf-8", "surrogatepass")
    for n, article in enumerate((CORPUS / "labelled/sound.txt").read_text("utf-8").split("\n\n")):
        yield f"labelled/{n}", article
    for rule in RULES:
        for example in [*rule.mends, *rule.leaves]:
            yield f"{rule.name}/{digest(example)}", example


def fault(kept: Results, now: Results) -> str:
    """Say what has to be done; empty where nothing has."""
    changed = sorted(name for name, made in kept.digests.items() if now.digests.get(name) != made)
    if changed and kept.version == now.version:
        return (
            f"These results are not those of rules version {kept.version} any more: {', '.join(changed)}. "
            f"If that is meant, raise RULES_VERSION in plugins/warraq/repair/version.py, then: {RENEW}"
        )
    if kept != now:
        return f"There are results of rules version {now.version} that are not kept yet: {RENEW}"
    return ""


def test_a_changed_result_has_a_new_rules_version() -> None:
    now = Results(RULES_VERSION, {name: result(text) for name, text in texts()})
    kept = Results.parse(KEPT.read_text("utf-8"))
    said = fault(kept, now)
    if "RULES_VERSION" not in said and os.environ.get("WARRAQ_RENEW"):
        KEPT.write_text(str(now), "utf-8", newline="\n")
    else:
        assert not said, said


ONE = Results("1", {"a/b": "00", "c d": "11"})


@pytest.mark.parametrize(
    ("now", "beginning"),
    [
        (ONE, ""),
        (Results("1", {"a/b": "00", "c d": "22"}), "These results are not those of rules version 1 any more: c d. If"),
        (Results("1", {"a/b": "00"}), "These results are not those of rules version 1 any more: c d. If"),
        (Results("1", {**ONE.digests, "e": "33"}), "There are results of rules version 1 that are not kept yet"),
        (Results("2", {"a/b": "00", "c d": "22"}), "There are results of rules version 2 that are not kept yet"),
        (Results("2", ONE.digests), "There are results of rules version 2 that are not kept yet"),
    ],
)
def test_what_has_to_be_done_is_said(now: Results, beginning: str) -> None:
    said = fault(ONE, now)
    assert said.startswith(beginning) and bool(said) == bool(beginning)


def test_what_is_kept_is_read_as_it_was_written() -> None:
    assert Results.parse(str(ONE)) == ONE
