"""What holds for every template and for the style sheet, whatever the pages: directions, safety, languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

THEME = Path(__file__).parents[2] / "theme"
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
SHEETS = sorted((THEME / "static").rglob("*.css"))
PHYSICAL = re.compile(
    r"(?<=[{;\s])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[\w-]*\s*:"
    r"|(?:left|right|top|bottom)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right))"
)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_style_sheet_knows_left_or_right(sheet: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert [css[m.start() - 30 : m.end() + 20] for m in PHYSICAL.finditer(css)] == []


def test_the_lint_finds_what_it_looks_for() -> None:
    for wrong in ("a{left:0}", "a{margin-left:1px}", "a{text-align:right}", "a{float:left}"):
        assert PHYSICAL.search(wrong), wrong
    for right in ("a{inset-inline-start:0}", "a{text-align:start}", "a{color:light-dark(a,b)}"):
        assert not PHYSICAL.search(right), right


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_colours_stand_in_the_tokens_only(sheet: Path) -> None:
    css = sheet.read_text(encoding="utf-8")
    rest = re.sub(r":root\{.*?\n\}|@media print.*", "", css, flags=re.DOTALL)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;,)} ])", rest) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_inline_styles_inline_scripts_or_unescaped_values(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle\s*=|\son\w+\s*=|\|\s*safe\b|autoescape\s+false", text)
    assert not re.search(r"<script(?![^>]*(?:\bsrc=|application/ld\+json))", text)
    assert not re.search(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=[\"']https?:", text)


@pytest.mark.parametrize(("language", "plurals"), [("ar", 6), ("fa", 2)])
def test_the_catalogue_has_every_string_of_the_templates_with_all_plurals(language: str, plurals: int) -> None:
    files = sorted((THEME / "translations" / language).glob("*.po"))
    catalogues = [read_po(path.open("rb"), locale=language) for path in files]
    known = {message.id: message.string for catalogue in catalogues for message in catalogue if message.id}
    missing = []
    for template in TEMPLATES:
        with template.open("rb") as file:
            options = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
            for line, _, found, _ in babel_extract(file, ("_", "gettext", "ngettext"), (), options):
                msgid = found if isinstance(found, str) else tuple(part for part in found if part)[:2]
                said = known.get(msgid)
                if not said or (isinstance(msgid, tuple) and (len(said) != plurals or not all(said))):
                    missing.append(f"{template.name}:{line}: {msgid}")
    assert missing == []
