"""The kinds of sites and exports that are read, in the order in which a file is asked whether it is one."""

from __future__ import annotations

from .feeds import FEEDS
from .ghost import GHOST
from .hugo import HUGO
from .jekyll import JEKYLL
from .kind import Kind
from .obsidian import OBSIDIAN
from .pelican_site import PELICAN
from .wordpress import WORDPRESS
from .wp_json import WP_JSON

KINDS: tuple[Kind, ...] = (WORDPRESS, HUGO, JEKYLL, PELICAN, OBSIDIAN, GHOST, WP_JSON, FEEDS)
