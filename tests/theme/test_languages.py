"""The same archive with its pages in Persian and in English: every word of ours is in that language, and it is written that way round."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from unicodedata import bidirectional

import pytest
from babel.messages.pofile import read_po

from catalogues import THEME, TRANSLATED, file_of, lacking
from project import ROOT, Project
from theme.trees import emptied, parsed, strings
from warraq.archive.concept_schema import SITE_LANGUAGES
from warraq.archive.kinds import KINDS
from warraq.archive.kinds.fact_check import VERDICTS
from warraq.language import Message, catalogue
from warraq.pages.data import ARTICLE_FIELDS, CONCEPT_FIELDS, TEXT_FIELDS
from warraq.repair import RULES
from warraq.repair.describe.says import SAYS

ROOMS = ("edition", "repair", "describe", "pages")
"""Whose sentences stand on pages; those of commands are for editors."""
EDGES = " ›‹—:.()\n"
SPOKEN = ("aria-label", "data-done", "data-none", "placeholder", "title")
OTHERS = [language for language in SITE_LANGUAGES if language != "ar"]
"""All but that of the archive in tests/site, which every other test of pages reads."""


def direction(language: str) -> str:
    """Give the direction of the letters of a language, as its own word for a title has them."""
    return "ltr" if bidirectional(catalogue(language).gettext("Title")[0]) == "L" else "rtl"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_language_has_the_catalogues_of_pages(language: str) -> None:
    files = [THEME / language / "theme.po", *(file_of(language, room) for room in ROOMS)]
    absent = [file.relative_to(ROOT).as_posix() for file in files if not file.is_file()]
    assert not absent, "write these files (copy those of another language):\n" + "\n".join(absent)


@pytest.fixture(scope="module", params=OTHERS)
def translated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Build the archive of tests/site with its pages in another language; give the language and the output folder."""
    project = Project.of_site(tmp_path_factory.mktemp(request.param))
    site = project.content / "site.yaml"
    site.write_text(re.sub(r"(?m)^language:.*", f"language: {request.param}", site.read_text("utf-8")), "utf-8")
    built = project.build()
    assert built.returncode == 0, built.stdout
    return request.param, project.output


@cache
def sayings(language: str, *, msgids: bool = False) -> tuple[re.Pattern[str], ...]:
    """Give patterns of the sentences of a catalogue, or of the English ones that they translate; a value in one may be anything."""
    files = [*sorted((THEME / language).glob("*.po")), *(file_of(language, room) for room in ROOMS)]
    found = []
    for entry in (entry for path in files for entry in read_po(path.open("rb"), locale=language) if entry.id):
        said = entry.id if msgids else entry.string
        forms = [said] if isinstance(said, str) else said or ()
        written = [re.escape(form.strip(EDGES)) for form in forms]
        found.append(re.compile("|".join(re.sub(r"%\\\(\w+\\\)s|\\\{\w+\\\}", r"\\S+", form) for form in written)))
    return tuple(found)


def ours(file: Path, language: str) -> set[str]:
    """Give the texts and labels of a page in the language of the pages, without those of articles and data."""
    tree = emptied(parsed(file.read_bytes()), "//script | //code | //bdi | //q | //select | //title")
    own = "ancestor-or-self::*[@lang][1]/@lang = $language"
    said = {text.strip(EDGES) for text in strings(tree, f"//body//text()[../{own}]", language=language)}
    return said | {value for name in SPOKEN for value in strings(tree, f"//body//@{name}")}


def test_pages_in_another_language_say_nothing_of_ours_in_english_or_arabic(translated: tuple[str, Path]) -> None:
    language, output = translated
    english = sayings("ar", msgids=True)
    right = english if language == "en" else sayings(language)
    wrong = sayings("ar") if language == "en" else (*sayings("ar"), *english)
    found: dict[str, str] = {}
    heard = 0
    for file in sorted(output.rglob("*.html")):
        for said in ours(file, language):
            if any(p.fullmatch(said) for p in right):
                heard += 1
            elif any(p.fullmatch(said) for p in wrong):
                found[said] = file.relative_to(output).as_posix()
    assert found == {}
    assert heard > 500


def test_every_page_says_its_language_and_direction(translated: tuple[str, Path]) -> None:
    language, output = translated
    for file in output.rglob("*.html"):
        root = parsed(file.read_bytes())
        if not root.xpath("//meta[@http-equiv='refresh']"):
            # An article in another language gives its own to the page, for those who read it as one text; `body` has ours then.
            body = root.find("body")
            assert body is not None, file
            articles = root.findall(".//article")
            assert (body.get("lang", root.get("lang")), root.get("dir")) == (language, direction(language)), file
            if body.get("lang"):
                assert [each.get("lang") for each in articles] == [root.get("lang")] != [language], file


SENTENCES: dict[str, list[Message | str]] = {
    "repair": [rule.reason for rule in RULES],
    "pages": [*ARTICLE_FIELDS.values(), *TEXT_FIELDS.values(), *CONCEPT_FIELDS.values()],
    "describe": [*SAYS.values()],
    "edition": [*VERDICTS.values(), *(kind.label for kind in KINDS.values())],
}
"""By the catalogue that has them."""


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("room", SENTENCES)
def test_what_code_says_on_pages_is_in_every_catalogue(language: str, room: str) -> None:
    said = lacking(language, room, (m.msgid if isinstance(m, Message) else m for m in SENTENCES[room]))
    assert not said, said
