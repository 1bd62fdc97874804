"""
What an editor decides on a proposed name: it becomes a concept, another name of one, or is never proposed again.

Each decision is one step of the journal, so that `undo` takes it back. What `check` would refuse is not written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from warraq.archive.concept import Concept, Scheme
from warraq.archive.concept_schema import CONCEPT_ID
from warraq.archive.declined import FILE as DECLINED
from warraq.archive.problem import WrongValueError
from warraq.archive.reading_vocabulary import read_vocabulary, vocabulary_files
from warraq.archive.values import tidy
from warraq.desk.archive_lock import archive_lock
from warraq.desk.front_matter import format_value
from warraq.desk.journal import FileChange, write_whole_step
from warraq.desk.writing import data_of, text_of, write_new
from warraq.language import Message, message

from .concept_text import FILES, with_concept, with_lines, with_names

COMMAND = "review"
HEADS = {
    DECLINED: "# Names that were proposed for the vocabulary and declined: they are not proposed again.\n",
    FILES[Scheme.TOPIC]: "# What texts are about that is no person, place, organisation or event.\n",
}
"""First lines of files that a decision begins."""
PATIENCE = 2.0
"""Seconds to wait for a command that writes."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was written."""

    step: int
    """Its number in the journal."""
    concept: Concept | None
    """The concept as it is now; None where the name was declined."""


@dataclass(frozen=True, slots=True)
class Deciding:
    """Writes decisions into the vocabulary of content/; a WrongValueError says why one is not written."""

    content: Path

    def take(self, concept_id: str, scheme: Scheme, names: Sequence[str]) -> Decided:
        """Make a concept of a name; the first of `names` is the preferred one."""
        if not CONCEPT_ID.fullmatch(concept_id):
            what = message("“{value}” can't be the id of a concept.", value=concept_id)
            raise WrongValueError(what, message("Use Latin letters, digits and hyphens."))
        first, *others = dict.fromkeys(filter(None, map(tidy, names))) or ("",)
        if not first:
            raise WrongValueError(message("The name is empty."), message("Write it."))
        what = message("“{name}” was taken into the vocabulary.", name=first)
        name = FILES[scheme]
        return self._write(name, lambda text: with_concept(text, concept_id, scheme, first, others), what, concept_id)

    def join(self, concept_id: str, names: Sequence[str]) -> Decided:
        """Make names other names of a concept that is there."""
        name = self._file_of(concept_id)
        if name is None:
            what = message("The vocabulary has no concept {id}.", id=concept_id)
            raise WrongValueError(what, message("Write another id."))
        said = message("“{name}” was made another name of {id}.", name=names[0], id=concept_id)
        return self._write(name, lambda text: with_names(text, concept_id, names), said, concept_id)

    def decline(self, names: Sequence[str], today: date) -> Decided:
        """Let names never be proposed again."""
        lines = [f"{format_value({name: today.isoformat()})[1:-1]}" for name in dict.fromkeys(names)]
        said = message("“{name}” is never proposed again.", name=names[0])
        return self._write(DECLINED, lambda text: with_lines(text, lines), said, "")

    @property
    def _folder(self) -> Path:
        return self.content / "vocabulary"

    def _files(self) -> dict[str, bytes]:
        """Give the files of the vocabulary by their paths in its folder."""
        found = vocabulary_files(self._folder)
        return {file.relative_to(self._folder).as_posix(): file.read_bytes() for file in found}

    def _file_of(self, concept_id: str) -> str | None:
        for name, data in self._files().items():
            if concept_id in read_vocabulary([(name, data)])[0].concepts:
                return name
        return None

    def _write(self, name: str, made: Callable[[str], str], what: Message, concept_id: str) -> Decided:
        """Write a file of the vocabulary as one step, unless `check` would find more wrong with it."""
        file = self._folder / name
        with archive_lock(self.content, COMMAND, PATIENCE):
            if not file.is_file():
                write_new(file, HEADS.get(name, "").encode())
            before = file.read_bytes()
            text, line_end = text_of(before)
            after = data_of(made(text), line_end)
            concept = self._accepted(name, after, concept_id)
            step = write_whole_step(self.content, COMMAND, what, [FileChange(file, before, after, name)])
        return Decided(step, concept)

    def _accepted(self, name: str, after: bytes, concept_id: str) -> Concept | None:
        files: Mapping[str, bytes] = self._files()
        vocabulary, found = read_vocabulary({**files, name: after}.items())
        if found:
            known = {(problem.field, str(problem.what)) for problem in read_vocabulary(files.items())[1]}
            problem = next((each for each in found if (each.field, str(each.what)) not in known), None)
            if problem:
                raise WrongValueError(problem.what, problem.todo)
        return vocabulary.concepts.get(concept_id)
