"""
Settings of Pelican that change nothing here, each named with what to do instead.

Who knows Pelican writes them into pelicanconf.py and waits for what they do elsewhere. Pelican reads the settings and copies static files; articles,
pages, feeds and addresses are ours. So a theme that is made for Pelican's own pages can't show these, and a plugin that waits for Pelican's
articles waits for ever: both are told and passed over, and the site is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.machinery import PathFinder
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from warraq.archive.problem import Level, Problem
from warraq.language import Message, message
from warraq.shipped import THEME

from .terminal import print_warnings

PLUGINS = "warraq.repair.plugin", "warraq.press.plugin"
"""Without them there is no site."""
FILES = "publishconf.py", "pelicanconf.py"
OBEYED = frozenset(
    [
        "PATH",
        "OUTPUT_PATH",
        "SITEURL",
        "PELICAN_CLASS",
        "PLUGINS",
        "PLUGIN_PATHS",
        "THEME",
        "THEME_STATIC_DIR",
        "THEME_STATIC_PATHS",
        "THEME_TEMPLATES_OVERRIDES",
        "JINJA_FILTERS",
        "JINJA_GLOBALS",
        "JINJA_TESTS",
        "STATIC_PATHS",
        "STATIC_EXCLUDES",
        "STATIC_SAVE_AS",
        "STATIC_URL",
        "EXTRA_PATH_METADATA",
        "IGNORE_FILES",
        "STATIC_CREATE_LINKS",
        "STATIC_CHECK_IF_MODIFIED",
        "LOG_FILTER",
        "BIND",
        "PORT",
    ]
)
DERIVED = frozenset(
    ["ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "CSS_FILE", "JINJA_ENVIRONMENT", "LOCALE", "PAGINATION_PATTERNS"]
)
"""What Pelican makes of other settings, of the theme or of the machine."""
STATED: Mapping[str, object] = {
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "DIRECT_TEMPLATES": [],
    **dict.fromkeys(("AUTHOR_SAVE_AS", "CATEGORY_SAVE_AS", "TAG_SAVE_AS", "DRAFT_SAVE_AS"), ""),
    **dict.fromkeys(
        ("FEED_ALL_ATOM", "CATEGORY_FEED_ATOM", "AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS", "TRANSLATION_FEED_ATOM")
    ),
}
"""What our own pelicanconf.py states so that Pelican writes nothing."""
WITHOUT_DEFAULT = frozenset(
    [
        "AUTHOR",
        "SITESUBTITLE",
        "MENUITEMS",
        "LINKS",
        "SOCIAL",
        "GITHUB_URL",
        "DISQUS_SITENAME",
        "GOOGLE_ANALYTICS",
        "DEFAULT_DATE",
        "FEED_ATOM",
        "FEED_RSS",
        "FEED_ALL_RSS",
        "TAG_FEED_ATOM",
        "TAG_FEED_RSS",
        "CATEGORY_FEED_RSS",
        "TRANSLATION_FEED_RSS",
    ]
)
"""Of Pelican and its themes, which have no value by themselves."""
INSTEAD: tuple[tuple[str, Message], ...] = (
    (
        "SITENAME|SITESUBTITLE|AUTHOR|DEFAULT_LANG|DEFAULT_DATE_FORMAT|DATE_FORMATS|LOCALE|GITHUB_URL",
        message("The archive's name, language and months are in content/site.yaml."),
    ),
    (".*FEED.*|RSS_.*", message("Feeds are made where the site has an address: docs/publishing.md, “Feeds”.")),
    (
        ".*_URL|.*_SAVE_AS|SLUG.*|.*_METADATA|.*PERMALINK.*|USE_FOLDER_AS_CATEGORY|RELATIVE_URLS|INTRASITE_LINK_REGEX",
        message("Addresses are fixed, so that they can be cited; slug: in the front matter names an article's."),
    ),
    (
        "MARKDOWN|READERS|TYPOGRIFY.*|DOCUTILS_SETTINGS|PYGMENTS.*|SUMMARY_.*|FORMATTED_FIELDS|DEFAULT_.*|WITH_FUTURE_DATES",
        message("How texts are read is fixed (docs/markdown.md); what describes an article is in its front matter."),
    ),
    (
        "MENUITEMS|LINKS|SOCIAL|DISPLAY_.*|PAGINATED.*|.*_TEMPLATES|TEMPLATE_.*|INDEX_.*|.*ARCHIVES?_.*|.*_ORDER.*",
        message("What pages show is in the templates of the theme: theme/templates/."),
    ),
)
OTHERWISE = message("Take it out.")
BUILT_IN = re.compile("sitemap|search|feed|related|neighbo|i18n|subsite|summary|toc|seo|share|liquid|webassets|minify")


def is_foreign(theme: Path) -> bool:
    """Tell whether a theme has a base.html and none of the templates of pages that only Warraq has."""
    templates = theme / "templates"
    return (templates / "base.html").is_file() and not (templates / "compare.html").is_file()


def settings_warnings(settings: Mapping[str, Any], defaults: Mapping[str, object]) -> Iterator[Problem]:
    """Warn of each setting that changes nothing; `settings`: as they were given, before plugins are loaded; `defaults`: Pelican's."""
    for name in sorted(settings.keys() & (defaults.keys() | WITHOUT_DEFAULT)):
        if name in OBEYED or name in DERIVED or settings[name] in (defaults.get(name), STATED.get(name)):
            continue
        what = message("{name} of Pelican changes nothing here.", name=name)
        todo = next((todo for names, todo in INSTEAD if re.fullmatch(names, name)), OTHERWISE)
        yield _warning(name, what, todo)
    for plugin in other_plugins(settings):
        what = message(
            "The plugin {plugin} finds neither articles nor pages: they are not Pelican's here.", plugin=plugin
        )
        todo = message("Take it out of PLUGINS.")
        if BUILT_IN.search(plugin):
            todo = message(
                "Take it out of PLUGINS; search, sitemap, feeds, related articles and languages are built in."
            )
        yield _warning("PLUGINS", what, todo)
    theme = Path(str(settings["THEME"]))
    if is_foreign(theme):
        what = message(
            "The theme {theme} is made for Pelican's own pages; the site has its usual one.", theme=theme.name
        )
        yield _warning("THEME", what, message('Write THEME = "theme", and change that theme.'))


