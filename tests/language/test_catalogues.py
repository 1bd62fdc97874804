"""Every catalogue can be read, and a broken one is refused with its file and line."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from catalogues import CODE, THEME
from project import ROOT, Project
from warraq import language
from warraq.__main__ import main
from warraq.language import PO_FORM, CatalogueError, Message, catalogue, read_catalogue

FILES = sorted([*CODE.glob("*/*.po"), *THEME.glob("*/*.po")])
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
LINES = [
    ('msgid "a"\nmsgstr "ب\n', 6, 'The line is broken: msgstr "ب'),
    ('msgid "a"\nmsgstr ب\n', 6, "The line is broken: msgstr ب"),
    ('msgid "a"\nmsgstr "ب" ت\n', 6, 'The line is broken: msgstr "ب" ت'),
    ('msgid "a"\nmsgstr "ب "ت" ث"\n', 6, 'The line is broken: msgstr "ب "ت" ث"'),
    ('msgid "a"\nmsgstr "ب\\"\n', 6, 'The line is broken: msgstr "ب\\"'),
    ('msgid "a"\nmsgstr ""\n"ب\n', 7, 'The line is broken: "ب'),
    ('msgid "a"\nmsgstr "ب"\nmsgsrt "ت"\n', 7, 'The line is broken: msgsrt "ت"'),
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_catalogue_can_be_read_and_gives_a_sentence_once(path: Path) -> None:
    catalog = read_catalogue(path, path.parent.name)
    written = [line for line in path.read_text("utf-8").splitlines() if line.startswith("msgid ")]
    assert len(written) == len({entry.id for entry in catalog} | {""}), f"{path}: a msgid stands twice"


@pytest.mark.parametrize(("written", "line", "said"), LINES)
def test_a_broken_line_is_refused_with_its_file_and_number(tmp_path: Path, written: str, line: int, said: str) -> None:
    path = tmp_path / "ar" / "room.po"
    path.parent.mkdir()
    path.write_text(HEAD + written + '\nmsgid "c"\nmsgstr "ج"\n', "utf-8")
    with pytest.raises(CatalogueError) as caught:
        catalogue("ar", tmp_path)
    assert str(caught.value) == f"{path.as_posix()}:{line}: {said} {PO_FORM}"


def test_an_entry_without_translation_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "room.po"
    path.write_text(f'{HEAD}msgid "a"\n\nmsgid "c"\nmsgstr "ج"\n', "utf-8")
    with pytest.raises(CatalogueError, match=r"room\.po:5: The entry is broken: missing msgstr for msgid 'a'\."):
        read_catalogue(path, "ar")


def test_a_catalogue_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "room.po"
    path.write_bytes(HEAD.encode() + 'msgid "a"\nmsgstr "ب"\n'.encode("cp1256"))
    with pytest.raises(CatalogueError, match=r"room\.po:6: The line is not UTF-8\."):
        read_catalogue(path, "ar")


def test_what_gettext_allows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "room.po"
    path.write_text(
        f'{HEAD}# note\n#, fuzzy-not\n  msgid "a \\"b\\""\nmsgstr ""\n"ب"\n\n#~ msgid "old"\n#~ msgstr "ق"\n', "utf-8"
    )
    assert [(entry.id, entry.string) for entry in read_catalogue(path, "ar") if entry.id] == [('a "b"', "ب")]


def test_a_build_with_a_broken_catalogue_of_its_theme_ends_in_one_line(project: Project, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(ROOT / "theme", theme)
    path = theme / "translations/ar/theme.po"
    path.write_text(path.read_text("utf-8") + '\nmsgid "a"\nmsgstr "ب\n', "utf-8")
    number = len(path.read_text("utf-8").splitlines())
    project.article("a")
    project.set(THEME=str(theme))
    built = project.build()
    assert built.returncode == 1
    assert f'theme/translations/ar/theme.po:{number}: The line is broken: msgstr "ب' in built.stdout
    assert "Traceback" not in built.stdout
    assert not project.output.exists()


def test_a_command_with_a_broken_catalogue_ends_in_one_line(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "catalogues/ar/press.po"
    path.parent.mkdir(parents=True)
    path.write_text(f"{HEAD}nothing\n", "utf-8")
    monkeypatch.setattr(language, "HERE", tmp_path / "catalogues")
    monkeypatch.setattr("sys.argv", ["warraq", "press", "check"])
    monkeypatch.chdir(project.root)
    project.write("articles/a.md", "")
    catalogue.cache_clear()
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == f"catalogues/ar/press.po:5: The line is broken: nothing {PO_FORM}"


@pytest.fixture(autouse=True)
def without_cache() -> Iterator[None]:
    """Let no test see the catalogues of another."""
    yield
    catalogue.cache_clear()


HEADERS = {
    "charset": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=foo\\n"\n',
    "plurals": 'msgid ""\nmsgstr "Plural-Forms: nplurals=x; plural=0;\\n"\n',
    "day": 'msgid ""\nmsgstr "PO-Revision-Date: yesterday\\n"\n',
}


@pytest.mark.parametrize("written", HEADERS.values(), ids=HEADERS)
def test_a_broken_header_is_refused_with_its_file(tmp_path: Path, written: str) -> None:
    path = tmp_path / "room.po"
    path.write_text(f'{written}\nmsgid "a"\nmsgstr "ب"\n', "utf-8")
    with pytest.raises(CatalogueError, match=r"room\.po:1: The header is broken"):
        read_catalogue(path, "ar")


def test_a_byte_order_mark_is_named_for_nobody_sees_it(tmp_path: Path) -> None:
    path = tmp_path / "room.po"
    path.write_text(HEAD, "utf-8-sig")
    with pytest.raises(CatalogueError, match=r"room\.po:1: The file begins with a byte order mark"):
        read_catalogue(path, "ar")


def test_a_translation_that_misspells_a_value_gives_the_english_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    class Misspelt(NullTranslations):
        def gettext(self, message: str) -> str:
            return "تحذيرات: {warnin}" if message else ""

    monkeypatch.setattr(language, "catalogue", lambda _: Misspelt())
    assert Message("Warnings: {warnings}", {"warnings": 3}).text("ar") == "Warnings: 3"


def test_a_date_within_arabic_is_held_from_left_to_right() -> None:
    """Bidi would show 2024-03-15 as 15-03-2024 after an Arabic word."""
    for told in (
        "Date, such as 2024-03-15, 2024-03 or 2024",
        "Write year-month-day, such as 2024-03-15, or 2024-03, or 2024.",
    ):
        assert "\u200e2024-03-15\u200e" in catalogue("ar").gettext(told)


def test_no_message_says_the_systems_own_words() -> None:
    """The system speaks English alone: `archive/system_reason.py` has its reasons in a sentence."""
    said = re.compile(r"\w+=(?:str\()?\w+\.strerror")
    spoken = [file.name for file in sorted((ROOT / "plugins").rglob("*.py")) if said.search(file.read_text("utf-8"))]
    assert spoken == []
