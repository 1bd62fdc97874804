"""Promises of every template and style sheet, whatever the pages: directions, safety, languages, and no name that nothing gives."""

from __future__ import annotations

import pkgutil
import re
import sys
from dataclasses import fields
from datetime import date
from importlib import import_module
from inspect import isfunction
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment, meta, nodes
from jinja2.ext import babel_extract

import warraq.pages
from catalogues import TRANSLATED
from theme.rendering import templates
from warraq.archive.archive import Archive, Site
from warraq.pages import KINDS as MAKERS
from warraq.pages import OWN_KINDS as OWN_MAKERS
from warraq.pages import pages_on_demand
from warraq.pages.page import Page, PageOnDemand
from warraq.pages.rights import publishable

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


MODULES = [
    import_module(found.name)
    for found in pkgutil.walk_packages(warraq.pages.__path__, "warraq.pages.")
    if ".bench" not in found.name
]
KINDS = sorted(
    {
        kind
        for module in MODULES
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Page) and kind is not Page
    },
    key=lambda kind: kind.__name__,
)
"""Of every module of the room, so that a page which pages/__init__.py forgets is seen."""


EMPTY = publishable(Archive(Site("س")), (), "", date(2027, 1, 1))
MADE_ON_DEMAND = {type(each.make()) for each in pages_on_demand(EMPTY) if isinstance(each, PageOnDemand)}


def whole(environment: Environment, name: str) -> list[nodes.Template]:
    """Parse a template with all that it extends, includes or imports."""
    assert environment.loader is not None
    trees: dict[str, nodes.Template] = {}
    waiting = [name]
    while waiting:
        name = waiting.pop()
        trees[name] = environment.parse(environment.loader.get_source(environment, name)[0])
        for other in meta.find_referenced_templates(trees[name]):
            assert other is not None, f"{name}: a computed name of a template can't be checked"
            if other not in trees:
                waiting.append(other)
    return list(trees.values())


def names_read(environment: Environment, name: str) -> set[str]:
    """Give the names that a template reads from its page: not the site's globals, nor what it sets itself."""
    trees = whole(environment, name)
    read = {each for tree in trees for each in meta.find_undeclared_variables(tree) - bound(tree)}
    # What a template binds at its top, the templates that extend it may read.
    extended = set().union(*(bound(tree) for tree in trees if tree.find(nodes.Block)))
    return read - extended - set(environment.globals)


def bound(tree: nodes.Template) -> set[str]:
    """Give the names that the top of a template binds, by `set`, `macro` or `import`."""
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            names.add(node.target.name)
        elif isinstance(node, nodes.Macro):
            names.add(node.name)
        elif isinstance(node, nodes.Import):
            names.add(node.target)
    return names


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_template_reads_the_fields_of_its_page_all_of_them_and_nothing_else(kind: type[Page]) -> None:
    given = {field.name for field in fields(kind)} - {"address"}
    read = names_read(templates(Site("س")).environment, kind.template)
    wrong, unread = ", ".join(sorted(read - given)), ", ".join(sorted(given - read))
    assert not wrong, f"{kind.template} reads {wrong}, which {kind.__name__} does not have"
    assert not unread, f"{kind.__name__} has {unread}, which {kind.template} does not read"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_page_is_made_by_a_function_that_the_site_calls(kind: type[Page]) -> None:
    modules = {maker.__module__ for maker in (*OWN_MAKERS, *MAKERS)}
    # A maker may leave it to a function of another module of the pages, which it has by its name.
    called = {
        value.__module__ for module in modules for value in vars(sys.modules[module]).values() if isfunction(value)
    }
    modules |= {module for module in called if module.startswith("warraq.pages.")}
    makers = {module for module in modules if kind in vars(sys.modules[module]).values()} or kind in MADE_ON_DEMAND
    said = f"no function of KINDS or OWN_KINDS in pages/__init__.py makes a {kind.__name__} (of {kind.__module__}): add it there"
    assert makers, said


def test_every_template_of_a_page_has_its_kind_of_page() -> None:
    outer = {path.name for path in (THEME / "templates").glob("*.html")} - {"base.html"}
    assert [kind.template for kind in KINDS if kind.template not in outer] == []
    unmade = outer - {kind.template for kind in KINDS}
    assert not unmade, f"no subclass of Page in plugins/warraq/pages/ names: {', '.join(sorted(unmade))}"


def test_no_template_asks_whether_a_value_is_there() -> None:
    """A wrong name must be an error (StrictUndefined), never an empty place."""
    environment = templates(Site("س")).environment
    for path in TEMPLATES:
        tree = environment.parse(path.read_text(encoding="utf-8"))
        assert [test.name for test in tree.find_all(nodes.Test) if test.name in ("defined", "undefined")] == [], path
        assert [used.name for used in tree.find_all(nodes.Filter) if used.name in ("default", "d")] == [], path


def test_the_comparison_of_names_finds_a_wrong_one_wherever_it_stands() -> None:
    environment = templates(Site("س")).environment
    tree = environment.parse("{% if false %}{% for item in itms %}{{ item }}{% endfor %}{% endif %}{{ site.name }}")
    assert meta.find_undeclared_variables(tree) - set(environment.globals) == {"itms"}


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogue_has_every_string_of_the_templates_with_all_plurals(language: str) -> None:
    main = THEME / "translations" / language / "theme.po"
    assert main.is_file(), f"write {main.relative_to(THEME.parent)} (copy one of another language)"
    plurals = read_po(main.open("rb"), locale=language).num_plurals
    files = sorted((THEME / "translations" / language).glob("*.po"))
    catalogues = [read_po(path.open("rb"), locale=language) for path in files]
    known = {message.id: message.string for catalogue in catalogues for message in catalogue if message.id}
    missing = []
    for template in TEMPLATES:
        with template.open("rb") as file:
            options = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
            for line, _, found, _ in babel_extract(file, ("_", "gettext", "ngettext"), (), options):
                msgid = found if isinstance(found, str) else tuple(part for part in found or () if part)[:2]
                said = known.get(msgid)
                if not said or (isinstance(msgid, tuple) and (len(said) != plurals or not all(said))):
                    missing.append(f"{template.name}:{line}: {msgid}")
    said = f"write into {main.relative_to(THEME.parent)}, with {plurals} plurals where two sentences are given:"
    assert not missing, "\n".join([said, *missing])
