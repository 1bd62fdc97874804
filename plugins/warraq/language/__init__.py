"""
Sentences for people, in their language.

Code says what happened as a `Message`: an English sentence with named values. The catalogues (`LANG/*.po`, plain gettext,
read by Babel as they are, nothing compiled) hold the Arabic and the Persian; whoever shows the message chooses the language.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from .called import IN_A_CLONE, as_called
from .plain_catalogue import PlainCatalogue, Table, read_plain

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

HERE = Path(__file__).parent
SOURCE = "en"
"""The language of the message ids."""


PO_LINE = re.compile(
    r"""
    | \#.*                                                   # a comment, or an entry that is out of use
    | (?: (?: msgctxt | msgid | msgid_plural | msgstr (?: \[\d\] )? ) [ ] )?    # none where a string goes on
      " (?: [^"\\] | \\. )* "
    """,
    re.VERBOSE,
)
"""A line of a `.po` file, without the spaces around it."""
PO_FORM = 'Write msgid "…" and msgstr "…", with \\" for a quotation mark inside.'


CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class CatalogueError(Exception):
    """A catalogue has a broken line; it says so in English, for the other languages come from catalogues."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that has not yet been put into a language."""

    msgid: str
    """English, with `{name}` for each value; the key in the catalogues."""
    values: Mapping[str, Message | str | int | float] = field(default_factory=dict)
    """What is put in; a value that is a Message is translated too."""

    def text(self, language: str = SOURCE, numbers: Callable[[str], str] | None = None) -> str:
        """Say it in `language`; what no catalogue has is said in English. `numbers` writes those of the sentence, never those of words put in."""
        sentence = as_called(catalogue(language).gettext(self.msgid))
        values = {
            k: v.text(language, numbers) if isinstance(v, Message) else _as_called(v) for k, v in self.values.items()
        }
        if numbers:
            sentence = numbers(sentence)
            values = {k: v if isinstance(v, str) else numbers(str(v)) for k, v in values.items()}
        if not values:
            return sentence
        try:
            return sentence.format(**values)
        except (KeyError, IndexError, ValueError):  # a translation misspells a value, or a brace
            return as_called(self.msgid).format(**values)

    def __str__(self) -> str:
        return self.text()


def _as_called(value: str | float) -> str | float:
    """Name a command as it is called here; other values are quotations."""
    return as_called(value) if isinstance(value, str) and value.startswith(IN_A_CLONE) else value


def message(msgid: str, **values: object) -> Message:
    """Mark a sentence for the catalogues; a value of another kind is put in as the words that stand for it."""
    return Message(msgid, {k: v if isinstance(v, Message | str | int | float) else str(v) for k, v in values.items()})


def listed(words: Iterable[str], most: int | None = None) -> Message:
    """List words as a value of a sentence, with the comma of its language between them; `most`: the first ones, and `…` for the others."""
    every = [*words]
    shown = every[:most]
    last = shown.pop() if shown else ""
    said = (
        Message("{word}", {"word": last})
        if len(every) == len(shown) + bool(last)
        else Message("{word} …", {"word": last})
    )
    for word in reversed(shown):
        said = message("{word}, {rest}", word=word, rest=said)
    return said


def on_one_line(text: str) -> str:
    """Make a text fit for one line of a terminal or a log: line ends are spaces, and a control or half a character is an escape."""
    if text.isprintable():
        return text
    line = " ".join(text.splitlines())
    return CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def read_catalogue(path: Path, language: str) -> Catalog:
    """Read a `.po` file; a CatalogueError where a line of it is broken, which Babel alone would pass over in silence."""
    from babel.messages.pofile import PoFileError, read_po

    data = path.read_bytes()
    for number, line in enumerate(data.splitlines(), 1):
        try:
            text = line.decode("utf-8").strip()
        except UnicodeDecodeError:
            raise _broken(path, number, "The line is not UTF-8. Save the file as UTF-8.") from None
        if text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}"):
            raise _broken(path, number, "The file begins with a byte order mark. Save it as UTF-8 without one.")
        if not PO_LINE.fullmatch(text):
            raise _broken(path, number, f"The line is broken: {text} {PO_FORM}")
    try:
        return read_po(BytesIO(data), locale=language, abort_invalid=True)
    except PoFileError as error:
        what = error.args[0].rpartition(" on ")[0]
        raise _broken(path, error.lineno + 1, f"The entry is broken: {what}. {PO_FORM}") from None
    except (ValueError, LookupError) as error:  # of the header: its charset, its dates, its plurals, its language
        raise _broken(path, 1, f"The header is broken: {error}. Write it as the other catalogues have it.") from None


def _broken(path: Path, line: int, what: str) -> CatalogueError:
    """Make the error of a line, with the path as people write it."""
    here = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return CatalogueError(f"{here.as_posix()}:{line}: {what}")


class Merged(gettext.GNUTranslations):
    """Catalogues of one language as one table: whoever asks for a sentence looks once, however many files there are."""

    _catalog: Table
    plural: Callable[[int], int]

    def __init__(self, first: PlainCatalogue) -> None:
        super().__init__()
        self._catalog, self.plural = dict(first.table), first.plural

    def add(self, further: PlainCatalogue) -> None:
        """Add what a further catalogue has and no earlier one had; the first one's rule of plurals holds."""
        self._catalog = further.table | self._catalog


def _read(path: Path, language: str) -> PlainCatalogue:
    if plain := read_plain(path.read_bytes(), language):
        return plain
    from babel.messages.mofile import write_mo  # slow to import, and most catalogues are plain

    compiled = BytesIO()
    write_mo(compiled, read_catalogue(path, language))
    compiled.seek(0)
    made = gettext.GNUTranslations(compiled)
    return PlainCatalogue(vars(made)["_catalog"], vars(made)["plural"])


@cache
def catalogue(language: str, *folders: Path) -> gettext.NullTranslations:
    """Read every `LANG/*.po` of this room, and of `folders` (a theme's `translations/`), as one catalogue."""
    merged: Merged | None = None
    for folder in (HERE, *folders):
        for path in sorted((folder / language).glob("*.po")):
            read = _read(path, language)
            if merged is None:
                merged = Merged(read)
            else:
                merged.add(read)
    return merged or gettext.NullTranslations()
