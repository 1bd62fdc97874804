"""Every character of the archive's pages has a glyph in the faces that come with them, and the core of them stays small."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path
from runpy import run_path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # no types are published

from theme.trees import content, emptied, parsed

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "theme" / "static" / "fonts"
CORE = ("naskh-arabic", "naskh-latin", "vazirmatn-arabic", "vazirmatn-latin")
FACE = re.compile(r"font-family:(\w+);src:url\(\.\./fonts/([\w-]+)\.woff2\).*?unicode-range:([^}]+)\}")


def letters(name: str) -> set[int]:
    return set(TTFont(FONTS / f"{name}.woff2").getBestCmap())


def faces() -> list[tuple[str, str, set[int]]]:
    """Family, file and range of every face that the style sheet names."""
    css = (ROOT / "theme/static/css/style.css").read_text(encoding="utf-8")
    found = []
    for family, name, ranges in FACE.findall(css):
        points: set[int] = set()
        for part in ranges.split(","):
            first, _, last = part.strip().removeprefix("U+").partition("-")
            points.update(range(int(first, 16), int(last or first, 16) + 1))
        found.append((family, name, points))
    return found


def test_the_core_faces_are_80_kb_at_most() -> None:
    assert sum((FONTS / f"{name}.woff2").stat().st_size for name in CORE) <= 80 * 1024


def test_the_faces_are_those_that_fonts_py_made_each_with_its_licence() -> None:
    lines = (line.split("  ") for line in (FONTS / "SHA256SUMS").read_text().splitlines())
    sums = {name: made for made, name in lines}
    assert sums == {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in FONTS.glob("*.woff2")}
    assert {p.name for p in FONTS.glob("OFL-*.txt")} >= {"OFL-noto-naskh-arabic.txt", "OFL-vazirmatn.txt"}


def test_a_browser_fetches_a_face_for_every_letter_that_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "theme")
    asked = run_path(str(ROOT / "theme" / "fonts.py"))["FACES"]
    for family, file in (("Naskh", "naskh"), ("Vazirmatn", "vazirmatn")):
        ranges = {point for name, _, points in faces() if name == family for point in points}
        for name, _, _, points in asked:
            if name.startswith((file, "hebrew", "cyrillic", "raised")):
                assert not [hex(c) for c in (points & letters(name)) - ranges], (family, name)


def test_no_face_is_fetched_for_signs_of_romanised_arabic_that_it_lacks() -> None:
    """`ʻ` and `ḥ` are in none of them: the device has them, and two faces of 20 kB would be fetched for nothing."""
    for family, name, points in faces():
        if name.endswith("latin-rest1"):
            lacking = points - letters(name)
            assert not [hex(point) for point in lacking if point > 0x17F], (family, name)


def test_every_character_of_every_page_has_a_glyph(built_site: Path) -> None:
    """Both stacks (text, and the editor's sans) name both families, so one face of the two is enough. Emoji are the device's own."""
    known = {point for _, name, ranges in faces() for point in letters(name) & ranges}
    lacking: dict[str, str] = {}
    for file in built_site.rglob("*.html"):
        address = file.relative_to(built_site).as_posix()
        if "/compare/" in address:
            continue  # it shows the original
        tree = emptied(parsed(file.read_bytes()), "//script | //style")
        for character in set(content(tree)) - {chr(point) for point in known}:
            if unicodedata.category(character) not in ("Cc", "Cf") and not 0x1F300 <= ord(character) <= 0x1FAFF:
                lacking[f"U+{ord(character):04X} {unicodedata.name(character, '')}"] = address
    assert lacking == {}


def test_no_glyph_of_the_printed_face_stands_for_two_letters() -> None:
    """A reader of a PDF turns the letters of one glyph round with the line: «هللا» for «الله», «ال» for «لا»."""
    font = TTFont(FONTS / "vazirmatn-arabic.woff2")
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    ligatures = [
        [first, *ligature.Component]
        for lookup in font["GSUB"].table.LookupList.Lookup
        for table in lookup.SubTable
        for first, every in getattr(table, "ligatures", {}).items()
        for ligature in every
    ]
    assert ligatures
    assert [glyphs for glyphs in ligatures if sum(classes.get(glyph) == 1 for glyph in glyphs) > 1] == []


def test_every_stack_of_faces_names_both_families() -> None:
    css = (ROOT / "theme/static/css/style.css").read_text(encoding="utf-8")
    stacks = re.findall(r"(?:--text:|--ui:|code,pre\{font:)([^;]+);", css)
    assert len(stacks) == 3
    assert all({"Naskh", "Vazirmatn"} <= set(re.split(r"[\s,]+", stack)) for stack in stacks), stacks
