"""The kinds of sites and exports that are read, in the order in which a file is asked whether it is one."""

from __future__ import annotations

from .hugo import HUGO
from .jekyll import JEKYLL
from .kind import Kind
from .obsidian import OBSIDIAN
from .pelican_site import PELICAN
from .wordpress import WORDPRESS

KINDS: tuple[Kind, ...] = (WORDPRESS, HUGO, JEKYLL, PELICAN, OBSIDIAN)
