"""
The settings of the site.

Publishing changes them in publishconf.py; the archive's own name, language and months are in content/site.yaml.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
# In a clone of the template the package stands in plugins/, which comes first: an installed copy would hide changes made here.
if (ROOT / "plugins" / "warraq").is_dir() and str(ROOT / "plugins") not in sys.path:
    sys.path.insert(0, str(ROOT / "plugins"))

from warraq import shipped  # noqa: E402 - the path above leads to it
from warraq.press.plugin import Press  # noqa: E402 - likewise

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme" if (ROOT / "theme").is_dir() else str(shipped.THEME)
SITEURL = ""
TIMEZONE = "UTC"  # no date of the site is a time of day

# A dotted name does not work here (Pelican takes its first part only), and without PLUGINS Pelican loads all that are installed.
PELICAN_CLASS = Press
PLUGINS = ["warraq.repair.plugin", "warraq.press.plugin"]

# Pelican's own readers, lists and feeds get no files: warraq.press writes every page.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = DRAFT_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
TYPOGRIFY = False  # it breaks Arabic quotation marks

STATIC_PATHS = ["images"]
