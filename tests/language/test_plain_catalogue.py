"""Our catalogues are read the quick way, and it gives what Babel gives."""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from catalogues import CODE, THEME
from warraq.language import read_catalogue
from warraq.language.plain_catalogue import Table, read_plain

HEAD = """# A catalogue.
msgid ""
msgstr ""
"Language: ar\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
SOUND = st.sampled_from(['"a"', '"ب {x}"', '"b"', '""\n"ج"', '"a"\n"\\n\\t"', '"\\"\\\\"', '" "', '"c"', '"d"'])
STRINGS = SOUND | st.sampled_from(['""', '"\\r"', '"\\q"', '"a', 'a"', '"a" ', '"\v"'])
PIECES = st.sampled_from(
    ["\n", "\n\n", "# x\n", "#\n", "#, fuzzy\n", "#, python-format\n", "#: a.py:1\n", '#~ msgid "o"\n', '"Language: fa\\n"\n']
) | st.builds(
    "{} {}\n".format,
    st.sampled_from(["msgid", "msgid", "msgstr", "msgstr", "msgctxt", "msgid_plural", "msgstr[0]", "msgstr[1]", "msgstr[2]"]),
    STRINGS,
)  # fmt: skip
ENTRIES = st.builds("\nmsgid {}\nmsgstr {}\n".format, SOUND, SOUND | STRINGS) | st.builds(
    '\nmsgctxt "x"\nmsgid {}\nmsgid_plural {}\nmsgstr[0] {}\nmsgstr[1] {}\n'.format, SOUND, SOUND, SOUND, SOUND
)
BODIES = st.lists(ENTRIES, max_size=6, unique_by=lambda entry: tuple(entry.split("\n")[1:3])).map("".join)
CATALOGUES = st.builds(str.__add__, st.just(HEAD), BODIES) | st.builds(
    "{}{}{}{}".format, st.just(HEAD), BODIES, PIECES | ENTRIES, BODIES
)


def read_by_babel(path: Path) -> tuple[Table, list[int]]:
    """Read a catalogue as Babel does: its table without its head, and which form each of many numbers takes."""
    compiled = BytesIO()
    write_mo(compiled, read_catalogue(path, path.parent.name))
    compiled.seek(0)
    made = GNUTranslations(compiled)
    table: Table = dict(vars(made)["_catalog"])
    table.pop("", None)
    return table, [vars(made)["plural"](n) for n in range(120)]


@pytest.mark.parametrize("path", sorted([*CODE.glob("*/*.po"), *THEME.glob("*/*.po")]), ids=str)
def test_every_catalogue_is_plain(path: Path) -> None:
    assert read_plain(path.read_bytes(), path.parent.name), "its head lacks a line, or a line of it has another form"


@given(CATALOGUES)
def test_what_is_plain_is_what_babel_reads(tmp_path_factory: pytest.TempPathFactory, catalogue: str) -> None:
    plain = read_plain(catalogue.encode(), "ar")
    if plain is None:
        return
    path = tmp_path_factory.getbasetemp() / "ar/some.po"
    path.parent.mkdir(exist_ok=True)
    path.write_text(catalogue, "utf-8", newline="")
    assert (plain.table, [plain.plural(n) for n in range(120)]) == read_by_babel(path)


@pytest.mark.parametrize(
    "line",
    [
        "POT-Creation-Date: yesterday",
        "Language: fa",
        "Content-Type: text/plain; charset=x",
        "Plural-Forms: nplurals=2; plural=n n;",
    ],
)
def test_a_head_that_says_more_goes_to_babel(line: str) -> None:
    assert read_plain(f'{HEAD}"{line}\\n"\n'.encode(), "ar") is None