def other_plugins(settings: Mapping[str, Any]) -> list[str]:
    """Name the plugins that are not ours."""
    named = (
        each if isinstance(each, str) else getattr(each, "__name__", type(each).__name__)
        for each in settings["PLUGINS"] or ()
    )
    return [name for name in named if name not in PLUGINS]


def plugins_to_load(settings: Mapping[str, Any]) -> list[Any]:
    """Give the plugins without those of others that can't be found, which would end the build; of ours a misspelt one does."""
    return [each for each in settings["PLUGINS"] or () if str(each).startswith("warraq.") or _is_found(each, settings)]


def _is_found(plugin: object, settings: Mapping[str, Any]) -> bool:
    """Tell whether a plugin is in PLUGIN_PATHS, in the namespace of Pelican's plugins, or anywhere else that Python looks."""
    if not isinstance(plugin, str):
        return True
    try:
        there = PathFinder.find_spec(plugin, [str(path) for path in settings.get("PLUGIN_PATHS") or ()])
        return bool(there or find_spec(f"pelican.plugins.{plugin}") or find_spec(plugin))
    except (ImportError, ValueError):
        return False


def theme_of(settings: Mapping[str, Any]) -> str:
    """Give the theme that the site is built with."""
    return str(THEME) if is_foreign(Path(str(settings["THEME"]))) else str(settings["THEME"])


def _warning(name: str, what: Message, todo: Message) -> Problem:
    path, line = _place(name)
    return Problem(path, line, 0, name, what, todo, Level.WARNING)


def _place(name: str) -> tuple[str, int]:
    """Give the file of the settings and the line where a setting is stated; `settings` where it stands in none of ours."""
    for file in map(Path, FILES):
        if file.is_file():
            stated = re.search(rf"^{name}\b", text := file.read_text("utf-8", "replace"), re.MULTILINE)
            if stated:
                return file.name, text.count("\n", 0, stated.start()) + 1
    return "settings", 0


def understood(
    settings: Mapping[str, Any], defaults: Mapping[str, object]
) -> tuple[tuple[Problem, ...], dict[str, Any]]:
    """Give the warnings, and the settings that the site is built with instead of those that can't be used."""
    return tuple(settings_warnings(settings, defaults)), {
        "PLUGINS": plugins_to_load(settings),
        "THEME": theme_of(settings),
    }


def demand_plugins(wanted: Sequence[object], loaded: Sequence[str]) -> None:
    """End the program where a plugin could not be loaded, or the press is not among them."""
    if len(loaded) < len(wanted) or PLUGINS[-1] not in loaded:
        raise SystemExit(
            f"pelicanconf.py: PLUGINS: of {wanted}, only {loaded} could be loaded; {PLUGINS[-1]} has to be."
        )


def print_all(warnings: Iterable[Problem], of_archive: Sequence[Problem], language: str, form: str) -> None:
    """Print the warnings of settings, each by itself, for no other command lists them; then those of the archive."""
    for warning in warnings:
        print_warnings([warning], language, form)
    print_warnings(of_archive, language, form)
