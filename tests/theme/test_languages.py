"""The same archive with its pages in Persian and in English: every word of ours is in that language, and it is written that way round."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from lxml import html

from project import ROOT, Project
from warraq.archive.kinds import KINDS
from warraq.archive.kinds.fact_check import VERDICTS
from warraq.language import Message, catalogue
from warraq.pages.data import ARTICLE_FIELDS, CONCEPT_FIELDS, TEXT_FIELDS
from warraq.repair import RULES
from warraq.repair.describe.says import SAYS

THEIRS = ROOT / "theme/translations"
OURS = ROOT / "plugins/warraq/language"
ROOMS = ("edition", "repair", "describe", "pages")
"""Whose sentences stand on pages; those of commands are for editors."""
EDGES = " ›‹—:.()\n"
SPOKEN = ("aria-label", "data-done", "data-none", "placeholder", "title")
DIRECTIONS = {"fa": "rtl", "en": "ltr"}


@pytest.fixture(scope="module", params=DIRECTIONS)
def translated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The archive of tests/site with its pages in another language; the language, and where it stands."""
    project = Project.of_site(tmp_path_factory.mktemp(request.param))
    site = project.content / "site.yaml"
    site.write_text(re.sub(r"(?m)^language:.*", f"language: {request.param}", site.read_text("utf-8")), "utf-8")
    built = project.build()
    assert built.returncode == 0, built.stdout
    return request.param, project.output


@cache
def sayings(language: str, msgids: bool = False) -> tuple[re.Pattern[str], ...]:
    """The sentences of a catalogue, or the English ones that they translate; a value in one may be anything."""
    files = [*sorted((THEIRS / language).glob("*.po")), *(OURS / language / f"{room}.po" for room in ROOMS)]
    found = []
    for entry in (entry for path in files for entry in read_po(path.open("rb"), locale=language) if entry.id):
        said = entry.id if msgids else entry.string
        forms = [said] if isinstance(said, str) else said
        written = [re.escape(form.strip(EDGES)) for form in forms]
        found.append(re.compile("|".join(re.sub(r"%\\\(\w+\\\)s|\\\{\w+\\\}", r"\\S+", form) for form in written)))
    return tuple(found)


def ours(file: Path, language: str) -> set[str]:
    """What a page says in the language of the pages: texts and labels, without what stands in articles and data."""
    tree = html.fromstring(file.read_bytes())
    for other in tree.xpath("//script | //code | //bdi | //q | //select | //title"):
        other.clear(keep_tail=True)
    said = set()
    for text in tree.xpath("//body//text()"):
        holder = text.getparent().getparent() if text.is_tail else text.getparent()
        if next(e.get("lang") for e in (holder, *holder.iterancestors()) if e.get("lang")) == language:
            said.add(text.strip(EDGES))
    return said | {value for name in SPOKEN for value in tree.xpath(f"//body//@{name}")}


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
        root = html.fromstring(file.read_bytes())
        if not root.xpath("//meta[@http-equiv='refresh']"):
            assert (root.get("lang"), root.get("dir")) == (language, DIRECTIONS[language]), file


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_what_code_says_on_pages_is_in_every_catalogue(language: str) -> None:
    said: list[Message | str] = [rule.reason for rule in RULES]
    said += [*ARTICLE_FIELDS.values(), *TEXT_FIELDS.values(), *CONCEPT_FIELDS.values(), *SAYS.values()]
    said += [*VERDICTS.values(), *(kind.label for kind in KINDS.values())]
    known = catalogue(language)
    missing = {m.msgid if isinstance(m, Message) else m for m in said}
    assert [msgid for msgid in sorted(missing) if known.gettext(msgid) == msgid] == []
