"""The looks of a site: what is taken, what is refused and which colour is proposed instead."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project import ROOT
from warraq.archive.archive import Site
from warraq.archive.reading_vocabulary import read_site
from warraq.archive.theme.accent import ENOUGH, GROUNDS, counterpart, least_contrast
from warraq.archive.theme.colour import contrast, from_hexadecimal, from_lch, hexadecimal, lch, nearest
from warraq.archive.theme.site_theme import SiteTheme

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)
NEVER_GOOD = (0, 0, 0)


def read(theme: str) -> tuple[Site | None, list[str]]:
    site, problems = read_site("content/site.yaml", f"name: أرشيف\ntheme: {theme}\n".encode())
    return site, [problem.text("en") for problem in problems]


@pytest.mark.parametrize(
    ("theme", "read_as"),
    [
        ('{accent: "#0b5a5e"}', SiteTheme(("#0b5a5e", "#84c8cc"))),
        ("{accent: 7a1f3d}", SiteTheme(("#7a1f3d", "#f79cb1"))),
        ("{accent: midnightblue}", SiteTheme(("#191970", counterpart("#191970", "dark")))),
        ('{accent: {dark: "#fa0"}}', SiteTheme((counterpart("#ffaa00", "light"), "#ffaa00"))),
        ('{accent: {light: "#123", dark: "#fed"}}', SiteTheme(("#112233", "#ffeedd"))),
        ("{scheme: dark, face: sans, measure: 24}", SiteTheme(None, "dark", "sans", 24)),
        ("{accent: {}}", SiteTheme()),
    ],
)
def test_looks_are_read(theme: str, read_as: SiteTheme) -> None:
    site, problems = read(theme)
    assert problems == []
    assert site and site.theme == read_as


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        (
            '{accent: "#ff8800"}',
            (
                "2:9: theme.accent.light: On light pages its contrast is 1.9; links need 4.5 (WCAG AA). "
                'The nearest colour that is read well: "#984e00".'
            ),
        ),
        (
            '{accent: {light: "#7a1f3d", dark: "#7a1f3d"}}',
            (
                "2:36: theme.accent.dark: On dark pages its contrast is 1.6; links need 4.5 (WCAG AA). "
                'The nearest colour that is read well: "#d8758d".'
            ),
        ),
        ("{accent: reddish}", '2:9: theme.accent.light: “reddish” is no colour. Write it in quotes: "#0b5a5e".'),
        ('{accent: "#0b5a5e80"}', '2:9: theme.accent.light: “#0b5a5e80” is no colour. Write it in quotes: "#0b5a5e".'),
        (
            "\n  accent: #0b5a5e",
            '3:3: theme.accent: The value is empty: in YAML, # begins a comment. Write it in quotes: "#0b5a5e".',
        ),
        (
            "\n  accent:\n    dark: #fff",
            '4:5: theme.accent.dark: The value is empty: in YAML, # begins a comment. Write it in quotes: "#0b5a5e".',
        ),
        (
            '{accent: "rgb(999, 0, 0)"}',
            '2:9: theme.accent.light: “rgb(999, 0, 0)” is no colour. Write it in quotes: "#0b5a5e".',
        ),
        (
            "{measure: 80}",
            "2:9: theme.measure: “80” is no width of a column of text. Write a number from 20 to 30; 28 is usual.",
        ),
        ("{face: nask}", "2:9: theme.face: “nask” is not one of: naskh, sans. Did you mean naskh?"),
        (
            "{colour: red}",
            "2:9: theme.colour: There is no such key. The keys are: accent, scheme, face, measure, logo, icon.",
        ),
        (
            "dark",
            "2:1: theme: It has keys of its own. Write {accent: …, scheme: …, face: …, measure: …, logo: …, icon: …}.",
        ),
    ],
)
def test_what_can_not_be_taken_is_told_with_what_to_write(theme: str, said: str) -> None:
    site, problems = read(theme)
    assert site is None
    assert [re.sub(r":(\d+):\d+:", r":\1:", each) for each in problems] == [
        re.sub(r"^(\d+):\d+:", r"content/site.yaml:\1:", said)
    ]


def test_every_problem_has_its_arabic() -> None:
    for theme in ('{accent: "#ff8800"}', '{accent: {dark: "#111"}}', "{accent: x}", "{measure: x}", "\n  accent: #000"):
        _, problems = read_site("content/site.yaml", f"name: أرشيف\ntheme: {theme}\n".encode())
        assert problems and all(problem.text("ar") != problem.text("en") for problem in problems)


def test_the_grounds_are_those_of_the_theme() -> None:
    css = (ROOT / "theme" / "static" / "css" / "style.css").read_text("utf-8")
    for name, place in (("bg", 0), ("raised", 1)):
        assert f"--{name}:light-dark({GROUNDS['light'][place]},{GROUNDS['dark'][place]})" in css
    light, dark = re.findall(r"--accent:light-dark\((#\w+),(#\w+)\)", css)[0]
    assert least_contrast(from_hexadecimal(light), "light") >= ENOUGH
    assert least_contrast(from_hexadecimal(dark), "dark") >= ENOUGH


@given(COLOURS, st.sampled_from(["light", "dark"]))
def test_what_is_proposed_or_made_is_read_well(colour: tuple[int, int, int], scheme: str) -> None:
    proposed = nearest(colour, lambda tried: least_contrast(tried, scheme) >= ENOUGH)
    assert least_contrast(proposed, scheme) >= ENOUGH
    assert nearest(proposed, lambda tried: least_contrast(tried, scheme) >= ENOUGH) == proposed
    assert least_contrast(from_hexadecimal(counterpart(hexadecimal(colour), scheme)), scheme) >= ENOUGH


@given(COLOURS)
def test_a_colour_in_oklch_and_back_is_the_colour(colour: tuple[int, int, int]) -> None:
    assert from_lch(*lch(colour)) == colour


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_where_no_colour_is_good_an_end_is_given() -> None:
    assert nearest((9, 9, 9), lambda _: False) == NEVER_GOOD


@pytest.mark.parametrize("paper", ["site.md", "site.ar.md"])
def test_each_colour_that_the_paper_proposes_is_taken(paper: str) -> None:
    text = (ROOT / "docs" / paper).read_text("utf-8").replace("\u200e", "")
    [line] = (line for line in text.splitlines() if '`"#7a1f3d"`' in line)
    colours = re.findall(r"`(\"#?[^`]+\"|[a-z]+)`", line)
    assert len(colours) == 4
    for colour in colours:
        assert read(f"{{accent: {colour}}}")[1] == [], colour
