"""
Sentences for people, in their language.

Code says what happened as a `Message`: an English sentence with named values. The catalogues (`LANG/*.po`, plain gettext,
read by Babel as they are, nothing compiled) hold the Arabic and the Persian; whoever shows the message chooses the language.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = "en"
"""The language of the message ids."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that has not yet been put into a language."""

    msgid: str
    """English, with `{name}` for each value; the key in the catalogues."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What is put in; a value that is a Message is translated too."""

    def text(self, language: str = SOURCE) -> str:
        """Say it in `language`; what no catalogue has is said in English."""
        sentence = catalogue(language).gettext(self.msgid)
        values = {k: v.text(language) if isinstance(v, Message) else v for k, v in self.values.items()}
        return sentence.format(**values) if values else sentence

    def __str__(self) -> str:
        return self.text()


def message(msgid: str, **values: object) -> Message:
    """Mark a sentence for the catalogues."""
    return Message(msgid, values)


@cache
def catalogue(language: str, *folders: Path) -> gettext.NullTranslations:
    """Read every `LANG/*.po` of this room, and of `folders` (a theme's `translations/`), as one catalogue."""
    from babel.messages.mofile import write_mo  # slow to import, and most commands say nothing
    from babel.messages.pofile import read_po

    first: gettext.GNUTranslations | None = None
    for folder in (HERE, *folders):
        for path in sorted((folder / language).glob("*.po")):
            compiled = BytesIO()
            write_mo(compiled, read_po(BytesIO(path.read_bytes()), locale=language))
            compiled.seek(0)
            found = gettext.GNUTranslations(compiled)
            if first is None:
                first = found
            else:
                first.add_fallback(found)
    return first or gettext.NullTranslations()
